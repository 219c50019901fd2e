import type { Caption } from './caption.ts';
import type { Side } from './form.ts';
import type { FormId } from './forms.ts';
import type { ExpandedGrid } from './grid.ts';
import { readPerformance } from './performance/performance.ts';

/** A form that is told by its contents, whatever its title. */
export interface OtherForm {
  readonly id: FormId;
  /** What it is called where no title is printed. */
  readonly title: string;
  readonly sides: readonly Side[];
}

/**
 * Reads a table that no title names as a form of final accounts: the evaluation of a project or a department.
 * @param grid the expanded table
 * @param caption the lines around it
 */
export function readOtherForm(grid: ExpandedGrid, caption: Caption): OtherForm | null {
  const fallback = caption.title || '绩效自评表';
  const performance = readPerformance(grid, fallback, caption.unit);
  return performance && { id: performance.id, title: fallback, sides: performance.sides };
}

/** Forms of which a document holds one a project: they say nothing of sets (DESIGN.md §2). */
export const isRepeatable = (id: FormId): boolean => id === 'project-performance' || id === 'department-performance';
