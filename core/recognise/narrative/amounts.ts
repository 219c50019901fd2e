import { readQuantity, type Quantity } from '../../quantity/quantity.ts';
import { readMoneyWord, type Unit } from '../../quantity/unit.ts';
import type { Flat } from './flat.ts';

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
}

/** 1,134.08万元 · 0.3元 · 37.39% · -5.00万元; not the tail of a longer number or of a letter's index. */
const figurePattern = /(?<![\d.,A-Za-z])(-?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)(%|亿元|百万元|万元|千元|元|[万亿](?=[，。;、:)]|$))/g;

/** 约5万元, 近100万元, 5万元左右, 100万元(含)以上: no statement of an exact amount. */
const roughBefore = /(?:约|近|超|超过|不足|不低于|不超过|大于等于|[≥≤><]|单价|单位价值|价值)(?:为)?$/;
const roughAfter = /^(?:左右|上下|余|多|以上|以下|以内|\(含\)|\(不含\)|\/)/;

/**
 * Finds what a paragraph states in money and per cent, in order.
 * 954.72%万元 is neither: two units collide.
 * @param flat the paragraph
 */
export function mentionsIn(flat: Flat): Mention[] {
  const found: Mention[] = [];
  let from = 0;
  for (const match of flat.text.matchAll(figurePattern)) {
    const [, digits = '', word = ''] = match;
    const start = match.index;
    const after = start + match[0].length;
    const lead = flat.text.slice(from, start);
    const behind = flat.text.slice(after);
    const percent = word === '%';
    if (percent && /^(?:万元|元)/.test(behind)) continue;
    const quantity = readQuantity(percent ? `${digits}%` : digits);
    if (quantity.kind !== 'amount' && quantity.kind !== 'percent') continue;
    if (roughBefore.test(lead) || roughAfter.test(behind)) continue;
    found.push({ kind: percent ? 'percent' : 'amount', quantity, unit: percent ? null : readMoneyWord(word), start, end: start + digits.length + (percent ? 1 : 0), after, lead });
    from = after;
  }
  return found;
}

/**
 * How many decimals a sentence's amounts stand for, by unit: the usual number of decimals of the text (RULES.md A.8, §3).
 * 624万元 among two-decimal amounts has two; whole 元 are whole 元.
 * @param mentions of the whole text
 */
export function usualDecimals(mentions: readonly Mention[]): ReadonlyMap<Unit, number> {
  const counts = new Map<Unit, Map<number, number>>();
  for (const { unit, quantity } of mentions) {
    if (unit === null || quantity.value.isZero()) continue;
    const of = counts.get(unit) ?? new Map<number, number>();
    of.set(quantity.decimals, (of.get(quantity.decimals) ?? 0) + 1);
    counts.set(unit, of);
  }
  return new Map([...counts].map(([unit, of]) => [unit, [...of].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 0]));
}
