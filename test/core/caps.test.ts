import { expect, it } from 'vitest';
import { check } from '../../core/check.ts';
import type { Document } from '../../core/document/document.ts';
import { beyondCaps } from '../../core/report/beyond-caps.ts';
import type { Report } from '../../core/report/schema.ts';
import { isPartial } from '../../entrypoints/shared/findings/outcome.ts';
import { drain, TookTooLong } from '../../tools/run.ts';

const documentOf = (text: string): Document => ({
  source: { url: 'http://a.gov.cn/', title: '示例局2024年度部门决算', kind: 'html' },
  blocks: [{ kind: 'paragraph', id: 'p1', text, place: {} }],
  unreadPages: [],
});
const tooLong = ({ unchecked }: Report): number => unchecked.filter(({ reason }) => reason === 'too-long').length;

it('a paragraph beyond the cap is told as unchecked, one within it is read', () => {
  expect(tooLong(drain(check(documentOf('甲科、'.repeat(7_000)))))).toBe(1);
  expect(tooLong(drain(check(documentOf('甲科、'.repeat(400)))))).toBe(0);
});

it('a sentence beyond its cap is told, the same words in several sentences are read', () => {
  const long = '甲科、'.repeat(2_500);
  expect(tooLong(drain(check(documentOf(long))))).toBe(1);
  expect(tooLong(drain(check(documentOf(long.replaceAll('甲科、甲科、', '甲科、甲科。')))))).toBe(0);
});

it('what is beyond a cap is said in a sentence, in both languages, and is no clean bill', () => {
  const report = drain(check(documentOf('甲科、'.repeat(7_000))));
  expect(beyondCaps(report, 'zh')).toEqual([
    { reason: 'too-long', text: '一段文字超过 20,000 字，或一句话超过 6,000 字，这一段没有核对。' },
  ]);
  expect(beyondCaps(report, 'en').map(({ text }) => text)).toEqual([
    'A paragraph of more than 20,000 characters, or with a sentence of more than 6,000, was not checked.',
  ]);
  expect(isPartial(report)).toBe(true);
  const short = drain(check(documentOf('甲科、'.repeat(400))));
  expect(beyondCaps(short, 'zh')).toEqual([]);
  expect(isPartial(short)).toBe(false);
});

it('a check that takes too long is ended with a sentence', () => {
  function* endless(): Generator<void, number> {
    for (;;) yield;
  }
  expect(() => drain(endless(), 5)).toThrow(TookTooLong);
});

it('a table of more cells than any has, and what follows more text than any has, are told as unchecked; the rest is checked', () => {
  const wide = 1000;
  // `places` may be more than there are cells: what a cell covers, and what is empty.
  const table = (id: string, rows: number, places = rows * wide): Document['blocks'][number] => ({
    kind: 'table',
    id,
    captions: [],
    notes: [],
    rows,
    columns: places / rows,
    place: {},
    confidence: 1,
    cells: Array.from({ length: rows * wide }, (_, index) => ({
      row: Math.floor(index / wide),
      column: index % wide,
      rowSpan: 1,
      columnSpan: 1,
      text: '',
      place: {},
    })),
  });
  const paragraph = (id: string, text: string): Document['blocks'][number] => ({
    kind: 'paragraph',
    id,
    text,
    place: {},
  });
  const checked = drain(
    check({
      ...documentOf(''),
      blocks: [
        table('t1', 121),
        table('t3', 1, 400_000),
        paragraph('p1', '甲'.repeat(1_499_990)),
        table('t2', 1),
        paragraph('p2', '2024年收入总计10.00万元。'),
      ],
    }),
  );
  expect(checked.unchecked.filter(({ reason }) => reason === 'too-large')).toEqual([
    { rule: 'form', reason: 'too-large', relations: 3 },
  ]);
  expect(checked.tables.map(({ id }) => id)).toEqual(['t2']);
  expect(drain(check({ ...documentOf(''), blocks: [table('t1', 2), paragraph('p1', '甲')] })).unchecked).toEqual([]);
});
