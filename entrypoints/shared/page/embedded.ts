import { all, attribute, baseOf, bodyOf, closest, contentType, localName, parentElement } from './dom.ts';
import { frameTags, innerDocument } from './inner-document.ts';
import { pdfAddress } from './pdf-address.ts';

/** A PDF that a page shows in a box of its own. */
export interface EmbeddedPdf {
  /** The page's element: the outermost one. */
  readonly element: HTMLElement;
  /** The PDF's address, without a fragment. */
  readonly url: string;
}

/** The PDFs that a page shows: `<embed>`, `<object>`, `<iframe>`, a site's own viewer in a frame; frames of the same site count. */
export function embeddedPdfs(page: Document): EmbeddedPdf[] {
  return all(page, `embed, object, ${frameTags}`).flatMap((element) => {
    // What an object holds is for browsers that can't show it.
    const around = parentElement(element);
    if (around !== null && closest(around, 'object') !== null) return [];
    const inner = innerDocument(element);
    const address = attribute(element, localName(element) === 'object' ? 'data' : 'src');
    const typed =
      /^application\/(x-)?pdf/i.test(attribute(element, 'type') ?? '') ||
      (inner !== null && contentType(inner) === 'application/pdf');
    const url = address === null ? null : pdfAddress(address, baseOf(page), typed);
    // No other element can take the place of a frame in a frameset.
    if (url !== null && localName(element) !== 'frame') return [{ element: element as HTMLElement, url }];
    return inner === null || bodyOf(inner) === null ? [] : embeddedPdfs(inner);
  });
}
