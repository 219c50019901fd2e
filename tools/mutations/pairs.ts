import { slipKey, keyOfPlace, suspectsOf, toldOf, type Candidate, type Measured } from './measured.ts';
import { describe } from './singles.ts';
import { randomFrom, typingKinds } from './slips.ts';

/** What is counted of several errors at once. */
export const pairKeys = ['errors', 'planted', 'all', 'named', 'wrong', 'findings'] as const;
export type PairTally = Record<(typeof pairKeys)[number], number>;

/** Two slips at once or more, three in four of them in one row, column or form. */
export function measurePairs(
  measured: Measured,
  among: readonly Candidate[],
  seed: number,
  errors: number,
  times: number,
  tallies: Map<string, PairTally>,
  verbose: boolean,
): void {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  for (let round = 0; round < times; round += 1) {
    const first = pick(among);
    if (!first) return;
    const near = {
      'far apart': among,
      'in one form': [] as Candidate[],
      'in one row': [] as Candidate[],
      'in one column': [] as Candidate[],
    };
    const a = first.spot;
    if (a.in === 'table') {
      for (const candidate of among) {
        const b = candidate.spot;
        if (b.in !== 'table' || b.table !== a.table || slipKey(a) === slipKey(b)) continue;
        near['in one form'].push(candidate);
        if (a.row === b.row) near['in one row'].push(candidate);
        if (a.column === b.column) near['in one column'].push(candidate);
      }
    }
    const how = pick(Object.keys(near) as (keyof typeof near)[]) ?? 'far apart';
    const others = Array.from({ length: errors - 1 }, () => pick(near[how])).filter((one) => one !== undefined);
    if (new Set([first, ...others].map(({ spot }) => slipKey(spot))).size < errors) continue;
    const mutations = [first, ...others].map(({ spot }) => measured.slip(spot, pick(typingKinds) ?? 'digit', random));
    const all = mutations.flat();
    if (mutations.some((one) => one.length === 0) || all.some((mutation) => measured.showing(mutation, all) === 0))
      continue;
    const found = measured.alarmsWith(all);
    const suspects = suspectsOf(found);
    const tally = tallies.get(how) ?? noPairs();
    tallies.set(how, tally);
    const places = new Set(found.flatMap((finding) => finding.places.map(keyOfPlace)));
    const everyOne = all.every((mutation) => places.has(slipKey(mutation.spot)));
    const named = all.every((mutation) => suspects.has(slipKey(mutation.spot)));
    tally.planted += 1;
    tally.errors += errors;
    tally.findings += found.length;
    if (everyOne) tally.all += 1;
    if (named) tally.named += 1;
    const wrong = [...suspects.keys()].some((key) => !all.some((mutation) => slipKey(mutation.spot) === key));
    if (wrong) tally.wrong += 1;
    if (verbose && (!named || wrong)) {
      console.log(`  ${how}: ${wrong ? 'wrong suspect' : everyOne ? 'not named' : 'not all found'}: ${describe(all)}`);
      for (const finding of found) console.log(toldOf(finding));
    }
  }
}

/** Nothing counted yet. */
export const noPairs = (): PairTally => ({ errors: 0, planted: 0, all: 0, named: 0, wrong: 0, findings: 0 });

/** The counts in words. */
export function pairLine(tally: PairTally): string {
  const share = (part: number): string =>
    `${part}/${tally.planted} (${((100 * part) / Math.max(1, tally.planted)).toFixed(1)}%)`;
  return `all found ${share(tally.all)}, all named ${share(tally.named)}, a wrong suspect ${share(tally.wrong)}, findings per error ${(tally.findings / Math.max(1, tally.errors)).toFixed(2)}`;
}
