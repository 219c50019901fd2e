import { figureKey, hostOf, type Figure } from '../../document/figure.ts';
import { classByName } from '../../recognise/classes.ts';
import type { FormSet } from '../../recognise/form.ts';
import { plainLabel } from '../../recognise/grid.ts';
import { accountPath } from '../../recognise/narrative/account-path.ts';
import type { Fact } from '../../recognise/narrative/claim.ts';
import type { Section } from '../../recognise/narrative/section.ts';
import type { Fund, Subject } from '../../recognise/facts/fact.ts';
import { budgetIndex, subjectsOfText, type AccountWanted, type BudgetIndex, type Wanted } from '../budget-index.ts';
import { left, right, type Relation } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { claimsOf, economic, tellingUnitsInText, tellingUnitsOfClosed } from './narrative-ties.ts';

/**
 * A figure of the text and the amounts of the forms that it may be, each as the figures that make it up. Words are all that ties them, so that the text has to prove itself:
 * what fails counts only where at least three statements agree with the forms, and three times as many as do not.
 */
function tie(set: FormSet, figure: Figure, places: readonly (readonly Figure[])[], isSure: boolean): Relation[] {
  const first = places[0]?.[0];
  if (!first) return [];
  const relation: Relation = {
    kind: 'same',
    readings: places.map((figures) => [left(figure), ...figures.map(right)]),
    pattern: `${set.id}/budget`,
    slipTells: isSure ? tellingUnitsOfClosed : tellingUnitsInText,
    table: first.place.in === 'table' ? first.place.table : '',
  };
  if (!set.clear || !set.claimsTied) return [{ ...relation, unchecked: 'unclear-set' }];
  return [isSure ? relation : { ...relation, guess: 'unclear-claim' }];
}

const amountKey = ({ quantity, unit }: Figure): string =>
  quantity.kind === 'amount' ? `${quantity.value.toFixed()} ${unit ?? ''}` : '';

/** Totals of the year with and without what was carried over are both printed, and the rest does not depend on it. */
const carriesNothing = ({ item, fund, flow, part }: Subject): boolean =>
  item.kind !== 'total' || (fund === 'all' && part === 'total' && (flow === 'income' || flow === 'expenditure'));

/** What the forms print of each subject that a fact may speak of; each place once. */
const placesOf = (index: BudgetIndex, wanted: readonly Subject[]): Figure[] => [
  ...new Map(wanted.flatMap((subject) => index.of(subject)).map((figure) => [figureKey(figure), figure])).values(),
];

/** Facts with what they may stand for, and whether each is stated with one amount only: with several it may be that of several bodies. */
function singled<T>(
  facts: readonly { readonly fact: Fact; readonly wanted: T }[],
): { fact: Fact; wanted: T; isOne: boolean }[] {
  const amounts = new Map<string, Set<string>>();
  const keyOf = (wanted: T): string => JSON.stringify(wanted);
  for (const { fact, wanted } of facts)
    amounts.set(keyOf(wanted), (amounts.get(keyOf(wanted)) ?? new Set<string>()).add(amountKey(fact.figure)));
  return facts.map(({ fact, wanted }) => ({ fact, wanted, isOne: amounts.get(keyOf(wanted))?.size === 1 }));
}

/** Parts of all expenditure, of whatever money. */
const isPart = ({ fund, part }: Subject): boolean => fund === 'all' && part !== 'total';

/** Money of one budget, or fiscal money. */
const isOfBudget = ({ item, fund }: Subject): boolean =>
  item.kind === 'total' && ['fiscal', 'general', 'government-fund', 'state-capital'].includes(fund);

/**
 * Parts that may divide other money than the department's: 财政拨款支出500万元，其中：基本支出300万元, or where no heading says what is spoken of.
 */
function underOtherMoney(facts: readonly { readonly fact: Fact; readonly wanted: Wanted }[]): Set<Fact> {
  const found = new Set<Fact>();
  const divided = new Set<string>();
  for (const { fact, wanted } of facts) {
    const paragraph = hostOf(fact.figure);
    if (wanted.subjects.some(isOfBudget)) divided.add(paragraph);
    else if (
      wanted.subjects.some(isPart) &&
      (fact.section === null || fact.section === 'other' || divided.has(paragraph))
    )
      found.add(fact);
  }
  return found;
}

/** What a budget says is planned. */
const plannedFacts = (set: FormSet): Fact[] =>
  set.forms.some(({ id }) => id.startsWith('budget-'))
    ? claimsOf(set, 'fact').filter(({ basis }) => basis !== 'outturn')
    : [];

function* statedTotals(set: FormSet): Generator<Relation> {
  const facts = plannedFacts(set)
    .map((fact) => ({ fact, wanted: subjectsOfText(fact.name, fact.section) }))
    .flatMap(({ fact, wanted }) => (wanted ? [{ fact, wanted }] : []));
  if (facts.length === 0) return;
  const index = budgetIndex(set);
  const dividing = underOtherMoney(facts);
  for (const { fact, wanted, isOne } of singled(facts)) {
    // What only its loose reading finds in the forms is not certain to be meant.
    const isThere = placesOf(index, wanted.subjects).length > 0;
    const isClear =
      isThere && isOne && !dividing.has(fact) && (!index.carries || wanted.subjects.every(carriesNothing));
    yield* tie(
      set,
      fact.figure,
      placesOf(index, [...wanted.subjects, ...wanted.loosely]).map((place) => [place]),
      isClear,
    );
  }
}

const lengths = { class: 3, section: 5, item: 7 } as const;

/** Whose accounts a heading speaks of: those of the general budget where it does not say. */
const fundsUnder = (section: Section | null): readonly Fund[] =>
  section === 'fund' ? ['government-fund'] : section === 'capital' ? ['state-capital'] : ['general', 'fiscal', 'all'];

/** The account that a fact names: by class, section and item, a class by its name alone, a use under basic expenditure. */
function accountNamed({ name: printed, section }: Fact): { account: AccountWanted; funds: readonly Fund[] } | null {
  const name = printed.replace(/科目$/, '');
  const path = accountPath(name);
  const last = path.at(-1);
  if (!last || section === 'performance' || section === 'glossary') return null;
  const funds = fundsUnder(section);
  // 商品和服务支出(302) of all expenditure is no use of the basic expenditure alone.
  if (
    section !== 'basic' &&
    path.some(({ name: own, code }) => code?.startsWith('3') === true || economic.test(plainLabel(own)))
  )
    return null;
  if (path.some(({ level }) => level !== null)) {
    return {
      funds,
      account: {
        ...(last.code === undefined ? {} : { code: last.code }),
        name: last.name,
        length: last.level && lengths[last.level],
        parents: path.slice(0, -1).map((one) => one.name),
      },
    };
  }
  if (classByName(name) !== null && !name.startsWith('其他'))
    return { funds, account: { name, length: 3, parents: [] } };
  return section === 'basic' ? { funds: ['general'], account: { name, length: null, parents: [] } } : null;
}

function* statedAccounts(set: FormSet): Generator<Relation> {
  const facts = plannedFacts(set).flatMap((fact) => {
    const wanted = accountNamed(fact);
    return wanted ? [{ fact, wanted }] : [];
  });
  if (facts.length === 0) return;
  const index = budgetIndex(set);
  for (const { fact, wanted, isOne } of singled(facts))
    yield* tie(set, fact.figure, index.account(wanted.account, wanted.funds), isOne && !index.carries);
}

export const narrativeBudgetRules: readonly Rule[] = [
  {
    id: 'narrative/stated-budget',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['N01', 'N17', 'N24', 'X25'],
    relations: statedTotals,
  },
  {
    id: 'narrative/stated-budget-account',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['N02'],
    relations: statedAccounts,
  },
];
