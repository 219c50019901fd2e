import { mapped } from '../../steps.ts';
import type { Block } from '../../document/document.ts';
import type { Figure } from '../../document/figure.ts';
import { accountClaims } from './accounts.ts';
import type { Basis, Claim, Fact } from './claim.ts';
import { changeLists, changesBesideAmounts } from './changes.ts';
import { classLists } from './classes.ts';
import { countClaims } from './counts.ts';
import { enumerations, staffClaims } from './enumerations.ts';
import { evaluationClaims } from './evaluation.ts';
import { indexFacts } from './fact-index.ts';
import { keyUnder, type ItemKey } from './item.ts';
import { nothingClaims } from './nothing.ts';
import { evaluatedProjects, projectCounts, scoredIndicators } from './projects.ts';
import { quotients } from './quotients.ts';
import { completions, deviations, differences, growths } from './ratios.ts';
import { increases, repeatedChanges, restatements } from './restated.ts';
import type { Section } from './section.ts';
import { scoreClaims } from './scores.ts';
import { shares } from './shares.ts';
import { statedBalances } from './stated-balances.ts';
import { bracketedSums, sumsIn } from './stated-sums.ts';
import { partLists } from './part-lists.ts';
import { debtLimits } from './debt-limits.ts';
import { yearChanges } from './year-changes.ts';
import { passagesOf, withoutBudgets, type Passage } from './spoken.ts';
import { tallies } from './tallies.ts';

/** Where an item may be spoken of: 基本支出 under 支出决算情况说明 is that of all money, elsewhere it may be another. */
const homes: readonly (readonly [RegExp, readonly (Section | null)[]])[] = [
  [/^total:/, ['summary', 'income', 'expenditure', null]],
  [/^source:(?:general|fund|capital)$/, ['income', 'summary', 'fiscal', 'general', null]],
  [/^(?:income|source:.*)$/, ['income', 'summary', null]],
  [
    /^(?:expenditure|basic|project|to-superior|operating-expenditure|to-subordinate)$/,
    ['expenditure', 'summary', null],
  ],
  [/^fiscal:(?:both|income|expenditure|opening|closing)$/, ['fiscal', 'summary', null]],
  [/^general$/, ['general', 'fiscal', null]],
  [/^fiscal:spent$/, ['general', 'fiscal']],
  [/^(?:general:basic|fiscal:basic|personnel|operating-costs)$/, ['basic', null]],
  [/^fund$/, ['fund']],
  [/^capital$/, ['capital']],
  [/^three-public:/, ['three-public', 'other', null]],
  [/^source:fiscal$/, ['fiscal']],
  [/^(?:procurement:.*|purchased-services)$/, ['procurement', 'other', null]],
  [/^running$/, ['running', 'other', null]],
  [/^(?:use-of-surplus|opening|closing|distribution)$/, ['summary', 'income', 'expenditure', null]],
];

/** An item where it stands: 支出总计 under 财政拨款收入支出决算总体情况 is the fiscal one. */
function itemAt(item: ItemKey | null, section: Section | null): ItemKey | null {
  if (item === null) return null;
  const own = section === 'fiscal' ? item.replace(/^total:/, 'fiscal:') : item;
  return homes.some(([pattern, sections]) => pattern.test(own) && sections.includes(section)) ? own : null;
}

/** The basis of amounts that have none of their own: that of the paragraph, else of the document. */
function basisIn(passage: Passage, budget: boolean): Basis {
  const bases = new Set(
    passage.spoken.flatMap((other) => (other.role === 'amount' && other.basis !== null ? [other.basis] : [])),
  );
  const [only] = bases;
  // 公务接待费2.00万元，完成预算5.00万元的40%: the amount that stands without a word of its own was spent.
  if (withoutBudgets(passage.spoken).length < passage.spoken.length) return 'outturn';
  if (bases.size === 1 && only !== undefined) return only;
  return budget && !bases.has('outturn') ? 'budget' : 'outturn';
}

function* factsOf(passages: readonly Passage[], year: number | null, budget: boolean): Generator<void, Fact[]> {
  const facts = yield* mapped(
    passages.filter((passage) => passage.section !== 'performance'),
    (passage) => {
      const basis = basisIn(passage, budget);
      return passage.spoken
        .filter(
          (spoken) =>
            spoken.mention.kind === 'amount' &&
            (spoken.role === 'amount' || spoken.role === 'unknown') &&
            (year === null || spoken.year === null || spoken.year === year),
        )
        .map((spoken): Fact => ({
          kind: 'fact',
          item: keyUnder(passage.section, spoken.name) ?? itemAt(spoken.item, passage.section),
          name: spoken.name,
          basis: spoken.basis ?? basis,
          saysBasis: spoken.basis !== null,
          figure: spoken.figure,
          section: passage.section,
          group: passage.group,
        }));
    },
  );
  return facts.flat();
}

const isFigure = (value: unknown): value is Figure =>
  typeof value === 'object' && value !== null && 'quantity' in value && 'place' in value;

/** The figures that a claim is made of. */
function figuresOf(claim: object): Figure[] {
  return Object.values(claim).flatMap((value: unknown): Figure[] => {
    if (isFigure(value)) return [value];
    const parts: readonly unknown[] = Array.isArray(value) ? value : [];
    return parts.flatMap((part): Figure[] =>
      isFigure(part) ? [part] : typeof part === 'object' && part !== null ? figuresOf(part) : [],
    );
  });
}

/** What the text says. */
export interface Narrative {
  readonly claims: readonly Claim[];
  /** Amounts printed in its sentences. */
  readonly amounts: readonly Figure[];
}

/**
 * Reads the explanations around the forms: what is stated of which item, and what follows from it.
 * Where it is not certain what a sentence speaks of it makes no claim. Yields now and then.
 * @param blocks of the document, in reading order
 * @param year of the accounts; amounts of other years are no facts
 * @param budget the document is a budget, whose plain amounts are budgeted
 */
export function* readNarrative(
  blocks: readonly Block[],
  year: number | null,
  budget: boolean,
): Generator<void, Narrative> {
  const passages = yield* passagesOf(blocks, year);
  const facts = yield* factsOf(passages, year, budget);
  const outturns = indexFacts(facts.filter(({ basis }) => basis === 'outturn'));
  const budgets = indexFacts(facts.filter(({ basis }) => basis !== 'outturn'));
  const stated = budget ? budgets : outturns;
  // An amount that only its document makes a budget is what its completion is of, and not its base (完成337亿元，为预算的50.2%).
  const bases = indexFacts(facts.filter(({ basis, saysBasis }) => basis !== 'outturn' && saysBasis));
  yield;
  const accounts = yield* accountClaims(passages, year);
  const own = yield* mapped(passages, (passage): Claim[] => [
    ...growths(passage, stated, year),
    ...completions(passage, bases, year),
    ...differences(passage),
    ...deviations(passage),
    ...changeLists(passage),
    ...nothingClaims(passage),
    ...countClaims(passage),
    ...evaluationClaims(passage, year),
    ...scoreClaims(passage, year),
    ...evaluatedProjects(passage),
    ...projectCounts(passage),
    ...debtLimits(passage),
    ...scoredIndicators(passage),
    ...tallies(passage, year),
    ...enumerations(passage),
    ...staffClaims(passage),
    ...restatements(passage, year, budget),
    ...increases(passage),
    ...quotients(passage),
  ]);
  const sums = new Map(yield* mapped(passages, (passage) => [passage, sumsIn(passage)] as const));
  const bracketed = yield* mapped(passages, bracketedSums);
  const claims: Claim[] = [
    ...facts,
    ...(yield* shares(passages, stated, year)),
    ...own.flat(),
    ...(yield* classLists(passages, stated)),
    ...(yield* partLists(passages)),
    ...accounts,
    ...repeatedChanges(passages),
    ...changesBesideAmounts(passages),
    ...[...sums.values()].flat().map(({ sum }) => sum),
    ...bracketed.flat(),
    ...(yield* statedBalances(passages, sums)),
    ...yearChanges(passages, year),
  ];
  yield;
  // What is not stated exactly is compared with nothing.
  const rough = new Set(
    passages.flatMap((passage) =>
      passage.spoken.filter((spoken) => spoken.mention.rough).map((spoken) => spoken.figure),
    ),
  );
  const exact =
    rough.size === 0 ? claims : claims.filter((claim) => !figuresOf(claim).some((figure) => rough.has(figure)));
  return {
    claims: exact,
    amounts: passages.flatMap((passage) =>
      passage.spoken
        .filter((spoken) => spoken.mention.kind === 'amount' && !spoken.mention.rough)
        .map((spoken) => spoken.figure),
    ),
  };
}
