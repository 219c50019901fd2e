import { expect, it } from 'vitest';
import { separated } from '../../../core/read/touching.ts';
import type { RawTable } from '../../../core/read/raw.ts';
import { cellsOf } from '../build.ts';

const formsIn = (drawing: string): number =>
  separated({ kind: 'table', captions: [], confidence: 1, place: {}, ...cellsOf(drawing) } satisfies RawTable).length;

const head = '科目编码|科目名称|合计|基本支出';
const list = `${head}\n201|一般公共服务支出|9.20|9.20\n208|社会保障和就业支出|4.10|4.10\n|合计|13.30|13.30`;

it('a head that is printed again over a list that begins anew opens another form', () => {
  expect(formsIn(list)).toBe(1);
  expect(formsIn(`${list}\n${list.replaceAll('9.20', '8.10').replaceAll('13.30', '12.20')}`)).toBe(2);
});

it('the same with the total on top, and with the numbers of the columns below the head', () => {
  const totalled = (total: string) =>
    `${head}\n栏次||1|2\n|合计|${total}|${total}\n201|一般公共服务支出|${total}|${total}`;
  expect(formsIn(`${totalled('5.00')}\n${totalled('3.00')}`)).toBe(2);
});

it('a head that is repeated where a page ends opens none: other items follow, or a total that is carried over', () => {
  expect(formsIn(`${list}\n${head}\n221|住房保障支出|2.00|2.00\n229|其他支出|1.00|1.00`)).toBe(1);
  const carried = `${head}\n|合计|13.30|13.30`;
  expect(formsIn(`${carried}\n201|一般公共服务支出|9.20|9.20\n${carried}\n208|社会保障和就业支出|4.10|4.10`)).toBe(1);
});
