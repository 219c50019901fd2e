import type { FormId } from '../forms.ts';
import { normaliseTitle } from '../forms.ts';

/** The budget set 表一 … 表十二 and 表十三 by title (RULES.md §1.12); title in the contents and on the form may differ. */
const titles: readonly (readonly [id: FormId, ...names: string[]])[] = [
  ['budget-summary', '收支总体情况表', '收支预算总体情况表'],
  ['budget-income', '收入总体情况表', '收入预算总体情况表'],
  ['budget-expenditure', '支出总体情况表', '支出预算总体情况表'],
  ['budget-projects', '项目支出表'],
  ['budget-fiscal-summary', '财政拨款收支预算总表', '财政拨款收支总体情况表'],
  ['budget-general', '一般公共预算支出情况表'],
  ['budget-basic', '一般公共预算基本支出情况表'],
  ['budget-fund', '政府性基金预算支出情况表', '政府性基金预算支出表'],
  ['budget-capital', '国有资本经营预算财政拨款支出表', '国有资本经营预算支出表'],
  ['budget-three-public', '一般公共预算三公经费支出情况表'],
  ['budget-purchased-services', '政府购买服务预算表'],
  ['budget-transfers', '专项转移支付预算表'],
  ['budget-targets', '项目支出绩效目标申报表'],
];

const known = new Map(titles.flatMap(([id, ...names]) => names.map((name) => [name, id] as const)));

/**
 * Finds the budget form of a title: whole titles only. A title with 决算 is never one.
 * @returns the form, or null
 */
export function budgetByTitle(title: string, publisher: string | null): FormId | null {
  if (title.includes('决算')) return null;
  return known.get(normaliseTitle(title, publisher)) ?? null;
}
