import { type Language } from '../words/language-names.ts';
import type { Finding, FindingPlace, Report } from '../schema.ts';
import { beyondCaps } from '../beyond-caps.ts';
import { equationText, sentence } from '../tell.ts';
import { unreadPages } from '../unread-pages.ts';
import { plainText } from './plain-text.ts';
import { ruleBooks, reportWords as spoken } from '../words/languages.ts';

/** The figure that a finding is about: the suspect, else the total, else the first. */
function subjectOf({ places }: Finding): FindingPlace | undefined {
  return places.find(({ role }) => role === 'suspect') ?? places.find(({ role }) => role === 'total') ?? places[0];
}

const flat = (text: string): string => plainText(text).replace(/\s+/g, ' ').trim();

/** A table's title as printed, or that it has none. */
function titleOf(report: Report, place: FindingPlace, language: Language): string {
  const words = spoken[language].exported;
  if (!('table' in place)) return words.text;
  return flat(report.tables.find(({ id }) => id === place.table)?.title ?? '') || words.untitled;
}

/** The findings of reports as rows of text, with a row of names first; amounts are exact decimals. */
export function findingRows(reports: readonly Report[], language: Language): string[][] {
  const words = spoken[language].exported;
  return [
    [...words.findingColumns],
    ...reports.flatMap((report) =>
      report.findings.map((finding) => {
        const subject = subjectOf(finding);
        const set =
          subject && 'table' in subject
            ? report.sets.find(({ id }) => id === report.tables.find((table) => table.id === subject.table)?.set)
            : undefined;
        const year = set?.year ?? report.document.year;
        return [
          words.verdict[finding.verdict],
          finding.rule,
          ruleBooks[language].rules[finding.rule]?.title ?? '',
          sentence(finding, language),
          equationText(finding, language),
          finding.reported ?? '',
          finding.expected ?? '',
          finding.difference ?? '',
          finding.likely ?? '',
          subject === undefined ? '' : titleOf(report, subject, language),
          subject?.page === undefined ? '' : String(subject.page),
          subject !== undefined && 'table' in subject ? flat(subject.rowLabel) : '',
          subject !== undefined && 'table' in subject ? flat(subject.columnLabel) : '',
          flat(subject?.text ?? ''),
          set?.publisher ?? report.document.publisher ?? '',
          year === null ? '' : String(year),
          report.source.title,
          report.source.url,
        ];
      }),
    ),
  ];
}

/** Text in Markdown that stays text: nothing of a page becomes markup, a link or an image, not even an address that readers link by themselves. */
export function markdownText(text: string): string {
  return flat(text)
    .replace(/[\\`*_{}[\]<>#|!~$]/g, String.raw`\$&`)
    .replace(/^([-+]|\d+[.)])(?=\s)/, String.raw`\$1`)
    .replace(/:(?=\/\/)|(?<=\b(?:mailto|xmpp)):/gi, String.raw`\:`)
    .replace(/\bwww\./gi, String.raw`www\.`);
}

function findingLines(finding: Finding, report: Report, language: Language): string[] {
  const words = spoken[language].exported;
  const equation = equationText(finding, language);
  const subject = subjectOf(finding);
  const others = finding.places.filter((place) => place !== subject);
  const label = (place: FindingPlace): string =>
    [
      titleOf(report, place, language),
      ...('table' in place ? [flat(place.rowLabel), flat(place.columnLabel)] : []),
      place.page === undefined ? '' : words.page(place.page),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return [
    `- **${words.verdict[finding.verdict]}** ${markdownText(sentence(finding, language))}`,
    ...(equation === '' ? [] : [`  - ${markdownText(equation)}`]),
    ...(finding.likely === undefined ? [] : [`  - ${words.likely}${words.colon}${finding.likely}`]),
    ...(subject === undefined
      ? []
      : [
          `  - ${words.places}${words.colon}${markdownText(label(subject))}${words.colon}${markdownText(subject.text.trim() === '' ? words.blank : subject.text)}`,
        ]),
    ...others.map(
      (place) =>
        `    - ${markdownText(label(place))}${words.colon}${markdownText(place.text.trim() === '' ? words.blank : place.text)}`,
    ),
  ];
}

/** Reports as Markdown: what each document is, how much of it was checked, and its findings by table. */
export function markdownOf(reports: readonly Report[], language: Language): string {
  const words = spoken[language].exported;
  const parts = reports.map((report) => {
    const { document, coverage, findings, source } = report;
    const count = (verdict: Finding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length;
    const groups = new Map<string, Finding[]>();
    for (const finding of findings) {
      const subject = subjectOf(finding);
      const title = subject === undefined ? words.text : titleOf(report, subject, language);
      groups.set(title, [...(groups.get(title) ?? []), finding]);
    }
    return [
      `# ${markdownText([document.publisher ?? source.title, words.heading(document.year, words.kind[document.kind])].join(' '))}`,
      '',
      `${words.source}${words.colon}${source.title === '' ? '' : `${markdownText(source.title)} `}${/^https?:\/\//.test(source.url) ? `<${encodeURI(decodeURISafe(source.url))}>` : markdownText(source.url)}`,
      '',
      `${words.coverage(coverage.checked, coverage.amounts, coverage.relations)} ${words.counts(count('inconsistent'), count('rounding'), count('notice'))}`,
      '',
      ...[
        ...(source.error === undefined ? [] : [source.error]),
        ...[...unreadPages(source, language), ...beyondCaps(report, language)].map(({ text }) => text),
      ].flatMap((line) => [markdownText(line), '']),
      ...(findings.length === 0
        ? [words.none, '']
        : [...groups].flatMap(([title, group]) => [
            `## ${markdownText(title)}`,
            '',
            ...group.flatMap((finding) => findingLines(finding, report, language)),
            '',
          ])),
      ...(count('inconsistent') > 0 ? [words.notAccusation, ''] : []),
    ].join('\n');
  });
  return parts.join('\n');
}

/** An address without escapes, so that escaping it again changes nothing but what has to be; as it is if it can't be read. */
function decodeURISafe(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url.replace(/%(?![\da-f]{2})/gi, '%25');
  }
}
