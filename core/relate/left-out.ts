import type { Words } from './rule.ts';

/** A check that one might expect, and why it is no rule. docs/rules-left-out.md is written from these. */
export interface LeftOut {
  /** Short numbers of the identities that are left out. */
  readonly catalogue: readonly string[];
  readonly title: Words;
  readonly reason: Words;
}

/** What is deliberately not checked: it would remark on most ordinary reports, or rests on what is not printed. One false alarm costs more than what it would find. */
export const leftOut: readonly LeftOut[] = [
  {
    catalogue: ['N12'],
    title: { zh: '由增减额倒推上年结转', en: 'Last year’s balance worked out from the changes' },
    reason: {
      zh: '上年的结余分配、收回和机构调整都不印在本年的报告里，倒推的数与年初数不同是常事。',
      en: 'Last year’s distribution, recoveries and reorganisations are not printed in this year’s report; what is worked out often differs for good reasons.',
    },
  },
  {
    catalogue: ['N13'],
    title: { zh: '没有列全的各项增减额之和', en: 'The changes of parts that are not all listed' },
    reason: {
      zh: '“三公”经费各项都写明的已核对；其他各项增减额很少列全，没有写明的项目也可能有变动。',
      en: 'Where every “three public” item states its change they are added up; the changes of all other parts are seldom printed, and a part that is not mentioned may have changed too.',
    },
  },
  {
    catalogue: ['N20', 'X20'],
    title: { zh: '机关运行经费等于公用经费', en: 'Running costs equal operating expenditure' },
    reason: {
      zh: '只对单独的行政或参公单位成立，部门里有事业单位时不等；报表不写明单位性质。增减幅度和完成率照常核对。',
      en: 'It holds only for a single administrative body, and the forms do not say what kind of body it is. Growth and completion are checked as elsewhere.',
    },
  },
  {
    catalogue: ['N27'],
    title: { zh: '各处的年初预算', en: 'Initial budgets in different sections' },
    reason: {
      zh: '各处口径不同（是否含其他资金、上年结转），不同是常事。',
      en: 'Their scope differs (other funds, balances carried over), and so do they.',
    },
  },
  {
    catalogue: ['N29'],
    title: { zh: '“主要包括”所列科目与表', en: 'Items named behind “mainly” and the form' },
    reason: {
      zh: '这类名单多照模板抄写，不带金额，与表不同的占多数。',
      en: 'Such lists are copied from templates, have no amounts, and mostly differ from the form.',
    },
  },
  {
    catalogue: ['N30'],
    title: { zh: '原因与增减方向', en: 'Reasons and the direction of a change' },
    reason: {
      zh: '原因是自由文字，同一原因可以解释增加也可以解释减少；写明大于、小于的，已与金额核对。',
      en: 'Reasons are free text. Where the text says which amount is greater, that is checked.',
    },
  },
  {
    catalogue: ['J-9'],
    title: { zh: '绩效指标的偏差度', en: 'The deviation of an indicator' },
    reason: {
      zh: '指标值常是文字（≥95%、“不少于3次”），达标的有印 0 的，也有印真实偏差的，办法并不写明。',
      en: 'Targets are words as often as numbers, and forms print 0 for every target that is met, or the true deviation: the convention is nowhere stated.',
    },
  },
  {
    catalogue: ['J-10'],
    title: { zh: '完成情况与得分', en: 'Attainment against score' },
    reason: {
      zh: '各地评分办法不同，很少印出；得分不大于分值已核对。',
      en: 'Scales differ from place to place and are rarely printed; that a score is not above its weight is checked.',
    },
  },
  {
    catalogue: ['J-12'],
    title: { zh: '绩效表文字与数字', en: 'Words against numbers in evaluations' },
    reason: {
      zh: '属于措辞，从数字上判断不了。',
      en: 'A remark on wording; the figures cannot tell.',
    },
  },
  {
    catalogue: ['Z-6', 'Z-7', 'Z-8'],
    title: {
      zh: '部门预算调整率、结转结余率、“三公”控制率',
      en: 'Adjustment, carry-over and “three public” rates of a department',
    },
    reason: {
      zh: '分子分母取调整前还是调整后、含不含结转，表中不写明。',
      en: 'Their operands are from before or after adjustments, with or without carry-over; the form does not say which.',
    },
  },
  {
    catalogue: ['FB1-3'],
    title: { zh: '中小企业合同额与采购支出', en: 'Contracts with small firms against procurement' },
    reason: {
      zh: '合同金额与支付金额口径不同。',
      en: 'Contracts and payments are different bases.',
    },
  },
  {
    catalogue: ['F01-6', 'F09-5', 'S-16'],
    title: { zh: '负数、决算大于预算', en: 'Negative amounts, outturn above budget' },
    reason: {
      zh: '合法，正文中说明原因。',
      en: 'Lawful, with a reason in the text.',
    },
  },
  {
    catalogue: ['F04-9', 'F05-5', 'F06-9', 'F08-3', 'F10-3', 'Y03-3', 'Y07-2'],
    title: { zh: '编码、空格和行次的习惯', en: 'Conventions of codes, blanks and row numbers' },
    reason: {
      zh: '不是算术关系，各地各年不同。',
      en: 'No arithmetic, and they differ between places and years.',
    },
  },
  {
    catalogue: ['Y14-1'],
    title: { zh: '部门整体目标的权重合计', en: 'Weights of a department’s goals' },
    reason: {
      zh: '表被截断时相加没有意义，而截断的表与完整的表分不出来。',
      en: 'Where the form is cut the sum means nothing, and a cut form cannot be told from a whole one.',
    },
  },
  {
    catalogue: ['X19', 'X22', 'X23'],
    title: { zh: '常常相等而不必相等的', en: 'Equalities that often hold and need not' },
    reason: {
      zh: '项目也可能列支“三公”费用；缴费基数不同；不是每个项目都做评价。',
      en: 'Projects carry “three public” items; bases of contributions differ; not every project is evaluated.',
    },
  },
  {
    catalogue: ['X21'],
    title: { zh: '收支差额与结余之差', en: 'Income less expenditure against balances' },
    reason: {
      zh: '由总表的等式推出，会把同一个差错说两遍。',
      en: 'Follows from the relations of the first form and would tell the same error twice.',
    },
  },
  {
    catalogue: ['N18'],
    title: { zh: '车均、人均费用', en: 'Cost a vehicle or a head' },
    reason: {
      zh: '分母可能是年末数、平均数或编制数，文中不写明；数量与金额一零一非零的，已提示。',
      en: 'The number below the line may be that of the year’s end, an average or an establishment; the text does not say. A number of zero beside an amount is remarked on.',
    },
  },
  {
    catalogue: ['S-02', 'S-03', 'S-05', 'S-07', 'S-08', 'S-11', 'S-12', 'S-13', 'S-14', 'S-15', 'S-18'],
    title: { zh: '次序、名称、标题、模板残留', en: 'Order, names, titles, template leftovers' },
    reason: {
      zh: '属于格式；栏次行中的金额随它所破坏的合计一起指出。',
      en: 'Remarks on form. An amount in the row of column numbers is told with the sum it breaks.',
    },
  },
  {
    catalogue: ['S-10'],
    title: { zh: '单位不明', en: 'Units that are not stated' },
    reason: {
      zh: '单位不明的，跨表的等式列为未能核对，不作提示。',
      en: 'Where the unit is not stated relations between forms are listed as unchecked.',
    },
  },
  {
    catalogue: ['S-09', 'F09-6', 'F07-4'],
    title: { zh: '注明“本表无数据”的表', en: 'Forms that are said to hold no data' },
    reason: {
      zh: '这句话常印在两张表之间，从版面上分不出说的是上一张还是下一张。',
      en: 'The sentence often stands between two forms, and the print does not tell which of them it speaks of.',
    },
  },
];
