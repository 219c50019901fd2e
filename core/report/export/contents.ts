import { z } from 'zod';
import type { Document } from '../../document/document.ts';
import type { Report } from '../schema.ts';
import { dumpTables } from '../tables.ts';
import { tidyFigures, tidyFigureSchema } from './figures.ts';

/** What is printed in a document, as far as it was read: its tables, and its recognised amounts. */
export const contentsSchema = z.object({
  tables: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      page: z.int().positive().optional(),
      rows: z.array(z.array(z.string())),
    }),
  ),
  figures: z.array(tidyFigureSchema),
});

export type Contents = z.infer<typeof contentsSchema>;

/**
 * What of a document can be exported beside its report.
 * @param document as read
 * @param report its report
 */
export function contentsOf(document: Document, report: Report): Contents {
  return contentsSchema.parse({ tables: dumpTables(document, report).tables, figures: tidyFigures(document, report) });
}
