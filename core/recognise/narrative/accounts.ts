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
 * A list is taken only where each paragraph under the total states one account with its outturn.
 * @param passages of the text
 * @param year of the accounts
 */
export function accountClaims(passages: readonly Passage[], year: number | null): (AccountClaim | AccountList)[] {
  const found: (AccountClaim | AccountList)[] = [];
  const claims = new Map<Passage, AccountClaim[]>();
  for (const passage of passages) {
    if (!told.includes(passage.section)) continue;
    const own = accountsIn(passage, year);
    claims.set(passage, own);
    found.push(...own);
  }
  for (const passage of passages) {
    if (passage.section !== 'general' || !isOpenerEnd(passage.flat.text)) continue;
    const outturn = passage.spoken.findLast((spoken) => spoken.role === 'amount' && spoken.basis === 'outturn');
    const budget = passage.spoken.find((spoken) => spoken.role === 'amount' && spoken.basis === 'initial');
    if (!outturn || passage.spoken.filter((spoken) => spoken.role === 'amount').length !== (budget ? 2 : 1)) continue;
    const entries: AccountClaim[] = [];
    let clean = true;
    for (let index = passage.index + 1; index < passages.length; index += 1) {
      const next = passages[index];
      if (!next || (next.heading && !next.names) || next.group !== passage.group) break;
      const own = claims.get(next) ?? [];
      if (own.length === 0 && next.spoken.length === 0) continue;
      const [entry] = own;
      if (
        own.length !== 1 ||
        !entry ||
        next.spoken.filter((spoken) => spoken.role === 'amount').length !== (entry.budget ? 2 : 1)
      )
        clean = false;
      else entries.push(entry);
    }
    if (clean && entries.length >= 2)
      found.push({ kind: 'accounts', budget: budget?.figure ?? null, outturn: outturn.figure, entries });
  }
  return found;
}
