import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../../core/document/document.ts';
import { tablesOf } from '../../../core/document/document.ts';
import { atOnce } from '../../../core/steps.ts';
import { assemble } from '../../../core/read/assemble.ts';
import type { RawBlock } from '../../../core/read/raw.ts';
import { cellsOf, documentOf, type Drawn } from '../build.ts';

const body = '项目|行次|金额|备注\n合计|1|5.00|\n一、外交支出|2|5.00|';
const one = (drawn: Drawn): Table => {
  const [table] = tablesOf(documentOf([drawn]));
  if (!table) throw new Error('no table');
  return table;
};
const texts = (table: Table): { captions: string[]; notes: string[]; rows: number; first: string } => ({
  captions: table.captions.map((line) => line.text),
  notes: table.notes.map((line) => line.text),
  rows: table.rows,
  first: table.cells[0]?.text ?? '',
});
const paragraph = (text: string, heading?: number): RawBlock => ({
  kind: 'paragraph',
  text,
  ...(heading === undefined ? {} : { heading }),
  place: {},
});
const grid = (drawing: string): RawBlock => ({
  kind: 'table',
  captions: [],
  ...cellsOf(drawing),
  place: {},
  confidence: 1,
});
const documentFrom = (...blocks: readonly RawBlock[]): Document =>
  atOnce(assemble({ url: '', title: '', kind: 'html' }, blocks));
const captionsOf = (document: Document): string[][] =>
  tablesOf(document).map((table) => table.captions.map((line) => line.text));
const notesOf = (document: Document): string[][] =>
  tablesOf(document).map((table) => table.notes.map((line) => line.text));

describe('caption rows in the grid', () => {
  it.each([
    ['one row of several cells', '部门：示例局|2024年度|单位：万元|公开01表'],
    ['title over the whole width', '收入支出决算总表|<|<|<'],
    ['title in the first of four unmerged cells', '收入支出决算总表|||'],
    ['a row each', '收入支出决算总表|<|<|<\n公开01表|<|<|<\n部门：示例局|<|<|<\n单位：万元|<|<|<'],
    ['blank rows between', '收入支出决算总表|<|<|<\n|||\n公开01表|<|<|<\n|||\n单位：万元|<|<|<\n|||'],
    ['a blank row first', '|||\n收入支出决算总表|<|<|<'],
    ['title and number in one row', '收入支出决算总表|<||公开01表'],
    ['publisher and unit in two merged cells', '收入支出决算总表|<|<|<\n编制单位：示例局|<|金额单位：万元|<'],
    ['number and unit to the right', '|||公开01表\n|||单位：万元'],
    ['number and unit in one cell', '收入支出决算总表|<|<|<\n公开01表 单位：万元|<|<|<'],
    ['the name of the ministry form in front', '|||财决公开01表\n收入支出决算总表|<|<|<'],
    ['a unit in brackets', '收入支出决算总表|<|<|<\n（单位：万元）|<|<|<'],
  ])('come off: %s', (_name, rows) => {
    const printed = rows.split(/[|\n]/).filter((text) => text !== '' && text !== '<');
    expect(texts(one({ grid: `${rows}\n${body}` }))).toEqual({ captions: printed, notes: [], rows: 3, first: '项目' });
  });

  it.each([
    ['a head', '收入|<|支出|<'],
    ['a head of one merged cell', '2024年决算数|<|<|<'],
    ['a head cell that spans two rows', '本表|收入|<|<\n^|一|二|三'],
    ['a title-like word beside other words', '决算总表|金额|预算|决算'],
    ['blank rows without a caption', '|||'],
  ])('stay: %s', (_name, rows) => {
    const count = rows.split('\n').length;
    expect(texts(one({ grid: `${rows}\n${body}` }))).toMatchObject({ captions: [], rows: 3 + count });
  });

  it('leave rows numbered from the head, spans intact', () => {
    const table = one({ grid: `收入支出决算总表|<|<|<\n收入|<|支出|<\n${body}` });
    expect(table.cells.slice(0, 3).map(({ row, column, columnSpan, text }) => [row, column, columnSpan, text])).toEqual(
      [
        [0, 0, 2, '收入'],
        [0, 2, 2, '支出'],
        [1, 0, 1, '项目'],
      ],
    );
    expect(Math.max(...table.cells.map((cell) => cell.row))).toBe(table.rows - 1);
  });
});

describe('note rows in the grid', () => {
  it.each([
    ['over the whole width', '注：本表反映本年度的收支。|<|<|<'],
    ['in the first cell', '注：本表反映本年度的收支。|||'],
    ['several', '注：1.本表反映本年度的收支。|<|<|<\n说明：本表无数据|<|<|<'],
    ['beside a blank rest', '备注: 尾差由单位换算产生。|<||'],
  ])('come off: %s', (_name, rows) => {
    const notes = rows.split(/[|\n]/).filter((text) => text !== '' && text !== '<');
    expect(texts(one({ grid: `${body}\n${rows}` }))).toEqual({ captions: [], notes, rows: 3, first: '项目' });
  });

  it('stay when an amount stands beside', () => {
    expect(texts(one({ grid: `${body}\n注：上年结转|||5.00` }))).toMatchObject({ notes: [], rows: 4 });
  });
});

describe('lines around a table', () => {
  it('are those directly above, nearest last', () => {
    expect(
      captionsOf(
        documentFrom(
          paragraph('第二部分 部门决算表', 1),
          paragraph('收入支出决算总表', 2),
          paragraph('单位：万元'),
          grid(body),
        ),
      ),
    ).toEqual([['第二部分 部门决算表', '收入支出决算总表', '单位：万元']]);
  });

  it('end at running text', () => {
    expect(
      captionsOf(
        documentFrom(
          paragraph('收入决算表'),
          paragraph('本年收入合计550.00万元，其中财政拨款540.00万元。'),
          paragraph('单位：万元'),
          grid(body),
        ),
      ),
    ).toEqual([['单位：万元']]);
    expect(captionsOf(documentFrom(paragraph('收入决算表'), paragraph('长'.repeat(81)), grid(body)))).toEqual([[]]);
  });

  it('are at most eight', () => {
    expect(
      captionsOf(documentFrom(...Array.from({ length: 12 }, (_, index) => paragraph(`行${index}`)), grid(body))),
    ).toEqual([['行4', '行5', '行6', '行7', '行8', '行9', '行10', '行11']]);
  });

  it('are not those of the table before', () => {
    const document = documentFrom(
      paragraph('收入决算表'),
      grid(body),
      paragraph('注：本表反映收入。'),
      paragraph('支出决算表'),
      grid(body),
      grid(body),
    );
    expect(captionsOf(document)).toEqual([['收入决算表'], ['支出决算表'], []]);
    expect(notesOf(document)).toEqual([['注：本表反映收入。'], [], []]);
  });

  it('put the caption of the markup between the lines above and the rows of the grid', () => {
    const table: RawBlock = {
      kind: 'table',
      captions: [{ text: '收入决算表', place: {} }],
      ...cellsOf(`单位：万元|<|<|<\n${body}`),
      place: {},
      confidence: 1,
    };
    expect(captionsOf(documentFrom(paragraph('第二部分'), table))).toEqual([['第二部分', '收入决算表', '单位：万元']]);
  });

  it.each(['说明：本表无数据', '本表无数据', '注：我单位没有政府性基金收支，故本表为空。', '备注：本表为空表'])(
    'below say %j',
    (text) => {
      expect(notesOf(documentFrom(grid(body), paragraph(text), paragraph('八、其他')))).toEqual([[text]]);
    },
  );

  it('continue a note, but not with the title of the next table', () => {
    const document = documentFrom(
      grid(body),
      paragraph('注：1.本表反映收入。'),
      paragraph('2.金额单位转换时可能存在尾差。'),
      paragraph('2.支出决算表'),
      grid(body),
    );
    expect(notesOf(document)).toEqual([['注：1.本表反映收入。', '2.金额单位转换时可能存在尾差。'], []]);
    expect(captionsOf(document)).toEqual([[], ['2.支出决算表']]);
  });

  it('below end at other text', () => {
    expect(notesOf(documentFrom(grid(body), paragraph('二、收入决算情况说明'), paragraph('注：另一处')))).toEqual([[]]);
  });
});

describe('a table that holds nothing but captions', () => {
  it('is the caption of the table below it', () => {
    const document = documentFrom(grid('收入决算表|<\n部门：示例局|单位：万元'), grid(body));
    expect(captionsOf(document)).toEqual([['收入决算表', '部门：示例局', '单位：万元']]);
    expect(tablesOf(document)).toHaveLength(1);
  });
});

it('numbers tables and paragraphs in reading order', () => {
  const document = documentFrom(paragraph('甲'), grid(body), paragraph('乙', 2), grid(body));
  expect(document.blocks.map((block) => block.id)).toEqual(['p1', 't1', 'p2', 't2']);
});

it('ends a cell that reaches into the notes below the table where the table ends', () => {
  const [table] = tablesOf(
    documentFrom({
      kind: 'table',
      captions: [],
      place: {},
      confidence: 1,
      rows: 3,
      columns: 2,
      cells: [
        { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '合计', place: {} },
        { row: 0, column: 1, rowSpan: 1, columnSpan: 1, text: '5.00', place: {} },
        { row: 1, column: 0, rowSpan: 1, columnSpan: 1, text: '外交', place: {} },
        { row: 1, column: 1, rowSpan: 2, columnSpan: 1, text: '', place: {} },
        { row: 2, column: 0, rowSpan: 1, columnSpan: 1, text: '注：本表无数据', place: {} },
      ],
    }),
  );
  expect(table?.rows).toBe(2);
  expect(table?.cells.every((cell) => cell.row + cell.rowSpan <= 2)).toBe(true);
});
