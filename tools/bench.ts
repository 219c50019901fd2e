import { browserPages, detector } from './bench/browser-pages.ts';
import { extraction } from './bench/extraction.ts';
import { pdfFindings } from './bench/pdf-findings.ts';
import { pdfReading } from './bench/pdf-reading.ts';
import { relations } from './bench/relations.ts';
import { tableText, type Row } from './bench/table.ts';
import { verdictBench } from './bench/verdicts.ts';

// What things take, as ratios within one run. `npm run bench`: everything; `npm run bench -- reading P4`: a chapter, of it the files so named.

const chapters: Readonly<Record<string, (words: readonly string[]) => AsyncGenerator<Row> | Generator<Row>>> = {
  detector,
  pages: browserPages,
  pdfs: pdfFindings,
  reading: pdfReading,
  relations,
  extraction,
  verdicts: verdictBench,
};

const [first, ...rest] = process.argv.slice(2);
if (first !== undefined && chapters[first] === undefined) {
  console.error(`Chapters: ${Object.keys(chapters).join(', ')}`);
  process.exit(2);
}
const rows: Row[] = [];
for (const [name, chapter] of Object.entries(chapters)) {
  if (first !== undefined && first !== name) continue;
  for await (const row of chapter(rest)) {
    rows.push(row);
    console.error(`${name}: ${row.what}: ${row.measured}`);
  }
}
console.log(tableText(rows));
process.exitCode = rows.some(({ budget }) => budget !== undefined && budget.is > budget.most) ? 1 : 0;
