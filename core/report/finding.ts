import { figureKey, type Figure } from '../document/figure.ts';
import type { Cause, Judged } from '../judge/diagnosis.ts';
import type { Notice } from '../relate/notice.ts';
import type { Term } from '../relate/relation.ts';
import { equationLine } from './equation-line.ts';
import { labelsAmong, unitsAmong } from './names.ts';
import { likelyText, onFiguresOf } from './on-figures.ts';
import type { CellPlace, Diagnosis, Equation, Finding, FindingPlace } from './schema.ts';
import { shortHash } from './short-hash.ts';
import type { EquationLine, Statement } from './statement.ts';
import { comparisonOf, holdingOf, statementOf } from './statements.ts';

/** A figure's place in the report; null for a figure that is printed nowhere. */
function placeOf(figure: Figure, role: CellPlace['role']): FindingPlace | null {
  const { place } = figure;
  if (place.in === 'rule') return null;
  const page = place.page === undefined ? {} : { page: place.page };
  if (place.in === 'text')
    return { role, paragraph: place.paragraph, start: place.start, end: place.end, ...page, text: figure.text };
  return {
    role,
    table: place.table,
    row: place.row,
    column: place.column,
    ...page,
    rowLabel: place.rowLabel,
    columnLabel: place.columnLabel,
    text: figure.text,
  };
}

/** The terms to show: the total, every printed part, and the blank parts only where nothing else is printed. */
function shownTerms(terms: readonly Term[]): Term[] {
  const [first, ...rest] = terms;
  if (!first) return [];
  const printed = rest.filter((term) => term.figure.quantity.kind === 'amount');
  return [first, ...(printed.length > 0 ? printed : rest)];
}

interface Shown {
  readonly places: readonly FindingPlace[];
  readonly terms: readonly Term[];
  /** Index of a term's place. */
  readonly indexOf: ReadonlyMap<Term, number>;
}

/** The places of one relation: what is displaced or suspect, then the total, its printed parts, and blanks that are to blame. */
function shownOf({ relation, judgement }: Judged, suspects: ReadonlySet<string>): Shown {
  const { terms } = judgement;
  const shown = shownTerms(terms);
  // A blank cell that other relations blame is part of the story.
  shown.push(...terms.filter((term) => suspects.has(figureKey(term.figure)) && !shown.includes(term)));
  const displaced = terms.flatMap((term) =>
    term.figure.displaced ? [{ blank: term.figure, amount: term.figure.displaced }] : [],
  );
  const places: FindingPlace[] = [];
  const add = (figure: Figure, role: CellPlace['role']): number | null => {
    const place = placeOf(figure, role);
    return place === null ? null : places.push(place) - 1;
  };
  for (const { amount } of displaced) add(amount, 'suspect');
  if (relation.word && judgement.verdict === 'inconsistent') add(relation.word, 'suspect');
  const indexOf = new Map<Term, number>();
  for (const term of shown) {
    const index = add(term.figure, suspects.has(figureKey(term.figure)) ? 'suspect' : term.role);
    if (index !== null) indexOf.set(term, index);
  }
  for (const { blank } of displaced) if (!shown.some((term) => term.figure === blank)) add(blank, 'addend');
  return { places, terms: shown, indexOf };
}

const placeKey = (place: FindingPlace): string =>
  'table' in place ? `${place.table}/${place.row}/${place.column}` : `${place.paragraph}/${place.start}`;

/** Between the two sides of an equation: what it is, or would have to be. */
function signOf({ relation, judgement }: Judged): EquationLine['sign'] {
  if (judgement.verdict === 'rounding') return '≈';
  if (relation.kind === 'bound') return judgement.verdict === 'consistent' ? '≤' : '>';
  return judgement.verdict === 'consistent' ? '=' : '≠';
}

/** An equation line by line: the parts, then the total. */
function linesOf({ relation }: Judged, { terms, indexOf }: Shown): Finding['terms'] {
  const [first, ...rest] = terms;
  if (!first) return [];
  const unit = unitsAmong(terms);
  const label = labelsAmong(terms);
  const at = (term: Term): { place?: number } => {
    const index = indexOf.get(term);
    return index === undefined ? {} : { place: index };
  };
  return [
    ...rest.map((term) => ({
      sign:
        term.part === 'denominator' && term.weight > 0
          ? ('÷' as const)
          : term.weight < 0
            ? ('-' as const)
            : ('+' as const),
      label: label(term),
      text: `${term.figure.text}${unit(term.figure)}`,
      ...at(term),
    })),
    {
      sign: relation.kind === 'bound' ? ('≥' as const) : ('=' as const),
      label: label(first),
      text: `${first.figure.text}${unit(first.figure)}`,
      ...at(first),
    },
  ];
}

/** What does not agree; of a comparison the word. */
function failing({ relation, judgement: { terms, expected, difference } }: Judged): Statement {
  return relation.word ? comparisonOf(relation.word, terms) : statementOf(relation.kind, terms, expected, difference);
}

/**
 * A relation beside the one that a finding tells.
 * @param judged the relation
 * @param suspects the figures that are held to be wrong, by key
 */
export function equationOf(judged: Judged, suspects: ReadonlySet<string>): Equation {
  const { terms, expected, verdict } = judged.judgement;
  const shown = shownOf(judged, suspects);
  return {
    rule: judged.rule,
    statement: verdict === 'inconsistent' ? failing(judged) : holdingOf(judged.relation.kind, terms),
    line: equationLine(terms, expected, signOf(judged)),
    terms: linesOf(judged, shown),
    places: [...shown.places],
  };
}

/** The most equations that a finding lists as speaking for its suspect. */
export const mostHolding = 12;

/** More blank cells than this are no places to look at. */
const mostBlanks = 4;

/**
 * Makes one finding of relations that do not agree for one cause.
 * @param cause the relations, and which figure most likely broke them
 * @param main the relation to tell first
 */
function findingOf(cause: Cause, main: Judged): Finding {
  const others = cause.failing.filter((one) => one !== main);
  const suspects = new Set(cause.kind === 'suspect' ? cause.changes.map((change) => figureKey(change.figure)) : []);
  const { terms, reported, expected, difference } = main.judgement;
  const own = shownOf(main, suspects);
  const places = [...own.places];
  const indexes = new Map<string, number>();
  for (const [index, place] of places.entries()) if (!indexes.has(placeKey(place))) indexes.set(placeKey(place), index);
  const add = (place: FindingPlace): number => {
    const key = placeKey(place);
    const index = indexes.get(key) ?? places.push(place) - 1;
    indexes.set(key, index);
    return index;
  };
  for (const place of others.flatMap((other) => shownOf(other, suspects).places)) add(place);
  // One of few blanks may be what was left out.
  const blanks =
    cause.kind === 'undecided'
      ? cause.failing.flatMap(({ judgement }) =>
          judgement.terms.filter(({ figure }) => figure.quantity.kind === 'blank'),
        )
      : [];
  if (blanks.length <= mostBlanks)
    for (const { figure, role } of blanks) {
      const place = placeOf(figure, role);
      if (place !== null) add(place);
    }
  const roleOf = (figure: Figure): Term['role'] =>
    cause.failing
      .flatMap(({ judgement }) => judgement.terms)
      .find((term) => figureKey(term.figure) === figureKey(figure))?.role ?? 'operand';
  const changes = cause.changes.flatMap((change) => {
    const { figure, likely } = change;
    const place = placeOf(figure, cause.kind === 'suspect' ? 'suspect' : roleOf(figure));
    return place === null
      ? []
      : [{ place: add(place), likely: likely.toFixed(), likelyText: likelyText(change, terms), slip: change.slip }];
  });
  const [suspect] = changes;
  const diagnosis: Diagnosis = {
    kind: cause.kind,
    changes,
    statement: main.relation.word && cause.kind === 'undecided' ? { kind: 'word-or-figure' } : onFiguresOf(cause, main),
    holding: cause.holding.slice(0, mostHolding).map((one) => equationOf(one, suspects)),
  };
  return {
    id: shortHash([main.rule, ...own.places.map((place) => `${placeKey(place)}/${place.text}`)].join('|')),
    rule: main.rule,
    verdict: 'inconsistent',
    statement: failing(main),
    line: equationLine(terms, expected, signOf(main)),
    terms: linesOf(main, own),
    reported: reported.toFixed(),
    expected: expected.toFixed(),
    difference: difference.toFixed(),
    ...(cause.kind === 'suspect' && suspect && suspect.slip !== 'excess' ? { likely: suspect.likely } : {}),
    places,
    related: others.map((other) => equationOf(other, suspects)),
    diagnosis,
  };
}

/** A difference that rounding explains: told, and nothing blamed. */
function findingOfRounding(one: Judged): Finding {
  const finding: Finding = {
    ...findingOf({ kind: 'undecided', failing: [one], changes: [], holding: [] }, one),
    verdict: 'rounding',
  };
  delete finding.diagnosis;
  return finding;
}

/** How well a relation tells of its cause; less is better: what defines the suspect first, then other sums; that a part is greater than its whole says least. */
function telling(one: Judged, cause: Cause): number {
  const [first] = one.judgement.terms;
  const [change] = cause.kind === 'suspect' ? cause.changes : [];
  return (
    (one.relation.kind === 'bound' ? 2 : 0) - (change && figureKey(first.figure) === figureKey(change.figure) ? 1 : 0)
  );
}

/**
 * Makes the findings: one a cause, and one for each relation that rounding explains, in the order of the relations. Yields after each.
 * @param judged all relations that could be judged
 * @param causes what explains those that fail
 */
export function* findingsOf(judged: readonly Judged[], causes: readonly Cause[]): Generator<void, Finding[]> {
  const byFirst = new Map(causes.map((cause) => [cause.failing[0], cause]));
  const findings: Finding[] = [];
  for (const one of judged) {
    const cause = byFirst.get(one);
    if (one.judgement.verdict === 'rounding') findings.push(findingOfRounding(one));
    else if (cause) {
      const main = cause.failing.reduce((best, other) => (telling(other, cause) < telling(best, cause) ? other : best));
      // What a word compares may be right, and the word wrong: a comparison alone blames no figure.
      findings.push(
        findingOf(
          main.relation.word !== undefined && cause.failing.length === 1
            ? { ...cause, kind: 'undecided', changes: [], holding: [] }
            : cause,
          main,
        ),
      );
    } else continue;
    yield;
  }
  return findings;
}

/** A finding without arithmetic: places and a sentence, no equation. */
export function notice(rule: string, figures: readonly Figure[], statement: Statement): Finding {
  const places = figures.flatMap((figure, index) => placeOf(figure, index === 0 ? 'suspect' : 'operand') ?? []);
  return {
    id: shortHash([rule, ...places.map((place) => `${placeKey(place)}/${place.text}`)].join('|')),
    rule,
    verdict: 'notice',
    statement,
    terms: [],
    places,
    related: [],
  };
}

/**
 * The finding of a notice.
 * @param rule the rule that remarked on it
 */
export const findingOfNotice = (rule: string, { figures, remark, values }: Notice): Finding =>
  notice(rule, figures, { kind: 'remark', remark, values });
