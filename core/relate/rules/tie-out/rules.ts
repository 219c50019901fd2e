import type { Rule } from '../../rule.ts';
import { sameAccounts } from './accounts.ts';
import { basicExpenditure } from './basic-expenditure.ts';
import { fundsTogether } from './funds-together.ts';
import { onlyFiscal } from './only-fiscal.ts';
import { partOfWhole } from './part-of-whole.ts';
import { sameFact } from './same.ts';
import { threePublicUses } from './three-public-uses.ts';

/** Ties between forms that follow from the dimensions of their facts. */
export const tieOutRules: readonly Rule[] = [
  sameFact,
  sameAccounts,
  fundsTogether,
  basicExpenditure,
  partOfWhole,
  onlyFiscal,
  threePublicUses,
];
