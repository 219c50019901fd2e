import { holds, matches } from '../shared/page/dom.ts';
import { frameTags } from '../shared/page/inner-document.ts';
import { movedElements, watch } from './watch.ts';
import { whenQuiet } from './when-quiet.ts';

const carrier = `a, embed, object, ${frameTags}`;

/** Looks again when elements that may show or link to files come, go, or lead elsewhere. */
export function watchFiles(page: Document, look: () => Promise<void>, signal: AbortSignal): void {
  watch(
    page,
    {
      observed: { childList: true, subtree: true, attributes: true, attributeFilter: ['href', 'src', 'data'] },
      concerns: (record) =>
        record.type === 'attributes' ||
        movedElements(record).some((element) => matches(element, carrier) || holds(element, carrier)),
      concernsFrame: () => true,
    },
    whenQuiet(look, signal),
    signal,
  );
}
