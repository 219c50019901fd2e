import type { Caption } from '../caption.ts';
import type { Side } from '../form.ts';
import type { FormId } from '../forms.ts';
import type { ExpandedGrid } from '../grid.ts';
import type { Head } from '../head.ts';
import { readLanes } from './lanes.ts';
import { readList } from './list.ts';
import { asThreePublicRows } from './three-public-rows.ts';
import { withProcurementLevels } from './procurement-levels.ts';
import { readTargets } from './targets.ts';
import { budgetByTitle } from './titles.ts';

/** A budget form, known by its title or read by what it says of itself. */
export interface BudgetForm {
  readonly id: FormId;
  readonly official: boolean;
  readonly sides: readonly Side[];
}

/**
 * Reads a table of a document that is a budget, or accounts of a government: summaries in lanes, everything else as a list.
 * @param grid the expanded table
 * @param head its head
 * @param caption the lines around it
 * @param title for the figures' places
 * @returns null for a table without money or with goals
 */
export function readBudget(grid: ExpandedGrid, head: Head, caption: Caption, title: string): BudgetForm | null {
  // The titles of budgets say nothing of accounts, whose forms have other columns.
  const known = caption.title.includes('决算') ? null : budgetByTitle(caption.title, caption.publisher);
  // Told by its columns: where the form before it is empty, its title may stand above this one.
  const targets = readTargets(grid, head, title, caption.unit);
  if (targets) return { id: 'budget-targets', official: true, sides: targets };
  if (known === 'budget-targets' || (known === null && /绩效|目标/.test(caption.title))) return null;
  const lists = readList(grid, head, title, caption.unit);
  const [list, ...others] = lists ?? [];
  const threePublic = list && others.length === 0 ? asThreePublicRows(list) : null;
  if (threePublic) return { id: known ?? 'budget-table', official: true, sides: [threePublic] };
  if (known === 'budget-procurement' && list && others.length === 0)
    return { id: known, official: true, sides: [withProcurementLevels(list, grid, head)] };
  const sides = readLanes(grid, head, title, caption.unit) ?? lists;
  return sides && { id: known ?? 'budget-table', official: known !== null, sides };
}
