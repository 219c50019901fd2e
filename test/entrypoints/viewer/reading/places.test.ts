import { expect, test } from 'vitest';
import type { Box, Cell, Document, Table } from '../../../../core/document/document.ts';
import type { FindingPlace } from '../../../../core/report/schema.ts';
import type { FindText } from '../../../../entrypoints/viewer/reading/places.ts';
import { placeKey, spotsOf } from '../../../../entrypoints/viewer/reading/places.ts';
import { findingFixture } from '../../report-fixture.ts';

const area = (row: number, column: number): Box => ({
  page: 4,
  left: 100 + column * 50,
  right: 150 + column * 50,
  top: 700 - row * 20,
  bottom: 680 - row * 20,
});
const ink = (row: number, column: number): Box => ({
  ...area(row, column),
  left: area(row, column).right - 30,
  right: area(row, column).right - 2,
  top: area(row, column).top - 5,
});

function cell(row: number, column: number, text: string, span = 1): Cell {
  const box = { ...area(row, column), right: area(row, column + span - 1).right };
  return {
    row,
    column,
    rowSpan: 1,
    columnSpan: span,
    text,
    place: { page: 4, area: box, ink: text === '' ? [] : [ink(row, column)] },
  };
}

const cells = [
  cell(0, 0, '项目'),
  cell(0, 1, '金额'),
  cell(0, 2, '上年'),
  cell(1, 0, '合计'),
  cell(1, 1, '907.54'),
  cell(1, 2, ''),
  cell(2, 0, '备注', 2),
];
const table: Table = {
  kind: 'table',
  id: 't2',
  captions: [],
  notes: [],
  rows: 3,
  columns: 3,
  cells,
  place: { page: 4 },
  confidence: 1,
};
const sideways: Table = {
  ...table,
  id: 't3',
  cells: cells.map((each) => {
    const turn = (box: Box): Box => ({
      page: box.page,
      left: 700 - box.top,
      right: 700 - box.bottom,
      bottom: box.left,
      top: box.right,
    });
    return {
      ...each,
      place: {
        ...each.place,
        ...(each.place.area && { area: turn(each.place.area) }),
        ink: (each.place.ink ?? []).map(turn),
      },
    };
  }),
};
const document: Document = {
  source: { url: 'http://www.shili.gov.cn/a.pdf', title: '', kind: 'pdf', pages: 9 },
  blocks: [
    table,
    sideways,
    {
      kind: 'paragraph',
      id: 'p7',
      text: '共53.75万元',
      place: { page: 5, ink: [{ page: 5, left: 72, right: 200, bottom: 700, top: 712 }] },
    },
  ],
  unreadPages: [],
};
const place = (row: number, column: number, id = 't2') => ({
  role: 'suspect' as const,
  table: id,
  row,
  column,
  rowLabel: '',
  columnLabel: '',
  text: '',
});
const nowhere = () => Promise.resolve([]);
const spotOf = async (one: FindingPlace, findText: FindText) =>
  (await spotsOf({ findings: [findingFixture({ places: [one] })] }, document, findText))[placeKey(one)];

test('a figure: its glyphs, with the cell around them', async () => {
  expect(await spotOf(place(1, 1), nowhere)).toEqual({ box: ink(1, 1), area: area(1, 1), blank: false });
});

test('a blank cell: the cell', async () => {
  expect(await spotOf(place(1, 2), nowhere)).toEqual({ box: area(1, 2), area: area(1, 2), blank: true });
});

test('a place that no cell covers: where its row and column cross', async () => {
  expect(await spotOf(place(2, 2), nowhere)).toMatchObject({ box: area(2, 2), blank: true });
  expect(await spotOf(place(2, 2, 't3'), nowhere)).toMatchObject({
    box: { left: 40, right: 60, bottom: 200, top: 250 },
  });
});

test('a figure in a sentence: what the text of the page says, else the line', async () => {
  const figure = { role: 'suspect' as const, paragraph: 'p7', start: 1, end: 6, text: '53.75' };
  const box = { page: 5, left: 84, right: 114, bottom: 700, top: 710 };
  expect(await spotOf(figure, () => Promise.resolve([box]))).toMatchObject({ box, blank: false });
  expect(await spotOf(figure, nowhere)).toMatchObject({ box: { left: 72, right: 200 }, blank: true });
});

test('a table or paragraph that is not there', async () => {
  expect(await spotOf(place(1, 1, 't9'), nowhere)).toBeUndefined();
  expect(await spotOf({ role: 'total', paragraph: 'p9', start: 0, end: 1, text: '1' }, nowhere)).toBeUndefined();
});
