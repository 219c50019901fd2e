import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { tablesOf } from '../core/document/document.ts';
import type { Report } from '../core/report/schema.ts';
import { dumpTables } from '../core/report/tables.ts';
import { told } from '../core/report/told.ts';
import { checkFile } from './run.ts';

/** The families whose rules exist so far; by the names of the keys. */
const families = 'footing,cross-footing,hierarchy,balance,tie-out,performance,narrative,ratio,structure';

const shared = join(import.meta.dirname, '..', '..', 'shared');
const styles = ['H1a.html', 'H3.html', 'P1a.pdf', 'P2.pdf', 'P4.pdf', 'P5.pdf', 'P6a.pdf', 'P7b.pdf'];

const truthSchema = z.object({
  tables: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      form: z.string().nullish(),
      caption: z.array(z.string()).default([]),
      grid: z.array(z.array(z.string())),
      merges: z.array(z.object({ r: z.int(), c: z.int(), rs: z.int(), cs: z.int() })).default([]),
    }),
  ),
});
type TruthTable = z.infer<typeof truthSchema>['tables'][number];

const manifestSchema = z.object({
  outputs: z.array(z.object({ file: z.string(), tablesInFile: z.array(z.object({ id: z.string() })).optional() })),
});

/** The best open extractor on each style, median F1 and numeric recall (measured in November 2026). */
const peers: Readonly<Record<string, string>> = {
  P1a: '.998; 1.000',
  P2: '1.000; 1.000',
  P4: '.782; .866',
  P6a: '.810; .934',
  P7b: '.998; 1.000',
};

/** The tables that a file holds, where the manifest says that it does not hold all. */
function tablesIn(id: string, file: string): readonly string[] | null {
  const path = join(shared, 'corpus', id, `${id}.manifest.json`);
  if (!existsSync(path)) return null;
  const { outputs } = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return outputs.find((output) => output.file === file)?.tablesInFile?.map((table) => table.id) ?? null;
}

/** F1 and numeric recall as published comparisons of extractors define them; '' where Python is missing. */
function gridScore(id: string, tablesPath: string, style: string, only: readonly string[] | null): string {
  const result = spawnSync(
    'python3',
    [
      join(shared, 'tools', 'grid_f1.py'),
      join(shared, 'corpus', id, `${id}.truth.json`),
      tablesPath,
      ...(only ? ['--only', only.join(',')] : []),
    ],
    { encoding: 'utf8' },
  );
  const f1 = /"f1": ([\d.]+)/.exec(result.stdout)?.[1];
  const recall = /"numericRecall": ([\d.]+)/.exec(result.stdout)?.[1];
  return f1 === undefined || recall === undefined
    ? ''
    : `, F1 ${Number(f1).toFixed(3)} numeric ${Number(recall).toFixed(3)} (best peer ${peers[style] ?? '–'})`;
}

const squash = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** The truth with every cell blanked that is not a merge's anchor. */
function anchorsOnly(table: TruthTable): string[][] {
  const rows = table.grid.map((row) => row.map(squash));
  for (const merge of table.merges) {
    for (let row = merge.r; row < merge.r + merge.rs; row += 1) {
      for (let column = merge.c; column < merge.c + merge.cs; column += 1) {
        const line = rows[row];
        if (line && (row !== merge.r || column !== merge.c)) line[column] = '';
      }
    }
  }
  return rows;
}

/** Whether a table's title, form number, unit, publisher and year were read as they are printed around it. */
function sameCaption(truth: TruthTable, report: Report, index: number): boolean {
  const table = report.tables[index];
  const set = report.sets.find((candidate) => candidate.id === table?.set);
  if (!table || !set) return false;
  const lines = truth.caption.map(squash);
  const unit = lines.map((line) => /单位:(元|万元)/.exec(line)?.[1]).find((found) => found !== undefined) ?? null;
  const publisher = lines
    .map((line) => /^(?:部门|单位)(?:名称)?:(.+)$/.exec(line)?.[1])
    .find((found) => found !== undefined && !/^[万]?元$/.test(found));
  const year = lines.map((line) => /(20\d{2})年/.exec(line)?.[1]).find((found) => found !== undefined);
  return (
    squash(table.title) === squash(truth.title) &&
    (table.formNumber ?? null) === (truth.form ?? null) &&
    table.unit === unit &&
    (publisher === undefined || squash(set.publisher ?? '') === publisher) &&
    (year === undefined || set.year === Number(year))
  );
}

interface Cells {
  readonly tables: number;
  readonly exact: number;
  readonly cells: number;
  readonly right: number;
  readonly wrong: readonly string[];
}

/** Compares grids in order; a table that was not found has none of its cells right. */
function compare(truth: readonly TruthTable[], found: readonly (readonly (readonly string[])[])[]): Cells {
  let cells = 0;
  let right = 0;
  let exact = 0;
  const wrong: string[] = [];
  let next = 0;
  for (const table of truth) {
    const want = anchorsOnly(table);
    const width = want[0]?.length ?? 0;
    const size = want.length * width;
    cells += size;
    // A table that was missed must not shift all that follow: look a little ahead for one of the same shape and first cells.
    const fits = (rows: readonly (readonly string[])[] | undefined): boolean =>
      rows?.length === want.length && rows[0]?.length === width;
    const ahead = [next, next + 1, next + 2].find((index) => fits(found[index]));
    const got = found[ahead ?? next];
    if (ahead === undefined || !got) {
      wrong.push(
        `${table.id} ${table.title}: ${got ? `${got.length}×${got[0]?.length ?? 0}` : 'missing'}, not ${want.length}×${width}`,
      );
      if (found.length > next && found.length - next >= truth.length - truth.indexOf(table)) next += 1;
      continue;
    }
    next = ahead + 1;
    let same = 0;
    want.forEach((row, r) =>
      row.forEach((text, c) => {
        if (squash(got[r]?.[c] ?? '') === text) same += 1;
      }),
    );
    right += same;
    if (same === size) exact += 1;
    else wrong.push(`${table.id} ${table.title}: ${size - same} cells differ`);
  }
  return { tables: truth.length, exact, cells, right, wrong };
}

function score(id: string, reportPath: string): { line: string; ok: boolean; details: string } {
  const result = spawnSync(
    process.execPath,
    [
      join(shared, 'tools', 'score.mjs'),
      join(shared, 'keys', `${id}.key.json`),
      reportPath,
      '--truth',
      join(shared, 'documents', `${id}.json`),
      '--families',
      families,
    ],
    { encoding: 'utf8' },
  );
  const [line = '', ...details] = result.stdout.trim().split('\n');
  return { line: line.replace(`${id}: `, ''), ok: line.includes(' false alarms 0 '), details: details.join('\n') };
}

async function main(): Promise<number> {
  const { argv } = process;
  const verbose = argv.includes('--verbose');
  const only = argv.slice(2).filter((argument) => !argument.startsWith('--'));
  if (!existsSync(join(shared, 'corpus'))) {
    console.log('corpus: ../shared is not there, nothing to measure');
    return 0;
  }
  const out = mkdtempSync(join(tmpdir(), 'tieout-corpus-'));
  let falseAlarms = 0;
  for (const id of readdirSync(join(shared, 'corpus')).filter((name) =>
    existsSync(join(shared, 'corpus', name, `${name}.truth.json`)),
  )) {
    const truth = truthSchema.parse(JSON.parse(readFileSync(join(shared, 'corpus', id, `${id}.truth.json`), 'utf8')));
    const printed = truth.tables.filter((table) => table.grid.length > 0);
    const main = printed.slice(0, 9);
    for (const style of styles) {
      const path = join(shared, 'corpus', id, `${id}.${style}`);
      if (!existsSync(path) || (only.length > 0 && !only.some((word) => path.includes(word)))) continue;
      const { document, report } = await checkFile(path);
      const reportPath = join(out, `${id}.${style}.json`);
      writeFileSync(reportPath, JSON.stringify(told(report, 'zh')));
      const grids =
        tablesOf(document).length === 0 ? [] : dumpTables(document, report).tables.map((table) => table.rows);
      const file = `${id}.${style}`;
      const held = tablesIn(id, file);
      const inFile = held ? printed.filter((table) => held.includes(table.id)) : printed;
      const all = compare(inFile, grids);
      const tablesPath = join(out, `${file}.tables.json`);
      writeFileSync(tablesPath, JSON.stringify(dumpTables(document, report)));
      const name = style.replace(/\..*/, '');
      // P5 is pictures only: there is nothing to read, and saying so is the right answer.
      const pictures = report.source.scannedPages?.length === report.source.pages && report.source.kind === 'pdf';
      const quality =
        report.source.kind === 'html'
          ? ''
          : pictures
            ? ', pictures only: said so'
            : gridScore(id, tablesPath, name, held);
      const first = compare(main, grids);
      const captions =
        grids.length === printed.length ? main.filter((table, index) => sameCaption(table, report, index)).length : 0;
      const scored = score(id, reportPath);
      if (!scored.ok) falseAlarms += 1;
      const percent = ((100 * all.right) / Math.max(1, all.cells)).toFixed(2);
      console.log(
        `${id} ${name.padEnd(4)} cells ${all.right}/${all.cells} (${percent}%), tables exact ${all.exact}/${all.tables}, first nine ${first.exact}/${first.tables}, captions ${captions}/${main.length}${quality} | ${scored.line}`,
      );
      if (verbose) {
        for (const line of all.wrong) console.log(`    ${line}`);
        if (scored.details !== '') console.log(scored.details);
      }
    }
  }
  return falseAlarms > 0 ? 1 : 0;
}

process.exitCode = await main();
