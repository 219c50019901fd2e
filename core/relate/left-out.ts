import type { Words } from './rule.ts';

/** A check that one might expect, and why it is no rule. */
export interface LeftOut {
  /** The ids of RULES.md. */
  readonly catalogue: readonly string[];
  readonly title: Words;
  readonly reason: Words;
}

/** What is deliberately not checked in the text: it would remark on most ordinary reports, or rests on what is not printed. */
export const leftOut: readonly LeftOut[] = [
  {
    catalogue: ['N12'], title: { zh: '由增减额倒推上年结转', en: 'Last year’s balance worked out from the changes' },
    reason: {
      zh: '上年的结余分配、收回和机构调整都不印在本年的报告里，倒推的数与年初数不同是常事。',
      en: 'Last year’s distribution, recoveries and reorganisations are not printed in this year’s report; what is worked out often differs for good reasons.',
    },
  },
  {
    catalogue: ['N13'], title: { zh: '各项增减额之和', en: 'The changes of the parts add up' },
    reason: {
      zh: '各项增减额很少列全，没有写明的项目也可能有变动。',
      en: 'The changes of all parts are seldom printed, and a part that is not mentioned may have changed too.',
    },
  },
  {
    catalogue: ['N20'], title: { zh: '机关运行经费等于公用经费', en: 'Running costs equal operating expenditure' },
    reason: {
      zh: '只对单独的行政或参公单位成立，部门里有事业单位时不等；报表不写明单位性质。增减幅度和完成率照常核对。',
      en: 'It holds only for a single administrative body, and the forms do not say what kind of body it is. Growth and completion are checked as elsewhere.',
    },
  },
  {
    catalogue: ['N27'], title: { zh: '各处的年初预算', en: 'Initial budgets in different sections' },
    reason: { zh: '各处口径不同（是否含其他资金、上年结转），不同是常事。', en: 'Their scope differs (other funds, balances carried over), and so do they.' },
  },
  {
    catalogue: ['N29'], title: { zh: '“主要包括”所列科目与表', en: 'Items named behind “mainly” and the form' },
    reason: { zh: '这类名单多照模板抄写，不带金额，与表不同的占多数。', en: 'Such lists are copied from templates, have no amounts, and mostly differ from the form.' },
  },
  {
    catalogue: ['N30'], title: { zh: '原因与增减方向', en: 'Reasons and the direction of a change' },
    reason: { zh: '原因是自由文字，同一原因可以解释增加也可以解释减少；写明大于、小于的，已与金额核对。', en: 'Reasons are free text. Where the text says which amount is greater, that is checked.' },
  },
];
