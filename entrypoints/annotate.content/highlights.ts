import { highlightNames } from '../tab/highlight-css.ts';
import { verdicts } from '../ui/verdict.ts';
import type { Mark } from './marks.ts';

/**
 * Fills marked figures with colour, without touching an element; taken away when the signal aborts.
 * The rules that give the colour come from the background (tab/highlight-css.ts) and reach the top document, so figures in frames have their marks only.
 */
export function highlight(marks: readonly Mark[], signal: AbortSignal): void {
  const registry = CSS.highlights;
  for (const verdict of verdicts) {
    const ranges = marks
      .filter((mark) => mark.verdict === verdict && mark.anchor.element.ownerDocument === document)
      .flatMap((mark) => mark.anchor.ranges);
    if (ranges.length > 0) registry.set(highlightNames[verdict], new Highlight(...ranges));
  }
  signal.addEventListener('abort', () => {
    for (const verdict of verdicts) registry.delete(highlightNames[verdict]);
  });
}
