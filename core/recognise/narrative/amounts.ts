import { readQuantity, type Quantity } from '../../quantity/quantity.ts';
import { readMisprint } from '../../quantity/separators.ts';
import { readMoneyWord, type Unit } from '../../quantity/unit.ts';
import { isBroken, type Flat } from './flat.ts';

/** An amount of money or a percentage in a sentence. */
export interface Mention {
  readonly kind: 'amount' | 'percent';
  readonly quantity: Extract<Quantity, { kind: 'amount' | 'percent' }>;
  readonly unit: Unit | null;
  /** Of the digits (with % for a percentage), in the flat text. */
  readonly start: number;
  readonly end: number;
  /** Behind the money word. */
  readonly after: number;
  /** The flat text between the mention before it, or the paragraph's start, and this one. */
  readonly lead: string;
  /** No statement of an exact amount (约5万元, 100万元以上), or not to be read for certain: never compared. */
  readonly rough: boolean;
  /** Its separators are misplaced (1,126,92万元): the quantity is only what it may be. */
  readonly misprinted?: true;
}

/** 1,134.08万元 · 0.3元 · 37.39% · -5.00万元; not the tail of a longer number or of a letter's index. */
const figurePattern =
  /(?<![\d.,A-Za-z])(-?(?:\d{1,3}(?:,\d{3}){1,7}(?!\d)|\d{1,20})(?:\.\d{1,20})?)(%|亿元|百万元|万元|千元|元|[万亿](?=[，。;、:)]|$))/g;
/** Amounts with one money word behind the last: 分别为1.20、3.40万元, 各是4125.49,4143.91万元. A comma between whole numbers may group thousands. */
const seriesPattern =
  /(?:分别|各)[^，。;\d]{0,16}?((?:-?\d+(?:\.\d+[、，和及与,]|[、，和及与]))+-?\d+(?:\.\d+)?)(%|亿元|百万元|万元|千元|元)/g;

/** 相比2016年的总收入4800.00减少200.00万元: an amount whose money word stands behind its change only. */
const basePattern =
  /(?<![\d.,A-Za-z])(\d{1,3}(?:,\d{3}){1,7}\.\d{1,6}|\d{1,20}\.\d{1,6})(?=(?:增加|减少|增长|下降)(?:了)?\d[\d,.]{0,30}(亿元|百万元|万元|千元|元))/g;

/** 1,126,92万元, 1.126.92万元: one amount with misplaced separators, if any. */
const misprintPattern = /(?<![\d.,A-Za-z])(-?[1-9]\d{0,2}[.,][\d.,]{1,20}\d)(亿元|百万元|万元|千元|元)/g;

/** 约5万元, 近100万元, 5万元左右, 100万元(含)以上: no statement of an exact amount. */
const roughBefore =
  /(?:约|近|超|超过|不足|不到|至少|至多|最高|最多|逾|不低于|不高于|不超过|高达|大于等于|[≥≤><~～]|单价|单位价值|价值)(?:为|达)?$/;
const roughAfter = /^(?:左右|上下|余|多(?!于)|以上|以下|以内|\(含\)|\(不含\)|\/|[~～至-]\d)/;

/**
 * Finds what a paragraph states in money and per cent, in order.
 * 954.72%万元 is neither: two units collide.
 * @param flat the paragraph
 */
export function mentionsIn(flat: Flat): Mention[] {
  const found: Mention[] = [];
  let from = 0;
  for (const { digits, word, start, after, misprinted } of spotted(flat.text)) {
    const lead = flat.text.slice(from, start);
    const behind = flat.text.slice(after);
    const percent = word === '%';
    const quantity = misprinted ?? readQuantity(percent ? `${digits}%` : digits);
    if (quantity.kind !== 'amount' && quantity.kind !== 'percent') continue;
    // Behind the last of a series stands the % itself.
    const end = start + digits.length + (percent && flat.text[start + digits.length] === '%' ? 1 : 0);
    const rough =
      roughBefore.test(lead) ||
      roughAfter.test(behind) ||
      (percent && /^(?:万元|元)/.test(behind)) ||
      isBroken(flat, start, end);
    found.push({
      kind: percent ? 'percent' : 'amount',
      quantity,
      unit: percent ? null : readMoneyWord(word),
      start,
      end,
      after,
      lead,
      rough,
      ...(misprinted && { misprinted: true }),
    });
    from = after;
  }
  return found;
}

interface Spotted {
  readonly digits: string;
  readonly word: string;
  readonly start: number;
  readonly after: number;
  readonly misprinted?: Mention['quantity'];
}

/** The figures of a text in order; those of a series have the money word behind its last. */
function spotted(text: string): Spotted[] {
  const series = [...text.matchAll(seriesPattern)].flatMap((match): Spotted[] => {
    const [whole, list = '', word = ''] = match;
    const end = match.index + whole.length;
    const parts = [...list.matchAll(/-?\d+(?:\.\d+)?/g)];
    return parts.map((part, index): Spotted => {
      const start = end - word.length - list.length + part.index;
      return { digits: part[0], word, start, after: index === parts.length - 1 ? end : start + part[0].length };
    });
  });
  const taken = (start: number): boolean => series.some((one) => start >= one.start && start < one.after);
  const single = [...text.matchAll(figurePattern)].map((match): Spotted => ({
    digits: match[1] ?? '',
    word: match[2] ?? '',
    start: match.index,
    after: match.index + match[0].length,
  }));
  const bases = [...text.matchAll(basePattern)].map((match): Spotted => ({
    digits: match[1] ?? '',
    word: match[2] ?? '',
    start: match.index,
    after: match.index + match[0].length,
  }));
  const misprints = [...text.matchAll(misprintPattern)].flatMap((match): Spotted[] => {
    const [whole, digits = '', word = ''] = match;
    const value = readMisprint(digits)?.values.at(-3);
    return value === undefined
      ? []
      : [
          {
            digits,
            word,
            start: match.index,
            after: match.index + whole.length,
            misprinted: { kind: 'amount', value, decimals: value.decimalPlaces() },
          },
        ];
  });
  return [...series, ...[...single, ...bases, ...misprints].filter(({ start }) => !taken(start))].sort(
    (a, b) => a.start - b.start,
  );
}

/**
 * How many decimals the text's amounts usually have, by unit; one with fewer may be rounded.
 * @param mentions of the whole text
 */
export function usualDecimalsByUnit(mentions: readonly Mention[]): ReadonlyMap<Unit, number> {
  const counts = new Map<Unit, Map<number, number>>();
  for (const { unit, quantity, rough, misprinted } of mentions) {
    if (unit === null || rough || misprinted || quantity.value.isZero()) continue;
    const of = counts.get(unit) ?? new Map<number, number>();
    of.set(quantity.decimals, (of.get(quantity.decimals) ?? 0) + 1);
    counts.set(unit, of);
  }
  return new Map(
    [...counts].map(([unit, of]) => [unit, [...of].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 0]),
  );
}
