import type { Document } from '../../document/document.ts';
import type { Report } from '../schema.ts';
import { dumpTables } from '../tables.ts';
import { contentsSchema, type Contents } from './contents.ts';
import { tidyFigures } from './tidy-figures.ts';

/**
 * What of a document can be exported beside its report.
 * @param document as read
 * @param report its report
 */
export function contentsOf(document: Document, report: Report): Contents {
  return contentsSchema.parse({ tables: dumpTables(document, report).tables, figures: tidyFigures(document, report) });
}
