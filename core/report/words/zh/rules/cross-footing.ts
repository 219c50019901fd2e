import type { RuleWords } from '../../words.ts';

export const crossFooting: Readonly<Record<string, RuleWords>> = {
  'cross-footing/fiscal-funds': {
    title: '财政拨款支出合计等于三项预算之和',
    reasoning: '财政拨款收入支出决算总表每一行：合计＝一般公共预算＋政府性基金预算＋国有资本经营预算。',
    example: '教育支出：一般公共预算 280.00＋政府性基金 20.00＝合计 300.00。',
  },
  'cross-footing/account-columns': {
    title: '每一行的合计等于各列之和',
    reasoning:
      '收入决算表：本年收入合计＝财政拨款等各项收入；支出决算表：本年支出合计＝基本支出＋项目支出等；一般公共预算、政府性基金、国有资本经营预算的支出决算表：小计＝基本支出＋项目支出。',
    example: '2050201 行：基本支出 60.00＋项目支出 15.00＝本年支出合计 75.00。',
  },
  'cross-footing/budget-columns': {
    title: '预算表每一行的合计等于各列之和',
    reasoning:
      '表头写明的合计、小计、总额＝同一表头下其余各列相加；“其中”各列可含可不含。不是已知格式的表，同一表中至少三处、且三倍于不成立之处成立，才提示不一致。',
    example: '合计 75.00＝基本支出 60.00＋项目支出 15.00。',
  },
  'cross-footing/printed-formula': {
    title: '表头印出的算式',
    reasoning:
      '栏次或表头印出算式（3=1+2，公式 A=B+C，4=3/1）的表，每一行按算式核对。同一表中不成立之处明显多于成立之处的，视为算式读错，不作提示。',
    example: '栏次 3=1+2：一般债务 92.40＋专项债务 61.20＝153.60。',
  },
  'cross-footing/change-column': {
    title: '增减额等于两列之差',
    reasoning:
      '表头写明增减额、差额的列，等于同一行两列之差；是哪两列由本表其他行的数字确定：至少三行成立，且成立的不少于不成立的两倍（表头没有写明先后的为三倍）。空白的增减额不作 0。',
    example: '本年 1,436.10 − 上年 1,520.40 ＝ 增减 −84.30。',
  },
};
