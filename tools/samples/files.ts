import { cleanForms, emptyForms, formsWithErrors, illegible, planted } from './forms.ts';
import {
  attachmentsPage,
  disclosurePage,
  embeddedPage,
  emptyPage,
  everyVerdictPage,
  framedPage,
  missingPage,
  noTablesPage,
  ordinaryPage,
  twoSetsPage,
} from './pages.ts';

/**
 * The samples that are written, not printed: name and text of each file.
 */
export function sampleFiles(): Readonly<Record<string, string>> {
  const { forms, expected } = formsWithErrors();
  return {
    'disclosure.html': disclosurePage(forms),
    'every-verdict.html': everyVerdictPage(formsWithErrors([...planted, ...illegible]).forms),
    'clean.html': disclosurePage(cleanForms()),
    'two-sets.html': twoSetsPage(cleanForms(), forms),
    'empty.html': emptyPage(emptyForms()),
    'no-tables.html': noTablesPage(),
    'ordinary.html': ordinaryPage(),
    'embedded.html': embeddedPage(),
    'attachments.html': attachmentsPage(),
    'framed.html': framedPage(),
    'webpage.pdf': missingPage(),
    'disclosure.expected.json': `${JSON.stringify(
      {
        errors: expected.map(({ id, idea, formNumber, title, rowLabel, columnLabel, printed, right }) => ({
          id,
          idea,
          formNumber,
          table: title,
          rowLabel,
          columnLabel,
          printed,
          right,
        })),
        // Differences that rounding explains: never an alarm.
        residues: ['公开02表', '公开03表', '公开05表'].map((formNumber) => ({
          formNumber,
          rowLabel: '行政事业单位养老支出',
          printed: '63.71',
          sum: '63.72',
        })),
      },
      null,
      2,
    )}\n`,
  };
}
