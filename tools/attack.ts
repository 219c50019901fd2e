import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ensureBrowser } from './browser.ts';
import { runTool } from './run-tool.ts';

// Attacks the production build with everything that test/attack knows, and prints for each kind how many cases there were and how many held.
// `npm run attack -- PART…` runs only the files whose path has one of these words in it.

const assertionSchema = z.object({
  ancestorTitles: z.array(z.string()),
  title: z.string(),
  status: z.string(),
  meta: z.object({ cases: z.int(), held: z.int() }).partial(),
});
const outcomeSchema = z.object({
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(assertionSchema) })),
});

const root = join(import.meta.dirname, '..');
const results = join(root, '.output/test');
const file = join(results, 'attack.json');

/** Kind by kind, in the order of the suites: what a test did not count itself is one case. */
function linesOf({ testResults }: z.infer<typeof outcomeSchema>): string[] {
  const kinds = new Map<string, { cases: number; held: number }>();
  for (const { name, status, assertionResults } of testResults) {
    // A suite that never came to its cases.
    if (assertionResults.length === 0 && status !== 'passed') kinds.set(name, { cases: 1, held: 0 });
    for (const { ancestorTitles, title, status: outcome, meta } of assertionResults) {
      if (outcome === 'skipped' || outcome === 'pending') continue;
      const kind = ancestorTitles[0] ?? title;
      const before = kinds.get(kind) ?? { cases: 0, held: 0 };
      const cases = meta.cases ?? 1;
      kinds.set(kind, {
        cases: before.cases + cases,
        held: before.held + (meta.held ?? (outcome === 'passed' ? cases : 0)),
      });
    }
  }
  return [...kinds].map(
    ([kind, { cases, held }]) => `${held === cases ? '✓' : '✕'} ${kind}: ${cases} cases, ${held} held`,
  );
}

await mkdir(results, { recursive: true });
await rm(file, { force: true });
await ensureBrowser();
const built = await runTool('wxt', ['build', '-b', 'chrome']);
// 4,500 pages and 1,200 PDFs at random among the rest.
process.env.TIEOUT_FUZZ_TIMES ??= '3';
process.env.TIEOUT_SIDE_BY_SIDE ??= '3';
const started = Date.now();
const code =
  built === 0
    ? await runTool('vitest', [
        'run',
        '--project',
        'attack',
        '--project',
        'fuzz',
        ...process.argv.slice(2),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ])
    : built;
const outcome = await readFile(file, 'utf8').then(
  (text) => outcomeSchema.safeParse(JSON.parse(text)).data,
  () => undefined,
);
console.log(
  outcome === undefined
    ? '没有结果。 No results.'
    : `\n${linesOf(outcome).join('\n')}\n${((Date.now() - started) / 60_000).toFixed(1)} min`,
);
process.exitCode = code;
