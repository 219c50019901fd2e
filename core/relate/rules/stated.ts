import type { StatedIdentity } from '../../recognise/stated/identity.ts';
import type { FormSet } from '../../recognise/form.ts';
import { addend, deduction, denominator, numerator, percentage, total, type Relation, type Term } from '../relation.ts';
import type { Rule } from '../rule.ts';

/** The relation of one identity. */
function relationOf(table: string, { evidence, build, target, workings }: StatedIdentity): Relation {
  const ratio = workings.some(({ base }) => base.length > 0);
  const readings = workings.map(({ plus, minus, base }): Term[] =>
    ratio
      ? [
          percentage(target),
          ...plus.map((figure) => numerator(figure)),
          ...minus.map((figure) => numerator(figure, -1)),
          ...base.map((figure) => denominator(figure)),
        ]
      : [total(target), ...plus.map(addend), ...minus.map(deduction)],
  );
  return { kind: ratio ? 'ratio' : 'sum', readings, table, pattern: `${table}/${build}`, evidence };
}

const stated = (by: StatedIdentity['by']) =>
  function* ofSet(set: FormSet): Generator<Relation> {
    for (const { table, identities } of set.stated)
      for (const identity of identities) if (identity.by === by) yield relationOf(table, identity);
  };

export const statedRules: readonly Rule[] = [
  {
    id: 'cross-footing/printed-formula',
    family: 'cross-footing',
    kind: 'hard',
    catalogue: ['E-1'],
    title: { zh: '表头印出的算式', en: 'A formula that the head prints' },
    reasoning: {
      zh: '栏次或表头印出算式（3=1+2，公式 A=B+C，4=3/1）的表，每一行按算式核对。同一表中不成立之处明显多于成立之处的，视为算式读错，不作提示。',
      en: 'Where a row of column numbers or a head prints a formula (3=1+2, A=B+C, 4=3/1), each row is held against it. Where it fails clearly more often than it holds, it is taken to be misread.',
    },
    example: {
      zh: '栏次 3=1+2：一般债务 92.40＋专项债务 61.20＝153.60。',
      en: 'Column 3=1+2: general debt 92.40 + special debt 61.20 = 153.60.',
    },
    relations: stated('formula'),
  },
  {
    id: 'cross-footing/change-column',
    family: 'cross-footing',
    kind: 'conditional',
    catalogue: ['E-2'],
    title: { zh: '增减额等于两列之差', en: 'A column of changes is the difference of two columns' },
    reasoning: {
      zh: '表头写明增减额、差额的列，等于同一行两列之差；是哪两列由本表其他行的数字确定：至少三行成立，且成立的不少于不成立的两倍（表头没有写明先后的为三倍）。空白的增减额不作 0。',
      en: 'A column that its head names a change or a difference is the difference of two columns of its row. Which two is shown by the other rows: at least three hold, and twice as many as fail (three times where the heads do not say which comes first). A blank change is not nought.',
    },
    example: {
      zh: '本年 1,436.10 − 上年 1,520.40 ＝ 增减 −84.30。',
      en: 'This year 1,436.10 − last year 1,520.40 = change −84.30.',
    },
    relations: stated('change'),
  },
  {
    id: 'ratio/rate-column',
    family: 'ratio',
    kind: 'conditional',
    catalogue: ['E-3'],
    title: { zh: '完成率、增减率与同一行的金额', en: 'A column of rates and the amounts of its row' },
    reasoning: {
      zh: '表头写明完成%、增减%的列，由同一行两列算出；是哪两列由本表其他行的数字确定：至少三行成立，且成立的不少于不成立的两倍（表头没有写明先后的为三倍）。同口径、可比口径的不核对。',
      en: 'A column of completion or growth in per cent is worked out from two columns of its row. Which two is shown by the other rows: at least three hold, and twice as many as fail (three times where the heads do not say which comes first). Rates on a comparable basis are left out.',
    },
    example: { zh: '决算 5,361 ÷ 预算 5,200 ＝ 103.1%。', en: 'Outturn 5,361 ÷ budget 5,200 = 103.1 %.' },
    relations: stated('rate'),
  },
  {
    id: 'balance/rolling-account',
    family: 'balance',
    kind: 'conditional',
    catalogue: ['E-4'],
    title: {
      zh: '上年结余加本年收入减本年支出等于年末结余',
      en: 'Opening balance + income − expenditure = closing balance',
    },
    reasoning: {
      zh: '同一行印有本年收入、本年支出和收支结余的：收支结余＝收入−支出；又印有上年（年初）结余和年末结余、且没有其他金额列的：年末＝上年＋收入−支出。同一表中不成立之处明显多于成立之处的不作提示。',
      en: 'Where a row prints income, expenditure and surplus: surplus = income − expenditure; where it also prints the opening and closing balances and no other column of money: closing = opening + income − expenditure. Where it fails clearly more often than it holds nothing is said.',
    },
    example: {
      zh: '上年结余 12,680＋本年收入 9,420−本年支出 7,915＝年末结余 14,185。',
      en: 'Opening 12,680 + income 9,420 − expenditure 7,915 = closing 14,185.',
    },
    relations: stated('flow'),
  },
];
