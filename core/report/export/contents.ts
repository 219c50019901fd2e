import { z } from 'zod';
import { tidyFigureSchema } from './figures.ts';

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
