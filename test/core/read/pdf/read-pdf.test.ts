import { describe, expect, test } from 'vitest';
import type { Document, Table } from '../../../../core/document/document.ts';
import { tablesOf } from '../../../../core/document/document.ts';
import { readPdf } from '../../../../core/read/pdf/read-pdf.ts';
import type { PdfProgress, PdfSource } from '../../../../core/read/pdf/source.ts';
import { glyphs, operators, paper, papers, path, table, text } from './paper.ts';
import type { Step } from './paper.ts';

async function read(pdf: PdfSource): Promise<{ document: Document; progress: PdfProgress[] }> {
  const reading = readPdf(pdf, operators, { url: 'file:a.pdf', title: 'a' });
  const progress: PdfProgress[] = [];
  for (;;) {
    const step = await reading.next();
    if (step.done === true) {
      return { document: step.value, progress };
    }
    progress.push(step.value);
  }
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
  return tablesOf((await read(papers(...pages.map((steps) => paper(steps))))).document).map(grid);
}

const columns = [50, 150, 250, 350];
const head = ['科目', '名称', '金额'];
const down = (top: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, index) => top - 20 * index);
/** A table with its head, from a height on. */
const form = (top: number, ...rows: readonly (readonly string[])[]): Step[] =>
  table(columns, down(top, rows.length + 1), [head, ...rows]);
const filler = Array.from({ length: 30 }, (_, index) => [`2010${index + 1}`, '支出', `${index}.50`]);

describe('one page', () => {
  test('a ruled table with a merged head, and the lines around it', async () => {
    const { document, progress } = await read(
      papers(
        paper([
          ...text(200, 740, '收入决算表', 18),
          ...text(50, 712, '部门：某局'),
          ...text(300, 712, '单位：万元'),
          ...table(columns, down(700, 3), [
            ['项目', null, '金额'],
            ['201', '一般公共服务支出', '1,126.92'],
            ['合计', null, '1,126.92'],
          ]),
          ...text(50, 620, '注：本表反映收入情况。'),
          ...text(290, 30, '- 1 -'),
        ]),
      ),
    );
    expect(progress).toEqual([{ page: 1, pages: 1 }]);
    const [found] = tablesOf(document);
    expect(found && grid(found)).toEqual([
      ['项目', '', '金额'],
      ['201', '一般公共服务支出', '1,126.92'],
      ['合计', '', '1,126.92'],
    ]);
    expect(found?.confidence).toBe(1);
    expect(found?.cells[0]).toMatchObject({ columnSpan: 2, rowSpan: 1 });
    const amount = found?.cells.find((cell) => cell.text === '1,126.92');
    expect(amount?.place.area).toEqual({ page: 1, left: 250, bottom: 660, right: 350, top: 680 });
    const [ink] = amount?.place.ink ?? [];
    expect(ink?.left).toBeCloseTo(253);
    expect(ink?.right).toBeCloseTo(293);
    expect(ink && ink.bottom > 660 && ink.top < 680).toBe(true);
    const said = JSON.stringify(document);
    expect(said).toContain('收入决算表');
    expect(said).toContain('"单位：万元"');
    expect(said).not.toContain('- 1 -');
  });

  test('amounts on either side of a rule stay apart though they are shown at once', async () => {
    const shown: Step[] = [
      ['beginText'],
      ['setFont', 'f1', 10],
      ['moveText', 205, 665],
      ['showText', [...glyphs('82,096.42'), -1000, ...glyphs('82,096.43')]],
      ['endText'],
    ];
    expect(await gridsOf([...table(columns, down(700, 2), [head, ['', '', '']]), ...shown])).toEqual([
      [head, ['', '82,096.42', '82,096.43']],
    ]);
  });

  test('an unbroken string that is too long belongs to the cell it begins in', async () => {
    expect(await gridsOf(table(columns, down(700, 2), [head, ['11010223T000001994289', '某项目', '1.00']]))).toEqual([
      [head, ['11010223T000001994289', '某项目', '1.00']],
    ]);
  });

  test('a table on its side is read upright, with boxes where it stands', async () => {
    const steps: Step[] = [
      ['transform', 0, 1, -1, 0, 600, 0],
      ...table(columns, [500, 480, 460], [head, ['201', '支出', '7.50']]),
    ];
    const { document } = await read(papers(paper(steps), paper(steps, { rotate: 90 })));
    for (const found of tablesOf(document)) {
      expect(grid(found)).toEqual([head, ['201', '支出', '7.50']]);
    }
    // (250, 460)–(350, 480) before the quarter turn.
    expect(tablesOf(document)[0]?.cells.find((cell) => cell.text === '7.50')?.place.area).toEqual({
      page: 1,
      left: 120,
      bottom: 250,
      right: 140,
      top: 350,
    });
  });

  test('a page that is a picture is unread, a blank one is not', async () => {
    const picture: Step[] = [
      ['save'],
      ['transform', 600, 0, 0, 800, 0, 0],
      ['paintImageXObject', 'i', 1, 1],
      ['restore'],
    ];
    const { document } = await read(
      papers(paper(picture), paper([...picture, ...text(290, 30, '- 2 -')]), paper([]), paper(text(50, 700, '正文。'))),
    );
    expect(document.unreadPages).toEqual([
      { page: 1, reason: 'scanned' },
      { page: 2, reason: 'scanned' },
    ]);
  });

  test('a page is unread where a picture stands for its table, though its title is read', async () => {
    const part = (left: number, bottom: number, right: number, top: number): Step[] => [
      ['save'],
      ['transform', right - left, 0, 0, top - bottom, left, bottom],
      ['paintImageXObject', 'i', 1, 1],
      ['restore'],
    ];
    const title = text(200, 740, '收入支出决算总表', 18);
    const strips = [300, 400, 500, 600].flatMap((bottom) => part(50, bottom, 550, bottom + 100));
    const letters = ['财政拨款收入是指本级财政当年拨付的资金。', '包括一般公共预算财政拨款和其他收入。'].flatMap(
      (line, index) => text(60, 500 - 20 * index, line),
    );
    const { document } = await read(
      papers(
        paper([...title, ...part(50, 300, 550, 700)]),
        paper([...title, ...strips]),
        // A background, an emblem, a photograph that the clip shows a corner of.
        paper([...part(0, 0, 600, 800), ...title, ...letters]),
        paper([...title, ...part(50, 550, 200, 700), ...letters]),
        paper([
          ...title,
          ['save'],
          ['clip'],
          path('endPath', [
            [0, 0],
            [100, 0],
            [100, 100],
            [0, 100],
          ]),
          ...part(0, 0, 600, 800),
          ['restore'],
          ...letters,
        ]),
        paper(form(700, ['201', '支出', '7.50'])),
      ),
    );
    expect(document.unreadPages).toEqual([
      { page: 1, reason: 'scanned' },
      { page: 2, reason: 'scanned' },
    ]);
    expect(tablesOf(document)).toHaveLength(1);
  });

  test('a page whose letters are unknown is unread, a few of them are not', async () => {
    const unknown = '\uE000'.repeat(30);
    const { document } = await read(
      papers(
        paper(table(columns, down(700, 2), [head, [unknown, unknown, unknown]])),
        paper([...text(50, 740, '\uE000'), ...form(700, ['201', '支出', '7.50'])]),
      ),
    );
    expect(document.unreadPages).toEqual([{ page: 1, reason: 'unknown-letters' }]);
  });
});

test('digits of a font that does not say what its glyphs are stay unread', async () => {
  // Glyph numbers taken for characters: controls and rare scripts, and digits that show something else.
  const { document } = await read(
    papers(
      paper(
        table(columns, down(700, 3), [
          ['㨂☱㧻⛆', '䮺㕥', '㯸⇨'],
          ['\u0014\u0015\u0003', '㧻⛆㨋', '315'],
          ['⣔恭', '䀊', '8.16'],
        ]),
      ),
    ),
  );
  expect(JSON.stringify(document.blocks)).not.toMatch(/315|8\.16/);
  expect(document.unreadPages).toEqual([{ page: 1, reason: 'unknown-letters' }]);
});

describe('paragraphs', () => {
  const full = '财政拨款收入是指本级财政当年拨付的资金包括一般公共预算财政拨款和其他拨款收入等等';
  const body = (y: number, ...lines: readonly string[]): Step[] =>
    lines.flatMap((line, index) => text(index === 0 ? 70 : 50, y - 20 * index, line));

  test('lines read on until one stops short, also over the page', async () => {
    const first = full.slice(0, 38);
    const { document } = await read(
      papers(
        paper([
          ...body(700, first, full, full, '一共1,000.00元。'),
          ...body(600, first, full),
          ...text(290, 30, '第 1 页 共 2 页'),
        ]),
        paper([...text(50, 700, '到此为止。'), ...body(660, first, full, full)]),
      ),
    );
    const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph');
    expect(paragraphs.map((block) => block.text)).toEqual([
      `${first}${full}${full}一共1,000.00元。`,
      `${first}${full}到此为止。`,
      `${first}${full}${full}`,
    ]);
    expect(paragraphs[1]?.place.ink?.map((box) => box.page)).toEqual([1, 1, 2]);
  });

  test('a running head goes, a caption that is repeated above tables stays', async () => {
    const pages = [1, 2, 3, 4].map((number) =>
      paper([...text(50, 770, '某局2024年度决算'), ...body(700, `正文第${number}段。`)]),
    );
    expect(JSON.stringify((await read(papers(...pages))).document)).not.toContain('某局2024');
    const forms = ['甲', '乙', '丙'].map((name) =>
      paper([...text(50, 770, '单位：万元'), ...text(50, 740, `${name}表`), ...form(700, ['201', name, '1.00'])]),
    );
    const kept = (await read(papers(...forms))).document.blocks
      .flatMap((block) => (block.kind === 'table' ? block.captions : [block]))
      .filter(({ text: said }) => said === '单位：万元');
    expect([...new Set(kept.map(({ place }) => place.page))]).toEqual([1, 2, 3]);
  });
});

describe('tables over pages', () => {
  test('go on with their head repeated, which is dropped', async () => {
    const { document } = await read(
      papers(
        paper([...text(50, 740, '支出决算表'), ...form(700, ...filler), ...text(290, 30, '- 1 -')]),
        paper([...form(740, ['229', '其他支出', '3.20']), ...text(290, 30, '- 2 -')]),
      ),
    );
    const [found, ...others] = tablesOf(document);
    expect(others).toEqual([]);
    expect(found && grid(found)).toEqual([head, ...filler, ['229', '其他支出', '3.20']]);
    expect(found?.cells.find((cell) => cell.text === '3.20')?.place.page).toBe(2);
    expect(found?.place.page).toBe(1);
  });

  test('go on without a head', async () => {
    expect(await gridsOf(form(700, ...filler), table(columns, down(740, 1), [['229', '其他支出', '3.20']]))).toEqual([
      [head, ...filler, ['229', '其他支出', '3.20']],
    ]);
  });

  test('go on in columns of their own width where they say so, and are not trusted where nothing tells how', async () => {
    const other = [50, 130, 260, 350];
    const mark = text(300, 760, '续表');
    const caption = text(50, 740, '部门：某局');
    const part = (texts: readonly (readonly string[])[]): Step[] => [
      ...mark,
      ...caption,
      ...table(other, down(700, texts.length), texts),
    ];
    const rest = [
      ['229', '其他支出', '3.20'],
      ['230', '债务支出', '1.00'],
    ];
    expect(await gridsOf([...caption, ...form(700, ...filler.slice(0, 5))], part([head, ...rest]))).toEqual([
      [head, ...filler.slice(0, 5), ...rest],
    ]);
    const { document } = await read(
      papers(paper([...caption, ...form(700, ...filler.slice(0, 5))]), paper(part(rest))),
    );
    expect(tablesOf(document).map(({ rows, confidence }) => [rows, confidence])).toEqual([
      [6, 0.5],
      [2, 0.5],
    ]);
  });

  test('go on under the same title with the same head when the page was full', async () => {
    const title = (mark = ''): Step[] => text(50, 740, `支出决算表${mark}`);
    expect(
      await gridsOf(
        [...title(), ...form(700, ...filler)],
        [...title('（续）'), ...form(700, ['229', '其他支出', '3.20'])],
      ),
    ).toEqual([[head, ...filler, ['229', '其他支出', '3.20']]]);
    expect(
      await gridsOf(
        [...title(), ...form(700, ['201', '支出', '1.00'])],
        [...title(), ...form(700, ['229', '其他支出', '3.20'])],
      ),
    ).toHaveLength(2);
  });

  test('of two forms stay apart though their columns are the same', async () => {
    expect(
      await gridsOf(
        [...text(50, 740, '收入决算表'), ...form(700, ...filler)],
        [...text(50, 740, '支出决算表'), ...form(700, ['229', '其他支出', '3.20'])],
      ),
    ).toHaveLength(2);
    expect(
      await gridsOf(form(700, ...filler), [...text(300, 760, '单位：万元'), ...form(740, ['229', '其他支出', '3.20'])]),
    ).toHaveLength(2);
    expect(
      await gridsOf(
        [...form(700, ...filler.slice(0, 3)), ...text(50, 600, '注：本表反映支出。')],
        form(740, ['229', '其他支出', '3.20']),
      ),
    ).toHaveLength(2);
  });

  test('that begin anew in their first cell, or with a title row, stay apart', async () => {
    const assessment = (project: string): Step[] =>
      table(columns, down(700, 2), [
        ['项目名称', project, null],
        ['得分', '10', '9.8'],
      ]);
    expect(await gridsOf(assessment('甲'), assessment('乙'))).toHaveLength(2);
    const titled = (title: string): Step[] =>
      table(columns, down(700, 3), [[title, null, null], head, ['201', '支出', '1.00']]);
    expect(await gridsOf(titled('收入决算表'), titled('支出决算表'))).toHaveLength(2);
  });

  test('that begin with the same title row, and with other content, are two forms', async () => {
    const project = (name: string, amount: string): Step[] =>
      table(columns, down(700, 5), [
        ['项目支出绩效自评表', null, null],
        ['（2024年度）', '', ''],
        ['项目名称', name, null],
        ['资金来源', '全年预算数', '全年执行数'],
        ['年度资金总额', amount, amount],
      ]);
    const read = await gridsOf(project('政务服务', '83.65'), project('协同办公', '40.00'));
    expect(read.map((rows) => rows.at(-1))).toEqual([
      ['年度资金总额', '83.65', '83.65'],
      ['年度资金总额', '40.00', '40.00'],
    ]);
  });

  test('of other widths stay apart', async () => {
    expect(
      await gridsOf(form(700, ...filler), table([50, 200, 350, 450], down(740, 1), [['229', '其他支出', '3.20']])),
    ).toHaveLength(2);
  });

  test('show on either page only some of their columns', async () => {
    expect(
      await gridsOf(
        table([50, 150, 250, 350, 450], down(700, 1), [['1', '2', '3', '4']]),
        table([50, 150, 250, 300, 450], down(740, 1), [['5', '6', '7', '8']]),
      ),
    ).toEqual([
      [
        ['1', '2', '3', '', '4'],
        ['5', '6', '7', '8', ''],
      ],
    ]);
  });
});
