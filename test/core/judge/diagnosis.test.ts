import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../core/document/figure.ts';
import { evaluate } from '../../../core/judge/evaluate.ts';
import { diagnose, type Judged } from '../../../core/judge/diagnosis.ts';
import { addend, left, right, total, type Relation } from '../../../core/relate/relation.ts';
import { figureOf } from './figure.ts';

function judged(relations: readonly Relation[]): Judged[] {
  return relations.map((relation, index) => {
    const judgement = evaluate(relation);
    if (judgement.verdict === 'unchecked') throw new Error(judgement.reason);
    return { rule: `rule-${index}`, relation, judgement };
  });
}
const sum = (first: Figure, ...rest: readonly Figure[]): Relation => ({ kind: 'sum', table: 't1', readings: [[total(first), ...rest.map(addend)]] });
const same = (a: Figure, b: Figure): Relation => ({ kind: 'same', table: 't1', readings: [[left(a), right(b)]] });

/** Each suspect as text → likely value, by the rule it was found for. */
function found(relations: readonly Relation[]): Record<string, string> {
  return Object.fromEntries(diagnose(judged(relations)).filter(({ kind }) => kind === 'suspect').flatMap(({ failing, changes }) => failing.map((one) => [one.rule, changes.map(({ figure, likely }) => `${figure.text} → ${likely.toFixed()}`).join(', ')])));
}

/** A grid of two columns and two rows with totals; the texts may hold one mistake. */
function gridOf(texts: readonly (readonly string[])[]): Relation[] {
  const grid = texts.map((row, r) => row.map((text, c) => figureOf(text, { row: r, column: c, decimals: 2 })));
  const at = (row: number, column: number): Figure => grid[row]?.[column] ?? figureOf('');
  return [0, 1, 2].flatMap((index) => [sum(at(index, 0), at(index, 1), at(index, 2)), sum(at(0, index), at(1, index), at(2, index))]);
}

describe('diagnose', () => {
  it('names the one cell that breaks its row and its column, and the value that repairs both', () => {
    expect(found(gridOf([['927.71', '907.54', '19.77'], ['800.00', '790.00', '10.00'], ['127.71', '117.94', '9.77']]))).toEqual({ 'rule-0': '907.54 → 907.94', 'rule-3': '907.54 → 907.94' });
  });

  it('names a blank cell as well', () => {
    expect(found(gridOf([['10.00', '7.00', '3.00'], ['4.00', '', '1.00'], ['6.00', '4.00', '2.00']]))).toEqual({ 'rule-2': ' → 3', 'rule-3': ' → 3' });
  });

  it('names the grand total', () => {
    expect(found(gridOf([['11.00', '7.00', '3.00'], ['4.00', '3.00', '1.00'], ['6.00', '4.00', '2.00']]))).toEqual({ 'rule-0': '11.00 → 10', 'rule-1': '11.00 → 10' });
  });

  it('says nothing when two cells would explain it as well', () => {
    const [a, b] = [figureOf('5.00'), figureOf('7.00', { table: 't2' })];
    expect(found([same(a, b), sum(a, b)])).toEqual({});
  });

  it('says nothing about a single failing relation whose figures could all be wrong', () => {
    expect(found([sum(figureOf('5.00'), figureOf('7.00'))])).toEqual({});
  });

  it('names what is left when changing the others would break relations that hold', () => {
    const [a, b, c] = [figureOf('5.00'), figureOf('7.00'), figureOf('7.00', { table: 't2' })];
    const fives = ['t3', 't4'].map((table) => same(a, figureOf('5.00', { table })));
    expect(found([sum(a, b), sum(a, c), ...fives])).toEqual({ 'rule-0': '7.00 → 5', 'rule-1': '7.00 → 5' });
    // Two against two: nobody knows.
    expect(found([sum(a, b), sum(a, c), ...fives.slice(1)])).toEqual({});
  });

  it('says nothing when no one value repairs what several relations say differently', () => {
    const a = figureOf('5.00');
    expect(found([sum(a, figureOf('7.00')), sum(a, figureOf('9.00'))])).toEqual({});
  });

  it('prefers a typical slip among figures that would explain it as well', () => {
    const [a, b] = [figureOf('91.20'), figureOf('92.10')];
    expect(found([sum(a, b, figureOf('10.00')), same(a, figureOf('102.10', { table: 't2' }))])).toEqual({ 'rule-0': '91.20 → 102.1', 'rule-1': '91.20 → 102.1' });
    expect(found([sum(figureOf('120.00'), figureOf('93.00'), figureOf('72.00'))])).toEqual({ 'rule-0': '72.00 → 27' });
  });

  it('gives the value in the unit of the suspect', () => {
    const a = figureOf('5.00');
    const yuan = figureOf('70,000.00', { unit: '元', table: 't2' });
    expect(found([same(yuan, a), sum(a, figureOf('7.00'))])).toEqual({ 'rule-0': '5.00 → 7', 'rule-1': '5.00 → 7' });
    expect(found([same(a, yuan), same(a, figureOf('70,000.00', { unit: '元', table: 't3' }))])).toEqual({ 'rule-0': '5.00 → 7', 'rule-1': '5.00 → 7' });
  });

  it('finds two mistakes that do not touch', () => {
    const [a, b] = [figureOf('5.00'), figureOf('50.00')];
    const fives = ['t2', 't3'].map((table) => same(a, figureOf('6.00', { table })));
    const fifties = ['t2', 't3'].map((table) => same(b, figureOf('60.00', { table })));
    expect(found([...fives, ...fifties])).toEqual({ 'rule-0': '5.00 → 6', 'rule-1': '5.00 → 6', 'rule-2': '50.00 → 60', 'rule-3': '50.00 → 60' });
  });

  it('never blames a total that is fixed by convention', () => {
    const hundred = sum(figureOf('100'), figureOf('60'), figureOf('45'));
    expect(found([{ ...hundred, conventional: true }])).toEqual({});
  });
});
