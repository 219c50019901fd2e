import fc from 'fast-check';
import { check, examine } from '../../../core/check.ts';
import { figureKey } from '../../../core/document/figure.ts';
import { tablesOf } from '../../../core/document/document.ts';
import { checkedAmounts } from '../../../core/judge/coverage.ts';
import { readQuantity } from '../../../core/quantity/quantity.ts';
import type { Report } from '../../../core/report/schema.ts';
import { sentence } from '../../../core/report/tell.ts';
import type { Document } from '../../../core/document/document.ts';
import { drain, type Drawn } from '../build.ts';
import { withText as withLines } from '../explanations.ts';
import { withText, type Place } from './sheet.ts';

/** A change to plant: in which of the amounts, in which digit before the decimal point, by how much. */
export interface Planting {
  readonly pick: number;
  readonly digit: number;
  readonly by: number;
}

export const plantings: fc.Arbitrary<Planting> = fc.record({
  pick: fc.nat(),
  digit: fc.integer({ min: 0, max: 3 }),
  by: fc.integer({ min: 1, max: 9 }),
});

/** A document of drawn tables with lines of text behind them. */
export interface Told {
  readonly drawn: readonly Drawn[];
  readonly lines: readonly string[];
  readonly title: string;
}

const documentOf = ({ drawn, lines, title }: Told): Document => withLines(lines, drawn, title);

/** A figure of the text that is checked. */
interface Said {
  readonly key: string;
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Examined {
  readonly alarms: readonly string[];
  /** Keys of the checked amounts; of these the ones that only percentages speak of. */
  readonly checked: ReadonlySet<string>;
  readonly onlyInRatios: ReadonlySet<string>;
  /** The table of each sheet. */
  readonly tables: readonly string[];
  readonly said: readonly Said[];
}

/** Checks a document, and keeps what is checked. */
export function examined(told: Told): Examined {
  const document = documentOf(told);
  const { judged, recognition } = drain(examine(document));
  const checked = checkedAmounts(judged);
  const summed = new Set(
    judged
      .filter(({ relation }) => relation.guess === undefined && (relation.kind === 'sum' || relation.kind === 'same'))
      .flatMap(({ judgement }) => judgement.terms.map((term) => figureKey(term.figure))),
  );
  const alarms = judged
    .filter(({ judgement }) => judgement.verdict === 'inconsistent')
    .map(({ rule, judgement }) => `${rule}: ${judgement.terms.map((term) => term.figure.text).join(', ')}`);
  const said = recognition.textAmounts.flatMap((figure): Said[] =>
    figure.place.in === 'text' && checked.has(figureKey(figure)) && /[1-9]/.test(figure.text)
      ? [{ ...figure.place, key: figureKey(figure), text: figure.text }]
      : [],
  );
  return {
    alarms,
    checked,
    onlyInRatios: new Set([...checked].filter((key) => !summed.has(key))),
    tables: tablesOf(document).map((table) => table.id),
    said,
  };
}

export const reported = (told: Told): Report => drain(check(documentOf(told)));

export const alarmsOf = (report: Report): string[] =>
  report.findings.filter((finding) => finding.verdict === 'inconsistent').map((finding) => sentence(finding, 'zh'));

/** Another text for a figure: a digit before the decimal point, so at least 1; where only a percentage speaks of it, beyond 300 %, which is what 0.01 of 0.01 may be. Null where it stays the same. */
function changed(text: string, { digit, by }: Planting, onlyInRatios: boolean): string | null {
  const plain = text.replace(/,/g, '');
  const point = plain.includes('.') ? plain.indexOf('.') : plain.length;
  const at = Math.max(plain.startsWith('-') ? 1 : 0, point - 1 - digit);
  const after = onlyInRatios
    ? `999${plain}`
    : `${plain.slice(0, at)}${(Number(plain[at]) + by) % 10}${plain.slice(at + 1)}`;
  const [was, is] = [plain, after].map(readQuantity);
  return (was?.kind !== 'amount' && was?.kind !== 'percent') || is?.kind !== was.kind || is.value.eq(was.value)
    ? null
    : after;
}

/** A change in whole numbers that no rounding of some thirty of them explains. */
const leastInWhole = 100;
const sizeOf = (was: string, is: string): number =>
  Math.abs(Number(is.replace(/,/g, '')) - Number(was.replace(/,/g, '')));

/** A document with a change, and where it is. */
export interface Planted {
  readonly told: Told;
  readonly said: string;
  readonly isFound: (report: Report) => boolean;
}

/**
 * Plants a change in one of the checked amounts of the forms, far beyond the rounding of some thirty figures with two decimals.
 * @returns null where the change changes nothing, or nothing is checked
 */
export function plant(told: Told, places: readonly Place[], before: Examined, planting: Planting): Planted | null {
  const keyOf = ({ sheet, row, column }: Place): string => `${before.tables[sheet] ?? ''}:${row}:${column}`;
  const checked = places.filter((place) => before.checked.has(keyOf(place)));
  const place = checked[planting.pick % checked.length];
  const text = place ? changed(place.text, planting, before.onlyInRatios.has(keyOf(place))) : null;
  if (!place || text === null) return null;
  // A form that happens to show whole numbers only is rounded to them.
  const whole = places.every((other) => other.sheet !== place.sheet || !other.text.includes('.'));
  if (whole && sizeOf(place.text, text) < leastInWhole) return null;
  const key = keyOf(place);
  return {
    told: { ...told, drawn: withText(told.drawn, place, text) },
    said: `${place.text} → ${text} at ${key}, sheet ${place.sheet} (${told.drawn[place.sheet]?.above?.[0] ?? ''})`,
    isFound: ({ findings }) =>
      findings.some(
        (finding) =>
          finding.verdict === 'inconsistent' &&
          finding.places.some((at) => 'row' in at && `${at.table}:${at.row}:${at.column}` === key),
      ),
  };
}

/**
 * Plants a change in one of the checked amounts of the text.
 * @returns null where the change changes nothing, or nothing is checked
 */
export function plantInText(told: Told, before: Examined, planting: Planting): Planted | null {
  const figure = before.said[planting.pick % before.said.length];
  const text = figure ? changed(figure.text, planting, before.onlyInRatios.has(figure.key)) : null;
  const printed = figure && documentOf(told).blocks.find(({ id }) => id === figure.paragraph);
  if (!figure || text === null || printed?.kind !== 'paragraph') return null;
  const line = printed.text;
  return {
    told: {
      ...told,
      lines: told.lines.map((one) =>
        one === line ? line.slice(0, figure.start) + text + line.slice(figure.end) : one,
      ),
    },
    said: `${figure.text} → ${text} in ${line}`,
    isFound: ({ findings }) =>
      findings.some(
        (finding) =>
          finding.verdict === 'inconsistent' &&
          finding.places.some(
            (at) => 'paragraph' in at && at.paragraph === figure.paragraph && at.start === figure.start,
          ),
      ),
  };
}
