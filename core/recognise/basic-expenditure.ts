import type { Unit } from '../quantity/unit.ts';
import { joinCode } from './account-table.ts';
import { figureMaker } from './figures.ts';
import type { Line, LineKey, Side } from './form.ts';
import { plainLabel, squash, type ExpandedGrid } from './grid.ts';
import type { Head } from './head.ts';

/** The blocks of economic classification by name, for forms without codes. */
const blocks: readonly (readonly [RegExp, string])[] = [
  [/^工资福利支出$/, '301'],
  [/^商品和服务支出$/, '302'],
  [/^对个人和家庭的补助(?:支出)?$/, '303'],
  [/^债务利息及费用支出$/, '307'],
  [/^资本性支出\(基本建设\)$/, '309'],
  [/^资本性支出$|^其他资本性支出$/, '310'],
  [/^对企业补助\(基本建设\)$/, '311'],
  [/^对企业补助$/, '312'],
  [/^对社会保障基金补助$/, '313'],
  [/^其他支出$/, '399'],
];

/**
 * The economic class that words name.
 * @param words as printed
 * @returns its code, or null
 */
export function economicClass(words: string): string | null {
  const label = plainLabel(words);
  return blocks.find(([name]) => name.test(label))?.[1] ?? null;
}

/** The classes of the governments' own classification by use, where it words them otherwise. */
const governmentBlocks: readonly RegExp[] = [
  /^机关(?:工资福利|商品和服务)支出$/,
  /^机关资本性支出(?:\([一二]\))?$/,
  /^对事业单位(?:经常性|资本性)补助$/,
  /^对企业资本性支出$/,
  /^对社会保障基金补助$/,
  /^债务(?:利息及费用|还本)支出$/,
];

/**
 * Whether a row bears the name of a class by economic use, of the departments' classification or of the governments'.
 * @param words as printed
 */
export const isEconomicClass = (words: string): boolean =>
  economicClass(words) !== null || governmentBlocks.some((name) => name.test(plainLabel(words)));

/** Items that other forms speak of too, by name within their block. */
const knownItems: readonly (readonly [block: string, name: RegExp, code: string])[] = [
  ['302', /^因公出国\(境\)费用?$/, '30212'],
  ['302', /^公务接待费$/, '30217'],
  ['302', /^公务用车运行维护费$/, '30231'],
  ['310', /^公务用车购置$/, '31013'],
];

interface Lane {
  /** One column, or class and section apart (类|款). */
  readonly codes: readonly number[];
  readonly name: number;
  readonly amount: number;
}

/** The parallel lanes of code, name and amount, by the words of the head. */
function lanesOf(head: Head): Lane[] {
  const lanes: Lane[] = [];
  let codes: number[] = [];
  let name: number | null = null;
  head.paths.forEach((path, column) => {
    const word = squash(path.at(-1) ?? '');
    if (path.some((text) => /编码|代码/.test(squash(text))) || /^[类款]$/.test(word)) codes.push(column);
    else if (/名称$|^科目$|^项目$|^经济分类科目$/.test(word)) name = column;
    else if (name !== null && /决算数?$|^金额$|支出$|^合计$/.test(word)) {
      lanes.push({ codes, name, amount: column });
      codes = [];
      name = null;
    }
  });
  return lanes;
}

/** Totals stand in a merged cell across lanes; their amount is in the first amount column behind it. */
function totalKey(label: string): LineKey {
  const text = squash(label).replace(/^([^(]*)\(.*\)$/, '$1');
  if (/^人员经费(?:合计|小计)?$/.test(text)) return 'personnel-total';
  if (/^(?:日常)?公用经费(?:合计|小计)?$/.test(text)) return 'operating-total';
  return /^(?:合计|总计|基本支出合计|支出合计)$/.test(text) ? 'grand-total' : null;
}

/**
 * Reads the basic expenditure form by economic classification (公开06表): two to four lanes of code, name and amount, or name and amount.
 * Lines come lane by lane, as the codes run. With codes a line is told by its code; without, by its name within its block,
 * since 其他支出 is both a block and an item.
 * @param grid the expanded table
 * @param head its head
 * @param title for the figures' places
 * @param unit its unit
 * @returns one side with one column, or null without two blocks that can be told
 */
export function readBasicExpenditure(grid: ExpandedGrid, head: Head, title: string, unit: Unit | null): Side[] | null {
  const lanes = lanesOf(head);
  if (lanes.length === 0) return null;
  const amounts = lanes.map((lane) => lane.amount);
  const maker = figureMaker(grid, head, title, unit, amounts);
  const lines: Line[] = [];
  const totals: Line[] = [];
  let block: string | null = null;
  for (const lane of lanes) {
    for (let row = head.rows; row < grid.table.rows; row += 1) {
      const cell = grid.cellAt(row, lane.codes[0] ?? lane.name);
      const label = grid.textAt(row, lane.name).replace(/\n/g, '');
      const total = [...lane.codes, lane.name].find((column) => totalKey(grid.ownTextAt(row, column)) !== null);
      if (total !== undefined) {
        const own = grid.ownTextAt(row, total);
        // The total may stand over the name alone, the code beside it blank.
        const holder = grid.cellAt(row, total);
        const at = holder ? holder.column + holder.columnSpan : lane.amount;
        // Where its cell is not merged, blanks lie between it and its amount; the next words are another total's.
        const next =
          Array.from({ length: grid.table.columns - at }, (_, index) => at + index).find(
            (other) => totalKey(grid.ownTextAt(row, other)) !== null,
          ) ?? Infinity;
        const behind = amounts.filter((amount) => amount >= at && amount < next);
        const column = behind.find((amount) => grid.ownTextAt(row, amount) !== '') ?? behind[0];
        if (column !== undefined)
          totals.push({ key: totalKey(own), label: own.trim(), figures: [maker.at(row, column, own.trim())] });
        continue;
      }
      // Under a total's merged cell, or behind one that is not merged.
      if (cell && totalKey(cell.text) !== null) continue;
      const isBlank = [...lane.codes, lane.name].every((column) => grid.ownTextAt(row, column) === '');
      if (
        isBlank &&
        Array.from({ length: lane.name }, (_, column) => column).some(
          (column) => totalKey(grid.ownTextAt(row, column)) !== null,
        )
      )
        continue;
      const figure = maker.at(row, lane.amount, label);
      const code = joinCode(lane.codes.map((column) => grid.ownTextAt(row, column)));
      const name = plainLabel(label);
      if (code === '' && name === '' && figure.quantity.kind === 'blank') continue;
      if (/^\d{3}$/.test(code)) block = code;
      const byName = blocks.find(([pattern]) => pattern.test(name))?.[1] ?? null;
      const startsBlock = lane.codes.length === 0 && byName !== null && byName !== block;
      if (startsBlock) block = byName;
      let key: LineKey = null;
      if (/^\d{3}$/.test(code) || startsBlock) key = `block:${block ?? ''}`;
      else if (/^\d{5}$/.test(code)) key = `item:${code.slice(0, 3)}:${code}`;
      else if (lane.codes.length === 0 && block !== null && name !== '') {
        const known = knownItems.find(([of, pattern]) => of === block && pattern.test(name));
        key = `item:${block}:${known?.[2] ?? name}`;
      }
      lines.push({ key, label, figures: [figure] });
    }
  }
  const found = lines.filter((line) => line.key?.startsWith('block:'));
  if (found.length < 2) return null;
  return [
    {
      key: 'all',
      measures: [{ key: 'amount', label: head.labels[lanes[0]?.amount ?? 0] ?? '' }],
      lines: [...lines, ...totals],
    },
  ];
}
