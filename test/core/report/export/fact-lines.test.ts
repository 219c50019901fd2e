import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../core/recognise/recognise.ts';
import { factLines, type FactLine } from '../../../../core/report/export/fact-lines.ts';
import { accounts } from '../../accounts.ts';
import { budgetSet, budgetTitle } from '../../budgets.ts';
import { documentOf, drain, type Drawn } from '../../build.ts';

const linesOf = (drawn: readonly Drawn[], title?: string): FactLine[] =>
  factLines(drain(recognise(documentOf(drawn, title))));

describe('the facts of final accounts', () => {
  const lines = linesOf(accounts);

  it('say of an account whose money it is, which way it goes and which part of it it is', () => {
    expect(lines).toContainEqual(
      expect.objectContaining({
        body: '示例市政务服务中心',
        year: 2024,
        stage: 'outturn',
        flow: 'expenditure',
        fund: 'general',
        item: { kind: 'function', code: '201' },
        part: 'basic',
        measure: 'amount',
        unit: '万元',
      }),
    );
  });

  it('know the fund of a row and of a column, and the balances', () => {
    const kinds = new Set(lines.map(({ flow, fund }) => `${flow ?? ''} ${fund ?? ''}`));
    for (const kind of ['income government-fund', 'opening fiscal', 'closing all', 'resources all', 'uses fiscal'])
      expect(kinds).toContain(kind);
  });

  it('stand once each, with an exact amount', () => {
    const places = lines.map(({ place }) => JSON.stringify(place));
    expect(new Set(places).size).toBe(places.length);
    for (const { amount } of lines) expect(amount).toMatch(/^-?\d+(?:\.\d+)?$/);
  });
});

describe('the facts of a budget', () => {
  const lines = linesOf(budgetSet, budgetTitle);
  const of = (part: FactLine['part'], fund: string): string[] =>
    lines
      .filter((line) => line.part === part && line.fund === fund && line.item?.kind === 'total')
      .map(({ amount }) => amount);

  it('are told by title, head and row, whatever the form', () => {
    expect(lines.every(({ stage }) => stage?.startsWith('budget'))).toBe(true);
    expect(new Set(of('personnel', 'general'))).toEqual(new Set(['40.5']));
    expect(new Set(of('operating', 'general'))).toEqual(new Set(['7.5']));
  });

  it('leave open which way the income of one fund goes: with or without what was carried over', () => {
    const funds = lines.filter(({ fund, flow }) => fund !== 'all' && flow === 'income');
    expect(funds).toEqual([]);
  });

  it('list economic uses under the classification of their codes', () => {
    const kinds = new Set(lines.map(({ item }) => item?.kind));
    expect(kinds).toContain('function');
  });
});
