import { functionalClasses } from '../vocabulary/functional-accounts.ts';
import { plainLabel } from './grid.ts';

/** Names without 支出. A name that is not here is not understood, and the sums around it are not judged. */
const codes = new Map(functionalClasses.flatMap(({ code, names }) => names.map((name) => [name, code] as const)));

/**
 * The functional class that a row of a summary names.
 * @param label as printed, with or without ordinal and 支出
 * @returns its three-digit code, or null
 */
export function classByName(label: string): string | null {
  const name = plainLabel(label).replace(/支出$/, '');
  return codes.get(name) ?? null;
}
