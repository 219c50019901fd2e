import { mapped } from '../../steps.ts';
import { accountPath } from './account-path.ts';
import type { AccountClaim, AccountList } from './claim.ts';
import { itemKey } from './item.ts';
import { isOpenerEnd } from './opener.ts';
import type { Section } from './section.ts';
import type { Passage, Spoken } from './spoken.ts';

const sameYear = (spoken: Spoken, year: number | null): boolean =>
  year === null || spoken.year === null || spoken.year === year;

const told: readonly (Section | null)[] = ['general', 'basic', 'fund', 'capital'];

/** The accounts that one paragraph states: an outturn with a name that is no known item, and the budget before it. */
function accountsIn(passage: Passage, year: number | null): AccountClaim[] {
  const { spoken } = passage;
  return spoken.flatMap((outturn, index): AccountClaim[] => {
    if (
      outturn.role !== 'amount' ||
      (outturn.basis !== 'outturn' && outturn.basis !== null) ||
      !sameYear(outturn, year)
    )
      return [];
    // 公务接待费 under basic expenditure is a use of it, and not all that is spent on receptions.
    const item = itemKey(outturn.name);
    if (item !== null && !(passage.section === 'basic' && item.startsWith('three-public:'))) return [];
    const path = accountPath(outturn.name);
    if (path.length === 0) return [];
    const before = spoken[index - 1];
    const budget =
      before?.role === 'amount' && before.basis === 'initial' && before.name === outturn.name ? before.figure : null;
    if (outturn.basis === 'outturn' && budget === null && path.every(({ level }) => level === null)) return [];
    return [{ kind: 'account', path, section: passage.section, budget, outturn: outturn.figure }];
  });
}

/**
 * What the text says of single accounts, and the lists that should add up to the year's total.
 * A list is taken only where each paragraph under the total states one account with its outturn. Yields now and then.
 * @param passages of the text
 * @param year of the accounts
 */
export function* accountClaims(
  passages: readonly Passage[],
  year: number | null,
): Generator<void, (AccountClaim | AccountList)[]> {
  const telling = passages.filter(({ section }) => section === null || told.includes(section));
  const own = yield* mapped(telling, (passage) => {
    const found = accountsIn(passage, year);
    // Without headings an account is told by the marks of its levels.
    return passage.section === null ? found.filter(({ path }) => path.some(({ level }) => level !== null)) : found;
  });
  const claims = new Map(telling.map((passage, index) => [passage, own[index] ?? []]));
  const lists = yield* mapped(passages, (passage) => listUnder(passage, passages, claims) ?? []);
  return [...own.flat(), ...lists.flat()];
}

/** The accounts in the paragraphs under one that ends by opening a list; null unless each states one. */
function listUnder(
  passage: Passage,
  passages: readonly Passage[],
  claims: ReadonlyMap<Passage, readonly AccountClaim[]>,
): AccountList | null {
  if ((passage.section !== 'general' && passage.section !== null) || !isOpenerEnd(passage.flat.text)) return null;
  const outturn = passage.spoken.findLast((spoken) => spoken.role === 'amount' && spoken.basis === 'outturn');
  if (passage.section === null && outturn?.item !== 'general') return null;
  const budget = passage.spoken.find((spoken) => spoken.role === 'amount' && spoken.basis === 'initial');
  if (!outturn || passage.spoken.filter((spoken) => spoken.role === 'amount').length !== (budget ? 2 : 1)) return null;
  const entries: AccountClaim[] = [];
  for (let index = passage.index + 1; index < passages.length; index += 1) {
    const next = passages[index];
    if (!next || (next.heading && !next.names) || next.section !== passage.section) break;
    if (passage.section !== null && next.group !== passage.group) break;
    const own = claims.get(next) ?? [];
    if (own.length === 0 && next.spoken.length === 0) continue;
    const [entry] = own;
    if (
      own.length !== 1 ||
      !entry ||
      next.spoken.filter((spoken) => spoken.role === 'amount').length !== (entry.budget ? 2 : 1)
    )
      return null;
    entries.push(entry);
  }
  return entries.length >= 2
    ? { kind: 'accounts', budget: budget?.figure ?? null, outturn: outturn.figure, entries }
    : null;
}
