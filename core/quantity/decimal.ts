import { Decimal as Base } from 'decimal.js';

/**
 * Exact decimals for money. 60 significant digits: no sum of printed amounts comes near, so nothing is ever rounded silently.
 */
export const Decimal = Base.clone({ precision: 60, rounding: Base.ROUND_HALF_UP, toExpNeg: -60, toExpPos: 60 });
export type Decimal = Base;

export const zero: Decimal = new Decimal(0);

export const one: Decimal = new Decimal(1);

const steps: Decimal[] = [];

/** One unit of the last printed digit: 0.01 for two decimals. Needed for every figure, so each is worked out once. */
export function lastDigit(decimals: number): Decimal {
  return (steps[decimals] ??= new Decimal(10).pow(-decimals));
}
