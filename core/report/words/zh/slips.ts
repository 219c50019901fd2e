import type { SlipName } from '../../statement.ts';

/** How a figure most likely became wrong. */
export const slips: Readonly<Record<SlipName, string>> = {
  'digit': '像是一个数字录错',
  'digit-lost': '像是少录了一位数字',
  'digit-added': '像是多录了一位数字',
  'transposition': '像是相邻两个数字颠倒',
  'point': '像是小数点移位',
  'unit': '像是金额单位有误',
  'sign': '像是正负号有误',
  'missing': '像是漏填',
  'superfluous': '像是多填',
  'neighbour': '像是填到了相邻的单元格',
  'exchanged': '像是两处互换',
  'shifted': '像是整行错位',
  'carried': '像是一处有误，又计入了各级合计',
  'table-unit': '像是整张表的金额单位有误',
  'excess': '高于分值',
  'separator': '像是分隔符录错',
  'zeroed': '像是应填金额而填了零',
};
