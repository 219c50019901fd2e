import { z } from 'zod';

/** What a page's script hands our viewer in a frame, with a port. */
export const frameHandoverSchema = z.object({
  kind: z.literal('tieout-frame'),
  nonce: z.string().min(20).max(100),
  finding: z.string().optional(),
});

/** Over the port, from the viewer: give me the bytes. */
export const toPageSchema = z.object({ kind: z.literal('bytes') });

/** Over the port, to the viewer: the bytes, or that it has to fetch them itself. */
export const fromPageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bytes'), bytes: z.instanceof(ArrayBuffer) }),
  z.object({ kind: z.literal('fetch-yourself') }),
]);

export type FrameHandover = z.infer<typeof frameHandoverSchema>;
export type ToPage = z.infer<typeof toPageSchema>;
export type FromPage = z.infer<typeof fromPageSchema>;
