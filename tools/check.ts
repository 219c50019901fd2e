import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { NestedTooDeeply } from '../core/read/html/survey.ts';
import { reportSchema, type Report } from '../core/report/schema.ts';
import { emptyCoverage } from '../core/report/coverage.ts';
import { dumpTables } from '../core/report/tables.ts';
import { reasonWords } from '../core/report/wording.ts';
import { PdfError } from './pdf.ts';
import { checkFile } from './run.ts';

const usage = '用法 usage: npm run check -- FILE… [--json OUT] [--tables OUT]';

/** A sentence instead of a system error with its path. */
function plainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return '没有这个文件。 There is no such file.';
  if (code === 'EISDIR') return '这是一个文件夹。 This is a folder.';
  if (code === 'EACCES') return '没有读取这个文件的权限。 No permission to read this file.';
  if (error instanceof PdfError || error instanceof NestedTooDeeply) return error.message;
  console.error(error);
  return '读取这个文件时出了错，没有核对。 Reading this file failed, and it was not checked.';
}

/** A report for a file that could not be read. */
function failed(path: string, error: unknown): Report {
  return {
    schema: 'tieout-report/1',
    source: { url: basename(path), title: basename(path), kind: /\.pdf$/i.test(path) ? 'pdf' : 'html', error: plainError(error) },
    document: { kind: 'unknown', publisher: null, year: null },
    coverage: emptyCoverage,
    sets: [], paragraphs: [], tables: [], findings: [], unchecked: [],
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
    ...(source.scannedPages ? [`  第 ${source.scannedPages.join('、')} 页为扫描件，无法核对`] : []),
    ...(source.unknownLetterPages ? [`  第 ${source.unknownLetterPages.join('、')} 页的文字无法识别，未核对`] : []),
    ...(coverage.tables === 0 ? ['  没有找到表格'] : []),
    ...findings.filter((finding) => finding.verdict === 'inconsistent').map((finding) => `  ✕ [${finding.rule}] ${finding.message}\n      ${finding.equation}`),
    ...unchecked.map((entry) => `  · 未核对 [${entry.rule}] ${title(entry.table)}：${reasonWords[entry.reason].zh}（${entry.relations}）`),
  ].join('\n');
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' }, tables: { type: 'string' } } });
  if (positionals.length === 0) {
    console.error(usage);
    return 2;
  }
  const reports: Report[] = [];
  const dumps: string[] = [];
  for (const path of positionals) {
    try {
      const { document, report } = await checkFile(path);
      reports.push(reportSchema.parse(report));
      dumps.push(JSON.stringify(dumpTables(document, report)));
    } catch (error) {
      reports.push(failed(path, error));
      dumps.push(JSON.stringify({ tables: [] }));
    }
    const report = reports.at(-1);
    if (report) console.log(summary(report));
  }
  if (values.json !== undefined) writeFileSync(values.json, `${reports.map((report) => JSON.stringify(report)).join('\n')}\n`);
  if (values.tables !== undefined) writeFileSync(values.tables, `${dumps.join('\n')}\n`);
  if (reports.some((report) => report.source.error !== undefined)) return 2;
  return reports.some((report) => report.findings.some((finding) => finding.verdict === 'inconsistent')) ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  // A wrong option, or a place that cannot be written: not a finding.
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 2;
}
