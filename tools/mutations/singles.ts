import { readQuantity } from '../../core/quantity/quantity.ts';
import { candidatesNamed, slipKey, suspectsOf, toldOf, type Measured } from './measured.ts';
import { filledKind, randomFrom, type Mutation } from './slips.ts';
import { oneOf } from './typing.ts';

/** What was planted and what came of it. */
export class SlipTally {
  planted = 0;
  /** Some equation with a changed figure fails, all changes made. */
  detectable = 0;
  detected = 0;
  /** The same where some change fails an equation by itself: two changes may make up for each other. */
  detectableAlone = 0;
  detectedAlone = 0;
  /** At least two equations contain the figure and show the change. */
  solvable = 0;
  right = 0;
  likely = 0;
  wrong = 0;
  candidate = 0;
  findings = 0;
  /** Detected with one finding. */
  single = 0;
  rightOfAll = 0;

  add(other: SlipTally): void {
    for (const name of [
      'planted',
      'detectable',
      'detected',
      'detectableAlone',
      'detectedAlone',
      'solvable',
      'right',
      'likely',
      'wrong',
      'candidate',
      'findings',
      'single',
      'rightOfAll',
    ] as const)
      this[name] += other[name];
  }

  line(): string {
    const share = (part: number, whole: number): string =>
      `${part}/${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)}%)`;
    return `planted ${this.planted}, detected of detectable ${share(this.detected, this.detectable)}, each change by itself ${share(this.detectedAlone, this.detectableAlone)}; of those in two equations or more: right suspect ${share(this.right, this.solvable)}, likely value ${share(this.likely, this.right)}, named among candidates ${this.candidate}; wrong suspect ${this.wrong}, right suspect of all ${share(this.rightOfAll, this.detected)}, findings per error ${(this.findings / Math.max(1, this.detected)).toFixed(2)}, one finding ${share(this.single, this.detected)}`;
  }
}

const meant = (mutation: Mutation, likely: string | undefined): boolean => {
  const was = readQuantity(mutation.spot.text);
  return likely !== undefined && (was.kind === 'amount' ? was.value.eq(likely) : likely === '0');
};

/** Changes in one line. */
export const describe = (mutations: readonly Mutation[]): string =>
  mutations.map(({ spot, text }) => `${slipKey(spot)} ${spot.text} → ${text}`).join(', ');

/** So many blank cells a seed are filled. */
const blanksFilled = 30;

/**
 * Every amount once, with a slip drawn by chance, and some of the blank cells.
 * @param kinds of slips to draw from
 * @param tallies by part of the document, and by kind of slip (those begin with a space); added to
 * @param verbose prints what went amiss
 */
export function measureSingles(
  measured: Measured,
  seed: number,
  kinds: readonly string[],
  tallies: Map<string, SlipTally>,
  verbose: boolean,
): void {
  const random = randomFrom(seed);
  const blanks = kinds.includes(filledKind)
    ? Array.from({ length: Math.min(blanksFilled, measured.blanks.length) }, () =>
        oneOf(measured.blanks, random),
      ).filter((one) => one !== undefined)
    : [];
  const typed = kinds.filter((kind) => kind !== filledKind);
  for (const { spot, part } of [...(typed.length > 0 ? measured.candidates : []), ...blanks]) {
    const kind = spot.text.trim() === '' ? filledKind : (oneOf(typed, random) ?? '');
    const mutations = measured.slip(spot, kind, random);
    if (mutations.length === 0) continue;
    const found = measured.alarmsWith(mutations);
    const shown = mutations.map((mutation) => measured.showing(mutation, mutations));
    const suspects = suspectsOf(found);
    const candidates = candidatesNamed(found);
    const own = new Set(mutations.map((mutation) => slipKey(mutation.spot)));
    const solvable = mutations.filter((_, index) => (shown[index] ?? 0) >= 2);
    const right = solvable.length > 0 && solvable.every((mutation) => suspects.has(slipKey(mutation.spot)));
    const likely = solvable.every((mutation) => meant(mutation, suspects.get(slipKey(mutation.spot))));
    const wrong = [...suspects.keys()].some((key) => !own.has(key));
    for (const name of [part, ` ${kind}`]) {
      const tally = tallies.get(name) ?? new SlipTally();
      tallies.set(name, tally);
      tally.planted += 1;
      if (mutations.some((mutation) => measured.showing(mutation, [mutation]) > 0)) {
        tally.detectableAlone += 1;
        if (found.length > 0) tally.detectedAlone += 1;
      }
      if (shown.every((times) => times === 0)) continue;
      tally.detectable += 1;
      if (found.length === 0) continue;
      tally.detected += 1;
      tally.findings += found.length;
      if (found.length === 1) tally.single += 1;
      if (solvable.length > 0) tally.solvable += 1;
      if (right) tally.right += 1;
      if (right && likely) tally.likely += 1;
      if (wrong) tally.wrong += 1;
      if (mutations.every((mutation) => suspects.has(slipKey(mutation.spot)))) tally.rightOfAll += 1;
      if (solvable.length > 0 && !right && solvable.some((mutation) => candidates.has(slipKey(mutation.spot))))
        tally.candidate += 1;
    }
    if (!verbose || shown.every((times) => times === 0)) continue;
    const what =
      found.length === 0
        ? 'missed'
        : wrong
          ? 'wrong suspect'
          : solvable.length > 0 && !right
            ? 'no suspect'
            : right && !likely
              ? 'other value'
              : found.length > 1
                ? 'several findings'
                : '';
    if (what === '') continue;
    console.log(`  ${what} [${part}] ${kind}: ${describe(mutations)}; fails in ${shown.join('+')}`);
    for (const finding of found) console.log(toldOf(finding));
  }
}
