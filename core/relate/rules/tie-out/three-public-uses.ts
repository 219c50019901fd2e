import { amountInYuan, type Figure, isPrinted } from '../../../document/figure.ts';
import { lastDigit } from '../../../quantity/decimal.ts';
import { unitFactor } from '../../../quantity/unit.ts';
import { factsOf } from '../../../recognise/facts/facts.ts';
import type { AccountColumn, Dimensions, Fact, ThreePublicItem } from '../../../recognise/facts/fact.ts';
import { threePublicSubject } from '../../../recognise/facts/names.ts';
import type { FormSet } from '../../../recognise/form.ts';
import { budgetIndex } from '../../budget-index.ts';
import type { Notice } from '../../notice.ts';
import { bound, figureOfFact, isBudget, isSameMoney } from '../../facts.ts';
import type { Rule } from '../../rule.ts';

/** The items with their economic codes; not 30212, which holds travel for teaching and research as well. */
const uses: readonly (readonly [ThreePublicItem, string])[] = [
  ['reception', '30217'],
  ['operation', '30231'],
  ['purchase', '31013'],
];

const isOf =
  (of: ThreePublicItem) =>
  ({ dimensions: { item } }: Fact): boolean =>
    item.kind === 'three-public' && item.of === of;

const isBasic = ({ fund, part }: Dimensions): boolean => fund === 'general' && part === 'basic';

/** The one figure among facts; null for none or several. */
const only = (facts: readonly Fact[]): Figure | null =>
  facts.length === 1 && facts[0] ? figureOfFact(facts[0]) : null;

/** The columns of a budget that list general basic expenditure by use. */
const basicColumns = (set: FormSet): readonly AccountColumn[] =>
  factsOf(set).columns.filter((column) => isBudget(column) && column.by === 'use' && isBasic(column.dimensions));

/** “Three public” items of a budget but for those in lists of accounts, which print uses of the same name. */
function itemsOfBudget(set: FormSet, of: ThreePublicItem): readonly Figure[] {
  const listed = new Set(factsOf(set).columns.map(({ table }) => table));
  return budgetIndex(set)
    .of(threePublicSubject(of))
    .filter(({ place }) => place.in === 'table' && !listed.has(place.table));
}

/** Items of basic expenditure that are greater than what the “three public” form allows for all money: a remark, as places fill it in differently. */
function* aboveThreePublic(set: FormSet): Generator<Notice> {
  for (const [of, code] of uses) {
    const [all, ...others] = itemsOfBudget(set, of);
    const basic = basicColumns(set).flatMap(({ rows }) => {
      const [figure, ...more] = rows.get(code) ?? [];
      return figure && more.length === 0 ? [figure] : [];
    });
    const [use] = basic;
    if (!all || !use || others.some((other) => !isSameMoney(all, other)) || basic.some((one) => !isSameMoney(use, one)))
      continue;
    const [most, own] = [amountInYuan(all), amountInYuan(use)];
    const unit = all.unit === null ? null : lastDigit(all.decimals).times(unitFactor(all.unit));
    if (!most || !own || !unit || own.lte(most.plus(unit))) continue;
    yield {
      figures: [use, all],
      remark: 'above-three-public',
      values: {
        item: use.place.in === 'table' ? use.place.rowLabel : code,
        code,
        basic: use.text,
        whole: all.text,
      },
    };
  }
}

/** Basic expenditure holds a part of the “three public” expenses. */
export const threePublicUses: Rule = {
  id: 'tie-out/three-public-uses',
  family: 'tie-out',
  kind: 'conditional',
  catalogue: ['X18', 'YX8'],
  *relations(set) {
    const { facts } = factsOf(set);
    const basicOf = (code: string): Fact[] =>
      facts.filter(
        ({ dimensions }) => isBasic(dimensions) && dimensions.item.kind === 'use' && dimensions.item.code === code,
      );
    for (const [of, code] of uses) {
      const outturns = facts.filter((fact) => fact.dimensions.stage === 'outturn' && isOf(of)(fact));
      const basic = only(basicOf(code));
      if (outturns[0] && basic) yield* bound(outturns[0].table, only(outturns), [basic]);
      // Of the forms that list each use with its two codes, Beijing's, the items are those of the “three public” form.
      const [whole, ...more] = itemsOfBudget(set, of);
      const [column, ...others] = basicColumns(set).filter(({ official, twoCodes }) => official && twoCodes);
      if (whole?.place.in === 'table' && column && more.length + others.length === 0)
        yield* bound(whole.place.table, whole, (column.rows.get(code) ?? []).filter(isPrinted));
    }
  },
  notices: aboveThreePublic,
};
