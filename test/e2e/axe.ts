import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { z } from 'zod';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const violationsSchema = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })) }),
);

/** Our layer in a page, without the page: an expression. */
export const layer = '[...document.documentElement.children].find((child) => child.shadowRoot !== null)';
/** The viewer but for the text layer, which is pdf.js's own, and transparent: it stands over the printed words. */
export const viewerParts = '{ exclude: [[".textLayer"]] }';
/** The sample is printed as a site would; ours is the bar above it. */
export const sampleBar = '".sample-bar"';

/** Evaluates an expression where our interface is; a promise is awaited. */
export type Evaluate = (expression: string) => Promise<unknown>;

/**
 * What axe finds wrong with a page of ours, or with a part of it.
 * @param context the part, as an expression; the whole page unless told
 * @returns one line each; none is what we want
 */
export async function violations(evaluate: Evaluate, context = 'document'): Promise<string[]> {
  await evaluate(`${source}; undefined`);
  const found = await evaluate(
    `axe.run(${context}, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`,
  );
  return violationsSchema
    .parse(found)
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
    );
}
