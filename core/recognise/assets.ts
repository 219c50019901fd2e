import type { Unit } from '../quantity/unit.ts';
import { columnsOf } from './budget/columns.ts';
import { readList } from './budget/list.ts';
import type { Side } from './form.ts';
import { squash, type ExpandedGrid } from './grid.ts';
import type { Head } from './head.ts';

/** What all assets of a body are divided into, and fixed assets among them; no values before depreciation, no numbers of things. */
const kinds =
  /^(?:资产(?:总额|总计|合计)|合计|小计|(?:流动|固定|无形|其他|其它|其他固定)资产|房屋(?:构筑物|及构筑物)?|土地|车辆|(?:通用|专用|大型)?设备|单价\d+万元?(?:\(含\))?以上(?:的)?(?:大型|通用|专用)?设备|(?:长期|对外)?投资(?:\/有价证券)?|有价证券|在建工程|其他固定资产)$/;

/**
 * Reads 国有资产使用情况表 by its columns: assets in total with all their kinds.
 * @param grid the expanded table
 * @param head its head
 * @param title for the figures' places
 * @param unit its unit
 * @returns its side; null where a column of money is none of the kinds
 */
export function readAssets(grid: ExpandedGrid, head: Head, title: string, unit: Unit | null): Side | null {
  const words = head.paths.map((path) => path.map(squash));
  const has = (name: RegExp): boolean => words.some((path) => path.some((word) => name.test(word)));
  if (!has(/^资产(?:总额|总计|合计)$/) || !has(/^流动资产$/) || !has(/^固定资产$/)) return null;
  const { money, mixed } = columnsOf(grid, head);
  const isKnown = money.every((column) =>
    (words[column] ?? []).every((word) => word === '' || kinds.test(word) || /^\d{1,2}$/.test(word)),
  );
  const [list, ...others] = isKnown && mixed.length === 0 ? (readList(grid, head, title, unit) ?? []) : [];
  return list && others.length === 0 && (list.columnSums ?? []).length > 0 ? list : null;
}
