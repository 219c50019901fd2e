import { grouped } from '../../grouped.ts';
import { type Figure, isPrinted } from '../../document/figure.ts';
import { unitFactor } from '../../quantity/unit.ts';
import { figureOf, linesOf, sideOf, type Form, type FormSet, type Line, type Side } from '../../recognise/form.ts';
import type { FormId } from '../../recognise/forms.ts';
import type { AccountClaim, Claim, Fact } from '../../recognise/narrative/claim.ts';
import type { ItemKey } from '../../recognise/narrative/item.ts';
import type { Section } from '../../recognise/narrative/section.ts';
import { plainLabel } from '../../recognise/grid.ts';
import { accountName, isTurned } from '../budget-index.ts';
import { left, part, right, whole, type Relation, type Term } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { figureAt, formOf, lineOfCode } from '../scope.ts';

type Kind<K extends Claim['kind']> = Extract<Claim, { kind: K }>;

/** The claims of one kind. */
export function claimsOf<K extends Claim['kind']>(set: FormSet, kind: K): Kind<K>[] {
  return set.claims.filter((claim): claim is Kind<K> => claim.kind === kind);
}

/** The units of a total from which on no slip makes a sum exact by chance (relation.slipTells); of a list that names its rest, fewer will do. */
export const tellingUnitsInText = 10_000;
export const tellingUnitsOfClosed = 100;

/** One way to read a sentence: the figures of the forms that add up to what it states. */
type Target = readonly (Figure | null)[];

const at = (
  set: FormSet,
  id: FormId,
  side: 'income' | 'expenditure' | 'all',
  key: string,
  measure: string,
): Figure | null => {
  const form = formOf(set, id);
  return form ? figureAt(sideOf(form, side), key, measure) : null;
};

const totals = {
  'total:both': ['income', 'expenditure'],
  'total:income': ['income'],
  'total:expenditure': ['expenditure'],
} as const;
const fiscalTotals = {
  'fiscal:both': ['income', 'expenditure'],
  'fiscal:income': ['income'],
  'fiscal:expenditure': ['expenditure'],
} as const;
const expenditureColumns: Readonly<Record<string, string>> = {
  'basic': 'basic',
  'project': 'project',
  'to-superior': 'to-superior',
  'operating-expenditure': 'operating',
  'to-subordinate': 'to-subordinate',
};
const fundSources = ['general', 'fund', 'capital'];
/** Lines of the two summaries that the text states by name. */
const balances: Readonly<Record<string, readonly [side: 'income' | 'expenditure', line: string]>> = {
  'opening': ['income', 'opening-balance'],
  'use-of-surplus': ['income', 'use-of-surplus'],
  'closing': ['expenditure', 'closing-balance'],
  'distribution': ['expenditure', 'surplus-distribution'],
};
const procurementLines: Readonly<Record<string, string>> = {
  'procurement:total': 'procurement',
  'procurement:goods': 'goods',
  'procurement:works': 'works',
  'procurement:services': 'services',
  'procurement:sme': 'small-and-medium',
  'procurement:micro': 'small-and-micro',
};

/** Running costs as a form prints them: in one row or column, or divided by kind of body; none where no form does. */
function runningCosts(set: FormSet): Target {
  const form = formOf(set, 'statistics');
  const side = form && sideOf(form, 'all');
  const whole = figureAt(side, 'running', 'amount');
  if (whole && isPrinted(whole)) return [whole];
  const parts = side ? linesOf(side, 'running-part').flatMap((line) => figureOf(side, line, 'amount') ?? []) : [];
  if (parts.some(isPrinted)) return parts.filter(isPrinted);
  const spent = formOf(set, 'three-public')?.sides.filter(({ key }) => key === 'outturn') ?? [];
  const beside = spent.length === 1 ? figureAt(spent[0] ?? null, 'data', 'running') : null;
  return beside && isPrinted(beside) ? [beside] : [];
}

/** From this year on running costs are the operating money of administrative bodies. */
const firstYearOfRunningCosts = 2018;

/** Running costs that the text or a form states, each with the operating money of all bodies that contains them. */
function* runningWithinOperating(set: FormSet): Generator<Relation> {
  const operating = at(set, 'general-budget-basic-expenditure', 'all', 'operating-total', 'amount');
  if (!operating || !isPrinted(operating) || set.year === null || set.year < firstYearOfRunningCosts) return;
  const { place } = operating;
  const stated = claimsOf(set, 'fact').filter(({ item, basis }) => item === 'running' && basis === 'outturn');
  const table = place.in === 'table' ? place.table : '';
  for (const figures of [runningCosts(set), ...stated.map(({ figure }) => [figure])]) {
    if (figures.length === 0) continue;
    const relation: Relation = {
      kind: 'bound',
      readings: [[whole(operating), ...figures.flatMap((figure) => (figure ? [part(figure)] : []))]],
      table,
    };
    yield set.clear && (set.claimsTied || figures.every((figure) => figure?.place.in === 'table'))
      ? relation
      : { ...relation, unchecked: 'unclear-set' };
  }
}

/**
 * What a fact may be held against, the proper reading first. 总计 and 合计 are used loosely: a total that agrees with
 * the year's total instead is no contradiction.
 * @param set of forms
 * @param item its key
 */
export function targetsOf(set: FormSet, item: ItemKey): Target[] {
  const summary = (side: 'income' | 'expenditure', key: string) =>
    at(set, 'income-expenditure-summary', side, key, 'amount');
  const fiscal = (side: 'income' | 'expenditure', key: string): Target => {
    const whole = at(set, 'fiscal-summary', side, key, side === 'income' ? 'amount' : 'total');
    if (whole || side === 'income') return [whole];
    return fundSources.map((fund) => at(set, 'fiscal-summary', side, key, fund));
  };
  if (item in totals) {
    const sides = totals[item as keyof typeof totals];
    return [
      ...sides.map((side) => [summary(side, 'grand-total')]),
      ...sides.map((side) => [summary(side, 'year-total')]),
    ];
  }
  if (item in fiscalTotals) {
    const sides = fiscalTotals[item as keyof typeof fiscalTotals];
    return [...sides.map((side) => fiscal(side, 'grand-total')), ...sides.map((side) => fiscal(side, 'year-total'))];
  }
  const balance = balances[item.replace(/^fiscal:/, '')];
  if (balance) return item.startsWith('fiscal:') ? [fiscal(...balance)] : [[summary(...balance)]];
  const line = procurementLines[item];
  if (line !== undefined)
    return [[at(set, 'procurement', 'all', line, 'amount')], [at(set, 'statistics', 'all', line, 'amount')]];
  if (item.startsWith('fund:')) return [[at(set, 'government-fund', 'all', 'total', item.slice('fund:'.length))]];
  switch (item) {
    case 'fiscal:spent':
      return [
        [at(set, 'general-budget-expenditure', 'all', 'total', 'total')],
        fiscal('expenditure', 'year-total'),
        fiscal('expenditure', 'grand-total'),
      ];
    case 'running':
      return [runningCosts(set)];
    case 'purchased-services':
      return [[at(set, 'purchased-services', 'all', 'total', 'amount')]];
    case 'income':
      return [
        [at(set, 'income', 'all', 'total', 'total')],
        [summary('income', 'year-total')],
        [summary('income', 'grand-total')],
      ];
    case 'expenditure':
      return [
        [at(set, 'expenditure', 'all', 'total', 'total')],
        [summary('expenditure', 'year-total')],
        [summary('expenditure', 'grand-total')],
      ];
    case 'source:fiscal':
      return [
        [at(set, 'income', 'all', 'total', 'fiscal')],
        fundSources.map((fund) => summary('income', `source:${fund}`)),
      ];
    case 'general':
      return [
        [at(set, 'general-budget-expenditure', 'all', 'total', 'total')],
        [at(set, 'fiscal-summary', 'expenditure', 'year-total', 'general')],
        [at(set, 'fiscal-summary', 'expenditure', 'grand-total', 'general')],
      ];
    case 'general:basic':
      return [
        [at(set, 'general-budget-expenditure', 'all', 'total', 'basic')],
        ['personnel-total', 'operating-total'].map((key) =>
          at(set, 'general-budget-basic-expenditure', 'all', key, 'amount'),
        ),
      ];
    case 'fiscal:basic': {
      const general = ['personnel-total', 'operating-total'].map((key) =>
        at(set, 'general-budget-basic-expenditure', 'all', key, 'amount'),
      );
      const funds = at(set, 'government-fund', 'all', 'total', 'basic');
      const hasFunds = funds?.quantity.kind === 'amount' && !funds.quantity.value.isZero();
      return [
        [at(set, 'general-budget-expenditure', 'all', 'total', 'basic'), ...(hasFunds ? [funds] : [])],
        [...general, ...(hasFunds ? [funds] : [])],
        ...(hasFunds ? [general] : []),
      ];
    }
    case 'personnel':
      return [[at(set, 'general-budget-basic-expenditure', 'all', 'personnel-total', 'amount')]];
    case 'operating-costs':
      return [[at(set, 'general-budget-basic-expenditure', 'all', 'operating-total', 'amount')]];
    case 'fund':
      return [
        [at(set, 'government-fund', 'all', 'total', 'total')],
        [at(set, 'fiscal-summary', 'expenditure', 'year-total', 'fund')],
      ];
    case 'capital':
      return [
        [at(set, 'state-capital', 'all', 'total', 'total')],
        [at(set, 'fiscal-summary', 'expenditure', 'year-total', 'capital')],
      ];
  }
  if (item.startsWith('source:')) {
    const source = item.slice('source:'.length);
    return [fundSources.includes(source) ? [] : [at(set, 'income', 'all', 'total', source)], [summary('income', item)]];
  }
  const column = expenditureColumns[item];
  return column === undefined ? [] : [[at(set, 'expenditure', 'all', 'total', column)]];
}

/** The forms' readings of a figure of the text; forms that are not there give none. */
function* tie(set: FormSet, figure: Figure, targets: readonly Target[]): Generator<Relation> {
  const readings = targets.flatMap((target): Term[][] => {
    const figures = target.filter((one) => one !== null);
    return figures.length === target.length && figures.length > 0 ? [[left(figure), ...figures.map(right)]] : [];
  });
  const [first] = readings;
  const table = first?.[1]?.figure.place;
  if (!first || !table) return;
  const relation: Relation = { kind: 'same', readings, table: table.in === 'table' ? table.table : '' };
  yield set.clear && set.claimsTied ? relation : { ...relation, unchecked: 'unclear-set' };
}

/** “三公”经费 in the text against its form: budget to budget, outturn to outturn. 年初预算 may differ from the form's full-year budget. */
function threePublicTarget(set: FormSet, fact: Fact): Target[] {
  const form = formOf(set, 'three-public');
  const key = fact.item?.slice('three-public:'.length) ?? '';
  if (
    !form ||
    fact.basis === 'initial' ||
    !['total', 'abroad', 'vehicles', 'purchase', 'operation', 'reception'].includes(key)
  )
    return [];
  const sides = form.sides.filter((side) => side.key === (fact.basis === 'outturn' ? 'outturn' : 'budget'));
  const [side] = sides;
  return side && sides.length === 1 ? [[figureAt(side, 'data', key)]] : [];
}

/** Economic classes: what money is spent on, whatever for. */
export const economic =
  /^(?:工资福利|商品和?服务|对个人和家庭的?补助|债务利息及费用|资本性|其他资本性|对企业补助)(?:支出)?$/;

/** A block of the basic expenditure form by name: 工资福利支出; only where all general budget money is basic, or the sentence says so. */
function blockTarget(set: FormSet, claim: AccountClaim, name: string): Target[] {
  const form = formOf(set, 'general-budget-basic-expenditure');
  const side = form && sideOf(form, 'all');
  const project = at(set, 'general-budget-expenditure', 'all', 'total', 'project');
  const onlyBasic =
    claim.section === 'basic' ||
    (project !== null &&
      (!isPrinted(project) || (project.quantity.kind === 'amount' && project.quantity.value.isZero())));
  if (!side || !onlyBasic) return [];
  const lines = linesOf(side, 'block:').filter((line) => accountName(line.label) === accountName(name));
  const [line] = lines;
  return line && lines.length === 1 ? [[figureOf(side, line, 'amount')]] : [];
}

/** A single use of the basic expenditure form by name: 基本工资, 办公费; not one that stands in several blocks (其他支出). */
function useTarget(set: FormSet, { path }: AccountClaim): Target[] {
  const form = formOf(set, 'general-budget-basic-expenditure');
  const side = form && sideOf(form, 'all');
  const [only, ...deeper] = path;
  if (
    !side ||
    !only ||
    deeper.length > 0 ||
    set.forms.some(({ id, empty }) => id === 'government-fund-basic-expenditure' && !empty)
  )
    return [];
  const lines = side.lines.filter((line) => accountName(line.label) === accountName(only.name));
  const [line] = lines;
  return line?.key?.startsWith('item:') && lines.length === 1 ? [[figureOf(side, line, 'amount')]] : [];
}

const rowNames = new WeakMap<Side, Map<string, Line[]>>();

/** The rows of a side with a code, by name. */
function namesOf(side: Side): Map<string, Line[]> {
  const known = rowNames.get(side);
  if (known) return known;
  const names = grouped(
    side.lines.filter(({ code }) => code !== undefined),
    ({ label }) => accountName(label),
  );
  rowNames.set(side, names);
  return names;
}

/**
 * The row of an account by its names: the last name must fit one row only, at its level, and the class must be the same
 * where the text names it. A name that several rows bear, or none, ties nothing.
 */
export function accountRow(form: Form, claim: AccountClaim): { code: string; figure: Figure } | null {
  const side = sideOf(form, 'all');
  const last = claim.path.at(-1);
  if (!side || !last) return null;
  const lengths = { class: 3, section: 5, item: 7 } as const;
  const rowsByName = namesOf(side);
  const own = accountName(last.name);
  const exact = rowsByName.get(own);
  const turned = (): Line[] => [...rowsByName].flatMap(([name, lines]) => (isTurned(name, own) ? lines : []));
  const named = (exact ?? turned()).filter(
    ({ code = '' }) =>
      (last.level === null || code.length === lengths[last.level]) && (last.code === undefined || last.code === code),
  );
  const nameOf = (code: string): string | null => {
    const line = lineOfCode(side, code);
    return line ? accountName(line.label) : null;
  };
  const said = (level: 'class' | 'section'): string | null => {
    const name = claim.path.find((one) => one.level === level)?.name;
    return name === undefined ? null : accountName(name);
  };
  const rightClass = named.filter(
    ({ code = '' }) => said('class') === null || nameOf(code.slice(0, 3)) === said('class'),
  );
  const rightSection = rightClass.filter(
    ({ code = '' }) => said('section') === null || nameOf(code.slice(0, 5)) === said('section'),
  );
  const rows = rightClass.length > 1 ? rightSection : rightClass;
  const [row] = rows;
  // Rows of one branch with the same name (229, 22999, 2299999 其他支出) bear the same amount; others are too many.
  if (!row?.code || rows.length !== 1) return null;
  // The section named in the text stands in the form, and the row is not of it.
  if (
    last.level === 'item' &&
    rightSection.length === 0 &&
    (rowsByName.get(said('section') ?? '') ?? []).some((line) => line.code?.length === 5) &&
    nameOf(row.code.slice(0, 5)) !== null
  )
    return null;
  const figure = figureOf(side, row, 'total');
  return figure ? { code: row.code, figure } : null;
}

const nothingAt = {
  'fund-income': ['government-fund', 'income'],
  'fund': ['government-fund', 'total'],
  'capital-income': ['state-capital', 'income'],
  'capital': ['state-capital', 'total'],
} as const;

/** So many times apart are amounts only by their unit: no difference of scope explains it. */
const unitsApart = 1000;

/** Whether an amount other than zero is so much smaller than the form's that its unit must be wrong (0.3元 for 1.80万元). */
function isUnitSlip(figure: Figure, form: Figure): boolean {
  if (
    figure.quantity.kind !== 'amount' ||
    form.quantity.kind !== 'amount' ||
    figure.quantity.value.isZero() ||
    figure.unit === null ||
    form.unit === null
  )
    return false;
  return figure.quantity.value
    .times(unitFactor(figure.unit))
    .times(unitsApart)
    .lt(form.quantity.value.times(unitFactor(form.unit)));
}

/** The one deviation rate that the evaluation forms print; null if there is none or more than one. */
function printedDeviation(set: FormSet): Figure | null {
  const rates = set.forms
    .filter((form) => form.id === 'department-performance')
    .flatMap((form) => form.sides.filter((side) => side.key === 'deviation'))
    .map((side) => side.lines[0]?.figures[0] ?? null);
  return rates.length === 1 ? (rates[0] ?? null) : null;
}

/** Whether two amounts are printed as one, each in its unit. */
function isSame(one: Figure, other: Figure): boolean {
  if (one.quantity.kind !== 'amount' || other.quantity.kind !== 'amount' || one.unit === null || other.unit === null)
    return false;
  return one.quantity.value.times(unitFactor(one.unit)).eq(other.quantity.value.times(unitFactor(other.unit)));
}

/**
 * The whole money of an evaluation, in the report's text and in its form. Amounts may be of another scope (a form may leave out what is not
 * appropriated): they vouch for each other where they agree, and where both do, the rates are one.
 */
function* wholeMoney(set: FormSet, { percent, budget, outturn }: Kind<'completion'>): Generator<Relation> {
  const forms = set.forms.filter((form) => form.id === 'department-performance');
  const funds = forms.flatMap((form) => form.sides.filter((side) => side.key === 'funds'));
  const [side] = funds;
  if (!side || funds.length > 1) return;
  const [rate, planned, spent] = (['rate', 'budget', 'outturn'] as const).map((key) => figureAt(side, 'total', key));
  if (!rate || !planned || !spent) return;
  const amounts = [
    [budget, planned],
    [outturn, spent],
  ] as const;
  for (const [figure, target] of amounts)
    for (const relation of tie(set, figure, [[target]])) yield { ...relation, guess: 'unclear-claim' };
  if (amounts.every(([figure, target]) => isSame(figure, target))) yield* tie(set, percent, [[rate]]);
}

/** The form whose accounts a section explains. */
const formOfSection: Partial<Record<Section, FormId>> = {
  general: 'general-budget-expenditure',
  fund: 'government-fund',
  capital: 'state-capital',
};

export const narrativeTieRules: readonly Rule[] = [
  {
    id: 'narrative/running-costs',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['T-3'],
    relations: runningWithinOperating,
  },
  {
    id: 'narrative/evaluation',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['N24', 'N26'],
    *relations(set) {
      for (const claim of claimsOf(set, 'completion')) if (claim.evaluated === true) yield* wholeMoney(set, claim);
      for (const { of, figure } of claimsOf(set, 'evaluation')) {
        if (of === 'deviation') {
          yield* tie(set, figure, [[printedDeviation(set)]]);
          continue;
        }
        const sides =
          formOf(set, 'three-public')?.sides.filter(
            (side) => side.key === (of === 'three-public-budget' ? 'budget' : 'outturn'),
          ) ?? [];
        const target = sides.length === 1 ? figureAt(sides[0] ?? null, 'data', 'total') : null;
        if (target && isUnitSlip(figure, target)) yield* tie(set, figure, [[target]]);
      }
    },
  },
  {
    id: 'narrative/stated-total',
    family: 'narrative',
    kind: 'hard',
    catalogue: ['N01', 'N24', 'X25'],
    *relations(set) {
      for (const fact of claimsOf(set, 'fact')) {
        if (fact.item === null || fact.basis !== 'outturn' || fact.item.startsWith('three-public:')) continue;
        // A balance named without a heading may be that of a fund or of a project.
        if (fact.item in balances && !['summary', 'income', 'expenditure'].includes(fact.section ?? '')) continue;
        yield* tie(set, fact.figure, targetsOf(set, fact.item));
      }
    },
  },
  {
    id: 'narrative/stated-account',
    family: 'narrative',
    kind: 'hard',
    catalogue: ['N02'],
    *relations(set) {
      for (const claim of claimsOf(set, 'account')) {
        const id = claim.section === null ? undefined : formOfSection[claim.section];
        const form = id === undefined ? null : formOf(set, id);
        const name = claim.path.at(-1)?.name ?? '';
        if (claim.section === 'basic' && claim.budget === null) yield* tie(set, claim.outturn, useTarget(set, claim));
        if (economic.test(plainLabel(name))) yield* tie(set, claim.outturn, blockTarget(set, claim, name));
        else if (form) {
          const row = accountRow(form, claim);
          if (row) yield* tie(set, claim.outturn, [[row.figure]]);
        }
      }
    },
  },
  {
    id: 'narrative/stated-three-public',
    family: 'narrative',
    kind: 'hard',
    catalogue: ['N17'],
    *relations(set) {
      for (const fact of claimsOf(set, 'fact'))
        if (fact.item?.startsWith('three-public:')) yield* tie(set, fact.figure, threePublicTarget(set, fact));
    },
  },
  {
    id: 'narrative/stated-nothing',
    family: 'narrative',
    kind: 'hard',
    catalogue: ['N25'],
    *relations(set) {
      for (const claim of claimsOf(set, 'nothing')) {
        const [id, measure] = nothingAt[claim.item];
        yield* tie(set, claim.figure, [[at(set, id, 'all', 'total', measure)]]);
      }
    },
  },
];
