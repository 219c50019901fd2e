import { check } from 'recheck';
import { expect, test } from 'vitest';
import { patternsIn, patternsOfSources, type SourcePattern } from '../sources.ts';

/**
 * The analyser proves what it can with automata; the rest it attacks. Its limits are counted in steps, not in time, so that a busy
 * machine says the same as a quiet one; what it cannot finish in time is left to the attacks below.
 */
const limits = {
  timeout: 15_000,
  attackTimeout: null,
  incubationTimeout: null,
  attackLimit: 20_000_000,
  maxAttackStringSize: 20_000,
  maxRepeatCount: 60,
  maxIteration: 4,
} as const;
const atOnce = 3;

/** Each distinct pattern once, with all its places. */
function distinct(patterns: readonly SourcePattern[]): SourcePattern[] {
  const byText = new Map<string, SourcePattern>();
  for (const pattern of patterns) {
    const key = `${pattern.flags}/${pattern.source}`;
    byText.set(key, { ...pattern, at: [byText.get(key)?.at ?? [], pattern.at].flat().join(', ') });
  }
  return [...byText.values()];
}

const told = ({ source, flags, at }: SourcePattern, why: string): string => `${at}: /${source}/${flags} ${why}`;

/** Where nothing repeats without a bound, each place of a text is left after so many steps. */
const repeats = ({ source }: SourcePattern): boolean => /[*+]|\{\d+,\}/.test(source);

/** What the analyser says against patterns; nothing of those it proves linear. */
async function analysed(patterns: readonly SourcePattern[]): Promise<string[]> {
  const waiting = patterns.filter(repeats);
  const found: string[] = [];
  const work = async (): Promise<void> => {
    for (let pattern = waiting.pop(); pattern; pattern = waiting.pop()) {
      const said = await check(pattern.source, pattern.flags, limits);
      if (said.status === 'vulnerable') found.push(told(pattern, `${said.complexity.summary}: ${said.attack.pattern}`));
      else if (said.status === 'unknown' && said.error.kind !== 'timeout') found.push(told(pattern, said.error.kind));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found;
}

/** Strings that a pattern nearly matches, again and again: its own words, what stands for its classes, and neighbours of them; one sign at the end ends all hope. */
function attacks({ source }: SourcePattern): string[] {
  const plain = source
    .replace(/\\[dDwWsSbBpP](?:\{[^}]*\})?/g, '|0|')
    .replace(/\[[^\]]*\]/g, (set) => `|${set.replace(/[[\]^\\|]/g, '').charAt(0)}|`);
  const words = (plain.match(/[^\\^$.*+?()[\]{}|<>=!:]{1,12}/g) ?? []).slice(0, 12);
  const neighbours = words.slice(1).map((word, index) => `${words[index] ?? ''}${word}`);
  return [
    ...new Set([
      ...words,
      ...neighbours,
      words.join(''),
      ...words.map((word) => `${word}0`),
      '0',
      ' ',
      '、',
      '(',
      ',',
      '0.',
      '00,',
      '的',
    ]),
  ].filter((unit) => unit !== '');
}

/** First so short that even an exponential pattern comes back, then four times as long each time. */
const lengths = [12, 18, 24, 30, 120, 480, 2000, 8000, 32_000, 128_000];
/** Below so many milliseconds nothing can be told of growth; what takes less than a few need not be tried longer. */
const tooShort = 50;
const quick = 2;
/** Four times the letters may take four times the time, not sixteen times. */
const mostGrowth = 8;

/** The shortest of some runs: a busy machine may hold up any one. */
function milliseconds(pattern: RegExp, text: string, runs: number): number {
  let least = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    text.replace(pattern, '');
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** How a pattern takes strings that grow. */
function growth(pattern: SourcePattern): string[] {
  const all = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
  const attack = (unit: string, length: number): string =>
    `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length)}\0`;
  for (const unit of attacks(pattern)) {
    let before = 0;
    for (const [index, length] of lengths.entries()) {
      if (length > 8000 && before < quick) break;
      const taken = milliseconds(all, attack(unit, length), 1);
      if (taken > Math.max(mostGrowth * before, tooShort)) {
        const again = milliseconds(all, attack(unit, length), 5);
        const shorter = milliseconds(all, attack(unit, lengths[index - 1] ?? 0), 5);
        if (again > Math.max(mostGrowth * shorter, tooShort))
          return [
            told(pattern, `${JSON.stringify(unit)} × ${length}: ${again.toFixed(0)} ms after ${shorter.toFixed(0)}`),
          ];
      }
      before = taken;
    }
  }
  return [];
}

const { patterns, unknown } = patternsOfSources();

test('every RegExp of the sources is known before it runs', () => {
  expect(unknown).toEqual([]);
  expect(patterns.length).toBeGreaterThan(800);
});

test('no RegExp of the sources is more than linear in its text, by the analyser', async () => {
  expect(await analysed(distinct(patterns))).toEqual([]);
}, 600_000);

test('no RegExp of the sources takes more than linear time on strings that it nearly matches', () => {
  expect(distinct(patterns).flatMap(growth)).toEqual([]);
});

test.each([
  [
    'a star over what matches nothing or the same',
    String.raw`const itself = /^(?:经(?:自)?评价?|[本我]?(?:部门|单位)?(?:的)?|的)*$/;`,
  ],
  [
    'a list that may start at any of its names',
    String.raw`const list = /([^，。;]*、[^，。;]*?)(\d+)个(?:科|处)(?=[，。]|$)/g;`,
  ],
  ['one built of constants', 'const digits = "\\\\d+"; const twice = new RegExp(`${digits}\\\\d*x`);'],
])('a pattern that is not linear is found: %s', async (_, source) => {
  const found = patternsIn(source, 'made.ts');
  expect(found.unknown).toEqual([]);
  expect(await analysed(found.patterns)).toHaveLength(1);
});

test('growing strings alone find a pattern that runs from anywhere to the end', () => {
  expect(growth({ source: String.raw`预算[^，]*安排`, flags: '', at: 'made.ts:1' })).not.toEqual([]);
  expect(growth({ source: String.raw`预算[^，]{0,20}安排`, flags: '', at: 'made.ts:1' })).toEqual([]);
});

test('a RegExp built from what only a run knows is told', () => {
  expect(patternsIn('function find(word: string) { return new RegExp(`^${word}$`); }', 'made.ts').unknown).toEqual([
    'made.ts:1',
  ]);
});
