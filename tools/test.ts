import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { ensureBrowser, ensureFirefox } from './browser.ts';
import { runTool } from './run-tool.ts';

// Runs every stage and shows what it says, goes on after one that fails, and ends with one line that counts.

const root = join(import.meta.dirname, '..');
const results = join(root, '.output/test');

interface Count {
  passed: number;
  failed: number;
  /** What failed, where a stage is more than one thing. */
  failures?: readonly string[];
}

const jsonReportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** What failed in a run of vitest, a line or a few for each: said again at the end, where a cut log still shows it. */
function failuresOf({ testResults }: z.infer<typeof jsonReportSchema>): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages }) => `  ✕ ${file}: ${fullName}\n    ${opening(failureMessages?.[0] ?? '')}`);
    return tests.length > 0 || status !== 'failed' ? tests : [`  ✕ ${file}\n    ${opening(message)}`];
  });
}

/** The first lines of a message. */
function opening(message: string): string {
  return message.slice(0, 600).split('\n').slice(0, 4).join('\n    ');
}

/** Runs a tool beside others of its group; a stage passes if it exits with 0. */
async function tool(name: string, ...args: string[]): Promise<Count> {
  return (await runTool(name, args, true)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs a project of vitest; counts its tests, and the stage as one more. */
async function tests(project: string): Promise<Count> {
  const file = join(results, `${project}.json`);
  await rm(file, { force: true });
  const code = await runTool('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = await readFile(file, 'utf8').then(
    (text) => jsonReportSchema.safeParse(JSON.parse(text)).data,
    () => undefined,
  );
  const stage = code === 0 && report?.success === true;
  return {
    passed: (report?.numPassedTests ?? 0) + (stage ? 1 : 0),
    failed: (report?.numFailedTests ?? 0) + (stage ? 0 : 1),
    failures: report === undefined ? [] : failuresOf(report),
  };
}

interface Stage {
  readonly name: string;
  /** Why the stage is not run here, if it isn't. */
  readonly skip?: string | undefined;
  readonly run: () => Promise<Count>;
}

/** Groups one after the other; the stages of a group at the same time, each a process that keeps one processor busy. */
const groups: readonly (readonly Stage[])[] = [
  [
    { name: 'types', run: () => tool('tsc', '--noEmit') },
    { name: 'lint', run: () => tool('eslint', '.') },
    { name: 'format', run: () => tool('prettier', '--check', '.') },
  ],
  [{ name: 'unit', run: () => tests('unit') }],
  [{ name: 'fuzz', run: () => tests('fuzz') }],
  // Not together: both write what the other reads.
  [{ name: 'build chrome', run: () => tool('wxt', 'build', '-b', 'chrome') }],
  [{ name: 'build firefox', run: () => tool('wxt', 'build', '-b', 'firefox') }],
  [
    {
      name: 'e2e',
      run: async () => {
        await ensureBrowser();
        return tests('e2e');
      },
    },
  ],
  [
    {
      name: 'attack',
      run: async () => {
        await ensureBrowser();
        // All of it takes longer: `npm run attack`.
        process.env.TIEOUT_ATTACK = 'part';
        return tests('attack');
      },
    },
  ],
  [
    {
      name: 'firefox',
      run: async () => {
        // Its absence is a failure only where it could have been installed.
        if ((await ensureFirefox()) !== null) return tests('firefox');
        console.log('没有 Firefox，这一段跳过。 No Firefox here: this stage is left out.');
        return { passed: 0, failed: process.env.CI === 'true' ? 1 : 0 };
      },
    },
  ],
  [
    {
      name: 'corpus',
      skip: existsSync(join(root, '../shared/corpus')) ? undefined : 'no ../shared/corpus',
      run: () => tool('tsx', join(root, 'tools/corpus.ts')),
    },
    {
      name: 'cases',
      skip: existsSync(join(root, '../shared/cases')) ? undefined : 'no ../shared/cases',
      run: () => tool('tsx', join(root, 'tools/cases.ts')),
    },
    {
      name: 'wild',
      skip: existsSync(join(root, '../shared/real-2')) ? undefined : 'no ../shared/real-2',
      run: () => tool('tsx', join(root, 'tools/wild.ts')),
    },
  ],
];

async function main(): Promise<void> {
  await mkdir(results, { recursive: true });
  const total: Count = { passed: 0, failed: 0 };
  const lines: string[] = [];
  for (const group of groups) {
    const running = group.filter(({ skip }) => skip === undefined);
    lines.push(
      ...group.filter((stage) => !running.includes(stage)).map(({ name, skip }) => `- ${name}: skipped, ${skip ?? ''}`),
    );
    if (running.length === 0) continue;
    console.log(`\n== ${running.map(({ name }) => name).join(', ')}`);
    await Promise.all(
      running.map(async ({ name, run }) => {
        const started = Date.now();
        const count = await run().catch((error: unknown): Count => {
          console.error(error instanceof Error ? error.message : String(error));
          return { passed: 0, failed: 1 };
        });
        total.passed += count.passed;
        total.failed += count.failed;
        lines.push(
          `${count.failed === 0 ? '✓' : '✕'} ${name}: ${count.passed} passed, ${count.failed} failed, ${((Date.now() - started) / 1000).toFixed(1)} s`,
          ...(count.failures ?? []),
        );
      }),
    );
  }
  console.log(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

await main();
