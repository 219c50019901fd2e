import { documentOf, viewOf } from '../shared/page/dom.ts';
import { highlightNames } from '../shared/page/highlight-css.ts';
import { verdicts } from '../shared/findings/verdict.ts';
import type { Mark } from './marks.ts';

/**
 * Fills marked figures with colour, without touching an element; taken away when the signal aborts. The rules that give
 * the colour come from the background (shared/page/highlight-css.ts). Each frame has a registry of its own.
 */
export function highlight(marks: readonly Mark[], signal: AbortSignal): void {
  const views = new Set(marks.map(viewOfMark));
  for (const view of views) {
    if (view === null) continue;
    const registry = view.CSS.highlights;
    for (const verdict of verdicts) {
      const ranges = marks
        .filter((mark) => mark.verdict === verdict && viewOfMark(mark) === view)
        .flatMap((mark) => mark.anchor.ranges);
      if (ranges.length > 0) registry.set(highlightNames[verdict], new view.Highlight(...ranges));
    }
    signal.addEventListener('abort', () => {
      for (const verdict of verdicts) registry.delete(highlightNames[verdict]);
    });
  }
}

const viewOfMark = ({ anchor }: Mark) => viewOf(documentOf(anchor.element));
