import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountsArbitrary, accountSheets } from './accounts.ts';
import { addedArbitrary, addedSheets } from './added.ts';
import { budgetArbitrary, budgetSheets } from './budget.ts';
import { alarmsOf, examined, plant, plantings, reported } from './plant.ts';
import { drawnOf, placesOf, styles, type Sheet, type Style } from './sheet.ts';

/** What documents there are, and what they are called. */
const kinds: readonly { readonly name: string; readonly title: string; readonly sheets: fc.Arbitrary<(style: Style) => Sheet[]> }[] = [
  { name: 'final accounts', title: '示例市政务服务中心2024年度部门决算公开', sheets: accountsArbitrary.map((accounts) => (style: Style) => accountSheets(accounts, style)) },
  { name: 'added forms and evaluations', title: '示例市政务服务中心2024年度部门决算公开', sheets: addedArbitrary.map((added) => (style: Style) => addedSheets(added, style)) },
  { name: 'budgets', title: '示例市政务服务局2024年部门预算', sheets: budgetArbitrary.map((budget) => (style: Style) => budgetSheets(budget, style)) },
];

const cases = kinds.flatMap((kind) => styles.map((style) => ({ ...kind, style, called: `${style.unit} with ${style.decimals} decimals, ${style.totals}${style.stripped ? ', stripped' : ''}` })));

describe.each(cases)('random consistent $name in $called', ({ title, sheets, style }) => {
  it('never alarm, and show any change beyond rounding in an amount that is checked', () => {
    fc.assert(fc.property(sheets, fc.array(plantings, { minLength: 1, maxLength: 2 }), (sheetsOf, changes) => {
      const drawn = drawnOf(sheetsOf(style), style);
      const places = placesOf(sheetsOf(style), style);
      const before = examined(drawn, title);
      expect(before.alarms).toEqual([]);
      for (const change of changes) {
        const planted = plant(drawn, places, before, change);
        if (planted === null) continue;
        const report = reported(planted.drawn, title);
        const found = report.findings.some((finding) => finding.verdict === 'inconsistent' && finding.places.some((place) => 'row' in place && `${place.table}:${place.row}:${place.column}` === planted.key));
        expect(found, `${planted.said}; ${alarmsOf(report).join('\n')}`).toBe(true);
      }
    }), { numRuns: Number(process.env.TIEOUT_SYNTHETIC_RUNS ?? 4), ...(process.env.TIEOUT_SYNTHETIC_SEED === undefined ? {} : { seed: Number(process.env.TIEOUT_SYNTHETIC_SEED) }) });
  });
});
