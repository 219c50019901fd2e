import type { Box } from './document.ts';

/**
 * The box around several.
 * @param boxes those of other pages than the first's are left out
 * @returns undefined for none
 */
export function union(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes;
  return (
    first &&
    boxes
      .filter(({ page }) => page === first.page)
      .reduce((a, b) => ({
        page: a.page,
        left: Math.min(a.left, b.left),
        bottom: Math.min(a.bottom, b.bottom),
        right: Math.max(a.right, b.right),
        top: Math.max(a.top, b.top),
      }))
  );
}
