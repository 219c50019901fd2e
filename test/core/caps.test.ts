import { expect, it } from 'vitest';
import { check } from '../../core/check.ts';
import type { Document } from '../../core/document/document.ts';
import type { Report } from '../../core/report/schema.ts';
import { drain, TookTooLong } from '../../tools/run.ts';

const documentOf = (text: string): Document => ({
  source: { url: 'http://a.gov.cn/', title: '示例局2024年度部门决算', kind: 'html' }, blocks: [{ kind: 'paragraph', id: 'p1', text, place: {} }], unreadPages: [],
});
const tooLong = ({ unchecked }: Report): number => unchecked.filter(({ reason }) => reason === 'too-long').length;

it('a paragraph beyond the cap is told as unchecked, one within it is read', () => {
  expect(tooLong(drain(check(documentOf('甲科、'.repeat(7_000)))))).toBe(1);
  expect(tooLong(drain(check(documentOf('甲科、'.repeat(400)))))).toBe(0);
});

it('a check that takes too long is ended with a sentence', () => {
  function* endless(): Generator<void, number> {
    for (;;) yield;
  }
  expect(() => drain(endless(), 5)).toThrow(TookTooLong);
});
