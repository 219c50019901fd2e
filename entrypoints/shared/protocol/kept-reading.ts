import { z } from 'zod';
import { reportSchema } from '../../../core/report/schema.ts';
import { packed } from './packed.ts';

const boxSchema = z.object({
  page: z.int().positive(),
  left: z.number(),
  bottom: z.number(),
  right: z.number(),
  top: z.number(),
});

/** Where a figure of a report stands in a PDF (viewer/reading/places.ts). */
const spotSchema = z.object({ box: boxSchema, area: boxSchema, blank: z.boolean() });

/** What the viewer needs of a file beside its report, so that it does not read it a second time. */
export const locatedSchema = z.object({
  /** Tells these bytes from all others. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  /** By `placeKey`; a place that is nowhere is missing. */
  spots: z.record(z.string(), spotSchema),
});

/** What storage.session holds under `reading:<fingerprint>`. */
export const keptReadingSchema = z.object({
  reading: packed(z.object({ report: reportSchema, spots: locatedSchema.shape.spots })),
  kept: z.number(),
});

export type Located = z.infer<typeof locatedSchema>;
export type KeptReading = z.infer<typeof keptReadingSchema>['reading'];

/** The key of a file's reading in storage.session. */
export function readingKey(fingerprint: string): string {
  return `reading:${fingerprint}`;
}
