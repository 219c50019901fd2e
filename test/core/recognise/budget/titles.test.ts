import { describe, expect, it } from 'vitest';
import { budgetByTitle } from '../../../../core/recognise/budget/titles.ts';

describe('the titles of budget forms', () => {
  it.each([
    ['部门收支总表', 'budget-summary'],
    ['2025年预算单位财务收支预算总表', 'budget-summary'],
    ['部门收入总体情况表', 'budget-income'],
    ['收入预算总表', 'budget-income'],
    ['支出预算总表', 'budget-expenditure'],
    ['2024年度某法院部门支出预算总表', 'budget-expenditure'],
    ['财政拨款收支总表', 'budget-fiscal-summary'],
    ['财政拨款支出预算表（功能科目）', 'budget-fiscal'],
    ['财政拨款基本支出预算表（经济科目）', 'budget-fiscal-basic'],
    ['一般公共预算支出表', 'budget-general'],
    ['2025年预算单位一般公共预算支出功能分类预算表', 'budget-general'],
    ['一般公共预算基本支出表', 'budget-basic'],
    ['一般公共预算基本支出部门预算经济分类预算表', 'budget-basic'],
    ['政府性基金预算财政拨款支出预算表', 'budget-fund'],
    ['国有资本经营预算支出功能分类预算表', 'budget-capital'],
    ['一般公共预算“三公”经费支出表', 'budget-three-public'],
    ['“三公”经费、会议费、培训费支出预算表', 'budget-three-public'],
    ['“三公”经费和机关运行经费预算表', 'budget-three-public'],
    ['一般公共预算机关运行经费支出预算表', 'budget-running'],
    ['政府采购支出预算表', 'budget-procurement'],
  ])('%s', (title, form) => {
    expect(budgetByTitle(title, null)).toBe(form);
  });

  it.each([
    '部门收支决算总表',
    '一般公共预算收支平衡表',
    '全市一般公共预算支出执行情况表',
    '乡镇一般公共预算支出表的说明',
    '政府债务收支预算表',
    '预算总表',
    '社会保险基金支出预算表',
    '一般公共预算、政府性基金预算支出表',
    '财政拨款收入支出结余表',
  ])('says nothing of %s', (title) => {
    expect(budgetByTitle(title, null)).toBeNull();
  });
});
