import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanForms, emptyForms, formsWithErrors } from './samples/forms.ts';
import { disclosurePage, embeddedPage, emptyPage, framedPage, missingPage, noTablesPage, ordinaryPage } from './samples/pages.ts';

const folder = join(import.meta.dirname, '../test/samples');
const { forms, expected } = formsWithErrors();

const files: Readonly<Record<string, string>> = {
  'disclosure.html': disclosurePage(forms),
  'clean.html': disclosurePage(cleanForms()),
  'empty.html': emptyPage(emptyForms()),
  'no-tables.html': noTablesPage(),
  'ordinary.html': ordinaryPage(),
  'embedded.html': embeddedPage(),
  'framed.html': framedPage(),
  'webpage.pdf': missingPage(),
  'disclosure.expected.json': `${JSON.stringify({
    errors: expected.map(({ id, idea, formNumber, title, rowLabel, columnLabel, printed, right }) => (
      { id, idea, formNumber, table: title, rowLabel, columnLabel, printed, right }
    )),
    // Differences that rounding explains: never an alarm.
    residues: ['公开02表', '公开03表', '公开05表'].map((formNumber) => ({ formNumber, rowLabel: '行政事业单位养老支出', printed: '63.71', sum: '63.72' })),
  }, null, 2)}\n`,
};

for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
