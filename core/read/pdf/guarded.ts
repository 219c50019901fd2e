import { TooMuch } from './content/operators.ts';
import type { PdfOperatorList, PdfPage, PdfSource } from './source.ts';

/** What whoever runs pdf.js knows of the page that it reads. */
export interface PageGuard {
  /** How often a file would have unpacked to more than it may, so far: pdf.js goes on with what is left, as if the page were empty there. */
  excesses(): number;
  /** Told before each page. */
  begins?(): void;
  /** Reads a page's steps; rejects where pdf.js failed at some of them and did not say so. */
  operatorsOf?(page: PdfPage, number: number): Promise<PdfOperatorList>;
}

/**
 * A document whose pages are too much rather than empty where their streams were cut off. Its pages are to be read one after the other.
 * @param pdf the document
 * @param guard what is known of its pages while they are read
 * @returns the same document; a page that holds too much rejects with TooMuch when its steps are asked for
 */
export function guarded(pdf: PdfSource, guard: PageGuard): PdfSource {
  return {
    numPages: pdf.numPages,
    getOptionalContentConfig: () => pdf.getOptionalContentConfig?.() ?? Promise.resolve(null),
    getPage: async (number) => {
      guard.begins?.();
      const before = guard.excesses();
      const page: PdfPage = await pdf.getPage(number);
      return {
        view: page.view,
        rotate: page.rotate,
        userUnit: page.userUnit,
        commonObjs: page.commonObjs,
        cleanup: () => page.cleanup(),
        getOperatorList: async () => {
          const list = await (guard.operatorsOf?.(page, number) ?? page.getOperatorList()).catch((error: unknown) => {
            throw guard.excesses() > before ? new TooMuch() : error;
          });
          if (guard.excesses() > before) throw new TooMuch();
          return list;
        },
      };
    },
  };
}
