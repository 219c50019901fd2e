import { thousandsApart } from '../../../core/quantity/thousands.ts';
import { plainText } from '../../../core/report/export/plain-text.ts';
import type { Finding, FindingPlace, Report, Verdict } from '../../../core/report/schema.ts';
import { diagnosisText, equationText, sentence } from '../../../core/report/tell.ts';
import type { Language, InterfaceWords } from '../locale/messages.ts';
import { familyName } from '../locale/messages.ts';
import { byGravity } from './verdict.ts';
import { markedPlaces } from './marked-places.ts';

/** A figure as shown: a blank says that it is one. */
export function figureText(text: string, spoken: InterfaceWords): string {
  const trimmed = text.trim();
  return trimmed === '' ? spoken.blank : trimmed;
}

/** An amount of ours in the manner of the figures it is compared with: as many decimals, thousands apart or not. */
export function amountText(amount: string, finding: Finding): string {
  const printed = finding.places.map(({ text }) => text.trim());
  const decimals = Math.max(0, ...printed.map((text) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0));
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  if (whole === '') return amount;
  const apart = printed.some((text) => /\d,\d{3}/.test(text)) ? thousandsApart(whole) : whole;
  const padded = fraction.padEnd(decimals, '0');
  return `${sign}${apart}${padded === '' ? '' : `.${padded}`}`;
}

/** A table's title as shown. */
export function tableTitle(report: Report, id: string, spoken: InterfaceWords): string {
  const title = report.tables.find((table) => table.id === id)?.title.trim();
  return title === undefined || title === '' ? spoken.untitledTable : title;
}

/** Where in its table or paragraph a place is: 合计 · 财政拨款收入. */
export function spotLabel(place: FindingPlace, report: Report, spoken: InterfaceWords): string {
  if ('table' in place) {
    return [place.rowLabel, place.columnLabel]
      .map((label) => label.trim())
      .filter((label) => label !== '')
      .join(' · ');
  }
  const text = report.paragraphs.find((paragraph) => paragraph.id === place.paragraph)?.text;
  if (text === undefined) return spoken.text;
  const before = text.slice(Math.max(0, place.start - 12), place.start);
  const after = text.slice(place.end, place.end + 6);
  return `${place.start > 12 ? '…' : ''}${before}${text.slice(place.start, place.end)}${after}${place.end + 6 < text.length ? '…' : ''}`;
}

/** A place in full: 收入决算表 · 合计 · 财政拨款收入 · 第 8 页. */
export function placeLabel(place: FindingPlace, report: Report, spoken: InterfaceWords): string {
  const head = 'table' in place ? tableTitle(report, place.table, spoken) : spoken.text;
  const parts = [head, spotLabel(place, report, spoken), place.page === undefined ? '' : spoken.page(place.page)];
  return parts.filter((part) => part !== '').join(' · ');
}

/** A set's name as shown: 示例局 · 部门汇总 · 2024 年度. */
export function setTitle(report: Report, id: string, spoken: InterfaceWords): string {
  const set = report.sets.find((each) => each.id === id);
  const parts = [
    set?.publisher ?? '',
    set?.scope == null ? '' : spoken.setScope[set.scope],
    set?.year == null ? '' : spoken.year(set.year),
  ];
  return parts.filter((part) => part !== '').join(' · ') || spoken.unnamedSet;
}

/** Findings of one table, or of the text. */
export interface FindingGroup {
  /** The table's id; '' for the text. */
  readonly key: string;
  /** The id of the table's set; '' for the text. */
  readonly set: string;
  readonly title: string;
  readonly page: number | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Findings by the table in which they are marked, in the order of the document; within a table the gravest first.
 * @param shown verdicts to list
 */
export function groupFindings(report: Report, spoken: InterfaceWords, shown: readonly Verdict[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    if (!shown.includes(finding.verdict)) continue;
    const place = finding.places[markedPlaces(finding)[0] ?? 0];
    const key = place !== undefined && 'table' in place ? place.table : '';
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const order = [...report.tables.map((table) => table.id), ''];
  return [...groups]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([key, findings]) => ({
      key,
      set: report.tables.find((table) => table.id === key)?.set ?? '',
      title: key === '' ? spoken.text : tableTitle(report, key, spoken),
      page: report.tables.find((table) => table.id === key)?.page,
      findings: findings.sort((a, b) => byGravity(a.verdict, b.verdict)),
    }));
}

/** A finding as plain text, for the clipboard. */
export function findingAsText(finding: Finding, report: Report, language: Language, spoken: InterfaceWords): string {
  const places = finding.places.map(
    (place) => `- ${placeLabel(place, report, spoken)}${spoken.colon}${figureText(place.text, spoken)}`,
  );
  const lines = [
    `【${spoken.verdict[finding.verdict]}】${familyName(finding.rule, spoken)}`,
    sentence(finding, language),
    equationText(finding, language),
    finding.diagnosis === undefined ? '' : diagnosisText(finding.diagnosis, language),
    ...finding.related.map((other) => equationText(other, language)),
    ...places,
    [report.source.title, report.source.url].filter((part) => part !== '').join(' '),
  ];
  return plainText(lines.filter((line) => line !== '').join('\n'));
}
