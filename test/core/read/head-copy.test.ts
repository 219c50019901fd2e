import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../core/document/document.ts';
import { isHeadCopy } from '../../../core/read/head-copy.ts';
import { cellsOf, documentOf } from '../build.ts';

describe('a head printed once more in a table of its own', () => {
  const head = '项目|<|金额\n编码|名称|^';

  it('is told by its rows', () => {
    expect(isHeadCopy(cellsOf(head), cellsOf(`${head}\n201|一般公共服务支出|1.00`))).toBe(true);
    expect(isHeadCopy(cellsOf(head), cellsOf('项目|<|金额\n编码|说明|^\n201|x|1.00'))).toBe(false);
    expect(isHeadCopy(cellsOf(`${head}\n201|a|1.00`), cellsOf(`${head}\n201|a|1.00`))).toBe(false);
  });

  it('is left out, and its title goes to the real table', () => {
    const tables = tablesOf(
      documentOf([
        { above: ['支出决算表'], grid: `公开03表|<|<\n${head}` },
        { grid: `${head}\n201|一般公共服务支出|1.00` },
      ]),
    );
    expect(tables).toHaveLength(1);
    expect(tables[0]?.captions.map((line) => line.text)).toEqual(['支出决算表', '公开03表']);
  });
});
