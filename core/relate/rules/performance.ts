import { amountInYuan, type Figure, isPrinted } from '../../document/figure.ts';
import { addTo } from '../../grouped.ts';
import { Decimal, lastDigit } from '../../quantity/decimal.ts';
import { unitFactor } from '../../quantity/unit.ts';
import { figureOf, sideOf, type Form, type FormSet, type Line, type Side } from '../../recognise/form.ts';
import {
  addend,
  deduction,
  denominator,
  numerator,
  part,
  percentage,
  total,
  whole,
  type Relation,
} from '../relation.ts';
import type { Notice } from '../notice.ts';
import type { Rule } from '../rule.ts';
import { columnOf, footingOf, same } from '../scope.ts';

function performances(set: FormSet): Form[] {
  return set.forms.filter((form) => form.id === 'project-performance' || form.id === 'department-performance');
}

const sidesOf = (form: Form, key: Side['key']): Side[] => form.sides.filter((side) => side.key === key);
const printedValue = (figure: Figure | null | undefined): Decimal | null =>
  figure?.quantity.kind === 'amount' || figure?.quantity.kind === 'percent' ? figure.quantity.value : null;
const isBlank = (figure: Figure): boolean => figure.quantity.kind === 'blank';
const isAmount = (figure: Figure | null | undefined): figure is Figure => figure?.quantity.kind === 'amount';

/** The one total line of the money; null if there is none or more than one. */
function fundsTotal(side: Side): Line | null {
  const lines = side.lines.filter((line) => line.key === 'total');
  return lines.length === 1 ? (lines[0] ?? null) : null;
}

const isMoney = (key: string): boolean =>
  key.startsWith('initial:') || ['budget', 'outturn', 'remaining'].includes(key);
const isTold = (figure: Figure | null | undefined): boolean => !(printedValue(figure)?.isZero() ?? true);

/** A line is filled in where it tells money or the rate at two places beside one: fewer may be all that the form asks for. */
const fewestFilledIn = 2;

/** Whether a blank of a line is a zero, as the line is filled in everywhere else. */
function isFilledIn(side: Side, line: Line, beside: string): boolean {
  return (
    side.measures.filter(
      ({ key }, index) =>
        key !== null && key !== beside && (isMoney(key) || key === 'rate') && isTold(line.figures[index]),
    ).length >= fewestFilledIn
  );
}

/** Whether another line of the money tells something under the same head: then it asks for it. */
const isAskedFor = (side: Side, line: Line, key: string): boolean =>
  side.lines.some((other) => other !== line && isTold(figureOf(side, other, key)));

/** Money in total = money by source, in each column. */
function* fundsOfSources(form: Form): Generator<Relation> {
  for (const side of sidesOf(form, 'funds')) {
    const sum = fundsTotal(side);
    if (!sum) continue;
    const sources = side.lines.filter((line) => line.key === 'part-of-funds');
    for (const [index, { key }] of side.measures.entries()) {
      const figure = sum.figures[index];
      if (key === null || !figure || !isMoney(key)) continue;
      const pick = (lines: readonly Line[]): Figure[] => lines.flatMap((line) => line.figures[index] ?? []);
      const addends = pick(sources);
      for (const relation of footingOf(
        form.table,
        figure,
        addends,
        pick(side.lines.filter((line) => line.key === null)),
      )) {
        // Where only the total is filled in, its sources were left out, or it was; unless it is but this one figure that they lack.
        const left = isPrinted(figure) ? [] : [sum];
        const lacking = addends.some(isPrinted) ? left : [...left, ...sources];
        yield lacking.length === 0 || lacking.some((line) => isFilledIn(side, line, key))
          ? relation
          : { ...relation, unchecked: 'no-breakdown' };
      }
    }
  }
}

/** The readings of a rate: 0.98 without a percent sign may be 98 %. */
function ratesOf(figure: Figure): Figure[] {
  const { quantity } = figure;
  if (
    quantity.kind !== 'percent' ||
    figure.text.includes('%') ||
    figure.text.includes('％') ||
    quantity.value.abs().gt(2)
  )
    return [figure];
  return [
    figure,
    {
      ...figure,
      quantity: { ...quantity, value: quantity.value.times(100), decimals: Math.max(0, quantity.decimals - 2) },
      decimals: Math.max(0, figure.decimals - 2),
    },
  ];
}

/** Rate of execution = outturn / full-year budget. */
function* executionRates(form: Form): Generator<Relation> {
  for (const side of sidesOf(form, 'funds')) {
    for (const line of side.lines) {
      const [rate, budget, outturn] = ['rate', 'budget', 'outturn'].map((key) => figureOf(side, line, key));
      if (!rate || !outturn || !isAmount(budget)) continue;
      // A rate without outturn, and a total without the rate that its source has, were not filled in.
      const spentNothing = isBlank(outturn) && isTold(rate) && isAskedFor(side, line, 'outturn');
      const unstated =
        isBlank(rate) &&
        line.key === 'total' &&
        isTold(figureOf(side, line, 'score')) &&
        isAskedFor(side, line, 'rate');
      if (!(isAmount(outturn) || spentNothing) || !(rate.quantity.kind === 'percent' || unstated)) continue;
      const spent = printedValue(outturn);
      const planned = printedValue(budget);
      // More than all of it was spent, and the form stops at 100.
      if (planned && spent?.gt(planned) && ratesOf(rate).some((one) => printedValue(one)?.eq(100))) continue;
      yield {
        kind: 'ratio',
        readings: ratesOf(rate).map((one) => [percentage(one), numerator(outturn), denominator(budget)]),
        table: form.table,
      };
    }
  }
}

/** A form that prints how points for execution are counted: 得分＝执行率×分值. */
const printedScale = /得分[^。；\n]{0,16}执行率[^。；\n×xX*乘]{0,6}[×xX*乘][^。；\n]{0,8}(?:分值|10)/;

function* executionScores(form: Form): Generator<Relation> {
  if (!printedScale.test(form.caption.notes)) return;
  for (const side of sidesOf(form, 'funds')) {
    const line = fundsTotal(side);
    const [rate, weight, score] = line ? ['rate', 'weight', 'score'].map((key) => figureOf(side, line, key)) : [];
    if (rate?.quantity.kind !== 'percent' || !isAmount(weight) || !score || rate.quantity.value.gt(100)) continue;
    if (!isAmount(score) && !isBlank(score)) continue;
    yield {
      kind: 'ratio',
      readings: ratesOf(rate).map((one) => [percentage(one), numerator(score), denominator(weight)]),
      table: form.table,
    };
  }
}

/** Where all money is of one source, that line's points for execution are those of the total: it is the same money. */
function* pointsOfOnlySource(form: Form): Generator<Relation> {
  for (const side of sidesOf(form, 'funds')) {
    const line = fundsTotal(side);
    const sources = side.lines.filter(
      (other) => other !== line && ['budget', 'outturn', 'score'].some((key) => isTold(figureOf(side, other, key))),
    );
    const [source] = sources;
    if (!line || !source || sources.length > 1 || source.key !== 'part-of-funds') continue;
    const isOneMoney = ['budget', 'outturn'].every((key) => {
      const [all, own] = [line, source].map((one) => printedValue(figureOf(side, one, key)));
      return all && own && all.eq(own);
    });
    const [points, own] = [line, source].map((one) => figureOf(side, one, 'score'));
    // A source without points of its own has them in the total's line; not the other way round.
    if (isOneMoney && points && (isAmount(points) || isBlank(points)) && isAmount(own) && isTold(own))
      yield* same(form.table, points, [own]);
  }
}

/** The lines of all indicators; those that share a weight or a score together. */
function indicatorGroups(
  form: Form,
): { lines: readonly Line[]; weights: Figure[]; scores: Figure[]; known: boolean }[] {
  return sidesOf(form, 'indicators').flatMap((side) => {
    const groups = new Map<string, Line[]>();
    for (const [index, line] of side.lines.entries()) {
      const key = line.key ?? `?${index}`;
      addTo(groups, key, line);
    }
    return [...groups].map(([key, lines]) => ({
      lines,
      weights: columnOf(side, lines, 'weight'),
      scores: columnOf(side, lines, 'score'),
      known: !key.startsWith('?'),
    }));
  });
}

/**
 * Points in total = the points for execution and of every indicator.
 * Judged only if the money's line and each indicator show theirs, but for one that is filled in beside: more without may share what
 * others show. What is added or taken off beside the scale stops the sum.
 */
function* pointsInTotal(form: Form, measure: 'weight' | 'score'): Generator<Relation> {
  const results = sidesOf(form, 'result');
  const [result] = results;
  const [line] = result?.lines ?? [];
  const sum = result && line && results.length === 1 ? figureOf(result, line, measure) : null;
  if (!sum || !isPrinted(sum)) return;
  const groups = indicatorGroups(form);
  const funds = sidesOf(form, 'funds');
  const [own, beside] = measure === 'weight' ? (['weights', 'scores'] as const) : (['scores', 'weights'] as const);
  const execution = funds.flatMap((side) => {
    const money = fundsTotal(side);
    const figure = money && figureOf(side, money, measure);
    return figure ? [{ figure, filled: isTold(figureOf(side, money, 'rate')) }] : [];
  });
  const strangers = groups.filter((group) => !group.known).flatMap((group) => group[own]);
  const addends = [
    ...execution.map(({ figure }) => figure),
    ...groups.filter((group) => group.known).flatMap((group) => group[own]),
  ];
  const blanks = [
    ...groups
      .filter((group) => !group[own].some(isPrinted))
      .map((group) => group[beside].some(isPrinted) && group[own].every(isBlank)),
    ...execution.filter(({ figure }) => !isPrinted(figure)).map(({ figure, filled }) => filled && isBlank(figure)),
  ];
  const complete =
    groups.every((group) => group[beside].some(isPrinted) || (group[own].some(isPrinted) && blanks.length === 0)) &&
    execution.length === funds.length &&
    blanks.length <= 1 &&
    blanks.every(Boolean);
  // A total without decimals may be rounded where the points have some.
  const fine = addends.some(
    (figure) =>
      figure.quantity.kind === 'amount' &&
      sum.quantity.kind === 'amount' &&
      figure.quantity.decimals > sum.quantity.decimals,
  );
  const rounded = fine && sum.quantity.kind === 'amount' ? { ...sum, decimals: sum.quantity.decimals } : sum;
  for (const plain of footingOf(form.table, rounded, addends, strangers)) {
    const relation = measure === 'weight' ? { ...plain, conventional: true } : plain;
    yield complete || relation.unchecked !== undefined ? relation : { ...relation, unchecked: 'no-breakdown' };
  }
}

/** What the points are at most; lines that share a weight are taken together. */
function* pointsWithinWeight(form: Form): Generator<Relation> {
  const within = function* (weights: readonly Figure[], scores: readonly Figure[]): Generator<Relation> {
    const [weight, ...more] = weights.filter(isPrinted);
    const points = scores.filter(isPrinted);
    if (!weight || more.length > 0 || points.length === 0) return;
    yield { kind: 'bound', readings: [[whole(weight), ...points.map(part)]], table: form.table };
  };
  for (const side of sidesOf(form, 'funds')) {
    for (const line of side.lines) {
      const [weight, score] = ['weight', 'score'].map((key) => figureOf(side, line, key));
      if (isAmount(weight) && isAmount(score)) yield* within([weight], [score]);
    }
  }
  for (const group of indicatorGroups(form)) {
    if (group.known) yield* within(group.weights, group.scores);
  }
}

/** What a note says of one grade: 90分（含）以上为优, 优：90-100分, 80分（含）至90分为良, 60分以下为差. */
const gradeNamed = /(?:为|[:("“]|^)\s{0,3}([优良中差])(?:秀|好|等)?(?![\u4e00-\u9fff])|^([优良中差])(?:秀|好|等)?[:(]/;

/** Grades with the points from which they begin, as the notes print them. */
function printedBands(notes: string): Map<string, { low: Decimal; high: Decimal | null }> {
  const bands = new Map<string, { low: Decimal; high: Decimal | null }>();
  const pieces = notes
    .normalize('NFKC')
    .replace(/\s/g, '')
    .split(/[,，;；。、\n]/)
    .map((piece) => piece.replace(/^.*(?:等级|分为|注|标准|如下)[^:]{0,6}:/, ''));
  for (const piece of pieces) {
    const named = gradeNamed.exec(piece);
    const grade = named?.[1] ?? named?.[2];
    const [first, second, ...more] = [...piece.matchAll(/(?<![\d.])\d{1,3}(?![\d.])/g)].map(([digits]) => digits);
    if (grade === undefined || first === undefined || more.length > 0 || bands.has(grade)) continue;
    if (second !== undefined) {
      const [low, high] = [new Decimal(first), new Decimal(second)].sort((a, b) => a.cmp(b));
      if (low && high) bands.set(grade, { low, high: high.gte(100) ? null : high });
    } else if (/以上|[≥>]/.test(piece)) bands.set(grade, { low: new Decimal(first), high: null });
    else if (/以下|[<≤]/.test(piece)) bands.set(grade, { low: new Decimal(0), high: new Decimal(first) });
  }
  return bands;
}

function* grades(form: Form): Generator<Relation> {
  const result = sideOf(form, 'result');
  const [line] = result?.lines ?? [];
  const score = result && line ? figureOf(result, line, 'score') : null;
  const grade = result?.lines.find((candidate) => candidate.key?.startsWith('grade:'))?.label;
  const band = grade === undefined ? undefined : printedBands(form.caption.notes).get(grade);
  if (!isAmount(score) || !band || grade === undefined) return;
  const limit = (value: Decimal, constant: 'grade-floor' | 'grade-ceiling'): Figure => ({
    ...score,
    quantity: { kind: 'amount', value, decimals: 0 },
    text: value.toFixed(),
    decimals: 2,
    place: { in: 'rule', constant, of: grade },
  });
  yield { kind: 'bound', readings: [[whole(score), part(limit(band.low, 'grade-floor'))]], table: form.table };
  if (band.high !== null)
    yield {
      kind: 'bound',
      readings: [[whole(limit(band.high, 'grade-ceiling')), part(score)]],
      table: form.table,
    };
}

/** Budget and outturn of a project with the cost that its indicator aims at and states. */
type WholeCost = Record<'budget' | 'outturn' | 'target' | 'actual', Figure>;

/** The one cost indicator of a form, and its money; null where one of the figures is missing. */
function wholeCost(form: Form): WholeCost | null {
  const costs = sidesOf(form, 'cost');
  const funds = sideOf(form, 'funds');
  const line = funds && fundsTotal(funds);
  const [budget, outturn] = funds && line ? ['budget', 'outturn'].map((key) => figureOf(funds, line, key)) : [];
  const [target, actual] = costs[0]?.lines[0]?.figures ?? [];
  if (costs.length !== 1 || !isAmount(budget) || !isAmount(outturn) || !isAmount(target) || !isAmount(actual))
    return null;
  const planned = amountInYuan(budget);
  return planned && amountInYuan(target)?.eq(planned) === true ? { budget, outturn, target, actual } : null;
}

/** The bound of a cost indicator that speaks of the whole project. */
function* costBound(form: Form, { outturn, actual }: WholeCost): Generator<Relation> {
  yield { kind: 'bound', readings: [[whole(actual), part(outturn)]], table: form.table };
}

/** What a form says of its own execution in words. */
const remarksOf = (form: Form, key: string): Line[] =>
  sidesOf(form, 'remark').flatMap(({ lines }) => lines.filter((line) => line.key === key));

/** The rates of execution that the lines of a form's money have, in per cent; none where a budget is nought. */
function printedRates(form: Form): Decimal[] {
  return sidesOf(form, 'funds').flatMap((side) =>
    side.lines.flatMap((line) => {
      const [budget, outturn] = ['budget', 'outturn'].map((key) => printedValue(figureOf(side, line, key)));
      return budget && outturn && !budget.isZero() ? [outturn.div(budget).times(100)] : [];
    }),
  );
}

/** Of a rate that words state without its amounts less than a point may be rounding, or another way to count. */
const clearlyApart = 1;

/** Words about execution that the form's own money does not bear out: the words may be about one of its parts. */
function* wordsAgainstFunds(set: FormSet): Generator<Notice> {
  for (const form of performances(set)) {
    const rates = printedRates(form);
    const [first] = rates;
    if (!first) continue;
    const shown = `${first.toDecimalPlaces(2).toFixed()}%`;
    for (const { label, figures } of remarksOf(form, 'word')) {
      if (rates.some((rate) => rate.minus(100).abs().lt(clearlyApart))) continue;
      yield {
        figures,
        remark: 'all-spent',
        values: { label, rate: shown },
      };
    }
    for (const { figures } of remarksOf(form, 'rate')) {
      const [rate, ...amounts] = figures;
      const value = printedValue(rate);
      if (!rate || !value || amounts.length > 0 || rates.some((one) => one.minus(value).abs().lt(clearlyApart)))
        continue;
      yield {
        figures: [rate],
        remark: 'stated-execution',
        values: { stated: rate.text, rate: shown },
      };
    }
  }
}

/** The cost of the whole project beside an outturn that is less: what was not paid yet may explain it. */
function* costsAboveOutturn(set: FormSet): Generator<Notice> {
  for (const form of performances(set)) {
    const whole = wholeCost(form);
    if (!whole) continue;
    const [reached, spent] = [amountInYuan(whole.actual), amountInYuan(whole.outturn)];
    if (
      !reached ||
      !spent ||
      reached.lte(spent.plus(unitFactor(whole.outturn.unit ?? '元').times(lastDigit(whole.outturn.decimals))))
    )
      continue;
    yield {
      figures: [whole.actual, whole.outturn],
      remark: 'cost-and-outturn',
      values: { reached: whole.actual.text, outturn: whole.outturn.text },
    };
  }
}

const eachForm = (relate: (form: Form) => Iterable<Relation>) =>
  function* (set: FormSet): Generator<Relation> {
    for (const form of performances(set)) yield* relate(form);
  };

export const performanceRules: readonly Rule[] = [
  {
    id: 'performance/funds-of-sources',
    family: 'performance',
    kind: 'hard',
    catalogue: ['J-3', 'Z-2'],
    relations: eachForm(fundsOfSources),
  },
  {
    id: 'performance/execution-rate',
    family: 'performance',
    kind: 'hard',
    catalogue: ['J-1', 'Z-2'],
    relations: eachForm(executionRates),
  },
  {
    id: 'performance/remaining-funds',
    family: 'performance',
    kind: 'hard',
    catalogue: ['J-4'],
    relations: eachForm(function* (form) {
      for (const side of sidesOf(form, 'funds')) {
        for (const line of side.lines) {
          const [remaining, budget, outturn] = ['remaining', 'budget', 'outturn'].map((key) =>
            figureOf(side, line, key),
          );
          if (!remaining || !budget || !outturn) continue;
          // One of the two may have been left out, where another line shows that the form asks for it.
          const lacking = [
            ['remaining', remaining],
            ['budget', budget],
          ] as const;
          const isLeftOut = (key: string, figure: Figure): boolean =>
            isBlank(figure) && isFilledIn(side, line, key) && isAskedFor(side, line, key);
          if (
            (!isAmount(remaining) && !isAmount(budget)) ||
            !lacking.every(([key, figure]) => isAmount(figure) || isLeftOut(key, figure))
          )
            continue;
          yield { kind: 'sum', readings: [[total(remaining), addend(budget), deduction(outturn)]], table: form.table };
        }
      }
    }),
  },
  {
    id: 'performance/execution-score',
    family: 'performance',
    kind: 'conditional',
    catalogue: ['J-2'],
    relations: eachForm(executionScores),
  },
  {
    id: 'performance/points-of-only-source',
    family: 'performance',
    kind: 'conditional',
    catalogue: ['J-2'],
    relations: eachForm(pointsOfOnlySource),
  },
  {
    id: 'performance/weights-total',
    family: 'performance',
    kind: 'hard',
    catalogue: ['J-5', 'Z-1', 'Z-4'],
    relations: eachForm((form) => pointsInTotal(form, 'weight')),
  },
  {
    id: 'performance/scores-total',
    family: 'performance',
    kind: 'hard',
    catalogue: ['J-6', 'J-13', 'Z-1', 'Z-4'],
    relations: eachForm((form) => pointsInTotal(form, 'score')),
  },
  {
    id: 'performance/score-within-weight',
    family: 'performance',
    kind: 'hard',
    catalogue: ['J-7', 'J-13', 'Z-5'],
    relations: eachForm(pointsWithinWeight),
  },
  {
    id: 'performance/group-weights',
    family: 'performance',
    kind: 'hard',
    catalogue: ['Z-1', 'Z-4'],
    relations: eachForm(function* (form) {
      for (const side of sidesOf(form, 'group')) {
        const [sum, ...members] = side.lines;
        const figure = sum?.figures[0];
        if (!figure) continue;
        const known = members.filter((line) => line.key !== null);
        const addends = columnOf(side, known, 'weight');
        for (const relation of footingOf(
          form.table,
          figure,
          addends,
          columnOf(
            side,
            members.filter((line) => line.key === null),
            'weight',
          ),
        )) {
          yield addends.some(isPrinted) ? relation : { ...relation, unchecked: 'no-breakdown' };
        }
      }
    }),
  },
  {
    id: 'performance/budget-deviation',
    family: 'performance',
    kind: 'hard',
    catalogue: ['Z-3'],
    relations: eachForm(function* (form) {
      const funds = sideOf(form, 'funds');
      const line = funds && fundsTotal(funds);
      const [budget, outturn] = funds && line ? ['budget', 'outturn'].map((key) => figureOf(funds, line, key)) : [];
      if (!isAmount(budget) || !isAmount(outturn)) return;
      for (const side of sidesOf(form, 'deviation')) {
        const rate = side.lines[0]?.figures[0];
        if (!rate) continue;
        // The size of the difference, whichever is more.
        const signs = [
          [1, -1],
          [-1, 1],
        ] as const;
        yield {
          kind: 'ratio',
          readings: signs.map(([spent, planned]) => [
            percentage(rate),
            numerator(outturn, spent),
            numerator(budget, planned),
            denominator(budget),
          ]),
          table: form.table,
        };
      }
    }),
  },
  {
    id: 'performance/grade',
    family: 'performance',
    kind: 'conditional',
    catalogue: ['J-8'],
    relations: eachForm(grades),
  },
  {
    id: 'performance/cost-indicator',
    family: 'performance',
    kind: 'conditional',
    catalogue: ['J-11'],
    relations: eachForm(function* (form) {
      const whole = wholeCost(form);
      if (whole) yield* costBound(form, whole);
    }),
    notices: costsAboveOutturn,
  },
  {
    id: 'performance/stated-execution',
    family: 'performance',
    kind: 'hard',
    catalogue: ['V-4'],
    relations: eachForm(function* (form) {
      for (const { figures } of remarksOf(form, 'rate')) {
        const [rate, outturn, budget] = figures;
        if (rate && outturn && budget)
          yield {
            kind: 'ratio',
            readings: [[percentage(rate), numerator(outturn), denominator(budget)]],
            table: form.table,
          };
      }
    }),
    notices: wordsAgainstFunds,
  },
];
