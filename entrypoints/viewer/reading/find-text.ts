import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { FindText } from './places.ts';
import { textBoxes } from './text-places.ts';

/** Finds figures of sentences in an open PDF, by the text that pdf.js reads of their pages. */
export function findTextIn(pdf: PDFDocumentProxy): FindText {
  return async (paragraph, start, end) => {
    const numbers = new Set((paragraph.place.ink ?? []).map((line) => line.page));
    if (numbers.size === 0 && paragraph.place.page !== undefined) numbers.add(paragraph.place.page);
    for (const number of numbers) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const runs = items.flatMap((item) =>
        'str' in item ? [{ str: item.str, transform: item.transform as number[], width: item.width }] : [],
      );
      const boxes = textBoxes(runs, number, paragraph, start, end);
      if (boxes.length > 0) return boxes;
    }
    return [];
  };
}
