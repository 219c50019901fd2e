import { check, examine } from '../../core/check.ts';
import type { Document } from '../../core/document/document.ts';
import type { Figure } from '../../core/document/figure.ts';
import type { Finding } from '../../core/report/schema.ts';
import { drain } from '../core/build.ts';
import { withText } from '../core/explanations.ts';
import type { Kind, Passage, Stage } from './notation.ts';

const titles: Readonly<Record<Kind, (year: number) => string>> = {
  final: (year) => `示例市财政局${year}年度部门决算公开`,
  budget: (year) => `示例市财政局${year}年部门预算公开`,
  government: (year) => `关于示例市${year}年预算执行情况和${year + 1}年预算草案的报告`,
  letter: (year) => `示例市财政局关于${year}年度部门决算的批复`,
};

/**
 * A page that holds one passage, as a reader of pages gives it.
 * @param passage of the corpus
 * @param paragraphs in place of its own
 * @param company other paragraphs in front of it
 */
export const pageWith = (
  passage: Passage,
  paragraphs: readonly string[] = passage.paragraphs,
  company: readonly string[] = [],
): Document =>
  withText(
    [...company, ...(passage.heading === null ? [] : [passage.heading]), ...paragraphs],
    [],
    titles[passage.kind](passage.year),
  );

/** Where a figure begins in the passage's paragraphs joined by line ends; null for what is printed elsewhere. */
function startIn(passage: Passage, document: Document, { place }: Figure): number | null {
  if (place.in !== 'text') return null;
  const printed = document.blocks.filter((block) => block.kind === 'paragraph').slice(-passage.paragraphs.length);
  const line = printed.findIndex((block) => block.id === place.paragraph);
  const before = passage.paragraphs.slice(0, line).map((paragraph) => paragraph.length + 1);
  if (line < 0) return null;
  // The corpus writes -5.00% as 5.00%, which goes down.
  const sign = passage.paragraphs[line]?.[place.start] === '-' ? 1 : 0;
  return before.reduce((sum, length) => sum + length, place.start + sign);
}

/** An amount that the reader takes for one of the year. */
export interface ReadAmount {
  readonly start: number;
  readonly name: string;
  readonly stage: Stage;
}

/** Figures that the reader puts in one relation, which it judges. */
export interface ReadRelation {
  readonly rule: string;
  readonly kind: string;
  /** Where the figures of each reading begin. */
  readonly readings: readonly (readonly number[])[];
  /** It is told only where more than itself speaks for it. */
  readonly guessed: boolean;
}

const stages = { outturn: 'outturn', initial: 'initial', full: 'adjusted', budget: 'budget' } as const;

/** What the reader makes of a passage, in the corpus' own terms: the one place that knows the reader. */
export function readingOf(passage: Passage): {
  readonly amounts: readonly ReadAmount[];
  readonly relations: readonly ReadRelation[];
} {
  const document = pageWith(passage);
  const { recognition, judged } = drain(examine(document));
  return {
    amounts: recognition.sets
      .flatMap(({ claims }) => claims)
      .flatMap((claim): ReadAmount[] => {
        const start = claim.kind === 'fact' ? startIn(passage, document, claim.figure) : null;
        return claim.kind === 'fact' && start !== null ? [{ start, name: claim.name, stage: stages[claim.basis] }] : [];
      }),
    relations: judged.map(({ rule, relation }) => ({
      rule,
      kind: relation.kind,
      readings: relation.readings.map((terms) =>
        terms.flatMap(({ figure }) => startIn(passage, document, figure) ?? []),
      ),
      guessed: relation.guess !== undefined || relation.pattern !== undefined,
    })),
  };
}

/** What is told of a page: its contradictions. */
export const contradictions = (document: Document): Finding[] =>
  drain(check(document)).findings.filter(({ verdict }) => verdict === 'inconsistent');
