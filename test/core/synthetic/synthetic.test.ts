import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountsArbitrary, accountSheets } from './accounts.ts';
import { addedArbitrary, addedSheets } from './added.ts';
import { accountLines, budgetLines } from './beside.ts';
import { budgetArbitrary, budgetSheets } from './budget.ts';
import { alarmsOf, examined, plant, plantings, plantInText, reported, type Told } from './plant.ts';
import { drawnOf, placesOf, styles, type Sheet, type Style } from './sheet.ts';

/** What documents there are, what they are called, and what is said beside their forms. */
const kinds: readonly {
  readonly name: string;
  readonly title: string;
  readonly sheets: fc.Arbitrary<(style: Style) => Sheet[]>;
  readonly lines: (sheets: readonly Sheet[], style: Style) => string[];
}[] = [
  {
    name: 'final accounts',
    title: '示例市政务服务中心2024年度部门决算公开',
    sheets: accountsArbitrary.map((accounts) => (style: Style) => accountSheets(accounts, style)),
    lines: accountLines,
  },
  {
    name: 'added forms and evaluations',
    title: '示例市政务服务中心2024年度部门决算公开',
    sheets: addedArbitrary.map((added) => (style: Style) => addedSheets(added, style)),
    lines: () => [],
  },
  {
    name: 'budgets',
    title: '示例市政务服务局2024年部门预算',
    sheets: budgetArbitrary.map((budget) => (style: Style) => budgetSheets(budget, style)),
    lines: budgetLines,
  },
];

const cases = kinds.flatMap((kind) =>
  styles.map((style) => ({
    ...kind,
    style,
    called: `${style.unit} with ${style.decimals} decimals, ${style.totals}${style.stripped ? ', stripped' : ''}`,
  })),
);

describe.each(cases)('random consistent $name in $called', ({ title, sheets, lines, style }) => {
  it('never alarm, and show any change beyond rounding in an amount that is checked, of the forms or of the text', () => {
    fc.assert(
      fc.property(
        sheets,
        fc.array(fc.tuple(plantings, fc.boolean()), { minLength: 1, maxLength: 2 }),
        (sheetsOf, changes) => {
          const told: Told = { drawn: drawnOf(sheetsOf(style), style), lines: lines(sheetsOf(style), style), title };
          const places = placesOf(sheetsOf(style), style);
          const before = examined(told);
          expect(before.alarms).toEqual([]);
          if (told.lines.length > 0) expect(before.said.length).toBeGreaterThan(5);
          for (const [change, inText] of changes) {
            const planted =
              inText && told.lines.length > 0 ? plantInText(told, before, change) : plant(told, places, before, change);
            if (planted === null) continue;
            const report = reported(planted.told);
            expect(planted.isFound(report), `${planted.said}; ${alarmsOf(report).join('\n')}`).toBe(true);
          }
        },
      ),
      { numRuns: Number(process.env.TIEOUT_SYNTHETIC_RUNS ?? 4) },
    );
  });
});
