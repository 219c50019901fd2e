import type { RuleWords } from '../../words.ts';

export const structure: Readonly<Record<string, RuleWords>> = {
  'structure/repeated-record': {
    title: '同一项目的记录重复出现',
    reasoning:
      '绩效目标申报表中，项目名称（含编码）和项目总额都相同，且后一条的指标都已见于前一条：同一记录印了两次，提示核对。',
    example: '项目“窗口服务”的记录印了两次，金额 40.00 和各项指标都相同。',
  },
  'structure/no-data-note': {
    title: '注明无数据的表印有金额',
    reasoning: '表下注明“本表无数据”“空表”的，表中应没有不为零的金额。',
    example: '注“本表无数据”，表中却有 5.00。',
  },
  'structure/malformed-code': {
    title: '编码的位数或开头不对',
    reasoning: '类、款、项的编码依次为三、五、七位；同一张表的科目编码以同一数字开头。',
    example: '类级编码印作 7，而上下各行都是 210。',
  },
  'structure/stray-code': {
    title: '编码与所在的款不符',
    reasoning: '项级编码的前五位，就是它所属的款的编码。',
    example: '2060101 排在 20502 之下。',
  },
  'structure/missing-section': {
    title: '缺少款级的行',
    reasoning: '按类、款、项列示的表，项之上应有它所属的款。',
    example: '2050201 直接排在 205 之下，缺少 20502 这一行。',
  },
  'structure/doubled-row': {
    title: '同一行连着印了两次',
    reasoning: '一张表中一个编码只有一行；紧接着再印一行，编码、名称、金额都相同，就是重复。',
    example: '2080505 基本养老保险缴费支出 60.25 连着印了两行。',
  },
  'structure/misplaced-separator': {
    title: '千分位逗号或小数点的位置不对',
    reasoning: '千分位逗号隔开三位数字，小数点只有一个；否则读不出是哪个数，与它有关的等式都不能核对。',
    example: '金额印作 1,126,92；读作 1126.92，有关的等式都成立。',
  },
};
