import type { Rule } from './rule.ts';
import { accountRules } from './rules/accounts.ts';
import { basicExpenditureRules } from './rules/basic-expenditure.ts';
import { debtRules } from './rules/debt.ts';
import { evaluationTextRules } from './rules/evaluation-text.ts';
import { budgetRules } from './rules/budget.ts';
import { levelListRules } from './rules/level-lists.ts';
import { narrativeBudgetRules } from './rules/narrative-budget.ts';
import { narrativeRemarkRules } from './rules/narrative-remarks.ts';
import { narrativeTieRules } from './rules/narrative-ties.ts';
import { narrativeRules } from './rules/narrative.ts';
import { nestedRowRules } from './rules/nested-rows.ts';
import { sentenceSumRules } from './rules/sentence-sums.ts';
import { performanceRules } from './rules/performance.ts';
import { structureRules } from './rules/structure.ts';
import { statedRules } from './rules/stated.ts';
import { summaryRules } from './rules/summary.ts';
import { threePublicRules } from './rules/three-public.ts';
import { tieOutRules } from './rules/tie-out/rules.ts';

/** Every rule, in the order in which findings are listed. */
export const catalogue: readonly Rule[] = [
  ...summaryRules,
  ...accountRules,
  ...basicExpenditureRules,
  ...threePublicRules,
  ...tieOutRules,
  ...performanceRules,
  ...budgetRules,
  ...nestedRowRules,
  ...levelListRules,
  ...statedRules,
  ...debtRules,
  ...narrativeTieRules,
  ...narrativeBudgetRules,
  ...narrativeRules,
  ...sentenceSumRules,
  ...evaluationTextRules,
  ...narrativeRemarkRules,
  ...structureRules,
];
