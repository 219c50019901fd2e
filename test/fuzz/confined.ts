import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportSchema, type Report } from '../../core/report/schema.ts';
import { endedSentences } from '../../tools/limits.ts';

const root = join(import.meta.dirname, '../..');

/** What a tab may well give a page of this size. */
const megabytes = 1024;

/** The cap that the page (annotate.content) sets itself, in seconds of computing: other work on the machine does not count. */
const cap = 60;

/** One that neither computes nor ends. */
const patience = 600_000;

/**
 * Checks a file in a process of its own, with little memory, that is ended when it takes too long.
 * @param name its ending tells its kind
 * @returns its report: what was checked, or a sentence why not
 * @throws when it crashed, ran out of memory or had to be ended
 */
export async function checkConfined(name: string, bytes: string | Uint8Array): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'tieout-fuzz-'));
  try {
    const file = join(folder, name);
    const json = join(folder, 'report.json');
    await writeFile(file, bytes);
    const { code, said } = await run([
      `--max-old-space-size=${megabytes}`,
      '--import',
      'tsx',
      join(root, 'tools/check.ts'),
      file,
      '--json',
      json,
    ]);
    if (code === null || code > 2)
      throw new Error(
        code === null ? `${name}: not done within ${cap} s` : `${name}: ended with ${code}: ${said.slice(-500)}`,
      );
    const report = reportSchema.parse(JSON.parse(await readFile(json, 'utf8')));
    // That it was ended is said to people; here it counts as a failure.
    if (endedSentences.includes(report.source.error ?? '')) throw new Error(`${name}: ${report.source.error ?? ''}`);
    return report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(args: readonly string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', `ulimit -t ${cap}; exec "$0" "$@"`, process.execPath, ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString();
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code: signal === 'SIGKILL' || signal === 'SIGXCPU' ? null : (code ?? 255), said });
    });
  });
}

/** A sentence for people: Chinese first, and no name of an error. */
export const sentence = /[\u4e00-\u9fff].*[。！？] [A-Z].*\.$/u;
