import { figureKey, type Figure } from '../document/figure.ts';
import type { Judged, Suspect } from '../judge/suspects.ts';
import type { Notice } from '../relate/notice.ts';
import type { Term } from '../relate/relation.ts';
import type { CellPlace, Finding, FindingPlace } from './schema.ts';
import { equationLine, sentence, suspectHint, termLabel } from './wording.ts';

/** FNV-1a, 64 bits in two halves: short names that stay the same from load to load. */
function shortHash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x01000193) ^ (a >>> 13);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

/** A figure's place in the report; null for a figure that is printed nowhere. */
function placeOf(figure: Figure, role: CellPlace['role']): FindingPlace | null {
  const { place } = figure;
  if (place.in === 'rule') return null;
  const page = place.page === undefined ? {} : { page: place.page };
  if (place.in === 'text') return { role, paragraph: place.paragraph, start: place.start, end: place.end, ...page, text: figure.text };
  return { role, table: place.table, row: place.row, column: place.column, ...page, rowLabel: place.rowLabel, columnLabel: place.columnLabel, text: figure.text };
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
function shownOf({ judgement }: Judged, suspect: Suspect | null): Shown {
  const { terms } = judgement;
  const isSuspect = (figure: Figure): boolean => suspect !== null && figureKey(figure) === figureKey(suspect.figure);
  const shown = shownTerms(terms);
  // A blank cell that other relations blame is part of the story.
  shown.push(...terms.filter((term) => isSuspect(term.figure) && !shown.includes(term)));
  const displaced = terms.flatMap((term) => (term.figure.displaced ? [{ blank: term.figure, amount: term.figure.displaced }] : []));
  const places: FindingPlace[] = [];
  const add = (figure: Figure, role: CellPlace['role']): number | null => {
    const place = placeOf(figure, role);
    return place === null ? null : places.push(place) - 1;
  };
  for (const { amount } of displaced) add(amount, 'suspect');
  const indexOf = new Map<Term, number>();
  for (const term of shown) {
    const index = add(term.figure, isSuspect(term.figure) ? 'suspect' : term.role);
    if (index !== null) indexOf.set(term, index);
  }
  for (const { blank } of displaced) if (!shown.some((term) => term.figure === blank)) add(blank, 'addend');
  return { places, terms: shown, indexOf };
}

const placeKey = (place: FindingPlace): string => ('table' in place ? `${place.table}/${place.row}/${place.column}` : `${place.paragraph}/${place.start}`);

/**
 * Makes one finding of relations that do not agree for one cause.
 * @param group the relations, the one to tell first; they fail, or are explained by rounding
 * @param suspect the figure that most likely broke them, if one stands out
 */
export function findingOf(group: readonly [Judged, ...Judged[]], suspect: Suspect | null): Finding {
  const [main, ...others] = group;
  const { terms, reported, expected, difference, verdict } = main.judgement;
  const own = shownOf(main, suspect);
  const places = [...own.places];
  for (const place of others.flatMap((other) => shownOf(other, suspect).places)) {
    if (!places.some((known) => placeKey(known) === placeKey(place))) places.push(place);
  }
  const shown = own.terms;
  const [first = terms[0]] = shown;
  const at = (term: Term): { place?: number } => {
    const index = own.indexOf.get(term);
    return index === undefined ? {} : { place: index };
  };
  const plain = sentence(main.relation.kind, terms, expected, difference);
  const hint = suspect === null ? { zh: '', en: '' } : suspectHint(suspect, terms, group.length);
  const words = { zh: plain.zh + hint.zh, en: plain.en + hint.en };
  const sign = (judged: Judged): '≠' | '≈' | '>' => (judged.judgement.verdict === 'rounding' ? '≈' : judged.relation.kind === 'bound' ? '>' : '≠');
  return {
    id: shortHash([main.rule, ...own.places.map((place) => `${placeKey(place)}/${place.text}`)].join('|')),
    rule: main.rule,
    verdict: verdict === 'rounding' ? 'rounding' : 'inconsistent',
    message: words.zh,
    messageEn: words.en,
    equation: equationLine(terms, expected, sign(main)),
    terms: first === undefined ? [] : [
      ...shown.slice(1).map((term) => ({ sign: term.part === 'denominator' && term.weight > 0 ? '÷' as const : term.weight < 0 ? '-' as const : '+' as const, label: termLabel(term, first, shown), text: term.figure.text, ...at(term) })),
      { sign: main.relation.kind === 'bound' ? '≥' as const : '=' as const, label: termLabel(first, first, shown), text: first.figure.text, ...at(first) },
    ],
    reported: reported.toFixed(),
    expected: expected.toFixed(),
    difference: difference.toFixed(),
    ...(suspect === null ? {} : { likely: suspect.likely.toFixed() }),
    places,
    related: others.map((other) => {
      const told = sentence(other.relation.kind, other.judgement.terms, other.judgement.expected, other.judgement.difference);
      return { rule: other.rule, message: told.zh, messageEn: told.en, equation: equationLine(other.judgement.terms, other.judgement.expected, sign(other)) };
    }),
  };
}

/**
 * Makes the findings of all relations that do not agree; those that one suspect explains become one finding.
 * @param judged all relations that could be judged
 * @param suspects the suspect of each failing relation that has one
 */
export function findingsOf(judged: readonly Judged[], suspects: ReadonlyMap<Judged, Suspect>): Finding[] {
  const groups = new Map<string, [Judged, ...Judged[]]>();
  judged.forEach((one, index) => {
    if (one.judgement.verdict === 'consistent') return;
    const suspect = suspects.get(one);
    const key = suspect ? figureKey(suspect.figure) : `#${index}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  });
  return [...groups.values()].map((group) => {
    const suspect = suspects.get(group[0]) ?? null;
    // The relation that defines the suspect tells it best; that a part is greater than its whole says least.
    const telling = (one: Judged): number => {
      const [first] = one.judgement.terms;
      return (one.relation.kind === 'bound' ? 2 : 0) - (suspect && first && figureKey(first.figure) === figureKey(suspect.figure) ? 1 : 0);
    };
    const main = group.reduce((best, one) => (telling(one) < telling(best) ? one : best));
    return findingOf([main, ...group.filter((one) => one !== main)], suspect);
  });
}

/**
 * The finding of a notice: places and a sentence, no equation.
 * @param rule the rule that remarked on it
 * @param notice what it said
 */
export function findingOfNotice(rule: string, { figures, zh, en }: Notice): Finding {
  const places = figures.flatMap((figure, index) => placeOf(figure, index === 0 ? 'suspect' : 'operand') ?? []);
  return {
    id: shortHash([rule, ...places.map((place) => `${placeKey(place)}/${place.text}`)].join('|')), rule, verdict: 'notice',
    message: zh, messageEn: en, equation: '', terms: [], places, related: [],
  };
}
