import { slipText } from './diagnosis-words.ts';
import { plainText } from './export/plain-text.ts';
import type { Equation, Finding, FindingPlace, Report } from './schema.ts';

/** The language of a note. */
export type NoteLanguage = 'zh' | 'en';

/** Head cells from top to bottom, as one reads them: 财政拨款收入, 决算数 · 合计. */
const readable = (label: string): string =>
  label
    .split('/')
    .map((part) => part.replace(/\s+/g, ''))
    .filter((part) => part !== '')
    .join(' · ');

/** 《收入决算表》“合计”行、“财政拨款收入”栏（第 8 页） */
function placeText(place: FindingPlace, report: Report, language: NoteLanguage): string {
  const page = place.page === undefined ? '' : language === 'zh' ? `（第 ${place.page} 页）` : ` (page ${place.page})`;
  if ('paragraph' in place) {
    const paragraph = report.paragraphs.find((one) => one.id === place.paragraph)?.text;
    const around =
      paragraph === undefined ? place.text : paragraph.slice(Math.max(0, place.start - 20), place.end + 8).trim();
    return language === 'zh' ? `文字说明“…${around}…”${page}` : `the text, “…${around}…”${page}`;
  }
  const title = report.tables.find((table) => table.id === place.table)?.title.trim() ?? '';
  const row = place.rowLabel.trim();
  const column = readable(place.columnLabel);
  if (language === 'zh') {
    const cell = [row === '' ? '' : `“${row}”行`, column === '' ? '' : `“${column}”栏`]
      .filter((part) => part !== '')
      .join('、');
    return `${title === '' ? '（无标题的表）' : `《${title}》`}${cell}${page}`;
  }
  const cell = [row === '' ? '' : `row “${row}”`, column === '' ? '' : `column “${column}”`]
    .filter((part) => part !== '')
    .join(', ');
  return `${title === '' ? 'an untitled table' : `《${title}》`}${cell === '' ? '' : `, ${cell}`}${page}`;
}

/** The figure that the note is about: the suspect, else the total, else the first. */
function subjectOf(finding: Finding): FindingPlace | undefined {
  return (
    finding.places.find((place) => place.role === 'suspect') ??
    finding.places.find((place) => place.role === 'total') ??
    finding.places[0]
  );
}

/** 2024年度 of the set that a place belongs to, else of the document. */
function yearOf(report: Report, place: FindingPlace | undefined): number | null {
  const table = place && 'table' in place ? report.tables.find((one) => one.id === place.table) : undefined;
  return report.sets.find((set) => set.id === table?.set)?.year ?? report.document.year;
}

const publisherOf = (report: Report, place: FindingPlace | undefined): string | null => {
  const table = place && 'table' in place ? report.tables.find((one) => one.id === place.table) : undefined;
  return report.sets.find((set) => set.id === table?.set)?.publisher ?? report.document.publisher;
};

/** The money unit of the table that a place stands in. */
function unitOf(report: Report, place: FindingPlace | undefined): string | null {
  return place && 'table' in place ? (report.tables.find((table) => table.id === place.table)?.unit ?? null) : null;
}

const kindName = {
  'final-accounts': { zh: '部门决算', en: 'final accounts' },
  'budget': { zh: '部门预算', en: 'budget' },
  'performance': { zh: '绩效自评', en: 'performance report' },
  'unknown': { zh: '信息公开', en: 'disclosure' },
} as const;

/** The equations that do not hold, the finding's own first; what reads the same, once. */
const failing = (finding: Finding): Pick<Equation, 'equation' | 'equationEn'>[] =>
  [finding, ...finding.related].filter(
    ({ equation }, index, all) => equation !== '' && all.findIndex((other) => other.equation === equation) === index,
  );

/** More equations than these are not all written out, and of more changed figures the sentence tells that says them together. */
const mostEquations = 5;
const mostChanges = 4;

/**
 * A note to the office that published the document: what does not agree, where, and what we read; polite and neutral, to be checked by them.
 * @param report of the document
 * @param finding of the report
 * @param language of the note
 * @returns plain text of several lines
 */
export function feedbackNote(report: Report, finding: Finding, language: NoteLanguage): string {
  return plainText(noteOf(report, finding, language));
}

function noteOf(report: Report, finding: Finding, language: NoteLanguage): string {
  const subject = subjectOf(finding);
  const year = yearOf(report, subject);
  const publisher = publisherOf(report, subject);
  const unit = unitOf(report, subject);
  const kind = kindName[report.document.kind];
  const diagnosis = finding.diagnosis;
  const equations = failing(finding);
  const shown = equations.slice(0, mostEquations);
  const changes = diagnosis?.kind === 'suspect' ? diagnosis.changes : [];
  const together =
    changes.length > mostChanges || changes.some(({ slip }) => slip === 'excess') ? diagnosis : undefined;
  const likely = together ? [] : changes;
  if (language === 'zh') {
    return [
      `${publisher ?? '贵单位'}：`,
      `　　您好。在查阅${publisher === null ? '贵单位' : ''}${year === null ? '' : `${year}年度`}${kind.zh}公开内容时，发现以下数据不一致，烦请核实：`,
      subject === undefined ? '' : `位置：${placeText(subject, report, 'zh')}`,
      subject === undefined
        ? ''
        : `所载数据：${subject.text.trim() === '' ? '（空）' : subject.text.trim()}${unit === null ? '' : `（单位：${unit}）`}`,
      `情况：${finding.message}`,
      ...shown.map(({ equation }, index) => `${equations.length === 1 ? '算式' : `算式${index + 1}`}：${equation}`),
      equations.length > shown.length ? `（另有 ${equations.length - shown.length} 个相关算式，不一一列出。）` : '',
      together ? `推测：${together.text}请以贵单位原始数据为准。` : '',
      ...likely.map((change) => {
        const place = finding.places[change.place];
        const how = slipText(change.slip, place?.text ?? '').zh;
        return `推测：${place === subject || !place ? '该处' : placeText(place, report, 'zh')}可能应为 ${change.likelyText}${how === '' ? '' : `，${how}`}，请以贵单位原始数据为准。`;
      }),
      diagnosis !== undefined && diagnosis.kind !== 'suspect'
        ? '仅凭公开内容无法判断哪一侧有误，请以贵单位原始数据为准。'
        : '',
      `来源：${[report.source.title.trim(), report.source.url].filter((part) => part !== '').join(' ')}`,
      '　　以上由核对工具按公开数字之间的勾稽关系比对得出，如理解有误，敬请指正。谢谢。',
    ]
      .filter((line, index, lines) => line !== '' && lines.indexOf(line) === index)
      .join('\n');
  }
  return [
    `To ${publisher ?? 'the publishing office'}:`,
    `Reading the ${year === null ? '' : `${year} `}${kind.en} you published, I found figures that do not agree. Could you please check them?`,
    subject === undefined ? '' : `Where: ${placeText(subject, report, 'en')}`,
    subject === undefined
      ? ''
      : `As printed: ${subject.text.trim() === '' ? '(blank)' : subject.text.trim()}${unit === null ? '' : ` (unit: ${unit})`}`,
    `What: ${finding.messageEn}`,
    ...shown.map(({ equationEn }, index) => `Equation${equations.length === 1 ? '' : ` ${index + 1}`}: ${equationEn}`),
    equations.length > shown.length
      ? `(${equations.length - shown.length} more equations of the same kind are not listed.)`
      : '',
    together ? `Possibly: ${together.textEn} Your original data decide.` : '',
    ...likely.map((change) => {
      const place = finding.places[change.place];
      const how = slipText(change.slip, place?.text ?? '').en;
      return `Possibly: ${place === subject || !place ? 'this figure' : placeText(place, report, 'en')} was meant to be ${change.likelyText}${how === '' ? '' : ` (${how})`}; your original data decide.`;
    }),
    diagnosis !== undefined && diagnosis.kind !== 'suspect'
      ? 'The published figures alone do not tell which side is wrong; your original data decide.'
      : '',
    `Source: ${[report.source.title.trim(), report.source.url].filter((part) => part !== '').join(' ')}`,
    'This comes from comparing the published figures with each other. If I have misread them, please tell me. Thank you.',
  ]
    .filter((line, index, lines) => line !== '' && lines.indexOf(line) === index)
    .join('\n');
}
