import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../../../core/document/document.ts';
import { readPdf } from '../../../../core/read/pdf/read-pdf.ts';
import { isWriting } from '../../../../core/read/pdf/characters.ts';
import { operators, paper, papers, table, text, type Step } from './paper.ts';
import type { PdfPage } from '../../../../core/read/pdf/source.ts';

async function read(...pages: readonly PdfPage[]): Promise<Document> {
  const steps = readPdf(papers(...pages), operators, { url: '', title: '' });
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  return step.value;
}
const tables = ({ blocks }: Document): Table[] => blocks.filter((block) => block.kind === 'table');
const paragraphs = ({ blocks }: Document): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
const texts = ({ cells, rows }: Table): string[][] =>
  Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row).map((cell) => cell.text));

const head = ['科目编码', '科目名称', '合计', '基本支出'];
const upper = [
  ['205', '教育支出', '31.70', '30.50'],
  ['20502', '普通教育', '31.70', '30.50'],
  ['2050201', '学前教育', '12.55', '12.15'],
  ['2050203', '初中教育', '10.00', '9.20'],
];
const lower = [
  ['2050202', '小学教育', '9.15', '9.15'],
  ['20599', '其他教育支出', '0.00', '0.00'],
];

describe('a ruled table set anew on the next page', () => {
  const titled = (columns: readonly number[], rows: readonly (readonly string[])[], bottom: number): PdfPage => {
    const edges = Array.from({ length: rows.length + 1 }, (_, index) => 740 - (index * (740 - bottom)) / rows.length);
    return paper([...text(250, 760, '支出决算表', 14), ...table(columns, edges, rows)]);
  };

  it('is one with other widths, when title and head are repeated and it had filled its page', async () => {
    const found = tables(
      await read(
        titled([50, 150, 300, 400, 500], [head, ...upper], 80),
        titled([50, 130, 260, 420, 550], [head, ...lower], 600),
      ),
    );
    expect(found.map(texts)).toEqual([[head, ...upper, ...lower]]);
  });

  it('is another where it ends high on its page, or begins anew', async () => {
    expect(
      tables(
        await read(
          titled([50, 150, 300, 400, 500], [head, ...upper], 500),
          titled([50, 130, 260, 420, 550], [head, ...lower], 600),
        ),
      ),
    ).toHaveLength(2);
    expect(
      tables(
        await read(
          titled([50, 150, 300, 400, 500], [head, ...upper], 80),
          titled([50, 130, 260, 420, 550], [head, ...upper.slice(0, 2)], 600),
        ),
      ),
    ).toHaveLength(2);
  });
});

describe('a table without rules on several pages', () => {
  const listed = (rows: readonly (readonly string[])[], title = '表二：支出预算表'): PdfPage =>
    paper(
      [
        ...text(220, 760, title, 14),
        ...[head, ...rows].flatMap((cells, row) =>
          cells.flatMap((cell, column) => text([50, 150, 330, 450][column] ?? 0, 720 - row * 24, cell)),
        ),
      ],
      { view: [0, 0, 600, 800] },
    );

  it('goes on under its repeated title and head', async () => {
    const found = tables(await read(listed(upper), listed(lower)));
    expect(found.map(texts)).toEqual([[head, ...upper, ...lower]]);
  });

  it('does not go on under another title, after its total, or where it begins anew', async () => {
    expect(tables(await read(listed(upper), listed(lower, '表三：支出决算表')))).toHaveLength(2);
    expect(tables(await read(listed([...upper, ['合计', '', '31.70', '30.50']]), listed(lower)))).toHaveLength(2);
    expect(tables(await read(listed(upper), listed(upper)))).toHaveLength(2);
  });
});

describe('forms that touch', () => {
  const columns = [50, 150, 300, 400, 500];
  const second = [
    ['“三公”经费支出决算表', null, null, null],
    ['项目', null, '预算数', '决算数'],
    ['合计', null, '5.00', '4.00'],
    ['公务接待费', null, '5.00', '4.00'],
  ];
  const edges = Array.from({ length: 10 }, (_, index) => 740 - index * 24);

  it('are two where a title stands between them', async () => {
    const found = tables(await read(paper(table(columns, edges, [head, ...upper, ...second]))));
    expect(found.map(({ rows, columns: wide }) => [rows, wide])).toEqual([
      [5, 4],
      [3, 3],
    ]);
    expect(found[1]?.captions.map((line) => line.text)).toEqual(['“三公”经费支出决算表']);
  });

  it('are one form where the row between names a part of it', async () => {
    expect(
      tables(
        await read(paper(table(columns, edges, [head, ...upper, ['二、其他', null, null, null], ...second.slice(1)]))),
      ),
    ).toHaveLength(1);
  });
});

describe('a ruled head', () => {
  const rows = upper.flatMap((cells, row) =>
    cells.flatMap((cell, column) => text([54, 154, 340, 440][column] ?? 0, 690 - row * 24, cell)),
  );

  it('is one table with the rows below it that nothing rules', async () => {
    const found = tables(await read(paper([...table([50, 150, 300, 400, 500], [740, 710], [head]), ...rows])));
    expect(found.map(texts)).toEqual([[head, ...upper]]);
  });

  it('stays a table of its own without figures close below', async () => {
    const found = tables(
      await read(
        paper([
          ...table([50, 150, 300, 400, 500], [740, 710, 680], [head, upper[0] ?? []]),
          ...text(50, 400, '以上为2023年度决算数。'),
        ]),
      ),
    );
    expect(found.map(({ rows: count }) => count)).toEqual([2]);
  });
});

describe('a watermark that lies level', () => {
  const form = table(
    [50, 150, 300, 400, 500],
    Array.from({ length: 6 }, (_, index) => 740 - index * 24),
    [head, ...upper],
  );
  const faint = (steps: readonly Step[]): Step[] => [['save'], ['setGState', [['ca', 0.3]]], ...steps, ['restore']];

  it.each([
    ['large', text(120, 680, '某市财政公开', 40)],
    ['small and faint', faint(text(303, 697, '公开', 10))],
  ])('leaves the amounts below it as they are: %s', async (_, mark) => {
    const found = tables(await read(paper([...form, ...mark])));
    expect(found.map(texts)).toEqual([[head, ...upper]]);
    expect(found[0]?.confidence).toBe(1);
  });

  it('is not what a large title beside the table is, nor a faint figure in a cell of its own', async () => {
    const document = await read(
      paper([
        ...text(120, 760, '支出决算表', 20),
        ...table(
          [50, 150, 300],
          [740, 716, 692],
          [
            ['科目', '合计'],
            ['教育支出', ''],
          ],
        ),
        ...faint(text(160, 700, '31.70')),
      ]),
    );
    expect(paragraphs(document)).toEqual(['支出决算表']);
    expect(tables(document).map(texts)).toEqual([
      [
        ['科目', '合计'],
        ['教育支出', '31.70'],
      ],
    ]);
  });
});

describe('a page in columns', () => {
  const article = (lines: readonly string[], x: number): Step[] =>
    lines.flatMap((line, row) => text(x, 700 - row * 16, line));
  const columns = [
    ['全年收入总计869.10万元，', '比上年增加29.60万元，主', '要是人员增加。支出总计与'],
    ['收入相等。其中基本支出六', '百余万元，占七成，项目支', '出占三成。收支相抵，年末'],
    ['无结余。下年度将继续过紧', '日子，压减一般性支出，保', '障重点。'],
  ];

  it('is read column by column', async () => {
    const document = await read(paper(columns.flatMap((lines, index) => article(lines, 40 + index * 180))));
    expect(tables(document)).toEqual([]);
    expect(paragraphs(document)).toEqual([columns.flat().join('')]);
  });

  it('of figures is a table', async () => {
    const document = await read(
      paper(
        [head, ...upper].flatMap((cells, row) =>
          cells.flatMap((cell, column) => text(40 + column * 140, 700 - row * 24, cell)),
        ),
      ),
    );
    expect(tables(document).map(texts)).toEqual([[head, ...upper]]);
  });
});

describe('a paragraph', () => {
  it('goes on after a short line that ends with a comma or semicolon, not after one that ends a sentence', async () => {
    const lines = [
      '本年支出合计 2155.35 万元，其中：基本支出 1399.31 万元，占 64.92 %；',
      '项目支出 517.30 万元，占 24.00 %。',
      '另有说明。',
    ];
    expect(paragraphs(await read(paper(lines.flatMap((line, row) => text(60, 700 - row * 18, line)))))).toEqual([
      `${lines[0] ?? ''}${lines[1] ?? ''}`,
      '另有说明。',
    ]);
  });
});

describe('what is no writing', () => {
  it.each([['W5QT!&13Y;E&$TYv. r=(NqM@ Nq(m K]E1#0 7KE1 XGc$Tx,E1'], ['龘靐齉爩麤灪籱爨癵驫'.repeat(12)]])(
    'is told: %s',
    (line) => {
      expect(isWriting([line])).toBe(false);
    },
  );

  it.each([
    ['This is the budget report of the year 2024, in English.'],
    ['合计 1,316.70 1,053.05 263.65'],
    ['31.70 30.50 12.55 9,155.00 0.00'],
    ['6-1 重点项目 ........................62 6-2 汇总表 .......................65'],
    ['GDP CPI R&D PPP SUV www.example.gov.cn'],
    ['全年支出合计869.10万元，比上年增加29.60万元。'.repeat(8)],
  ])('is not: %s', (line) => {
    expect(isWriting([line])).toBe(true);
  });
});
