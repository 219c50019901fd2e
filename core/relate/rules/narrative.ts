import { amountOf, type Figure, hostOf, isPrinted } from '../../document/figure.ts';
import { Decimal, lastDigit, zero } from '../../quantity/decimal.ts';
import { isNonZeroAmount } from '../../quantity/quantity.ts';
import { unitFactor } from '../../quantity/unit.ts';
import { linesOf, sideOf, type FormSet } from '../../recognise/form.ts';
import type { Fact, FormShare, Share } from '../../recognise/narrative/claim.ts';
import {
  addend,
  deduction,
  denominator,
  left,
  numerator,
  part,
  percentage,
  right,
  total,
  whole,
  type Relation,
  type Term,
} from '../relation.ts';
import type { Rule } from '../rule.ts';
import { threePublicSubject } from '../../recognise/facts/names.ts';
import { budgetIndex } from '../budget-index.ts';
import { figureAt, formOf } from '../scope.ts';
import { accountRow, claimsOf, targetsOf, tellingUnitsInText, tellingUnitsOfClosed } from './narrative-ties.ts';

const isNegative = (figure: Figure): boolean => figure.quantity.kind === 'amount' && figure.quantity.value.isNegative();
const isNegativePercent = (figure: Figure): boolean =>
  figure.quantity.kind === 'percent' && figure.quantity.value.isNegative();
/** 持平, 无差异: nothing said in words. */
const isWord = (figure: Figure): boolean => !/\d/.test(figure.text);
const text = { table: '' } as const;

/** Facts that belong together: of one stretch of text and one basis, by item. An item stated more than once is told by its first statement. */
interface Bundle {
  readonly facts: readonly Fact[];
  /** Amounts under the same heading of which it is not known what they are. */
  readonly strange: readonly Fact[];
  readonly first: (item: string) => Figure | null;
  /** The item is stated with different amounts: they may be of different bodies. */
  readonly isAmbiguous: (item: string) => boolean;
}

function bundlesOf(set: FormSet): Bundle[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of claimsOf(set, 'fact')) {
    const key = `${fact.group}|${fact.basis}`;
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return [...groups.values()].map((facts) => ({
    facts: facts.filter((fact) => fact.item !== null),
    // 车均运行维护费1.98万元 belongs to no list.
    strange: facts.filter(
      (fact) => fact.item === null && isNonZeroAmount(fact.figure.quantity) && !/^(?:车均|人均|平均)/.test(fact.name),
    ),
    first: (item) => facts.find((fact) => fact.item === item)?.figure ?? null,
    isAmbiguous: (item) =>
      new Set(
        facts.flatMap((fact) =>
          fact.item === item && fact.figure.quantity.kind === 'amount' ? [fact.figure.quantity.value.toFixed()] : [],
        ),
      ).size > 1,
  }));
}

/** Parts that make up a whole. `complete`: those without which the list leaves something out. */
interface Composition {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly complete: readonly string[];
  /** There are no other parts by definition; else another amount in the list leaves it unclear. */
  readonly byDefinition?: boolean;
}

const otherSources = [
  'source:superior',
  'source:undertaking',
  'source:operating',
  'source:subordinate',
  'source:other',
];
const expenditureKinds = ['basic', 'project', 'to-superior', 'operating-expenditure', 'to-subordinate'];
const compositions: readonly Composition[] = [
  { whole: 'income', parts: ['source:fiscal', ...otherSources], complete: ['source:fiscal', ...otherSources] },
  {
    whole: 'income',
    parts: ['source:general', 'source:fund', 'source:capital', ...otherSources],
    complete: ['source:general', 'source:fund', 'source:capital', ...otherSources],
  },
  {
    whole: 'source:fiscal',
    parts: ['source:general', 'source:fund', 'source:capital'],
    complete: ['source:general', 'source:fund', 'source:capital'],
  },
  { whole: 'expenditure', parts: expenditureKinds, complete: expenditureKinds },
  {
    whole: 'total:income',
    parts: ['income', 'use-of-surplus', 'opening'],
    complete: ['income', 'use-of-surplus', 'opening'],
  },
  {
    whole: 'total:expenditure',
    parts: ['expenditure', 'distribution', 'closing'],
    complete: ['expenditure', 'distribution', 'closing'],
  },
  {
    whole: 'total:both',
    parts: ['income', 'use-of-surplus', 'opening'],
    complete: ['income', 'use-of-surplus', 'opening'],
  },
  {
    whole: 'total:both',
    parts: ['expenditure', 'distribution', 'closing'],
    complete: ['expenditure', 'distribution', 'closing'],
  },
  {
    whole: 'general:basic',
    parts: ['personnel', 'operating-costs'],
    complete: ['personnel', 'operating-costs'],
    byDefinition: true,
  },
  {
    whole: 'fiscal:income',
    parts: ['source:fiscal', 'fiscal:opening'],
    complete: ['source:fiscal', 'fiscal:opening'],
  },
  {
    whole: 'fiscal:expenditure',
    parts: ['fiscal:spent', 'fiscal:closing'],
    complete: ['fiscal:spent', 'fiscal:closing'],
  },
  {
    whole: 'fiscal:basic',
    parts: ['personnel', 'operating-costs'],
    complete: ['personnel', 'operating-costs'],
    byDefinition: true,
  },
  {
    whole: 'procurement:total',
    parts: ['procurement:goods', 'procurement:works', 'procurement:services'],
    complete: ['procurement:goods', 'procurement:works', 'procurement:services'],
    byDefinition: true,
  },
  { whole: 'procurement:sme', parts: ['procurement:micro'], complete: [] },
  {
    whole: 'fund',
    parts: ['fund:basic', 'fund:project'],
    complete: ['fund:basic', 'fund:project'],
    byDefinition: true,
  },
];
const threePublic: readonly Composition[] = [
  {
    whole: 'three-public:total',
    parts: ['three-public:abroad', 'three-public:vehicles', 'three-public:reception'],
    complete: ['three-public:abroad', 'three-public:vehicles', 'three-public:reception'],
    byDefinition: true,
  },
  {
    whole: 'three-public:total',
    parts: ['three-public:abroad', 'three-public:purchase', 'three-public:operation', 'three-public:reception'],
    complete: ['three-public:abroad', 'three-public:purchase', 'three-public:operation', 'three-public:reception'],
    byDefinition: true,
  },
  {
    whole: 'three-public:vehicles',
    parts: ['three-public:purchase', 'three-public:operation'],
    complete: ['three-public:purchase', 'three-public:operation'],
    byDefinition: true,
  },
  {
    whole: 'three-public:operation',
    parts: ['three-public:fuel', 'three-public:repairs', 'three-public:insurance', 'three-public:other'],
    complete: ['three-public:fuel', 'three-public:repairs', 'three-public:insurance', 'three-public:other'],
  },
  {
    whole: 'three-public:reception',
    parts: ['three-public:reception-foreign', 'three-public:reception-domestic'],
    complete: ['three-public:reception-foreign', 'three-public:reception-domestic'],
    byDefinition: true,
  },
];

/** A whole and its parts as far as the text states them: a sum where every part is stated, else the parts are not more than the whole. */
function* composed(
  bundle: Bundle,
  { whole: key, parts, complete, byDefinition = false }: Composition,
): Generator<Relation> {
  const all = bundle.first(key);
  const stated = parts.map((item) => bundle.first(item));
  const figures = stated.filter((figure) => figure !== null);
  if (!all || figures.length === 0) return;
  if ([key, ...parts].some((item) => bundle.isAmbiguous(item))) {
    yield { kind: 'sum', readings: [[total(all), ...figures.map(addend)]], unchecked: 'unclear-claim', ...text };
    return;
  }
  if (complete.length > 0 && complete.every((item) => bundle.first(item) !== null)) {
    const known = [total(all), ...figures.map(addend)];
    if (byDefinition || bundle.strange.length === 0) {
      yield { kind: 'sum', readings: [known], ...text };
      return;
    }
    // 其他支出19.77万元 among the kinds of expenditure: judged only if the list agrees with it or without it.
    yield {
      kind: 'sum',
      readings: [known, [...known, ...bundle.strange.map(({ figure }) => addend(figure))]],
      guess: 'unknown-item',
      ...text,
    };
  } else if (![all, ...figures].some(isNegative))
    yield { kind: 'bound', readings: [[whole(all), ...figures.map(part)]], ...text };
}

/** Whether a total is more than the year's 合计 by a balance that the same text states: only then it is certainly the 总计. */
function holdsBalance(bundle: Bundle, sum: Figure, [year, balance]: readonly [string, string]): boolean {
  const ofYear = bundle.first(year);
  const carried = bundle.first(balance);
  return (
    ofYear !== null &&
    carried !== null &&
    isNonZeroAmount(carried.quantity) &&
    sum.quantity.kind === 'amount' &&
    ofYear.quantity.kind === 'amount' &&
    !sum.quantity.value.eq(ofYear.quantity.value)
  );
}

/** 年初结转和结余＋本年收入－本年支出＝年末结转和结余, where the text states all four of government funds. */
function* fundYear(bundle: Bundle): Generator<Relation> {
  const keys = ['fund:closing', 'fund:opening', 'fund:income', 'fund'];
  const [closing, opening, income, spent] = keys.map((key) => bundle.first(key));
  if (closing && opening && income && spent && !keys.some((key) => bundle.isAmbiguous(key)))
    yield { kind: 'sum', readings: [[total(closing), addend(opening), addend(income), deduction(spent)]], ...text };
}

/**
 * What a year leaves, where the text states all that the form's two sides hold, and not their totals, which are held against them; without
 * the two rows that are mostly nought it is a guess.
 */
function* yearsFlow(bundle: Bundle): Generator<Relation> {
  const keys = ['closing', 'opening', 'income', 'expenditure', 'use-of-surplus', 'distribution'];
  const [closing, opening, income, spent, used, distributed] = keys.map((key) => bundle.first(key));
  if (!closing || !opening || !income || !spent || keys.some((key) => bundle.isAmbiguous(key))) return;
  if (['total:both', 'total:income', 'total:expenditure'].some((key) => bundle.first(key) !== null)) return;
  const terms = [total(closing), addend(opening), addend(income), deduction(spent)];
  if (used && distributed) yield { kind: 'sum', readings: [[...terms, addend(used), deduction(distributed)]], ...text };
  else yield { kind: 'sum', readings: [terms], guess: 'unclear-claim', slipTells: tellingUnitsInText, ...text };
}

/** 收、支总计各增加34.56万元: both totals are one amount if one change is that of both. */
const changedTogether = (set: FormSet, one: Figure, other: Figure): boolean =>
  claimsOf(set, 'growth').some(({ currents }) => currents.includes(one) && currents.includes(other));

/** 100 %, from which shares that are each cut off or rounded stay away by as much as they lose together. */
function hundred(shares: readonly Figure[]): Figure {
  const decimals = Math.max(...shares.map((share) => share.decimals));
  return {
    quantity: { kind: 'percent', value: new Decimal(100), decimals },
    text: '100%',
    unit: null,
    decimals,
    confidence: 1,
    spread: lastDigit(decimals).times(shares.length).div(2),
    place: { in: 'rule', constant: 'hundred', of: '' },
  };
}

/** Whether the list names every account of the general budget form that has money. */
function namesAll(set: FormSet, codes: readonly string[]): boolean {
  const form = formOf(set, 'general-budget-expenditure');
  const side = form && sideOf(form, 'all');
  if (
    !side ||
    !set.clear ||
    !set.claimsTied ||
    side.lines.some((line) => line.key === null && line.figures.some(isPrinted))
  )
    return false;
  if (
    new Set(codes).size < codes.length ||
    codes.some((code) => codes.some((other) => other !== code && other.startsWith(code)))
  )
    return false;
  const items = linesOf(side, 'account:').filter(
    (line) =>
      line.code?.length === 7 &&
      line.figures.some(
        (figure) => isPrinted(figure) && !(figure.quantity.kind === 'amount' && figure.quantity.value.isZero()),
      ),
  );
  return items.length > 0 && items.every(({ code = '' }) => codes.some((named) => code.startsWith(named)));
}

/**
 * 公务接待费支出决算2.00万元，完成预算的66.67%: the budget stands in the form only. It is the one meant where the text states the
 * total's budget and the form has the same; else each must hold as others do.
 */
function* measuredByForm(set: FormSet): Generator<Relation> {
  const claims = [...claimsOf(set, 'form-completion'), ...claimsOf(set, 'form-difference')];
  const form = formOf(set, 'three-public');
  const sides = form?.sides.filter((side) => side.key === 'budget') ?? [];
  const [side] = sides;
  if (!form || !side || sides.length !== 1 || !set.clear || !set.claimsTied) return;
  const at = (item: string): Figure | null => figureAt(side, 'data', item.slice('three-public:'.length));
  const whole = at('three-public:total');
  const stated = claimsOf(set, 'fact').filter((fact) => fact.item === 'three-public:total' && fact.basis !== 'outturn');
  const same =
    stated.length > 0 &&
    whole !== null &&
    stated.every(
      ({ figure }) =>
        figure.quantity.kind === 'amount' &&
        whole.quantity.kind === 'amount' &&
        figure.unit === whole.unit &&
        figure.quantity.value.eq(whole.quantity.value),
    );
  for (const claim of claims) {
    const budget = at(claim.item);
    if (!budget || !isNonZeroAmount(budget.quantity)) continue;
    const [more, less] =
      claim.kind === 'form-difference' && claim.above ? [claim.outturn, budget] : [budget, claim.outturn];
    const relation: Relation =
      claim.kind === 'form-completion'
        ? {
            kind: 'ratio',
            readings: [[percentage(claim.percent), numerator(claim.outturn), denominator(budget)]],
            derived: true,
            table: form.table,
          }
        : {
            kind: 'sum',
            readings: [[total(claim.difference), addend(more), deduction(less)]],
            derived: true,
            table: form.table,
          };
    yield same ? relation : { ...relation, pattern: `${form.table}/completion` };
  }
}

/** A share's last decimal may be moved so that all come to 100 %; nobody moves a whole per cent (30 for 29.15). */
const movedIn = (share: Figure): Pick<Relation, 'moved'> => (share.decimals > 0 ? { moved: true } : {});

/** What forms print of all “three public” expenses: budget and outturn, as a share may be of either. */
function threePublicTotals(set: FormSet): Figure[] {
  const sides = formOf(set, 'three-public')?.sides ?? [];
  return [
    ...sides.flatMap((side) => figureAt(side, 'data', 'total') ?? []),
    ...budgetIndex(set).of(threePublicSubject('total')),
  ];
}

/** 占一般公共预算财政拨款支出的76.39%: the whole stands in a form only, where loosely used words may mean one of several. */
function* ofForm(set: FormSet, { percent, part: own, whole: key }: FormShare): Generator<Relation> {
  if (!set.clear || !set.claimsTied) return;
  const outturns = targetsOf(set, key).flatMap((target) => {
    const [one, ...others] = target;
    return one && others.length === 0 ? [one] : [];
  });
  const wholes = [...outturns, ...(key === 'three-public:total' ? threePublicTotals(set) : [])].filter(({ quantity }) =>
    isNonZeroAmount(quantity),
  );
  const [first] = wholes;
  if (first?.place.in === 'table')
    yield {
      kind: 'ratio',
      readings: wholes.map((all): Term[] => [percentage(percent), numerator(own), denominator(all)]),
      derived: true,
      ...movedIn(percent),
      table: first.place.table,
    };
}

/** Whether amounts in one unit add up exactly. */
const addsUp = (sum: Figure, parts: readonly Figure[]): boolean =>
  parts.every(({ unit }) => unit === sum.unit) &&
  parts.reduce((value, one) => value.plus(amountOf(one)), zero).eq(amountOf(sum));

const valueOf = ({ quantity, unit }: Figure): Decimal | null =>
  quantity.kind === 'amount' && unit !== null ? quantity.value.times(unitFactor(unit)) : null;

/** Whether a share is what its part and its only whole come to, as printed. */
function isRight({ percent, parts, wholes }: Share): boolean {
  const [whole, ...more] = wholes;
  const [part, ...others] = parts;
  const [all, own] = [whole && valueOf(whole), part && valueOf(part)];
  if (!all || !own || all.isZero() || more.length + others.length > 0 || percent.quantity.kind !== 'percent')
    return false;
  const { value, decimals } = percent.quantity;
  return !value.isZero() && own.div(all).times(100).toDecimalPlaces(decimals).eq(value);
}

/** Whether another share of the same paragraph proves that its whole is the one meant: 税务部门…，占收入的40%；财政部门…，占收入的60%. */
function isBorneOut(claim: Share, claims: readonly Share[]): boolean {
  const [whole] = claim.wholes;
  return claims.some(
    (other) =>
      other !== claim &&
      whole !== undefined &&
      claim.wholes.length === 1 &&
      other.wholes[0] === whole &&
      hostOf(other.percent) === hostOf(claim.percent) &&
      isRight(other),
  );
}

export const narrativeRules: readonly Rule[] = [
  {
    id: 'narrative/composition',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['N06', 'N21'],
    *relations(set) {
      for (const bundle of bundlesOf(set)) for (const composition of compositions) yield* composed(bundle, composition);
    },
  },
  {
    id: 'narrative/three-public-parts',
    family: 'narrative',
    kind: 'hard',
    catalogue: ['N17'],
    *relations(set) {
      for (const bundle of bundlesOf(set)) {
        for (const composition of threePublic) {
          // Receptions and vehicles have two parts by definition; of the whole, conferences may be counted with it.
          if (
            composition.whole !== 'three-public:total' ||
            composition.complete.every((item) => bundle.first(item) !== null)
          )
            yield* composed(bundle, composition);
        }
      }
    },
  },
  {
    id: 'narrative/classes',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['N06'],
    *relations(set) {
      for (const list of claimsOf(set, 'classes')) {
        if (list.complete) yield { kind: 'sum', readings: [[total(list.total), ...list.parts.map(addend)]], ...text };
        else if (![list.total, ...list.parts].some(isNegative))
          yield { kind: 'bound', readings: [[whole(list.total), ...list.parts.map(part)]], ...text };
      }
    },
  },
  {
    id: 'narrative/parts',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['N06'],
    *relations(set) {
      for (const list of claimsOf(set, 'parts'))
        yield { kind: 'sum', readings: list.totals.map((all) => [total(all), ...list.parts.map(addend)]), ...text };
    },
  },
  {
    id: 'narrative/changes',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['N13'],
    *relations(set) {
      for (const { total: all, parts, open } of claimsOf(set, 'changes')) {
        yield {
          kind: 'sum',
          readings: [
            [
              total(all.figure),
              ...parts.map(({ figure, rises }) => (rises === all.rises ? addend : deduction)(figure)),
            ],
          ],
          ...(open ? { guess: 'unclear-claim', slipTells: tellingUnitsInText } : {}),
          ...text,
        };
      }
    },
  },
  {
    id: 'narrative/accounts',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['N14', 'N15'],
    *relations(set) {
      const form = formOf(set, 'general-budget-expenditure');
      for (const { budget, outturn, entries } of claimsOf(set, 'accounts')) {
        const rows = entries.map((entry) => (form ? accountRow(form, entry) : null));
        const codes = rows.flatMap((row) => (row ? [row.code] : []));
        const names = entries.map((entry) => entry.path.map(({ name }) => name).join('/'));
        const marks = new Set(entries.map((entry) => entry.path.at(-1)?.level ?? null));
        // Accounts of different levels may contain each other.
        const apart =
          new Set(names).size === names.length &&
          (codes.length === entries.length
            ? !codes.some((code, index) => codes.some((other, at) => at !== index && other.startsWith(code)))
            : marks.size === 1 && marks.has('item'));
        if (!apart) continue;
        const outturns = entries.map((entry) => entry.outturn);
        const budgets = entries.map((entry) => entry.budget).filter((figure) => figure !== null);
        if (codes.length === entries.length && namesAll(set, codes))
          yield { kind: 'sum', readings: [[total(outturn), ...outturns.map(addend)]], ...text };
        else if (![outturn, ...outturns].some(isNegative))
          yield { kind: 'bound', readings: [[whole(outturn), ...outturns.map(part)]], ...text };
        if (!budget || budgets.length < entries.length || [budget, ...budgets].some(isNegative)) continue;
        yield { kind: 'bound', readings: [[whole(budget), ...budgets.map(part)]], ...text };
        // Where the outturns add up the list is whole, but for an item that was budgeted and not spent.
        if (addsUp(outturn, outturns))
          yield {
            kind: 'sum',
            readings: [[total(budget), ...budgets.map(addend)]],
            guess: 'unclear-claim',
            slipTells: tellingUnitsOfClosed,
            ...text,
          };
      }
    },
  },
  {
    id: 'narrative/balance',
    family: 'narrative',
    kind: 'hard',
    catalogue: ['N03'],
    *relations(set) {
      for (const bundle of bundlesOf(set)) {
        yield* fundYear(bundle);
        yield* yearsFlow(bundle);
        for (const [income, expenditure] of [
          ['total:income', 'total:expenditure'],
          ['fiscal:income', 'fiscal:expenditure'],
        ] as const) {
          const one = bundle.first(income);
          const other = bundle.first(expenditure);
          if (!one || !other) continue;
          const relation: Relation = { kind: 'same', readings: [[left(one), right(other)]], ...text };
          // 总计 is used loosely for 合计, which need not balance (收、支总计各是4125.49,4143.91万元 of a year's income and expenditure).
          const proper =
            changedTogether(set, one, other) ||
            (income === 'total:income' &&
              holdsBalance(bundle, one, ['income', 'opening']) &&
              holdsBalance(bundle, other, ['expenditure', 'closing']));
          yield proper ? relation : { ...relation, guess: 'unclear-claim' };
        }
      }
    },
  },
  {
    id: 'narrative/repeated',
    family: 'narrative',
    kind: 'hard',
    catalogue: ['N16'],
    *relations(set) {
      // On a page of several bodies the same item has several amounts.
      if (!set.claimsTied) return;
      for (const { facts } of bundlesOf(set)) {
        const first = new Map<Fact['item'], Fact>();
        for (const fact of facts) {
          const known = first.get(fact.item);
          if (known === undefined) first.set(fact.item, fact);
          else if (fact.section !== null && (fact.item === 'general' || fact.item?.startsWith('three-public:')))
            yield { kind: 'same', readings: [[left(fact.figure), right(known.figure)]], ...text };
        }
      }
    },
  },
  {
    id: 'narrative/stated-twice',
    family: 'narrative',
    kind: 'hard',
    catalogue: ['N16'],
    *relations(set) {
      for (const { first, again } of [...claimsOf(set, 'restated'), ...claimsOf(set, 'repeated-change')])
        yield { kind: 'same', readings: [[left(again), right(first)]], ...text };
    },
  },
  {
    id: 'narrative/increase',
    family: 'narrative',
    kind: 'hard',
    catalogue: ['N07'],
    *relations(set) {
      for (const { amount, change } of claimsOf(set, 'increase'))
        if (!isNegative(amount)) yield { kind: 'bound', readings: [[whole(amount), part(change)]], ...text };
    },
  },
  {
    id: 'narrative/difference',
    family: 'narrative',
    kind: 'hard',
    catalogue: ['N11'],
    *relations(set) {
      for (const { difference, above, outturn, budget } of claimsOf(set, 'difference')) {
        if (isWord(difference)) {
          yield { kind: 'same', word: difference, readings: [[left(outturn), right(budget)]], derived: true, ...text };
          continue;
        }
        const [more, less] = above ? [outturn, budget] : [budget, outturn];
        yield { kind: 'sum', readings: [[total(difference), addend(more), deduction(less)]], derived: true, ...text };
      }
      for (const { word, greater, less } of claimsOf(set, 'comparison'))
        yield { kind: 'bound', word, readings: [[whole(greater), part(less)]], ...text };
    },
  },
  {
    id: 'narrative/vehicles',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['N19'],
    *relations(set) {
      for (const { total: all, parts, complete } of claimsOf(set, 'count')) {
        if (complete) yield { kind: 'sum', readings: [[total(all), ...parts.map(addend)]], ...text };
        else yield { kind: 'bound', readings: [[whole(all), ...parts.map(part)]], ...text };
      }
    },
  },
  {
    id: 'ratio/share',
    family: 'ratio',
    kind: 'hard',
    catalogue: ['N04'],
    *relations(set) {
      const claims = claimsOf(set, 'share');
      for (const claim of claims) {
        const { percent, parts, wholes } = claim;
        const isSure = claim.isSure || isBorneOut(claim, claims);
        yield {
          kind: 'ratio',
          readings: wholes.map((all): Term[] => [
            percentage(percent),
            ...parts.map((own) => numerator(own)),
            denominator(all),
          ]),
          derived: true,
          ...movedIn(percent),
          ...(isSure ? {} : { guess: 'unclear-claim' as const }),
          ...text,
        };
      }
      for (const claim of claimsOf(set, 'form-share')) yield* ofForm(set, claim);
    },
  },
  {
    id: 'ratio/shares-total',
    family: 'ratio',
    kind: 'conditional',
    catalogue: ['N05'],
    *relations(set) {
      for (const { shares, complete } of claimsOf(set, 'classes'))
        if (complete) yield { kind: 'sum', readings: [[total(hundred(shares)), ...shares.map(addend)]], ...text };
    },
  },
  {
    id: 'ratio/growth',
    family: 'ratio',
    kind: 'hard',
    catalogue: ['N07', 'N08', 'N09'],
    *relations(set) {
      for (const { change, percent, rises, agrees, currents, previous } of claimsOf(set, 'growth')) {
        const [nearest] = currents;
        if (change === null) {
          // 比2023年度1200.00万元增长2.88%: the change is the difference of the two.
          if (previous && nearest && percent)
            yield {
              kind: 'ratio',
              readings: [
                [
                  percentage(percent),
                  numerator(nearest, rises ? 1 : -1),
                  numerator(previous, rises ? -1 : 1),
                  denominator(previous),
                ],
              ],
              derived: true,
              ...text,
            };
        } else if (previous) {
          const [more, less] = rises ? [nearest, previous] : [previous, nearest];
          if (more && less) yield { kind: 'sum', readings: [[total(change), addend(more), deduction(less)]], ...text };
          if (percent)
            yield {
              kind: 'ratio',
              readings: [[percentage(percent), numerator(change, agrees ? 1 : -1), denominator(previous)]],
              derived: true,
              ...text,
            };
        } else if (percent) {
          yield {
            kind: 'ratio',
            readings: currents.map((current): Term[] => [
              percentage(percent),
              numerator(change, agrees ? 1 : -1),
              denominator(current),
              denominator(change, rises ? -1 : 1),
            ]),
            derived: true,
            ...text,
          };
        }
      }
    },
  },
  {
    id: 'ratio/completion',
    family: 'ratio',
    kind: 'hard',
    catalogue: ['N10', 'N11', 'N26'],
    *relations(set) {
      for (const { percent, outturn, budget } of claimsOf(set, 'completion'))
        yield {
          kind: 'ratio',
          readings: [[percentage(percent), numerator(outturn), denominator(budget)]],
          derived: true,
          ...text,
        };
      yield* measuredByForm(set);
      for (const { percent, outturn, difference, above } of claimsOf(set, 'completion-by-difference')) {
        yield {
          kind: 'ratio',
          readings: [
            [percentage(percent), numerator(outturn), denominator(outturn), denominator(difference, above ? -1 : 1)],
          ],
          derived: true,
          ...text,
        };
      }
      for (const { percent, direction, word } of claimsOf(set, 'completion-in-words')) {
        if (direction === 'same')
          yield { kind: 'same', word, readings: [[left(percent), right(hundred([percent]))]], derived: true, ...text };
        else
          yield {
            kind: 'bound',
            word,
            readings: [
              direction === 'above'
                ? [whole(percent), part(hundred([percent]))]
                : [whole(hundred([percent])), part(percent)],
            ],
            derived: true,
            ...text,
          };
      }
      for (const { percent, outturn, budget } of claimsOf(set, 'deviation')) {
        const from = (one: Figure, other: Figure): Term[] => [
          percentage(percent),
          numerator(one),
          numerator(other, -1),
          denominator(budget),
        ];
        // Without its sign it may be either way.
        yield {
          kind: 'ratio',
          readings: isNegativePercent(percent)
            ? [from(outturn, budget)]
            : [from(outturn, budget), from(budget, outturn)],
          derived: true,
          ...text,
        };
      }
    },
  },
];
