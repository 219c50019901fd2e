import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding, Report } from '../core/report/schema.ts';
import { equationText, sentence } from '../core/report/tell.ts';
import { told } from '../core/report/told.ts';
import { checkFile } from './run.ts';

// Checks the real files beside the project and holds the contradictions told against those that were recomputed by hand
// (test/wild/recomputed.json): one that is not among them fails, and so does one of them that is no longer told.
//   npm run wild [-- WORD… ] [--json OUT]    WORD: only files whose name holds it

const root = join(import.meta.dirname, '..');
const folders = ['real', 'real-2'].map((name) => join(root, '../shared', name));

/** An alarm is one of these when it shows all the figures. */
const recomputedSchema = z.record(
  z.string(),
  z.array(z.object({ figures: z.array(z.string()).min(1), why: z.string() })),
);
type Recomputed = z.infer<typeof recomputedSchema>[string][number];

/** A figure without separators and unit, so that one told in another way is still the same. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s,，]/gu, '')
    .replace(/(?:%|亿元|万元|元)$/u, '');

function shows(finding: Finding, { figures }: Recomputed): boolean {
  const printed = new Set([finding, ...finding.related].flatMap(({ places }) => places.map(({ text }) => plain(text))));
  return figures.every((figure) => printed.has(plain(figure)));
}

/** The report of a file, or why it has none. */
async function reportOf(path: string): Promise<Report | string> {
  try {
    return (await checkFile(path)).report;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function main(): Promise<number> {
  if (!folders.some((folder) => existsSync(folder))) {
    console.log('wild: ../shared is not there, nothing to measure');
    return 0;
  }
  const recomputed = recomputedSchema.parse(JSON.parse(readFileSync(join(root, 'test/wild/recomputed.json'), 'utf8')));
  const words = process.argv.slice(2);
  const json = words.indexOf('--json');
  const [, out] = json < 0 ? [] : words.splice(json, 2);
  const lines: string[] = [];
  const total = { files: 0, told: 0, unknown: 0, missed: 0, amounts: 0, checked: 0 };
  for (const folder of folders.filter((one) => existsSync(one))) {
    for (const name of readdirSync(folder)
      .filter((file) => /\.(?:pdf|html)$/u.test(file))
      .sort()) {
      if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
      total.files += 1;
      const report = await reportOf(join(folder, name));
      if (typeof report === 'string') {
        console.log(`${name}: ${report}`);
        continue;
      }
      lines.push(JSON.stringify(told(report, 'zh')));
      const known = recomputed[name] ?? [];
      const alarms = report.findings.filter(({ verdict }) => verdict === 'inconsistent');
      const unknown = alarms.filter((alarm) => !known.some((one) => shows(alarm, one)));
      const missed = known.filter((one) => !alarms.some((alarm) => shows(alarm, one)));
      total.told += alarms.length;
      total.unknown += unknown.length;
      total.missed += missed.length;
      total.amounts += report.coverage.amounts;
      total.checked += report.coverage.checked;
      for (const alarm of unknown)
        console.log(`${name}: not recomputed: [${alarm.rule}] ${sentence(alarm, 'zh')} ${equationText(alarm, 'zh')}`);
      for (const { figures, why } of missed) console.log(`${name}: no longer told: ${figures.join(' ')} (${why})`);
    }
  }
  if (out !== undefined) writeFileSync(out, `${lines.join('\n')}\n`);
  console.log(
    `${total.files} files, ${total.checked} of ${total.amounts} amounts checked, ${total.told} contradictions told, ${total.unknown} not recomputed, ${total.missed} no longer told`,
  );
  return total.unknown + total.missed > 0 ? 1 : 0;
}

process.exitCode = await main();
