import type { Rule } from '../../rule.ts';
import { sameAccounts } from './accounts.ts';
import { basicExpenditure } from './basic-expenditure.ts';
import { fundsTogether } from './funds-together.ts';
import { oneMoney } from './one-money.ts';
import { partOfWhole } from './part-of-whole.ts';
import { sameFact } from './same.ts';
import { threePublicUses } from './three-public-uses.ts';
import { construction } from './construction.ts';
import { withoutCarryOver } from './without-carry-over.ts';

/** Ties between forms that follow from the dimensions of their facts. */
export const tieOutRules: readonly Rule[] = [
  sameFact,
  sameAccounts,
  fundsTogether,
  basicExpenditure,
  partOfWhole,
  oneMoney,
  threePublicUses,
  withoutCarryOver,
  construction,
];
