import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reportSchema, type Report } from '../../core/report/schema.ts';
import { paperPdf, stream } from '../fuzz/paper.ts';
import { pdfFile } from '../pdf-file.ts';

const root = join(import.meta.dirname, '../..');
/** A published file, damaged by a few bytes. */
const unhandled = join(root, '../shared/hostile/exit-code-1-unhandled.pdf');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tieout-check-'));
  const page = (
    operation: string,
  ): string => `<title>示例局2024年度部门决算</title><p>财政拨款“三公”经费支出决算表</p><p>部门：示例局 2024年度 单位：万元</p>
    <table><tr><td>合计<td>因公出国（境）费<td>公务用车购置及运行维护费<td>公务用车购置费<td>公务用车运行维护费<td>公务接待费
    <tr><td>1<td>2<td>3<td>4<td>5<td>6<tr><td>9.80<td>1.00<td>6.50<td>4.00<td>${operation}<td>2.30</table>`;
  writeFileSync(join(folder, 'agrees.html'), page('2.50'));
  writeFileSync(join(folder, 'differs.html'), page('2.90'));
  writeFileSync(join(folder, '\x1b]0;name\x07.html'), page('2.90').replace('部门：示例局', '部门：示例\x1b[2J局'));
  writeFileSync(join(folder, 'empty.html'), '');
  writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.7 and nothing more');
  writeFileSync(
    join(folder, 'no-pages.pdf'),
    pdfFile(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>']),
  );
  writeFileSync(
    join(folder, 'enormous.pdf'),
    paperPdf({
      content: 'q 500 0 0 700 50 50 cm /I Do Q',
      resources: '/XObject << /I 6 0 R >>',
      objects: [
        stream(
          '\0',
          '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8',
        ),
      ],
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(
  files: readonly string[],
  ...options: readonly string[]
): { code: number | null; out: string; error: string } {
  const paths = files.map((file) => join(folder, file));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join('tools', 'check.ts'), ...paths, ...options],
    { cwd: root, encoding: 'utf8' },
  );
  return { code: status, out: stdout, error: stderr };
}
function reportsOf(files: readonly string[]): { code: number | null; reports: Report[] } {
  const out = join(folder, 'report.json');
  const { code } = run(files, '--json', out);
  const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
  return { code, reports: lines.map((line) => reportSchema.parse(JSON.parse(line))) };
}

describe('npm run check', () => {
  it('gives a file no power over the terminal, neither by its name nor by what it prints', () => {
    const { out } = run(['\x1b]0;name\x07.html']);
    expect(out).toContain('␛]0;name␇.html');
    expect(out).toContain('␛[2J');
    expect(out).not.toContain('\x1b');
    expect(out).not.toContain('\x07');
  }, 30_000);

  it('ends with 0 where nothing is inconsistent', () => {
    const { code, reports } = reportsOf(['agrees.html', 'empty.html']);
    expect(code).toBe(0);
    expect(
      reports.map((report) => [
        report.source.url,
        report.source.error,
        report.coverage.recognised,
        report.findings.length,
      ]),
    ).toEqual([
      ['agrees.html', undefined, 1, 0],
      ['empty.html', undefined, 0, 0],
    ]);
  }, 30_000);

  it('ends with 1 where something is, and says what', () => {
    const { code, out } = run(['agrees.html', 'differs.html']);
    expect(code).toBe(1);
    expect(out).toContain('footing/official-vehicles');
    expect(out).toContain('6.50');
    expect(out.indexOf('agrees.html')).toBeLessThan(out.indexOf('differs.html'));
  }, 30_000);

  it('ends with 2 where a file cannot be read, which keeps its line in order', () => {
    const { code, reports } = reportsOf(['differs.html', 'absent.html', 'broken.pdf', 'agrees.html']);
    expect(code).toBe(2);
    expect(
      reports.map((report) => [
        report.source.url,
        report.source.kind,
        report.source.error === undefined,
        report.findings.length,
      ]),
    ).toEqual([
      ['differs.html', 'html', true, 1],
      ['absent.html', 'html', false, 0],
      ['broken.pdf', 'pdf', false, 0],
      ['agrees.html', 'html', true, 0],
    ]);
  }, 30_000);

  it('says of a PDF without pages that it has none, and of a picture too large to decode that it was not read', () => {
    const { code, reports } = reportsOf(['no-pages.pdf', 'enormous.pdf']);
    expect(code).toBe(2);
    expect(reports.map(({ source }) => [source.error, source.scannedPages])).toEqual([
      ['这个 PDF 一页也没有，没有核对。 This PDF has no pages, and nothing was checked.', undefined],
      [undefined, [1]],
    ]);
  }, 30_000);

  it.skipIf(!existsSync(unhandled))(
    'goes on after a PDF at which pdf.js fails without telling, a line written for each file as it is done',
    () => {
      const out = join(folder, 'lines.json');
      const { status } = spawnSync(
        process.execPath,
        ['--import', 'tsx', join('tools', 'check.ts'), unhandled, join(folder, 'differs.html'), '--json', out],
        { cwd: root, encoding: 'utf8' },
      );
      const [first, second] = readFileSync(out, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => reportSchema.parse(JSON.parse(line)));
      expect([status, first?.source.error, second?.findings.length]).toEqual([
        2,
        'PDF 已损坏，打不开。 The PDF is damaged and cannot be opened.',
        1,
      ]);
    },
    30_000,
  );

  it('writes the grids, a line a file', () => {
    const out = join(folder, 'tables.json');
    run(['agrees.html', 'absent.html'], '--tables', out);
    const schema = z.object({
      tables: z.array(z.object({ id: z.string(), title: z.string(), rows: z.array(z.array(z.string())) })),
    });
    const [first, second] = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => schema.parse(JSON.parse(line)));
    expect(first?.tables.map((table) => [table.id, table.title, table.rows.length, table.rows[2]])).toEqual([
      ['t1', '财政拨款“三公”经费支出决算表', 3, ['9.80', '1.00', '6.50', '4.00', '2.50', '2.30']],
    ]);
    expect(second).toEqual({ tables: [] });
  }, 30_000);

  it('explains itself without files', () => {
    const { code, error } = run([]);
    expect([code, error.includes('--json')]).toEqual([2, true]);
  }, 30_000);
});
