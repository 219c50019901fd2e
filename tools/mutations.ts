import { clerkKinds, measureClerk, type ClerkTally } from './mutations/clerk.ts';
import { Measured } from './mutations/measured.ts';
import { measurePairs, noPairs, pairKeys, pairLine, type PairTally } from './mutations/pairs.ts';
import { measureSingles, SlipTally } from './mutations/singles.ts';
import { filledKind, slipKinds } from './mutations/slips.ts';
import { subjects } from './mutations/subjects.ts';

const usage = `npm run mutations -- [words] [options]
Plants slips in documents that agree, and counts what the report says of them.
  words          only the documents whose names contain one of them (miyun, synthetic-元 …)
  --seed=1-6     the seeds of chance; default 1
  --pairs=100    two slips at once, so many times a seed, instead of single ones
  --errors=3     not two at once, but three
  --clerk=5      slips of whole rows, columns, tables and of totals, so many of each kind a seed, instead of single ones
  --only=a,b     single slips of these kinds only
  --kinds        single slips by kind too
  --verbose      prints each slip of which the report says less than it should`;

const { argv } = process;
const option = (name: string): string | undefined =>
  argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const verbose = argv.includes('--verbose');
const seeds = (option('seed') ?? '1').split(',').flatMap((part) => {
  const [from = 1, to = from] = part.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
});
const words = argv.slice(2).filter((argument) => !argument.startsWith('--'));
const kinds = option('only')?.split(',') ?? [...slipKinds, filledKind];
const errors = Number(option('errors') ?? '2');
const [pairs, clerk] = ['pairs', 'clerk'].map((name) => Number(option(name) ?? '0'));

/** A list of tallies by name, made when first asked for. */
function tallyOf<T>(tallies: Map<string, T>, name: string, none: () => T): T {
  const known = tallies.get(name) ?? none();
  tallies.set(name, known);
  return known;
}

const inAll = new Map<string, SlipTally>();

function singles(name: string, measured: Measured): void {
  const tallies = new Map<string, SlipTally>();
  for (const seed of seeds) measureSingles(measured, seed, kinds, tallies, verbose);
  for (const [part, tally] of tallies) {
    tallyOf(inAll, part, () => new SlipTally()).add(tally);
    if (!part.startsWith(' ')) console.log(`${name} ${part}: ${tally.line()}`);
  }
}

const pairsInAll = new Map<string, PairTally>();

function severalAtOnce(name: string, measured: Measured, times: number): void {
  for (const [group, among] of [
    ['main forms', measured.candidates.filter(({ part }) => part === 'main forms')],
    ['everything', measured.candidates],
  ] as const) {
    const tallies = new Map<string, PairTally>();
    for (const seed of seeds) measurePairs(measured, among, seed, errors, times, tallies, verbose);
    const whole = noPairs();
    for (const [how, tally] of tallies) {
      for (const key of pairKeys) whole[key] += tally[key];
      console.log(`${name} ${group}, ${errors} errors ${how}: ${pairLine(tally)}`);
    }
    console.log(`${name} ${group}, ${errors} errors in all: ${pairLine(whole)}`);
    for (const key of pairKeys) tallyOf(pairsInAll, group, noPairs)[key] += whole[key];
  }
}

const clerkInAll = new Map<string, ClerkTally>();

if (argv.includes('--help')) console.log(usage);
else {
  for (const { name, read } of subjects(words)) {
    const measured = new Measured(await read());
    if (pairs !== undefined && pairs > 0) severalAtOnce(name, measured, pairs);
    else if (clerk !== undefined && clerk > 0)
      for (const seed of seeds) measureClerk(measured, seed, clerk, clerkInAll, verbose);
    else singles(name, measured);
  }
  for (const [part, tally] of inAll)
    if (!part.startsWith(' ') || argv.includes('--kinds')) console.log(`in all ${part.trim()}: ${tally.line()}`);
  for (const [group, tally] of pairsInAll) console.log(`in all ${group}, ${errors} errors: ${pairLine(tally)}`);
  for (const kind of clerkKinds) {
    const tally = clerkInAll.get(kind);
    if (tally)
      console.log(
        `in all ${kind}: planted ${tally.planted}, found ${tally.found}, one finding ${tally.single}, findings per slip ${(tally.findings / Math.max(1, tally.found)).toFixed(2)}, all changed places shown ${tally.shown}, a suspect ${tally.named}, blames a figure that was right ${tally.wrong}`,
      );
  }
}
