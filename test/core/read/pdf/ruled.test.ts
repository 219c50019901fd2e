import { describe, expect, test } from 'vitest';
import { tablesOf } from '../../../../core/document/document.ts';
import type { Table } from '../../../../core/document/document.ts';
import { readPdf } from '../../../../core/read/pdf/read-pdf.ts';
import type { PdfSource } from '../../../../core/read/pdf/source.ts';
import { filled, glyphs, operators, paper, papers, path, stroked, text } from './paper.ts';
import type { Step } from './paper.ts';

async function tables(source: PdfSource): Promise<Table[]> {
  const steps = readPdf(source, operators, { url: 'u', title: 't' });
  let step = await steps.next();
  while (step.done !== true) {
    step = await steps.next();
  }
  return tablesOf(step.value);
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

async function gridsOf(...pages: readonly (readonly Step[])[]): Promise<string[][][]> {
  return (await tables(papers(...pages.map((steps) => paper(steps))))).map(grid);
}

const columns = [50, 150, 250, 350] as const;
const rows = [700, 680, 660, 640] as const;
const texts = [
  ['科目', '名称', '金额'],
  ['201', '支出', '1,126.92'],
  ['合计', '', '1,126.92'],
] as const;
const words: Step[] = texts.flatMap((line, row) =>
  line.flatMap((shown, column) => text((columns[column] ?? 0) + 3, (rows[row + 1] ?? 0) + 5, shown)),
);
const [left, right] = [50, 350];
const [top, bottom] = [700, 640];
const across = (draw: (y: number) => readonly Step[], own: readonly number[] = rows): Step[] =>
  own.flatMap((y) => [...draw(y)]);
const down = (draw: (x: number) => readonly Step[], own: readonly number[] = columns): Step[] =>
  own.flatMap((x) => [...draw(x)]);
const line = {
  across: (y: number): Step[] => [stroked(left, y, right, y)],
  down: (x: number): Step[] => [stroked(x, bottom, x, top)],
};
const pictured = (x: number, y: number, wide: number, high: number): Step[] => [
  ['save'],
  ['transform', wide, 0, 0, high, x, y],
  ['paintImageXObject', 'i1', 1, 1],
  ['restore'],
];
const pieces = (from: number, to: number, dash: number, gap: number): [number, number][] =>
  Array.from({ length: Math.ceil((to - from) / (dash + gap)) }, (_, index): [number, number] => [
    from + index * (dash + gap),
    Math.min(to, from + index * (dash + gap) + dash),
  ]);

describe('rules as producers draw them', () => {
  const drawings: Readonly<Record<string, readonly Step[]>> = {
    'double lines': [
      ...across((y) => [stroked(left, y - 1, right, y - 1), stroked(left, y + 1, right, y + 1)]),
      ...down((x) => [stroked(x - 1, bottom, x - 1, top), stroked(x + 1, bottom, x + 1, top)]),
    ],
    'double lines further apart': [
      ...across((y) => [stroked(left, y - 1.5, right, y - 1.5), stroked(left, y + 1.5, right, y + 1.5)]),
      ...down((x) => [stroked(x - 1.5, bottom, x - 1.5, top), stroked(x + 1.5, bottom, x + 1.5, top)]),
    ],
    'dashes': [
      ...across((y) => pieces(left, right, 3, 2).map(([from, to]) => stroked(from, y, to, y))),
      ...down((x) => pieces(bottom, top, 3, 2).map(([from, to]) => stroked(x, from, x, to))),
    ],
    'dots': [
      ...across((y) => pieces(left, right, 0.75, 0.75).map(([from, to]) => filled(from, y - 0.4, to, y + 0.4))),
      ...down((x) => pieces(bottom, top, 0.75, 0.75).map(([from, to]) => filled(x - 0.4, from, x + 0.4, to))),
    ],
    'thin polygons': [
      ...across((y) => [
        path('eoFill', [
          [left, y - 0.3],
          [right, y - 0.3],
          [right, y + 0.3],
          [left, y + 0.3],
        ]),
      ]),
      ...down((x) => [
        path('eoFill', [
          [x - 0.3, bottom],
          [x + 0.3, bottom],
          [x + 0.3, top],
          [x - 0.3, top],
        ]),
      ]),
    ],
    'a rectangle for each cell, a little apart': rows.slice(1).flatMap((low, row) =>
      columns.slice(1).map((far, column) =>
        path('closeStroke', [
          [(columns[column] ?? 0) + 0.7, low + 0.7],
          [far - 0.7, low + 0.7],
          [far - 0.7, (rows[row] ?? 0) - 0.7],
          [(columns[column] ?? 0) + 0.7, (rows[row] ?? 0) - 0.7],
        ]),
      ),
    ),
    'hair lines': [['setLineWidth', 0.05], ...across(line.across), ...down(line.down)],
    'thick lines': [['setLineWidth', 3], ...across(line.across), ...down(line.down)],
    'shades behind the head and the rows': [
      ['setFillRGBColor', '#dddddd'],
      filled(left, 680, right, top),
      ['setFillRGBColor', '#eef4ff'],
      filled(left, bottom, right, 680),
      ['setFillRGBColor', '#000000'],
      ...across(line.across),
      ...down(line.down),
    ],
    'white rules besides': [
      ['setStrokeRGBColor', '#ffffff'],
      ...across(line.across, [690, 650]),
      ...down(line.down, [200, 300]),
      ['setStrokeRGBColor', '#000000'],
      ...across(line.across),
      ...down(line.down),
    ],
    'white rules on a ground': [
      ['setFillRGBColor', '#e8eef7'],
      filled(left, bottom, right, top),
      ['setFillRGBColor', '#ffffff'],
      ...across((y) => [filled(left, y - 0.4, right, y + 0.4)]),
      ...down((x) => [filled(x - 0.4, bottom, x + 0.4, top)]),
      ['setFillRGBColor', '#000000'],
    ],
    'pictures a pixel high': [
      ...across((y) => pictured(left, y - 0.3, right - left, 0.6)),
      ...down((x) => pictured(x - 0.3, bottom, 0.6, top - bottom)),
    ],
    'no sides': [...across(line.across), ...down(line.down, [150, 250])],
    'no top': [...across(line.across, [680, 660, 640]), ...down(line.down)],
    'no bottom': [...across(line.across, [700, 680, 660]), ...down(line.down)],
  };
  test.each(Object.entries(drawings))('%s', async (_, steps) => {
    expect(await gridsOf([...steps, ...words])).toEqual([texts]);
  });
});

describe('text', () => {
  const head = ['科目', '名称', '金额'];
  const ruled = [
    ...across(line.across),
    ...down(line.down),
    ...head.flatMap((shown, column) => text((columns[column] ?? 0) + 3, 685, shown)),
    ...text(53, 645, '合计'),
  ];
  const read = (...middle: readonly string[]): string[][] => [head, [...middle], ['合计', '', '']];
  const only = (shown: string, column: number): string[][] =>
    read(...head.map((_, index) => (index === column ? shown : '')));

  test('of an amount shown digit by digit is one amount', async () => {
    const digits = Array.from('1,126.92').flatMap((digit, index) => text(260 + 5 * index, 665, digit));
    expect(await gridsOf([...ruled, ...digits])).toEqual([only('1,126.92', 2)]);
  });

  test('of an amount shown digit by digit that runs over its rule stays whole', async () => {
    const digits = Array.from('21,126.92').flatMap((digit, index) => text(312 - 7.2 * 9 + 7.2 * index, 665, digit));
    expect(await gridsOf([...ruled, ...digits])).toEqual([only('21,126.92', 2)]);
  });

  test('of two numbers that touch at a rule stays in its cells', async () => {
    expect(await gridsOf([...ruled, ...text(234.8, 665, '100'), ...text(250, 665, '85.87')])).toEqual([
      read('', '100', '85.87'),
    ]);
  });

  test('of two numbers close beside each other is parted at the rule', async () => {
    expect(await gridsOf([...ruled, ...text(238.5, 665, '33'), ...text(251.5, 665, '749.17')])).toEqual([
      read('', '33', '749.17'),
    ]);
  });

  test('that lost a part of its numbers, or is printed over other text, is not to be relied on', async () => {
    const confidenceOf = async (...shown: readonly Step[]): Promise<number> =>
      (await tables(papers(paper([...ruled, ...shown]))))[0]?.confidence ?? -1;
    expect(await confidenceOf(...text(253, 665, '9.15'), ...text(153, 665, '支出'))).toBe(1);
    expect(await confidenceOf(...text(253, 665, '749.'), ...text(153, 665, '17.'))).toBeLessThan(0.8);
    expect(
      await confidenceOf(
        ...text(253, 665, '支出合计'),
        ...text(258, 665, '1126'),
        ...text(153, 665, '科目名称'),
        ...text(157, 665, '2010301'),
      ),
    ).toBeLessThan(0.8);
    expect(await confidenceOf(...text(153, 665, '二、'), ...text(168, 665, '外交支出'))).toBe(1);
  });

  test('printed twice to look bold is read once', async () => {
    expect(
      await gridsOf([
        ...ruled,
        ...text(60, 665, '合计'),
        ...text(60.3, 665, '合计'),
        ...text(260, 665, '11.00'),
        ...text(260.3, 665, '11.00'),
      ]),
    ).toEqual([read('合计', '', '11.00')]);
  });

  test('that sticks out of its cell a little stays in it', async () => {
    expect(await gridsOf([...ruled, ...text(148, 665, '名称'), ...text(253, 657.5, '9.15')])).toEqual([
      read('', '名称', '9.15'),
    ]);
  });

  test('that a clip hides is not read: what overflows a sheet is printed on the next page', async () => {
    const clipped: Step[] = [
      ['save'],
      ['clip'],
      path('endPath', [
        [left, bottom],
        [350, bottom],
        [350, top],
        [left, top],
      ]),
      ...text(253, 665, '9.15'),
      ...text(360, 665, '1,000.00'),
      ['restore'],
    ];
    expect(JSON.stringify(await gridsOf([...ruled, ...clipped]))).not.toContain('1,000.00');
  });

  test('of a hidden layer is not read, nor are its rules', async () => {
    const hidden: Step[] = [
      ['beginMarkedContentProps', 'OC', { type: 'OCG', id: 'draft' }],
      ...text(253, 665, '7.77'),
      stroked(left, 670, right, 670),
      ['endMarkedContent'],
    ];
    const marked: Step[] = [
      ['beginMarkedContentProps', 'P', { id: 3 }],
      ...text(253, 665, '9.15'),
      ['endMarkedContent'],
    ];
    const source = {
      ...papers(paper([...ruled, ...hidden, ...marked])),
      getOptionalContentConfig: () =>
        Promise.resolve({ isVisible: (group: unknown) => !JSON.stringify(group).includes('draft') }),
    };
    expect((await tables(source)).map(grid)).toEqual([only('9.15', 2)]);
  });

  test('that nothing paints, or white on paper, is not read; white on a ground is', async () => {
    const unpainted: Step[] = [
      ['save'],
      ['setTextRenderingMode', 3],
      ...text(253, 665, '7.77'),
      ['restore'],
      ['setFillRGBColor', '#ffffff'],
      ...text(153, 665, '99'),
      ['setFillRGBColor', '#000000'],
    ];
    expect(await gridsOf([...ruled, ...unpainted])).toEqual([read('', '', '')]);
    const grounded: Step[] = [
      ['setFillRGBColor', '#336699'],
      filled(151, 661, 249, 679),
      ['setFillRGBColor', '#ffffff'],
      ...text(153, 665, '名称'),
      ['setFillRGBColor', '#000000'],
    ];
    expect(await gridsOf([...ruled, ...grounded])).toEqual([only('名称', 1)]);
  });

  test('that nothing paints is read over a scan, as its text', async () => {
    const scan: Step[] = [
      ['save'],
      ['transform', 600, 0, 0, 800, 0, 0],
      ['paintImageXObject', 'i1', 1, 1],
      ['restore'],
      ['setTextRenderingMode', 3],
      ...text(253, 665, '7.77'),
    ];
    expect(await gridsOf([...ruled, ...scan])).toEqual([only('7.77', 2)]);
  });

  test('raised a little belongs to its line', async () => {
    expect(
      await gridsOf([...ruled, ...text(160, 665, '面积（m'), ...text(195, 669, '2', 6), ...text(198, 665, '）')]),
    ).toEqual([only('面积（m2）', 1)]);
  });

  test('of two cells shown at once is parted at the rule', async () => {
    const shown: Step[] = [
      ['beginText'],
      ['setFont', 'f1', 10],
      ['moveText', 205, 665],
      ['showText', [...glyphs('82,096.42'), -1000, ...glyphs('82,096.43')]],
      ['endText'],
    ];
    expect(await gridsOf([...ruled, ...shown])).toEqual([read('', '82,096.42', '82,096.43')]);
  });
});

describe('a page break', () => {
  /** The lower part of a page: rows from 80 down to 40, the last one torn where no rule closes it. */
  const upper = (torn: readonly number[]): Step[] => [
    ...across((y) => [stroked(left, y, right, y)], [80, 60]),
    ...down((x) => [stroked(x, 40, x, 80)]),
    ...columns
      .slice(1)
      .flatMap((far, column) => (torn.includes(column) ? [] : [stroked(columns[column] ?? 0, 40, far, 40)])),
  ];
  const lower = (torn: readonly number[]): Step[] => [
    ...across((y) => [stroked(left, y, right, y)], [740, 720]),
    ...down((x) => [stroked(x, 720, x, 760)]),
    ...columns
      .slice(1)
      .flatMap((far, column) => (torn.includes(column) ? [] : [stroked(columns[column] ?? 0, 760, far, 760)])),
  ];

  test('tears a row: its halves are one again', async () => {
    const first = [
      ...upper([0, 1, 2]),
      ...text(53, 65, '201'),
      ...text(153, 65, '支出'),
      ...text(253, 65, '1.00'),
      ...text(53, 45, '202'),
      ...text(153, 45, '社会保障'),
      ...text(253, 45, '2.00'),
    ];
    const second = [
      ...lower([0, 1, 2]),
      ...text(153, 745, '和就业支出'),
      ...text(53, 725, '203'),
      ...text(153, 725, '其他'),
      ...text(253, 725, '3.00'),
    ];
    expect(await gridsOf(first, second)).toEqual([
      [
        ['201', '支出', '1.00'],
        ['202', '社会保障和就业支出', '2.00'],
        ['203', '其他', '3.00'],
      ],
    ]);
  });

  test('parts rows where no rule shows it: figures below each other are those of two', async () => {
    const first = [
      ...upper([0, 1, 2]),
      ...text(53, 65, '201'),
      ...text(153, 65, '支出'),
      ...text(253, 65, '1.00'),
      ...text(53, 45, '202'),
      ...text(153, 45, '教育'),
      ...text(253, 45, '2.00'),
    ];
    const second = [
      ...lower([0, 1, 2]),
      ...text(53, 745, '203'),
      ...text(153, 745, '卫生'),
      ...text(253, 745, '3.00'),
      ...text(53, 725, '204'),
      ...text(153, 725, '其他'),
      ...text(253, 725, '4.00'),
    ];
    expect(await gridsOf(first, second)).toEqual([
      [
        ['201', '支出', '1.00'],
        ['202', '教育', '2.00'],
        ['203', '卫生', '3.00'],
        ['204', '其他', '4.00'],
      ],
    ]);
  });

  test('tears a merged cell only', async () => {
    const first = [
      ...upper([0]),
      ...text(53, 65, '产出'),
      ...text(153, 65, '数量'),
      ...text(253, 65, '1.00'),
      ...text(53, 45, '质量'),
      ...text(153, 45, '时效'),
      ...text(253, 45, '2.00'),
    ];
    const second = [
      ...lower([0]),
      ...text(53, 745, '指标'),
      ...text(153, 745, '成本'),
      ...text(253, 745, '3.00'),
      ...text(53, 725, '效益'),
      ...text(153, 725, '社会'),
      ...text(253, 725, '4.00'),
    ];
    const [found, ...others] = await tables(papers(paper(first), paper(second)));
    expect(others).toEqual([]);
    expect(found && grid(found)).toEqual([
      ['产出', '数量', '1.00'],
      ['质量指标', '时效', '2.00'],
      ['', '成本', '3.00'],
      ['效益', '社会', '4.00'],
    ]);
    expect(found?.cells.find((cell) => cell.text === '质量指标')?.rowSpan).toBe(2);
  });
});

test('a row across a table whose sides are not drawn does not part it', async () => {
  const edges = [700, 680, 660, 640, 620];
  const shown = [
    ['一级指标', '分值', '得分'],
    ['绩效指标', '', ''],
    ['数量', '10', '9'],
    ['质量', '10', '8'],
  ];
  const steps = [
    ...across(line.across, edges),
    ...down((x) => [stroked(x, 680, x, 700), stroked(x, 620, x, 660)], [150, 250]),
    ...shown.flatMap((texts_, row) =>
      texts_.flatMap((one, column) => text((columns[column] ?? 0) + 3, (edges[row + 1] ?? 0) + 5, one)),
    ),
  ];
  expect(await gridsOf(steps)).toEqual([shown]);
});

test('figures below each other that no rule parts are told apart by alignment', async () => {
  const shown = [
    ['科目', '合计', '财政拨款'],
    ['工资', '30.00', '20.00'],
    ['办公费', '12.00', '12.00'],
    ['差旅费', '8.00', '8.00'],
    ['总计', '50.00', '40.00'],
  ];
  const steps = [
    ...[700, 680, 600].flatMap((y) => [stroked(left, y, right, y)]),
    ...down((x) => [stroked(x, 600, x, 700)]),
    ...shown.flatMap((texts_, row) =>
      texts_.flatMap((one, column) => text((columns[column] ?? 0) + 3, 685 - 20 * row, one)),
    ),
  ];
  expect(await gridsOf(steps)).toEqual([shown]);
});

test('two figures far apart beside lines of words are those of two rows', async () => {
  const shown = [
    ['收入', '预算数', '科目'],
    ...['拨款收入', '事业收入', '经营收入', '上级补助', '其他收入', '本年收入'].map((label, row) => [
      label,
      row === 0 ? '30.00' : row === 5 ? '31.00' : '',
      `第${'一二三四五六'[row] ?? ''}类支出`,
    ]),
  ];
  const steps = [
    ...[700, 680, 560].flatMap((y) => [stroked(left, y, right, y)]),
    ...down((x) => [stroked(x, 560, x, 700)]),
    ...shown.flatMap((texts_, row) =>
      texts_.flatMap((one, column) => (one === '' ? [] : text((columns[column] ?? 0) + 3, 685 - 20 * row, one))),
    ),
  ];
  expect(await gridsOf(steps)).toEqual([shown]);
});
