import { grouped } from '../grouped.ts';
import type { Line, Side } from '../recognise/form.ts';

/** A line with the lines that add up to it. */
export interface Branch {
  readonly line: Line;
  /** How deep the branch stands: the total's children are classes, a class's children sections, a section's children items. */
  readonly level: 'total' | 'class' | 'section';
  /** Children in printed order. Several lists where the print allows several readings. */
  readonly readings: readonly (readonly Line[])[];
  /** The reading is a guess: judged only if it agrees. */
  readonly unclear: boolean;
}

interface Account {
  readonly line: Line;
  readonly code: string;
  /** Where it is printed. */
  readonly order: number;
}

const level = (code: string): Branch['level'] => (code.length === 3 ? 'class' : 'section');

/** How many levels of accounts a list holds, by the lengths of their codes: with several they add up level by level, not all together. */
export const levels = (side: Side): number => new Set(side.lines.flatMap((line) => line.code?.length ?? [])).size;

/** The account lines of a side in their order. */
export interface Hierarchy {
  readonly branches: readonly Branch[];
  /** Codes that are printed twice. */
  readonly duplicates: ReadonlySet<string>;
}

/** Each level of a side is a rule of its own: it is put in order once for all of them. */
const known = new WeakMap<Side, Hierarchy>();

/**
 * Orders the account lines of a side by their codes: a line's parent is the line with the longest code that begins its own.
 * Codes of 3, 5, 7 digits are class, section, item; levels may be missing.
 * A line that stands under a class or section whose code does not begin its own is a stray: it may belong there under a wrong code,
 * or what it belongs to may be missing. Both readings are given.
 * @param side of a form with a row an account
 * @returns the branches, and the codes that are printed twice
 */
export function branchesOf(side: Side): Hierarchy {
  const hierarchy = known.get(side) ?? ordered(side);
  known.set(side, hierarchy);
  return hierarchy;
}

function ordered(side: Side): Hierarchy {
  const accounts: Account[] = side.lines.flatMap((line, order) =>
    line.code === undefined ? [] : [{ line, code: line.code, order }],
  );
  const seen = new Set<string>();
  const duplicates = new Set<string>();
  for (const { code } of accounts) {
    if (seen.has(code)) duplicates.add(code);
    seen.add(code);
  }
  const prefixes = (code: string): string[] =>
    [code.slice(0, 5), code.slice(0, 3)].filter((prefix) => prefix.length < code.length);
  const parentCode = (code: string): string | null => prefixes(code).find((prefix) => seen.has(prefix)) ?? null;

  // The section or class that a line stands under on the page, where its code does not begin with that one's.
  const standsUnder = new Map<Account, Account>();
  const above: Account[] = [];
  for (const account of accounts) {
    while ((above.at(-1)?.code.length ?? 0) >= account.code.length) above.pop();
    const nearest = above.at(-1);
    if (nearest && !account.code.startsWith(nearest.code)) standsUnder.set(account, nearest);
    above.push(account);
  }
  const byParent = grouped(accounts, ({ code }) => parentCode(code));
  const children = (code: string | null): readonly Account[] => byParent.get(code) ?? [];

  const branches: Branch[] = [];
  const add = (line: Line, at: Branch['level'], own: readonly Account[], strays: readonly Account[]): void => {
    // As printed: the parts of a list may come from several places.
    const lines = (list: readonly Account[]): Line[] =>
      list.toSorted((a, b) => a.order - b.order).map((account) => account.line);
    if (own.length === 0 && strays.length === 0) return;
    if (own.length === 0) {
      branches.push({ line, level: at, readings: [lines(strays)], unclear: true });
      return;
    }
    const without = own.filter((account) => !standsUnder.has(account));
    const readings = [lines(own)];
    if (without.length < own.length && without.length > 0) readings.push(lines(without));
    if (strays.length > 0) readings.push(lines([...own, ...strays]));
    branches.push({ line, level: at, readings, unclear: false });
  };

  const totals = side.lines.filter((line) => line.key === 'total');
  const [total] = totals;
  if (total && totals.length === 1) add(total, 'total', children(null), []);
  const strays = grouped([...standsUnder.keys()], (stray) => standsUnder.get(stray));
  for (const account of accounts.filter(({ code }) => code.length < 7)) {
    add(account.line, level(account.code), children(account.code), strays.get(account) ?? []);
  }
  return { branches, duplicates };
}
