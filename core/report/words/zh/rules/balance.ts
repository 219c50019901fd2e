import type { RuleWords } from '../../words.ts';

export const balance: Readonly<Record<string, RuleWords>> = {
  'balance/income-total': {
    title: '收入总计的构成',
    reasoning: '收入总计＝本年收入合计＋使用非财政拨款结余＋年初结转和结余。',
    example: '本年收入合计 512.30＋使用非财政拨款结余 0.00＋年初结转和结余 7.70＝总计 520.00。',
  },
  'balance/expenditure-total': {
    title: '支出总计的构成',
    reasoning: '支出总计＝本年支出合计＋结余分配＋年末结转和结余。',
    example: '本年支出合计 510.00＋结余分配 0.00＋年末结转和结余 10.00＝总计 520.00。',
  },
  'balance/income-and-expenditure': {
    title: '收入总计等于支出总计',
    reasoning: '收入支出决算总表左右两边的总计相等。',
    example: '左边总计 520.00，右边总计也应为 520.00。',
  },
  'balance/fiscal-income-total': {
    title: '财政拨款收入总计的构成',
    reasoning: '总计＝本年收入合计＋年初财政拨款结转和结余。',
    example: '本年收入合计 500.00＋年初财政拨款结转和结余 6.50＝总计 506.50。',
  },
  'balance/fiscal-expenditure-total': {
    title: '财政拨款支出总计的构成',
    reasoning: '每一列：总计＝本年支出合计＋年末财政拨款结转和结余。',
    example: '本年支出合计 500.00＋年末财政拨款结转和结余 6.50＝总计 506.50。',
  },
  'balance/fiscal-income-and-expenditure': {
    title: '财政拨款收入总计等于支出总计',
    reasoning: '财政拨款收入支出决算总表左右两边的总计相等；没有合计列时，三项预算的总计相加。',
    example: '收入总计 506.50＝支出总计 506.50。',
  },
  'balance/fund-by-fund': {
    title: '每项预算的收入加年初结转等于其支出总计',
    reasoning: '只有一项预算有金额时：本年收入＋年初结转和结余＝支出总计。几项预算之间当年可能调剂，那时不适用。',
    example: '只有一般公共预算：本年收入 480.00＋年初结转 5.00＝支出总计 485.00。',
  },
  'balance/fund-year': {
    title: '年末结转和结余等于年初加收入减支出',
    reasoning:
      '政府性基金预算（以及列有收支的国有资本经营预算）每一行：年末结转和结余＝年初结转和结余＋本年收入－本年支出；有调整行或调整列时不适用。',
    example: '年初 1.50＋本年收入 20.00－本年支出 19.00＝年末 2.50。',
  },
  'balance/budget-totals': {
    title: '预算收入总计等于支出总计',
    reasoning: '预算收支总表各栏的总计相等：收入总计＝支出总计。',
    example: '收入总计 500.00＝支出总计 500.00。',
  },
  'balance/rolling-account': {
    title: '上年结余加本年收入减本年支出等于年末结余',
    reasoning:
      '同一行印有本年收入、本年支出和收支结余的：收支结余＝收入−支出；又印有上年（年初）结余和年末结余、且没有其他金额列的：年末＝上年＋收入−支出。同一表中不成立之处明显多于成立之处的不作提示。',
    example: '上年结余 12,680＋本年收入 9,420−本年支出 7,915＝年末结余 14,185。',
  },
  'balance/debt-year': {
    title: '年末债务余额＝上年末余额＋发行－还本',
    reasoning:
      '债务余额情况表中，上年末余额＋本年发行额－本年还本支出＝本年末余额；可能另有核减等，只有改正一个数的常见录入错误恰好相等的，才提示不一致。',
    example: '上年末 40.00＋发行 10.00－还本 5.00＝年末 45.00。',
  },
};
