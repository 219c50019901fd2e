import type { Report } from '../schema.ts';

/** Which figure a letter speaks of. */
export interface LetterPlace {
  /** The table's title, '' for a table without; null for the text. */
  readonly title: string | null;
  readonly row: string;
  readonly column: string;
  /** Of a figure in the text: the words around it. */
  readonly around: string;
  readonly page: number | undefined;
}

/** The parts of a letter to the office that published a document. */
export interface LetterWords {
  to(publisher: string | null): string;
  opening(publisher: string | null, year: number | null, kind: Report['document']['kind']): string;
  spot(spot: LetterPlace): string;
  where(spot: string): string;
  /** @param text as printed, '' for a blank */
  printed(text: string, unit: string | null): string;
  what(sentence: string): string;
  /** @param number from 1; null for the only one */
  equation(line: string, number: number | null): string;
  moreEquations(count: number): string;
  /** What the equations together say of many figures. */
  together(sentence: string): string;
  /** @param spot null for the figure that the letter is about */
  likely(spot: string | null, value: string, slip: string | null): string;
  readonly undecided: string;
  source(source: string): string;
  readonly closing: string;
}
