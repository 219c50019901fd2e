import { frameTags } from '../detect/inner-document.ts';
import { whenQuiet } from './when-quiet.ts';

const looks = 12;
const carrier = `a, embed, object, ${frameTags}`;

/** Calls back when elements that may show or link to files come, go, or lead elsewhere. */
export function watchFiles(page: Document, changed: () => void, signal: AbortSignal): void {
  whenQuiet(page, {
    times: looks,
    observed: { childList: true, subtree: true, attributes: true, attributeFilter: ['href', 'src', 'data'] },
    concerns: ({ type, addedNodes, removedNodes }) => type === 'attributes'
      || [...addedNodes, ...removedNodes].some((node) => node instanceof Element && (node.matches(carrier) || node.querySelector(carrier) !== null)),
    concernsFrame: () => true,
  }, changed, signal);
}
