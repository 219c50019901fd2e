import { figureKey, type Figure } from '../document/figure.ts';
import type { Judged, Suspect } from '../judge/suspects.ts';
import type { Term } from '../relate/relation.ts';
import type { CellPlace, Finding } from './schema.ts';
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

function placeOf(figure: Figure, role: CellPlace['role']): CellPlace {
  const { table, row, column, page, rowLabel, columnLabel } = figure.place;
  return { role, table, row, column, ...(page === undefined ? {} : { page }), rowLabel, columnLabel, text: figure.text };
}

/** The terms to show: the total, every printed part, and the blank parts only where nothing else is printed. */
function shownTerms(terms: readonly Term[]): Term[] {
  const [first, ...rest] = terms;
  if (!first) return [];
  const printed = rest.filter((term) => term.figure.quantity.kind === 'amount');
  return [first, ...(printed.length > 0 ? printed : rest)];
}

/** The places of one relation: what is displaced or suspect, then the total, its printed parts, and blanks that are to blame. */
function placesOf({ judgement }: Judged, suspect: Suspect | null): { places: CellPlace[]; shown: Term[]; offset: number } {
  const { terms } = judgement;
  const isSuspect = (figure: Figure): boolean => suspect !== null && figureKey(figure) === figureKey(suspect.figure);
  const shown = shownTerms(terms);
  // A blank cell that other relations blame is part of the story.
  shown.push(...terms.filter((term) => isSuspect(term.figure) && !shown.includes(term)));
  const displaced = terms.flatMap((term) => (term.figure.displaced ? [{ blank: term.figure, amount: term.figure.displaced }] : []));
  const places: CellPlace[] = [
    ...displaced.map(({ amount }) => placeOf(amount, 'suspect')),
    ...shown.map((term) => placeOf(term.figure, isSuspect(term.figure) ? 'suspect' : term.role)),
    ...displaced.filter(({ blank }) => !shown.some((term) => term.figure === blank)).map(({ blank }) => placeOf(blank, 'addend')),
  ];
  return { places, shown, offset: displaced.length };
}

const cellKey = (place: CellPlace): string => `${place.table}/${place.row}/${place.column}`;

/**
 * Makes one finding of relations that do not agree for one cause.
 * @param group the relations, the one to tell first; they fail, or are explained by rounding
 * @param suspect the figure that most likely broke them, if one stands out
 */
export function findingOf(group: readonly [Judged, ...Judged[]], suspect: Suspect | null): Finding {
  const [main, ...others] = group;
  const { terms, reported, expected, difference, verdict } = main.judgement;
  const { places: own, shown, offset } = placesOf(main, suspect);
  const places = [...own];
  for (const place of others.flatMap((other) => placesOf(other, suspect).places)) {
    if (!places.some((known) => cellKey(known) === cellKey(place))) places.push(place);
  }
  const [first = terms[0]] = shown;
  const plain = sentence(main.relation.kind, terms, expected, difference);
  const hint = suspect === null ? { zh: '', en: '' } : suspectHint(suspect, terms, group.length);
  const words = { zh: plain.zh + hint.zh, en: plain.en + hint.en };
  const sign = (judged: Judged): '≠' | '≈' | '>' => (judged.judgement.verdict === 'rounding' ? '≈' : judged.relation.kind === 'bound' ? '>' : '≠');
  const likely = suspect?.likely ?? null;
  return {
    id: shortHash([main.rule, ...own.map((place) => `${cellKey(place)}/${place.text}`)].join('|')),
    rule: main.rule,
    verdict: verdict === 'rounding' ? 'rounding' : 'inconsistent',
    message: words.zh,
    messageEn: words.en,
    equation: equationLine(terms, expected, sign(main)),
    terms: first === undefined ? [] : [
      ...shown.slice(1).map((term, index) => ({ sign: term.weight < 0 ? '-' as const : '+' as const, label: termLabel(term, first, shown), text: term.figure.text, place: offset + 1 + index })),
      { sign: main.relation.kind === 'bound' ? '≥' as const : '=' as const, label: termLabel(first, first, shown), text: first.figure.text, place: offset },
    ],
    reported: reported.toFixed(),
    expected: expected.toFixed(),
    difference: difference.toFixed(),
    ...(likely === null ? {} : { likely: likely.toFixed() }),
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
    // The relation that defines the suspect tells it best.
    const main = suspect === null ? group[0] : group.find((one) => one.judgement.terms[0] !== undefined && figureKey(one.judgement.terms[0].figure) === figureKey(suspect.figure)) ?? group[0];
    return findingOf([main, ...group.filter((one) => one !== main)], suspect);
  });
}
