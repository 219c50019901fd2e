import type { Line, PrintedSum, Side } from '../form.ts';
import { plainLabel, squash } from '../grid.ts';
import { isCount } from '../measure-words.ts';
import { threePublicItem } from '../three-public.ts';

/** “三公”经费, “三公”经费合计, or 合计 alone: the row of all of it. */
const allOfIt =
  /^(?:一、|1[.、])?(?:[“"]?三公[”"]?经费(?:支出|预算|财政拨款|合计|总额|总计)*|(?:支出|经费)?合计|(?:支出)?总计)$/;

/** What is printed beside the “three public” expenses, inside their total or outside. */
const beside = /^(?:会议费|培训费)/;

/**
 * A list whose rows are the “three public” expenses, as many places print that budget: what adds up in it is known by definition.
 * @param side as read for a list
 * @returns the side with its rows told apart; null if it is no such list
 */
export function asThreePublicRows(side: Side): Side | null {
  const items = side.lines.map((line) =>
    isCount(line.label) ? null : allOfIt.test(squash(line.label)) ? 'total' : threePublicItem(line.label),
  );
  const rowsOf = (item: string): number[] => items.flatMap((one, index) => (one === item ? [index] : []));
  if (
    ['total', 'abroad', 'reception'].some((item) => rowsOf(item).length !== 1) ||
    ['vehicles', 'purchase', 'operation'].some((item) => rowsOf(item).length > 1)
  )
    return null;
  const [vehicles] = rowsOf('vehicles');
  const wheels = [...rowsOf('purchase'), ...rowsOf('operation')];
  if (vehicles === undefined && wheels.length === 0) return null;
  const first = rowsOf('total')[0] ?? 0;
  // Among other items of expenditure (办公费, 会议费) they are parts of another whole, whose total stands at the foot.
  const [top = 0] = [...rowsOf('abroad'), ...rowsOf('reception')].sort((a, b) => a - b);
  const others = side.lines.filter(
    (line, index) =>
      items[index] === null &&
      index > Math.min(first, top) &&
      line.key !== 'part' &&
      !beside.test(plainLabel(line.label)),
  );
  if (first > top && (others.length > 0 || items.slice(0, top).includes(null))) return null;
  const keyOf = (item: string | null, index: number): Line['key'] => {
    if (item === 'total') return 'total';
    if (item === 'abroad' || item === 'reception' || item === 'vehicles') return 'item';
    if (item === 'purchase' || item === 'operation') return vehicles === undefined ? 'item' : 'part';
    if (side.lines[index]?.key === 'part') return 'part';
    // Above its total (行政经费 | “三公”经费 | …) a row is outside of it.
    return index < first ? 'part' : null;
  };
  const lines = side.lines.map((line, index): Line => ({ ...line, key: keyOf(items[index] ?? null, index) }));
  const lineSums: PrintedSum[] =
    vehicles === undefined || wheels.length < 2 ? [] : [{ total: vehicles, readings: [wheels], others: [] }];
  return { ...side, lines, lineSums, whole: true };
}
