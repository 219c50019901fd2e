import { Decimal as Base } from 'decimal.js';

/**
 * Exact decimals for money. 60 significant digits: no sum of printed amounts comes near, so nothing is ever rounded silently.
 */
export const Decimal = Base.clone({ precision: 60, rounding: Base.ROUND_HALF_UP, toExpNeg: -60, toExpPos: 60 });
export type Decimal = Base;

export const zero: Decimal = new Decimal(0);
