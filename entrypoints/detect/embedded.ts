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
  return Array.from(page.querySelectorAll<HTMLElement>(`embed, object, ${frameTags}`)).flatMap((element) => {
    // What an object holds is for browsers that can't show it.
    if (element.parentElement?.closest('object') != null) return [];
    const inner = innerDocument(element);
    const address = element.getAttribute(element.localName === 'object' ? 'data' : 'src');
    const typed = /^application\/(x-)?pdf/i.test(element.getAttribute('type') ?? '') || inner?.contentType === 'application/pdf';
    const url = address === null ? null : pdfAddress(address, page.baseURI, typed);
    // No other element can take the place of a frame in a frameset.
    if (url !== null && element.localName !== 'frame') return [{ element, url }];
    return inner?.body == null ? [] : embeddedPdfs(inner);
  });
}
