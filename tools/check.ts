import { languages, type Language } from '../core/report/words/language-names.ts';
import { closeSync, openSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Report, Verdict } from '../core/report/schema.ts';
import { emptyCoverage } from '../core/report/coverage.ts';
import { plainText } from '../core/report/export/plain-text.ts';
import { unreadPages } from '../core/report/unread-pages.ts';
import { equationText, reasonText, sentence } from '../core/report/tell.ts';
import { told } from '../core/report/told.ts';
import { reportVersion } from '../core/report/version.ts';
import { Checker } from './check-apart.ts';

const usage = '用法 usage: npm run check -- FILE… [--json OUT] [--tables OUT] [--facts OUT] [--lang zh|en]';

/** A report for a file that could not be read. */
function failed(path: string, error: string): Report {
  return {
    schema: reportVersion,
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

/** The words around what a report says, in a terminal. */
interface Frame {
  counts(coverage: Report['coverage'], count: (verdict: Verdict) => number): string;
  readonly noTables: string;
  unchecked(rule: string, table: string, reason: string, relations: number): string;
}

const frames: Readonly<Record<Language, Frame>> = {
  zh: {
    counts: ({ recognised, tables, checked, amounts, relations }, count) =>
      `表 ${recognised}/${tables}，已核对 ${checked}/${amounts} 个金额、${relations} 个等式；不一致 ${count('inconsistent')}，尾差 ${count('rounding')}，提示 ${count('notice')}`,
    noTables: '没有找到表格',
    unchecked: (rule, table, reason, relations) => `· 未核对 [${rule}] ${table}：${reason}（${relations}）`,
  },
  en: {
    counts: ({ recognised, tables, checked, amounts, relations }, count) =>
      `Tables ${recognised}/${tables}; checked ${checked}/${amounts} amounts in ${relations} equations; inconsistent ${count('inconsistent')}, rounding ${count('rounding')}, notices ${count('notice')}`,
    noTables: 'No tables found',
    unchecked: (rule, table, reason, relations) => `· not checked [${rule}] ${table}: ${reason} (${relations})`,
  },
};

function summary(report: Report, language: Language): string {
  const { coverage, document, findings, source, tables, unchecked } = report;
  if (source.error !== undefined) return `${source.url}\n  ${source.error}`;
  const frame = frames[language];
  const title = (id: string | undefined): string => tables.find((table) => table.id === id)?.title ?? '';
  return [
    `${source.url}  ${[document.publisher, document.year].filter((part) => part !== null).join(' ')}`,
    `  ${frame.counts(coverage, (verdict) => findings.filter((finding) => finding.verdict === verdict).length)}`,
    ...unreadPages(source, language).map(({ text }) => `  ${text}`),
    ...(coverage.tables === 0 ? [`  ${frame.noTables}`] : []),
    ...findings
      .filter((finding) => finding.verdict === 'inconsistent')
      .map(
        (finding) => `  ✕ [${finding.rule}] ${sentence(finding, language)}\n      ${equationText(finding, language)}`,
      ),
    ...unchecked.map(
      ({ rule, reason, table, relations }) =>
        `  ${frame.unchecked(rule, title(table), reasonText(reason, language), relations)}`,
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
    options: {
      json: { type: 'string' },
      tables: { type: 'string' },
      facts: { type: 'string' },
      lang: { type: 'string', default: 'zh' },
    },
  });
  const language = languages.find((one) => one === values.lang);
  if (positionals.length === 0 || language === undefined) {
    console.error(usage);
    return 2;
  }
  // A line is written as its file is done: of a folder of a thousand no more than one report is held, and none is lost.
  const json = new Lines(values.json);
  const tables = new Lines(values.tables);
  const facts = new Lines(values.facts);
  const checker = new Checker();
  let code = 0;
  for (const path of positionals) {
    const checked = await checker.check(path, { tables: tables.areKept, facts: facts.areKept });
    const report = 'report' in checked ? checked.report : failed(path, checked.sentence);
    tables.add(('tables' in checked ? checked.tables : undefined) ?? '{"tables":[]}');
    for (const line of ('facts' in checked ? checked.facts : undefined) ?? []) facts.add(line);
    json.add(JSON.stringify(told(report, language)));
    console.log(plainText(summary(report, language)));
    if (report.source.error !== undefined) code = 2;
    else if (code === 0 && report.findings.some((finding) => finding.verdict === 'inconsistent')) code = 1;
  }
  checker.close();
  json.close();
  tables.close();
  facts.close();
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  // A wrong option, or a place that cannot be written: not a finding.
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 2;
}
