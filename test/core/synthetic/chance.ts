/** Numbers that look random and follow from a seed, so that a failing paper can be written again. */
export interface Chance {
  /** A whole number below `end`. */
  readonly below: (end: number) => number;
  readonly pick: <T>(options: readonly [T, ...T[]]) => T;
  /** True once in `times`. */
  readonly once: (times: number) => boolean;
}

/** Chance from a seed (xorshift, 32 bits). */
export function chanceFrom(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  const below = (end: number): number => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % end;
  };
  for (let i = 0; i < 8; i += 1) below(2);
  return {
    below,
    pick: (options) => options[below(options.length)] ?? options[0],
    once: (times) => below(times) === 0,
  };
}

/** Thousands parted by commas. */
export const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

/** A quotient of whole numbers, rounded half away from zero. */
export function rounded(numerator: bigint, denominator: bigint, decimals: number): string {
  const negative = numerator < 0n;
  const scaled =
    ((negative ? -numerator : numerator) * 10n ** BigInt(decimals) * 2n + denominator) / (2n * denominator);
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return negative && scaled > 0n ? `-${text}` : text;
}

/** Several whole numbers above nought that add up to the whole. */
export function split(whole: bigint, into: number, chance: Chance): bigint[] {
  const weights = Array.from({ length: into }, () => BigInt(1 + chance.below(9)));
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  const parts = weights.map((weight) => (whole * weight) / all);
  parts[into - 1] = whole - parts.slice(0, -1).reduce((sum, part) => sum + part, 0n);
  return parts;
}
