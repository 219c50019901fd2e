import fc from 'fast-check';
import { check, examine } from '../../../core/check.ts';
import { figureKey } from '../../../core/document/figure.ts';
import { tablesOf } from '../../../core/document/document.ts';
import { checkedAmounts } from '../../../core/judge/coverage.ts';
import { readQuantity } from '../../../core/quantity/quantity.ts';
import type { Report } from '../../../core/report/schema.ts';
import { documentOf, drain, type Drawn } from '../build.ts';
import { withText, type Place } from './sheet.ts';

/** A change to plant: in which of the amounts, in which digit before the decimal point, by how much. */
export interface Planting {
  readonly pick: number;
  readonly digit: number;
  readonly by: number;
}

export const plantings: fc.Arbitrary<Planting> = fc.record({ pick: fc.nat(), digit: fc.integer({ min: 0, max: 3 }), by: fc.integer({ min: 1, max: 9 }) });

export interface Examined {
  readonly alarms: readonly string[];
  /** Keys of the checked amounts; of these the ones that only percentages speak of. */
  readonly checked: ReadonlySet<string>;
  readonly onlyInRatios: ReadonlySet<string>;
  /** The table of each sheet. */
  readonly tables: readonly string[];
}

/** Checks drawn tables, and keeps what is checked. */
export function examined(drawn: readonly Drawn[], title: string): Examined {
  const document = documentOf(drawn, title);
  const { judged } = drain(examine(document));
  const checked = checkedAmounts(judged);
  const summed = new Set(judged.filter(({ relation }) => relation.kind === 'sum' || relation.kind === 'same').flatMap(({ judgement }) => judgement.terms.map((term) => figureKey(term.figure))));
  const alarms = judged.filter(({ judgement }) => judgement.verdict === 'inconsistent').map(({ rule, judgement }) => `${rule}: ${judgement.terms.map((term) => term.figure.text).join(', ')}`);
  return { alarms, checked, onlyInRatios: new Set([...checked].filter((key) => !summed.has(key))), tables: tablesOf(document).map((table) => table.id) };
}

/** The report of drawn tables. */
export const reported = (drawn: readonly Drawn[], title: string): Report => drain(check(documentOf(drawn, title)));

export const alarmsOf = (report: Report): string[] => report.findings.filter((finding) => finding.verdict === 'inconsistent').map((finding) => finding.message);

/**
 * Plants a change in one of the checked amounts: a digit before the decimal point, so at least 1, far beyond the rounding of some
 * thirty figures with two decimals; where only a percentage speaks of it, the amount doubles.
 * @returns null where the change changes nothing, or nothing is checked
 */
export function plant(drawn: readonly Drawn[], places: readonly Place[], before: Examined, { pick, digit, by }: Planting): { drawn: Drawn[]; key: string; said: string } | null {
  const keyOf = ({ sheet, row, column }: Place): string => `${before.tables[sheet] ?? ''}:${row}:${column}`;
  const checked = places.filter((place) => before.checked.has(keyOf(place)));
  const place = checked[pick % checked.length];
  if (!place) return null;
  const plain = place.text.replace(/,/g, '');
  const point = plain.includes('.') ? plain.indexOf('.') : plain.length;
  const at = Math.max(plain.startsWith('-') ? 1 : 0, point - 1 - digit);
  const text = before.onlyInRatios.has(keyOf(place)) ? `9${plain}` : `${plain.slice(0, at)}${(Number(plain[at]) + by) % 10}${plain.slice(at + 1)}`;
  const [was, is] = [plain, text].map(readQuantity);
  if (was?.kind !== 'amount' || is?.kind !== 'amount' || was.value.eq(is.value)) return null;
  return { drawn: withText(drawn, place, text), key: keyOf(place), said: `${place.text} → ${text} at ${keyOf(place)}, sheet ${place.sheet} (${drawn[place.sheet]?.above?.[0] ?? ''})` };
}
