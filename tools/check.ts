import { closeSync, openSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Report } from '../core/report/schema.ts';
import { emptyCoverage } from '../core/report/coverage.ts';
import { plainText } from '../core/report/export/plain-text.ts';
import { unreadPages } from '../core/report/unread-pages.ts';
import { reasonWords } from '../core/report/wording.ts';
import { Checker } from './check-apart.ts';

const usage = '用法 usage: npm run check -- FILE… [--json OUT] [--tables OUT]';

/** A report for a file that could not be read. */
function failed(path: string, error: string): Report {
  return {
    schema: 'tieout-report/1',
    source: { url: basename(path), title: basename(path), kind: /\.pdf$/i.test(path) ? 'pdf' : 'html', error },
    document: { kind: 'unknown', publisher: null, year: null },
    coverage: emptyCoverage,
    sets: [],
    paragraphs: [],
    tables: [],
    findings: [],
    unchecked: [],
  };
}

function summary(report: Report): string {
  const { coverage, document, findings, source, tables, unchecked } = report;
  if (source.error !== undefined) return `${source.url}\n  ${source.error}`;
  const count = (verdict: string): number => findings.filter((finding) => finding.verdict === verdict).length;
  const title = (id: string | undefined): string => tables.find((table) => table.id === id)?.title ?? '';
  return [
    `${source.url}  ${[document.publisher, document.year].filter((part) => part !== null).join(' ')}`,
    `  表 ${coverage.recognised}/${coverage.tables}，已核对 ${coverage.checked}/${coverage.amounts} 个金额、${coverage.relations} 个等式；不一致 ${count('inconsistent')}，尾差 ${count('rounding')}，提示 ${count('notice')}`,
    ...unreadPages(source, 'zh').map(({ text }) => `  ${text}`),
    ...(coverage.tables === 0 ? ['  没有找到表格'] : []),
    ...findings
      .filter((finding) => finding.verdict === 'inconsistent')
      .map((finding) => `  ✕ [${finding.rule}] ${finding.message}\n      ${finding.equation}`),
    ...unchecked.map(
      (entry) =>
        `  · 未核对 [${entry.rule}] ${title(entry.table)}：${reasonWords[entry.reason].zh}（${entry.relations}）`,
    ),
  ].join('\n');
}

/** A file of JSON lines, or none. */
class Lines {
  readonly #file: number | null;

  /** @throws when the place cannot be written */
  constructor(path: string | undefined) {
    this.#file = path === undefined ? null : openSync(path, 'w');
  }

  /** Whether there is a file that they go to. */
  get areKept(): boolean {
    return this.#file !== null;
  }

  add(line: string): void {
    if (this.#file !== null) writeSync(this.#file, `${line}\n`);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, tables: { type: 'string' } },
  });
  if (positionals.length === 0) {
    console.error(usage);
    return 2;
  }
  // A line is written as its file is done: of a folder of a thousand no more than one report is held, and none is lost.
  const json = new Lines(values.json);
  const tables = new Lines(values.tables);
  const checker = new Checker();
  let code = 0;
  for (const path of positionals) {
    const checked = await checker.check(path, tables.areKept);
    const report = 'report' in checked ? checked.report : failed(path, checked.sentence);
    tables.add(('tables' in checked ? checked.tables : undefined) ?? '{"tables":[]}');
    json.add(JSON.stringify(report));
    console.log(plainText(summary(report)));
    if (report.source.error !== undefined) code = 2;
    else if (code === 0 && report.findings.some((finding) => finding.verdict === 'inconsistent')) code = 1;
  }
  checker.close();
  json.close();
  tables.close();
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  // A wrong option, or a place that cannot be written: not a finding.
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 2;
}
