import { figureKey, type Figure } from '../document/figure.ts';
import type { Judged, Suspect } from '../judge/suspects.ts';
import type { Term } from '../relate/relation.ts';
import type { CellPlace, Finding } from './schema.ts';
import { equationLine, sentence, termLabel } from './wording.ts';

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

/**
 * Makes a finding of a relation that does not agree.
 * @param judged the relation, its rule and its verdict
 * @param suspect the figure that most likely broke it, if one stands out
 * @returns the finding; null for a relation that agrees
 */
export function findingOf({ rule, relation, judgement }: Judged, suspect: Suspect | null): Finding | null {
  if (judgement.verdict === 'consistent') return null;
  const { terms, reported, expected, difference } = judgement;
  const isSuspect = (figure: Figure): boolean => suspect !== null && figureKey(figure) === figureKey(suspect.figure);
  const shown = shownTerms(terms);
  // A blank cell that other relations blame is part of the story.
  shown.push(...terms.filter((term) => isSuspect(term.figure) && !shown.includes(term)));
  const [first] = shown;
  if (!first) return null;
  const displaced = terms.flatMap((term) => (term.figure.displaced ? [{ blank: term.figure, amount: term.figure.displaced }] : []));
  const places: CellPlace[] = [
    ...displaced.map(({ amount }) => placeOf(amount, 'suspect')),
    ...shown.map((term) => placeOf(term.figure, isSuspect(term.figure) ? 'suspect' : term.role)),
    ...displaced.filter(({ blank }) => !shown.some((term) => term.figure === blank)).map(({ blank }) => placeOf(blank, 'addend')),
  ];
  const words = sentence(relation.kind, terms, expected, difference);
  const offset = displaced.length;
  const likely = suspect?.likely ?? null;
  return {
    id: shortHash([rule, ...places.map((place) => `${place.table}/${place.row}/${place.column}/${place.text}`)].join('|')),
    rule,
    verdict: judgement.verdict,
    message: words.zh,
    messageEn: words.en,
    equation: equationLine(terms, expected, judgement.verdict === 'rounding' ? '≈' : relation.kind === 'bound' ? '>' : '≠'),
    terms: [
      ...shown.slice(1).map((term, index) => ({ sign: term.weight < 0 ? '-' as const : '+' as const, label: termLabel(term, first), text: term.figure.text, place: offset + 1 + index })),
      { sign: '=' as const, label: termLabel(first, first), text: first.figure.text, place: offset },
    ],
    reported: reported.toFixed(),
    expected: expected.toFixed(),
    difference: difference.toFixed(),
    ...(likely === null ? {} : { likely: likely.toFixed() }),
    places,
  };
}
