import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document, Table } from '../../../../core/document/document.ts';
import { tablesOf } from '../../../../core/document/document.ts';
import { skewOf } from '../../../../core/read/pdf/aligned/skew.ts';
import { isNumeric } from '../../../../core/read/pdf/aligned/word.ts';
import type { Word } from '../../../../core/read/pdf/aligned/word.ts';
import { readPdf } from '../../../../core/read/pdf/read-pdf.ts';
import { filled, operators, paper, papers, stroked, text } from './paper.ts';
import type { Step } from './paper.ts';

async function read(...pages: readonly (readonly Step[])[]): Promise<Document> {
  const steps = readPdf(papers(...pages.map((own) => paper(own))), operators, { url: 'u', title: 't' });
  let step = await steps.next();
  while (step.done !== true) {
    step = await steps.next();
  }
  return step.value;
}

function grid({ rows, columns, cells }: Table): string[][] {
  const result = Array.from({ length: rows }, () => new Array<string>(columns).fill(''));
  for (const cell of cells) {
    const row = result[cell.row];
    if (row) {
      row[cell.column] = cell.text;
    }
  }
  return result;
}

const widthOf = (shown: string): number =>
  Array.from(shown).reduce((sum, character) => sum + (character > '\u2E7F' ? 10 : 5), 0);
const atLeft = (x: number, y: number, shown: string): Step[] => (shown === '' ? [] : text(x, y, shown));
const atRight = (x: number, y: number, shown: string): Step[] => atLeft(x - widthOf(shown), y, shown);
const centred = (x: number, y: number, shown: string): Step[] => atLeft(x - widthOf(shown) / 2, y, shown);

/** Column edges of an income table: code, name, three amounts. */
const edges = [40, 110, 260, 350, 440, 530] as const;
const middle = (first: number, last = first): number => ((edges[first] ?? 0) + (edges[last + 1] ?? 0)) / 2;

/** A row of data: code centred, name to the left, amounts to the right. */
function dataRow(y: number, [code = '', name = '', ...amounts]: readonly string[]): Step[] {
  return [
    ...centred(middle(0), y, code),
    ...atLeft(edges[1] + 6, y, name),
    ...amounts.flatMap((amount, index) => atRight((edges[index + 3] ?? 0) - 6, y, amount)),
  ];
}

/** Two rows of heads, column numbers and the total. */
function head(y: number): Step[] {
  return [
    ...centred(middle(0, 1), y, '项目'),
    ...centred(middle(3, 4), y, '其中'),
    ...centred(middle(2), y - 10, '本年收入合计'),
    ...centred(middle(0), y - 20, '科目代码'),
    ...centred(middle(1), y - 20, '科目名称'),
    ...centred(middle(3), y - 20, '财政拨款收入'),
    ...centred(middle(4), y - 20, '其他收入'),
    ...centred(middle(0, 1), y - 40, '栏次'),
    ...['1', '2', '3'].flatMap((number, index) => centred(middle(index + 2), y - 40, number)),
    ...centred(middle(0, 1), y - 60, '合计'),
    ...['1,126.93', '1,126.92', '0.01'].flatMap((amount, index) =>
      atRight((edges[index + 3] ?? 0) - 6, y - 60, amount),
    ),
  ];
}

const headGrid = [
  ['项目', '', '本年收入合计', '其中', ''],
  ['科目代码', '科目名称', '', '财政拨款收入', '其他收入'],
  ['栏次', '', '1', '2', '3'],
  ['合计', '', '1,126.93', '1,126.92', '0.01'],
];
const rows = [
  ['201', '一般公共服务支出', '1,066.36', '1,066.35', '0.01'],
  ['20101', '人大事务', '2.47', '2.47', ''],
  ['2010150', '事业运行', '2.47', '2.47', ''],
  ['20102', '政协事务', '0.77', '', ''],
];
const caption = [
  ...text(220, 740, '收入决算表', 16),
  ...text(40, 715, '部门名称：某局'),
  ...text(450, 715, '金额单位：万元'),
];
const dataRows = (top: number, own: readonly (readonly string[])[]): Step[] =>
  own.flatMap((row, index) => dataRow(top - 20 * index, row));

describe('a table with rules between its rows only', () => {
  // Row edges; the third row's label wraps into what would be rows of its own, were they told by distance.
  const lines = [702, 682, 662, 622, 602];
  const texts: Step[] = [
    ...centred(150, 688, '项目'),
    ...centred(300, 688, '预算数'),
    ...centred(430, 688, '决算数'),
    ...atLeft(46, 668, '基本支出'),
    ...atRight(345, 668, '18.50'),
    ...atRight(485, 668, '18.50'),
    ...atLeft(46, 648, '公务用车购置'),
    ...atLeft(46, 628, '及运行维护费'),
    ...atRight(345, 638, '1.20'),
    ...atRight(485, 638, '1.10'),
    ...atLeft(46, 608, '合计'),
    ...atRight(345, 608, '19.70'),
    ...atRight(485, 608, '19.60'),
  ];
  const expected = [
    ['项目', '预算数', '决算数'],
    ['基本支出', '18.50', '18.50'],
    ['公务用车购置及运行维护费', '1.20', '1.10'],
    ['合计', '19.70', '19.60'],
  ];

  test.each([
    ['stroked', lines.map((y) => stroked(40, y, 490, y))],
    [
      'as the edges of shaded rows',
      [
        ['setFillRGBColor', '#eeeeee'] as const,
        filled(40, 682, 490, 702),
        filled(40, 622, 490, 662),
        ['setFillRGBColor', '#000000'] as const,
        stroked(40, 602, 490, 602),
      ],
    ],
  ] as const)('keeps what stands between two of them in one row: %s', async (_, rules) => {
    const [found, ...others] = tablesOf(await read([...rules, ...texts]));
    expect(others).toEqual([]);
    expect(found && grid(found)).toEqual(expected);
  });

  test('has the columns at which rules drawn cell by cell meet', async () => {
    const pieces = lines.flatMap((y) =>
      [
        [40, 230],
        [230, 350],
        [350, 490],
      ].map(([from = 0, to = 0]) => filled(from, y - 0.3, to, y + 0.3)),
    );
    const [found] = tablesOf(await read([...pieces, ...texts]));
    expect(found && grid(found)).toEqual(expected);
    const area = found?.cells.find((cell) => cell.text === '1.20')?.place.area;
    expect([area?.left, area?.right].map((edge) => Math.round(edge ?? 0))).toEqual([230, 350]);
  });
});

describe('a table without rules', () => {
  test('keeps a line number out of the amount close beside it', async () => {
    const texts = [
      ['一、一般公共服务支出', '33', '749.17', '749.17'],
      ['二、外交支出', '34', '12.00', '12.00'],
      ['本年支出合计', '59', '761.17', '761.17'],
    ];
    const steps = texts.flatMap(([label = '', line = '', total = '', own = ''], index) => [
      ...atLeft(46, 680 - 20 * index, label),
      ...centred(205, 680 - 20 * index, line),
      ...atRight(244 + 5 * (total.length - 5), 680 - 20 * index, total),
      ...atRight(330, 680 - 20 * index, own),
    ]);
    const [found] = tablesOf(
      await read([
        ...centred(90, 700, '项目'),
        ...centred(205, 700, '行次'),
        ...centred(240, 700, '合计'),
        ...centred(315, 700, '财政拨款'),
        ...steps,
      ]),
    );
    expect(found && grid(found)).toEqual([['项目', '行次', '合计', '财政拨款'], ...texts]);
  });

  test('parts an amount from the label beside it that begins like a unit', async () => {
    const row = (y: number, [income = '', first = '', expenditure = '', second = '']: readonly string[]): Step[] => [
      ...atLeft(46, y, income),
      ...atRight(225, y, first),
      ...atLeft(231, y, expenditure),
      ...atRight(440, y, second),
    ];
    const texts = [
      ['财政拨款收入', '1.50', '一般公共服务支出', '1.20'],
      ['其他收入', '0.20', '住房保障支出', '0.30'],
      ['年初结转和结余', '7.15', '年末结转和结余', '7.35'],
      ['总计', '8.85', '总计', '8.85'],
    ];
    const [found] = tablesOf(
      await read([
        ...centred(90, 720, '收入'),
        ...centred(205, 720, '金额'),
        ...centred(280, 720, '支出'),
        ...centred(420, 720, '金额'),
        ...texts.flatMap((own, index) => row(700 - 20 * index, own)),
      ]),
    );
    expect(found && grid(found)).toEqual([['收入', '金额', '支出', '金额'], ...texts]);
  });

  test('labels that end before a head do not reach under it, though wider text elsewhere holds both places', async () => {
    const funds = [
      ['年度资金总额', '51.74'],
      ['其中：当年财政拨款', '51.74'],
      ['上年结转资金', '0.00'],
      ['其他资金', '0.00'],
    ];
    const indicators = [
      ['数量指标', '全部提供免费刻章服务并备案', '20'],
      ['质量指标', '提供刻章企业不少于十五家', '10'],
      ['时效指标', '按照实际刻章数量结算费用', '20'],
    ];
    const [found] = tablesOf(
      await read([
        ...centred(255, 700, '年初预算数'),
        ...atRight(400, 700, '全年预算数'),
        ...funds.flatMap(([label = '', amount = ''], index) => [
          ...centred(150, 680 - 20 * index, label),
          ...atRight(400, 680 - 20 * index, amount),
        ]),
        ...centred(90, 600, '二级指标'),
        ...centred(225, 600, '三级指标'),
        ...atRight(400, 600, '分值'),
        ...indicators.flatMap(([label = '', name = '', points = ''], index) => [
          ...centred(90, 580 - 20 * index, label),
          ...atLeft(155, 580 - 20 * index, name),
          ...atRight(400, 580 - 20 * index, points),
        ]),
      ]),
    );
    expect(found && grid(found)).toEqual([
      ['', '年初预算数', '全年预算数'],
      ...funds.map(([label = '', amount = '']) => [label, '', amount]),
      ['二级指标', '三级指标', '分值'],
      ...indicators,
    ]);
    expect(
      found?.cells.filter((cell) => funds.some(([label]) => label === cell.text)).map((cell) => cell.columnSpan),
    ).toEqual([1, 1, 1, 1]);
  });

  test('is read by what stands beside and below each other, heads with their spans', async () => {
    const document = await read([
      ...caption,
      ...head(690),
      ...dataRows(610, rows),
      ...text(40, 520, '注：本表反映部门本年度取得的各项收入情况。'),
      ...text(290, 30, '- 1 -'),
    ]);
    const [found, ...others] = tablesOf(document);
    expect(others).toEqual([]);
    expect(found && grid(found)).toEqual([...headGrid, ...rows]);
    expect(found?.cells.find((cell) => cell.text === '其中')).toMatchObject({ rowSpan: 1, columnSpan: 2 });
    expect(found?.cells.find((cell) => cell.text === '本年收入合计')).toMatchObject({ rowSpan: 2, columnSpan: 1 });
    expect(found?.confidence).toBeGreaterThanOrEqual(0.8);
    expect(found?.confidence).toBeLessThan(1);
    expect(found?.captions.map((line) => line.text)).toEqual(['收入决算表', '部门名称：某局', '金额单位：万元']);
    expect(found?.notes).toHaveLength(1);
  });

  test('has cells and ink where they stand', async () => {
    const [found] = tablesOf(await read([...caption, ...head(690), ...dataRows(610, rows)]));
    const place = found?.cells.find((cell) => cell.text === '1,066.36')?.place;
    expect(place?.ink?.[0]?.right).toBeCloseTo(344);
    const { left = 0, right = 0, bottom = 0, top = 0 } = place?.area ?? {};
    expect([left, right].map(Math.round).every((edge, index) => Math.abs(edge - (index === 0 ? 260 : 350)) <= 4)).toBe(
      true,
    );
    expect(bottom < 610 && top > 617 && top - bottom < 24).toBe(true);
    expect(found?.cells.find((cell) => cell.row === 5 && cell.column === 4)?.place.area).toBeDefined();
  });

  test('joins wrapped labels, in the middle of their row or hung from its top', async () => {
    const wrapped = (y: number, first: number): Step[] => [
      ...atLeft(edges[1] + 6, y + first, '机关事业单位基本养老'),
      ...atLeft(edges[1] + 6, y + first - 13, '保险缴费支出'),
      ...dataRow(y, ['2080505', '', '16.32', '16.32', '']),
    ];
    for (const first of [6.5, 0]) {
      const [found] = tablesOf(
        await read([
          ...head(690),
          ...dataRows(610, rows),
          ...wrapped(522, first),
          ...wrapped(486, first),
          ...dataRow(452, ['208', '社会保障和就业支出', '34.14', '34.14', '']),
        ]),
      );
      expect(found && grid(found).slice(8)).toEqual([
        ['2080505', '机关事业单位基本养老保险缴费支出', '16.32', '16.32', ''],
        ['2080505', '机关事业单位基本养老保险缴费支出', '16.32', '16.32', ''],
        ['208', '社会保障和就业支出', '34.14', '34.14', ''],
      ]);
    }
  });

  test('goes on overleaf, also where the page begins with what looks like page numbers', async () => {
    const more = [
      ['21', '卫生健康支出', '9.05', '9.05', ''],
      ['210', '行政单位医疗', '6.30', '6.30', ''],
    ];
    const [found, ...others] = tablesOf(
      await read([...caption, ...head(690), ...dataRows(610, rows)], dataRows(760, more)),
    );
    expect(others).toEqual([]);
    expect(found && grid(found)).toEqual([...headGrid, ...rows, ...more]);
    expect(found?.cells.find((cell) => cell.text === '6.30')?.place.area?.page).toBe(2);
  });

  test('drops the head that is repeated overleaf', async () => {
    const more = [
      ['221', '住房保障支出', '17.38', '17.38', ''],
      ['22102', '住房改革支出', '17.38', '17.38', ''],
    ];
    const [found, ...others] = tablesOf(
      await read([...caption, ...head(690), ...dataRows(610, rows)], [...head(760), ...dataRows(680, more)]),
    );
    expect(others).toEqual([]);
    // The total stands in the head here, and is repeated with it.
    expect(found && grid(found)).toEqual([...headGrid, ...rows, ...more]);
  });

  test('begins anew under another title', async () => {
    const found = tablesOf(
      await read(
        [...caption, ...head(690), ...dataRows(610, rows)],
        [...caption, ...head(690), ...dataRows(610, rows)],
      ),
    );
    expect(found).toHaveLength(2);
  });

  test('is not seen in running text, a list of contents or a signature', async () => {
    const document = await read([
      ...text(250, 740, '第三部分 情况说明', 16),
      ...text(60, 700, '2024年度收入总计1,134.08万元，支出总计1,134.08万元。与上年相比，收入总计增加308.64'),
      ...text(40, 680, '万元，增长37.39%。'),
      ...text(40, 640, '一、概况…………………………………3'),
      ...text(40, 620, '二、情况说明………………………………15'),
      ...text(60, 560, '单位负责人：张某'),
      ...text(300, 560, '填表人：李某'),
    ]);
    expect(tablesOf(document)).toEqual([]);
  });

  test('is not trusted where two texts fall in one cell', async () => {
    const [found] = tablesOf(
      await read([
        ...head(690),
        ...dataRows(610, rows),
        ...atRight(edges[3] - 6, 603, '7.77'),
        ...atRight(edges[3] - 6, 583, '8.88'),
      ]),
    );
    expect(found === undefined || found.confidence < 0.8).toBe(true);
  });
});

test('grids of labels and amounts are read back, whatever their sizes', async () => {
  const amount = fc
    .tuple(fc.integer({ min: 0, max: 99999 }), fc.integer({ min: 0, max: 99 }))
    .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);
  const label = fc.stringMatching(/^[一-龟]{3,9}$/).filter((shown) => !shown.includes('戶'));
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 5 }).chain((width) =>
        fc.array(fc.tuple(label, fc.array(amount, { minLength: width, maxLength: width })), {
          minLength: 4,
          maxLength: 20,
        }),
      ),
      fc.integer({ min: 17, max: 30 }),
      fc.integer({ min: 8, max: 40 }),
      async (entries, pitch, gap) => {
        const width = entries[0]?.[1].length ?? 0;
        const right = (index: number): number => 40 + 90 + gap + index * (45 + gap) + 40;
        const heads = ['项目名称', ...Array.from({ length: width }, (_, index) => `金额${'甲乙丙丁戊'[index] ?? ''}`)];
        const lines = [heads, ...entries.map(([name, amounts]) => [name, ...amounts])];
        const steps = lines.flatMap(([name = '', ...amounts], row) => [
          ...atLeft(40, 740 - pitch * row, name),
          ...amounts.flatMap((shown, index) => atRight(right(index), 740 - pitch * row, shown)),
        ]);
        const [found, ...others] = tablesOf(await read(steps));
        expect(others).toEqual([]);
        expect(found && grid(found)).toEqual(lines);
        expect(found?.confidence).toBeGreaterThanOrEqual(0.8);
      },
    ),
    { numRuns: 60 },
  );
});

describe('recognised text', () => {
  const picture: Step[] = [
    ['save'],
    ['transform', 600, 0, 0, 800, 0, 0],
    ['paintImageXObject', 'i', 1, 1],
    ['restore'],
  ];

  test('is read though it leans, is placed badly and tears amounts apart', async () => {
    const lean = (x: number, y: number): number => y + 0.006 * x + (((x * 7 + y * 13) % 23) - 11) / 10;
    const shown = (x: number, y: number, word: string): Step[] => text(x, lean(x, y), word);
    const steps = rows.concat(rows, rows).flatMap(([code = '', name = '', ...amounts], index): Step[] => {
      const y = 700 - 20 * index;
      return [
        ...shown(50, y, code),
        ...shown(116, y, name),
        ...amounts.flatMap((amount, column): Step[] => {
          const x = (edges[column + 3] ?? 0) - 6 - widthOf(amount);
          const [whole = '', cents = ''] = amount.split('.');
          return amount === ''
            ? []
            : [...text(x, lean(x, y), `${whole}.`), ...text(x + widthOf(whole) + 7, lean(x, y), cents)];
        }),
      ];
    });
    const [found] = tablesOf(await read([...picture, ...steps]));
    expect(found && grid(found)).toEqual(rows.concat(rows, rows));
    expect(found?.confidence).toBeLessThan(0.95);
  });

  test('a label set against the amount before it stands in its own cell', async () => {
    const lines = [
      ['甲项收入', '1,126.92', '一般公共服务支出', '10.00'],
      ['乙项收入', '7.15', '外交支出', '20.00'],
      ['丙项收入', '0.01', '国防支出', '30.00'],
      ['丁项收入', '34.14', '教育支出', '40.00'],
    ];
    const steps = lines.flatMap(([left = '', first = '', right = '', second = ''], index) => [
      ...text(40, 700 - 20 * index, left),
      ...atRight(200, 700 - 20 * index, first),
      ...text(199 + index, 700 - 20 * index, right),
      ...atRight(400, 700 - 20 * index, second),
    ]);
    const [found] = tablesOf(await read([...picture, ...steps]));
    expect(found && grid(found)).toEqual(lines);
  });

  test('its slope is found; straight pages stay as they are', () => {
    const line: Word['line'] = {
      text: '',
      ink: { left: 0, top: 0, right: 0, bottom: 0 },
      size: 10,
      turns: 0,
      firstWidth: 0,
      firstUnitWidth: 0,
      glyphs: [],
    };
    const words = (slope: number): Word[] =>
      Array.from({ length: 200 }, (_, index) => {
        const left = (index % 10) * 60;
        return {
          text: '1',
          left,
          right: left + 20,
          baseline: Math.floor(index / 10) * 18 + slope * (left + 10),
          size: 9,
          page: 1,
          numeric: true,
          line,
        };
      });
    expect(skewOf(words(0))).toBe(0);
    expect(skewOf(words(-0.008))).toBeCloseTo(-0.008, 3);
  });
});

describe('a sheet printed without rules', () => {
  test('an amount that touches the label of the next column stands in its own', async () => {
    const lines = [
      ['财政拨款收入', '1,126.92', '一般公共服务支出', '10.00'],
      ['上级补助收入', '', '外交支出', '20.00'],
      ['事业收入', '', '国防支出', '30.00'],
      ['经营收入', '', '教育支出', ''],
      ['其他收入', '0.01', '科学技术支出', '40.00'],
      ['本年收入合计', '1,126.93', '本年支出合计', '100.00'],
    ];
    const steps = lines.flatMap(([label = '', amount = '', other = '', second = ''], row) => {
      const y = 700 - 16 * row;
      return [
        ...atLeft(40, y, label),
        ...atRight(200, y, amount),
        ...atLeft(202, y, other),
        ...atRight(400, y, second),
      ];
    });
    const [found] = tablesOf(await read(steps));
    expect(found && grid(found)).toEqual(lines);
  });

  test('a form most of whose lines are blank on one side is a table all the same', async () => {
    const lines = [
      ['收入', '', '支出', ''],
      ['项目', '预算数', '项目', '预算数'],
      ['一、本年收入', '90.00', '一、本年支出', '90.00'],
      ['财政拨款', '90.00', '一般公共服务支出', '80.00'],
      ...[
        '外交支出',
        '国防支出',
        '公共安全支出',
        '教育支出',
        '科学技术支出',
        '文化支出',
        '卫生支出',
        '节能环保支出',
        '城乡社区支出',
        '农林水支出',
        '交通运输支出',
      ].map((label) => ['', '', label, '']),
      ['二、上年结转', '0.00', '二、结转下年', '0.00'],
      ['收入总计', '90.00', '支出总计', '90.00'],
    ];
    const steps = lines.flatMap(([label = '', amount = '', other = '', second = ''], row) => {
      const y = 720 - 16 * row;
      return [
        ...atLeft(40, y, label),
        ...atRight(200, y, amount),
        ...atLeft(260, y, other),
        ...atRight(460, y, second),
      ];
    });
    const [found, ...others] = tablesOf(await read(steps));
    expect(others).toEqual([]);
    expect(found && grid(found).slice(2)).toEqual(lines.slice(2));
  });

  test('rows a little further apart than the lines of a cell are rows', async () => {
    // Lines of a cell 13 points apart, rows 17; amounts stand in every row, beside its middle.
    const labels = [
      ['机关事业单位基本', '养老保险缴费支出'],
      ['行政单位医疗'],
      ['公务员医疗补助和', '其他医疗补助支出'],
      ['住房公积金'],
      ['购房补贴和提租补', '贴支出'],
    ];
    let y = 700;
    const steps = labels.flatMap((own, row) => {
      const lines = own.flatMap((line, index) => atLeft(46, y - 13 * index, line));
      const amount = atRight(300, y - 6.5 * (own.length - 1), `${row + 1}0.00`);
      y -= 13 * (own.length - 1) + 17;
      return [...lines, ...amount];
    });
    const [found] = tablesOf(await read([...atLeft(46, 730, '科目名称'), ...atRight(300, 730, '决算数'), ...steps]));
    expect(found && grid(found)).toEqual([
      ['科目名称', '决算数'],
      ...labels.map((own, row) => [own.join(''), `${row + 1}0.00`]),
    ]);
  });
});

test('numbers are told from words', () => {
  expect(['1,126.92', '0', '-3.5', '（5.20）', '78.28%', '——', '2010101'].every(isNumeric)).toBe(true);
  expect(['1项', '≤5元', '2024年', '一', 'A1', '1-3季度', ''].some(isNumeric)).toBe(false);
});
