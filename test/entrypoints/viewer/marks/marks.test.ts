import { expect, test } from 'vitest';
import type { Document } from '../../../../core/document/document.ts';
import { emptyCoverage } from '../../../../core/report/coverage.ts';
import type { CellPlace, Finding, Report } from '../../../../core/report/schema.ts';
import { reportVersion } from '../../../../core/report/version.ts';
import { findingSchema, reportSchema } from '../../../../core/report/schema.ts';
import { marksOf, placeIndex } from '../../../../entrypoints/viewer/marks/marks.ts';
import { spotsOf } from '../../../../entrypoints/viewer/reading/places.ts';

const area = (page: number, row: number, column: number) => ({
  page,
  left: 100 * column,
  right: 100 * column + 90,
  top: 700 - 20 * row,
  bottom: 685 - 20 * row,
});
const table = (id: string, page: number): Document['blocks'][number] => ({
  kind: 'table',
  id,
  captions: [],
  notes: [],
  rows: 3,
  columns: 3,
  place: { page },
  confidence: 1,
  cells: [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text: '1',
      place: { page, area: area(page, row, column), ink: [area(page, row, column)] },
    })),
  ),
});
const document: Document = {
  source: { url: 'x', title: '', kind: 'pdf', pages: 9 },
  blocks: [table('t1', 3), table('t2', 2)],
  unreadPages: [],
};

const place = (role: CellPlace['role'], id: string, row: number, column: number): CellPlace => ({
  role,
  table: id,
  row,
  column,
  rowLabel: '',
  columnLabel: '',
  text: '1',
});
const finding = (id: string, verdict: Finding['verdict'], places: CellPlace[]): Finding =>
  findingSchema.parse({
    id,
    rule: 'footing/x',
    verdict,
    statement: { kind: 'remark', remark: 'enumeration', values: {} },
    terms: [],
    related: [],
    places,
  });
const report = (findings: Finding[]): Report =>
  reportSchema.parse({
    schema: reportVersion,
    source: { url: 'x', title: '', kind: 'pdf' },
    document: { kind: 'unknown', publisher: null, year: null },
    coverage: emptyCoverage,
    sets: [],
    paragraphs: [],
    tables: [],
    findings,
    unchecked: [],
  });
const marks = async (findings: Finding[], shown: Finding['verdict'][]) =>
  marksOf(report(findings), await spotsOf(report(findings), document, () => Promise.resolve([])), shown);

test('findings about one figure share a mark, the gravest first', async () => {
  const findings = [
    finding('a', 'notice', [place('suspect', 't1', 1, 1)]),
    finding('b', 'inconsistent', [place('total', 't1', 2, 2), place('suspect', 't1', 1, 1)]),
  ];
  const [mark, ...others] = await marks(findings, ['inconsistent', 'notice']);
  expect(others).toEqual([]);
  expect(mark?.verdict).toBe('inconsistent');
  expect(mark?.findings.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(mark?.box).toEqual(area(3, 1, 1));
  const [, second] = findings;
  expect(mark && second && placeIndex(mark, second)).toBe(1);
});

test('marks are numbered in the order of the pages, from top to bottom', async () => {
  const findings = [
    finding('a', 'inconsistent', [place('suspect', 't1', 0, 0)]),
    finding('b', 'inconsistent', [place('suspect', 't2', 2, 1)]),
    finding('c', 'inconsistent', [place('suspect', 't2', 0, 2)]),
  ];
  const all = await marks(findings, ['inconsistent']);
  expect(all.map((mark) => [mark.findings[0]?.id, mark.index, mark.count])).toEqual([
    ['c', 1, 3],
    ['b', 2, 3],
    ['a', 3, 3],
  ]);
});

test('only the verdicts that are shown, and only places that the document has', async () => {
  const findings = [
    finding('a', 'rounding', [place('suspect', 't1', 0, 0)]),
    finding('b', 'inconsistent', [place('suspect', 't9', 0, 0)]),
  ];
  expect(await marks(findings, ['inconsistent', 'notice'])).toEqual([]);
  expect(await marks(findings, ['inconsistent', 'rounding'])).toHaveLength(1);
});
