import { type Language } from './words/language-names.ts';
import { plainText } from './export/plain-text.ts';
import type { Finding, FindingPlace, Report } from './schema.ts';
import { diagnosisText, equationText, sentence, slipText } from './tell.ts';
import { reportWords } from './words/languages.ts';
import type { LetterPlace } from './words/letter-words.ts';

/** Head cells from top to bottom, as one reads them: 财政拨款收入, 决算数 · 合计. */
const readable = (label: string): string =>
  label
    .split('/')
    .map((part) => part.replace(/\s+/g, ''))
    .filter((part) => part !== '')
    .join(' · ');

/** So many characters before and behind a figure of the text are quoted with it. */
const quoted = { before: 20, behind: 8 };

/** Where a figure stands. */
function spotOf(place: FindingPlace, report: Report): LetterPlace {
  const { page } = place;
  if ('paragraph' in place) {
    const text = report.paragraphs.find((one) => one.id === place.paragraph)?.text;
    const around =
      text?.slice(Math.max(0, place.start - quoted.before), place.end + quoted.behind).trim() ?? place.text;
    return { title: null, row: '', column: '', around, page };
  }
  return {
    title: report.tables.find((table) => table.id === place.table)?.title.trim() ?? '',
    row: place.rowLabel.trim(),
    column: readable(place.columnLabel),
    around: '',
    page,
  };
}

/** The figure that the letter is about: the suspect, else the total, else the first. */
function subjectOf(finding: Finding): FindingPlace | undefined {
  return (
    finding.places.find((place) => place.role === 'suspect') ??
    finding.places.find((place) => place.role === 'total') ??
    finding.places[0]
  );
}

/** The equations that do not hold, the finding's own first; what reads the same, once. */
const failing = (finding: Finding, language: Language): string[] => [
  ...new Set([finding, ...finding.related].map((one) => equationText(one, language)).filter((line) => line !== '')),
];

/** More equations than these are not all written out, and of more changed figures the sentence tells that says them together. */
const mostEquations = 5;
const mostChanges = 4;

/**
 * A letter to the office that published the document: what does not agree, where, and what we read; polite and neutral, to be checked by them.
 * @param report of the document
 * @param finding of the report
 * @returns plain text of several lines
 */
export function feedbackLetter(report: Report, finding: Finding, language: Language): string {
  const say = reportWords[language].letter;
  const subject = subjectOf(finding);
  const table = subject && 'table' in subject ? report.tables.find((one) => one.id === subject.table) : undefined;
  const set = report.sets.find((one) => one.id === table?.set);
  const publisher = set?.publisher ?? report.document.publisher;
  const placeText = (place: FindingPlace): string => say.spot(spotOf(place, report));
  const { diagnosis } = finding;
  const equations = failing(finding, language);
  const shown = equations.slice(0, mostEquations);
  const changes = diagnosis?.kind === 'suspect' ? diagnosis.changes : [];
  const together =
    changes.length > mostChanges || changes.some(({ slip }) => slip === 'excess') ? diagnosis : undefined;
  const lines = [
    say.to(publisher),
    say.opening(publisher, set?.year ?? report.document.year, report.document.kind),
    ...(subject === undefined
      ? []
      : [say.where(placeText(subject)), say.printed(subject.text.trim(), table?.unit ?? null)]),
    say.what(sentence(finding, language)),
    ...shown.map((line, index) => say.equation(line, equations.length === 1 ? null : index + 1)),
    equations.length > shown.length ? say.moreEquations(equations.length - shown.length) : '',
    together ? say.together(diagnosisText(together, language)) : '',
    ...(together ? [] : changes).map((change) => {
      const place = finding.places[change.place];
      const slip = slipText(change.slip, place?.text ?? '', language);
      return say.likely(
        place === undefined || place === subject ? null : placeText(place),
        change.likelyText,
        slip === '' ? null : slip,
      );
    }),
    diagnosis !== undefined && diagnosis.kind !== 'suspect' ? say.undecided : '',
    say.source([report.source.title.trim(), report.source.url].filter((part) => part !== '').join(' ')),
    say.closing,
  ];
  return plainText([...new Set(lines)].filter((line) => line !== '').join('\n'));
}
