import { readAccountList } from './account-list.ts';
import { readAssets } from './assets.ts';
import { readBudget } from './budget/budget.ts';
import type { Caption } from './caption.ts';
import type { Side } from './form.ts';
import type { FormId } from './forms.ts';
import type { ExpandedGrid } from './grid.ts';
import type { Head } from './head.ts';
import { readPerformance } from './performance/performance.ts';
import { readStatistics, statisticsByTitle } from './statistics.ts';

/** A form outside the national nine. */
export interface OtherForm {
  readonly id: FormId;
  /** What it is called where no title is printed. */
  readonly title: string;
  readonly official: boolean;
  readonly sides: readonly Side[];
}

/**
 * Reads a table that no title names as one of the nine forms of final accounts: the evaluation of a project or a department,
 * a form that some places add, a form of a budget, or any list of accounts by code.
 * @param grid the expanded table
 * @param head its head
 * @param caption the lines around it
 * @param isBudget the document is a budget
 * @param ofGovernment it holds the accounts of a government
 */
export function readOtherForm(
  grid: ExpandedGrid,
  head: Head,
  caption: Caption,
  isBudget: boolean,
  ofGovernment: boolean,
): OtherForm | null {
  const performance = readPerformance(grid, caption.title || '绩效自评表', caption.unit);
  if (performance)
    return { id: performance.id, title: caption.title || '绩效自评表', official: true, sides: performance.sides };
  const statistics = isBudget ? null : statisticsByTitle(caption.title, caption.publisher);
  const counted = statistics && readStatistics(statistics, grid, head, caption.title, caption.unit);
  if (statistics && counted) return { id: statistics, title: caption.title, official: true, sides: counted };
  const assets = readAssets(grid, head, caption.title || '国有资产使用情况表', caption.unit);
  if (assets)
    return { id: 'budget-table', title: caption.title || '国有资产使用情况表', official: true, sides: [assets] };
  const budget = isBudget || ofGovernment ? readBudget(grid, head, caption, caption.title || '预算表') : null;
  if (budget) return { ...budget, title: caption.title || '预算表' };
  const accounts = isBudget ? null : readAccountList(grid, head, caption.title, caption.unit);
  return accounts && { id: 'account-list', title: caption.title, official: false, sides: [accounts] };
}

/** Forms of which a document may hold several: they say nothing of sets (docs/judging.md, Sets). */
export const isRepeatable = (id: FormId): boolean =>
  id === 'project-performance' || id === 'department-performance' || id === 'budget-table' || id === 'account-list';
