import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../../core/quantity/decimal.ts';
import { contentsOf } from '../../../../core/report/export/contents-of.ts';
import { csvOf, harmless } from '../../../../core/report/export/csv.ts';
import { figureRows } from '../../../../core/report/export/figures.ts';
import { findingRows, markdownOf, markdownText } from '../../../../core/report/export/findings.ts';
import { tablesAsCsv, tablesAsXlsx } from '../../../../core/report/export/tables.ts';
import { reportWords } from '../../../../core/report/words/languages.ts';
import { sheetNames, xlsxOf } from '../../../../core/report/export/xlsx.ts';
import type { Report } from '../../../../core/report/schema.ts';
import { readCsv } from '../../../exported.ts';
import { accounts, withCell } from '../../accounts.ts';
import { documentOf, reportOf } from '../../build.ts';

const document = documentOf(withCell('income', 3, 3, '504.00', accounts));
const report = reportOf(document);
const contents = contentsOf(document, report);
const fallback = (index: number) => `表${index}`;

/** The cells of a file as a spreadsheet takes them that separates by a sign: quotes count only at the start of a cell, and end it anywhere. */
function cellsBy(text: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  let started = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === separator || sign === '\n' || sign === '\r') {
      cells.push(cell);
      cell = '';
      started = false;
      continue;
    } else if (sign === '"' && !started) quoted = true;
    else cell += sign;
    started = true;
  }
  return [...cells, cell];
}

describe('CSV', () => {
  it('is read back as it was written, whatever is in the cells', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', '=', ' ', '数', '1') }), {
            minLength: 1,
            maxLength: 4,
          }),
          { minLength: 1, maxLength: 4 },
        ),
        (rows) => {
          expect(readCsv(csvOf(rows))).toEqual(rows.map((row) => row.map(harmless)));
        },
      ),
    );
  });

  it('begins with a BOM, for Excel', () => {
    expect(csvOf([['决算']])).toBe('\uFEFF"决算"\r\n');
  });

  it.each(['=1+1', "+cmd|' /C calc'!A0", '@SUM(A1)', '-2+3', ' =1', '＝1+1', '＠x', '|x'])(
    'keeps %j from being run',
    (text) => {
      expect(harmless(text)).toBe(`'${text}`);
    },
  );

  it.each([
    ['甲;=1+1', "甲;'=1+1"],
    ['甲\t+x', "甲\t'+x"],
    ['甲,@x', "甲,'@x"],
    ['甲|=x', "甲|'=x"],
    ['甲\n-x', "甲\n'-x"],
    ['甲;\u200B＝x', "甲;'＝x"],
    ['甲;"=x"', '甲;\'"=x"'],
    ['\u202E=x', "'=x"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
  ])('keeps %j from being run behind another separator', (text, safe) => {
    expect(harmless(text)).toBe(safe);
  });

  it.each([',', ';', '\t'])('has no cell that runs when %j separates', (separator) => {
    const hostile = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '=', '+', '-', '@', '|', ' ', '\u200B', '＝', '1'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (row) => {
        for (const cell of cellsBy(csvOf([row]).slice(1), separator)) expect(cell).not.toMatch(/^\s*[=@＝]/u);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['-12.30', '+5', '-1,234.50', '3.5%', '—', '-', '--', '收入', '2010301', ''])(
    'leaves %j as it is',
    (text) => {
      expect(harmless(text)).toBe(text);
    },
  );
});

describe('the tidy table of figures', () => {
  it('has every recognised amount once, exact, with what it is and whether it agrees', () => {
    const keys = contents.figures.map(({ place }) => `${place.table}:${place.row}:${place.column}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { amount, text } of contents.figures)
      expect(new Decimal(amount).toFixed()).toBe(new Decimal(text.replaceAll(',', '')).toFixed());
    const wrong = contents.figures.filter(({ verdict }) => verdict === 'inconsistent');
    expect(wrong.map(({ text }) => text)).toContain('504.00');
    expect(contents.figures.some(({ verdict }) => verdict === 'consistent')).toBe(true);
    expect(contents.figures.some(({ code }) => /^\d{7}$/.test(code))).toBe(true);
    for (const { unit } of contents.figures) expect(unit).toBe('万元');
  });

  it('says the same in both languages', () => {
    const [zh, en] = (['zh', 'en'] as const).map((language) =>
      figureRows(contents.figures, 'http://a.gov.cn/', language),
    );
    expect(zh?.length).toBe(contents.figures.length + 1);
    expect(en?.map((row) => row.length)).toEqual(zh?.map((row) => row.length));
    expect(reportWords.zh.exported.figureColumns).toHaveLength(reportWords.en.exported.figureColumns.length);
    expect(reportWords.zh.exported.findingColumns).toHaveLength(reportWords.en.exported.findingColumns.length);
  });
});

describe('findings', () => {
  it('are rows with exact amounts', () => {
    const [head, ...rows] = findingRows([report], 'zh');
    expect(rows).toHaveLength(report.findings.length);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(head?.length ?? 0);
    const expected = rows.map((row) => row[head?.indexOf('应为') ?? -1]);
    expect(expected).toEqual(report.findings.map((finding) => finding.expected ?? ''));
  });

  it('are a page of Markdown in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const text = markdownOf([report], language);
      expect(text).toMatch(/^# /);
      expect(text.match(/^- \*\*/gm)).toHaveLength(report.findings.length);
    }
  });

  it('are of the pages that could be read: Markdown names the others', () => {
    const torn: Report = { ...report, source: { ...report.source, kind: 'pdf', pages: 12, damagedPages: [5, 6] } };
    expect(markdownOf([torn], 'zh')).toContain('第 5–6 页有缺损，跨到这些页的表未核对。');
    expect(markdownOf([{ ...report, source: { ...report.source, error: '文件打不开。' } }], 'zh')).toContain(
      '文件打不开。',
    );
  });

  it('let no text of a page become a link, an image, a heading or HTML', () => {
    expect(markdownText('![x](http://e.example/) <img src=x> # a *b* `c` [d](e) http://e.example')).not.toMatch(
      /(?<!\\)[[\]<>*`#!]|https?:\/\//,
    );
    expect(markdownText('www.e.example ftp://e.example mailto:a')).toBe(
      String.raw`www\.e.example ftp\://e.example mailto\:a`,
    );
    expect(markdownText('a\u202Eb\u001B[31m')).toBe(String.raw`ab␛\[31m`);
    expect(markdownText('1. a')).toBe(String.raw`1\. a`.replace(String.raw`1\.`, String.raw`\1.`));
    expect(markdownText('a\n\n# b')).toBe(String.raw`a \# b`);
  });
});

/** The cells of a sheet: name, kind, what is in it. */
function cellsOf(workbook: Uint8Array, sheet = 1): { name: string; text: boolean; value: string }[] {
  const xml = strFromU8(unzipSync(workbook)[`xl/worksheets/sheet${sheet}.xml`] ?? new Uint8Array());
  return [
    ...xml.matchAll(
      /<c r="([A-Z]+\d+)"[^>]*?(t="inlineStr")?>(?:<is><t[^>]*>([^<]*)<\/t><\/is>|<v>([^<]*)<\/v>)<\/c>/g,
    ),
  ].map(([, name = '', text, words, number]) => ({ name, text: text !== undefined, value: words ?? number ?? '' }));
}

describe('XLSX', () => {
  it('cuts what no cell or sheet of a workbook holds, and says so', () => {
    const [cell] = cellsOf(xlsxOf([{ name: 'a', rows: [['长'.repeat(40_000)]] }], fallback));
    expect(cell?.value.length).toBeLessThanOrEqual(32_767);
    expect(cell?.value).toMatch(/还有 7233 字未导出/);
  });

  it('writes an amount digit by digit, and as text where a spreadsheet would lose some', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 0, max: 6 }),
        (whole, decimals) => {
          const printed = new Decimal(whole.toString()).div(new Decimal(10).pow(decimals)).toFixed(decimals);
          const [cell] = cellsOf(xlsxOf([{ name: 'a', rows: [[printed]] }], fallback));
          expect(cell?.value.replace(/^-0(?=\.?0*$)/, '0')).toBe(printed.replace(/^-0(?=\.?0*$)/, '0'));
          const digits = printed.replace(/[-.]/g, '').replace(/^0+/, '').length;
          expect(cell?.text).toBe(digits > 15);
        },
      ),
    );
  });

  it('keeps a formula text, and characters that XML cannot hold out', () => {
    const cells = cellsOf(xlsxOf([{ name: 'a', rows: [['=1+1', '<b>&"', 'a\u0000b\uFFFEc']] }], fallback));
    expect(cells.map(({ text }) => text)).toEqual([true, true, true]);
    expect(cells.map(({ value }) => value)).toEqual(['=1+1', '&#60;b&#62;&#38;&#34;', 'a␀b\uFFFDc']);
  });

  it('holds every table of a document, in order', () => {
    const files = unzipSync(tablesAsXlsx(contents, 'zh'));
    expect(Object.keys(files).filter((path) => path.startsWith('xl/worksheets/'))).toHaveLength(contents.tables.length);
    expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())).toContain('收入支出决算总表');
    expect(tablesAsXlsx(contents, 'zh')).toEqual(tablesAsXlsx(contents, 'zh'));
  });

  it('names sheets as a workbook wants them', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: fc.constantFrom('a', 'A', '[', '/', "'", '表', ' ', '*', '\uD83D'), maxLength: 40 }),
          { maxLength: 12 },
        ),
        (titles) => {
          const names = sheetNames(titles, fallback);
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
          for (const name of names) expect(name).toMatch(/^(?!')[^:\\/?*[\]]{1,31}(?<!')$/);
        },
      ),
    );
  });
});

it('puts every table into the archive of CSV files, readable and numbered', () => {
  const files = unzipSync(tablesAsCsv(contents, 'zh'));
  expect(Object.keys(files)).toHaveLength(contents.tables.length);
  const [first] = Object.entries(files);
  expect(first?.[0]).toMatch(/^0?1 .*\.csv$/);
  expect(readCsv(strFromU8(first?.[1] ?? new Uint8Array()))).toEqual(
    contents.tables[0]?.rows.map((row) => row.map(harmless)),
  );
});
