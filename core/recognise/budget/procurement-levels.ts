import type { PrintedSum, Side } from '../form.ts';
import { squash, type ExpandedGrid } from '../grid.ts';
import type { Head } from '../head.ts';

const wayOfBuying = /^(?:政府)?采购(?:组织)?(?:形式|方式)$/;

/**
 * Procurement in three levels: a kind (货物, 工程, 服务), what it is bought for, and the things bought, which alone have a way of buying. Each
 * level adds up the one below it.
 * @param side as read for a list
 * @param grid the expanded table
 * @param head its head
 * @returns the side with what its rows add up to; the same side where no column names the way of buying, or a row fits no level
 */
export function withProcurementLevels(side: Side, grid: ExpandedGrid, head: Head): Side {
  const [way, ...more] = head.paths.flatMap((path, column) =>
    path.some((text) => wayOfBuying.test(squash(text))) ? [column] : [],
  );
  if (way === undefined || way < 2 || more.length > 0) return side;
  const levels = side.lines.map(({ key, figures }): number | null => {
    const place = figures[0]?.place;
    if (place?.in !== 'table') return null;
    if (key === 'total') return -1;
    // A row without an amount may be the rest of a name that was broken; a kind of which nothing is bought has none.
    const isBlank = figures.every(({ quantity }) => quantity.kind === 'blank');
    const filled = Array.from({ length: way + 1 }, (_, column) => squash(grid.ownTextAt(place.row, column)) !== '');
    if (filled[0] === true && filled.lastIndexOf(true) === 0) return 0;
    if (isBlank || filled[0] === true) return null;
    if (filled[way] === true) return 2;
    return filled.includes(true) ? 1 : null;
  });
  if (levels.includes(null) || levels.filter((level) => level === -1).length > 1) return side;
  const below = (index: number, level: number): number[] => {
    const rest = levels.slice(index + 1);
    const end = rest.findIndex((other) => level >= 0 && other !== null && other <= level);
    const within = end < 0 ? rest : rest.slice(0, end);
    return within.flatMap((other, at) => (other === level + 1 ? [index + 1 + at] : []));
  };
  const lineSums = levels.flatMap((level, index): PrintedSum[] => {
    const parts = level === null || level === 2 ? [] : below(index, level);
    return parts.length === 0 ? [] : [{ total: index, readings: [parts], others: [] }];
  });
  return { ...side, lineSums };
}
