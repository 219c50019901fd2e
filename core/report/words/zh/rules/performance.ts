import type { RuleWords } from '../../words.ts';

export const performance: Readonly<Record<string, RuleWords>> = {
  'performance/funds-of-sources': {
    title: '资金总额等于各项资金来源之和',
    reasoning:
      '绩效自评表的年初预算数、全年预算数、全年执行数各列：资金总额＝各项资金来源（整体评价表为基本支出、项目支出、其他）相加。',
    example: '当年财政拨款 30.00＋上年结转资金 20.00＝年度资金总额 50.00。',
  },
  'performance/execution-rate': {
    title: '执行率等于执行数除以预算数',
    reasoning: '执行率＝全年执行数÷全年预算数；执行数超过预算数而按 100% 计的不适用。',
    example: '执行数 40.00÷预算数 50.00＝执行率 80.00%。',
  },
  'performance/remaining-funds': {
    title: '资金结余等于预算数减执行数',
    reasoning: '资金结（转）余＝全年预算数－全年执行数。',
    example: '全年预算数 50.00－全年执行数 40.00＝资金结余 10.00。',
  },
  'performance/execution-score': {
    title: '执行率得分按印出的办法计算',
    reasoning: '表中印有“得分＝执行率×分值”时，执行率得分÷分值＝执行率；执行率超过 100% 的不适用。',
    example: '执行率 80%，分值 10：得分为 8。',
  },
  'performance/points-of-only-source': {
    title: '唯一资金来源的执行率得分与资金总额的得分相同',
    reasoning: '只有一项资金来源、其预算数和执行数与资金总额相同时，说的是同一笔钱：两行都印有的执行率得分应当相同。',
    example: '资金总额 4.09、执行 1.40、得分 3.42；唯一来源同为 4.09、1.40，得分也是 3.42。',
  },
  'performance/weights-total': {
    title: '总分的分值等于各项分值之和',
    reasoning: '总分一行的分值＝预算执行率的分值＋资金管理各项分值＋各项指标分值；几行合用一个分值的只计一次。',
    example: '10＋50＋30＋10＝100；各项相加为 110，就对不上。',
  },
  'performance/scores-total': {
    title: '总分等于各项得分之和',
    reasoning: '总分＝预算执行率得分＋资金管理各项得分＋各项指标得分；有加分、减分项的不适用。',
    example: '8＋46＋28＋10＝总分 92。',
  },
  'performance/score-within-weight': {
    title: '得分不超过分值',
    reasoning: '每一项的得分不大于它的分值；几行合用一个分值的，得分相加不大于它。',
    example: '分值 15 的指标得 16 分，就对不上。',
  },
  'performance/group-weights': {
    title: '一组指标的分值等于其下各项之和',
    reasoning: '一级、二级指标印有的分值，例如“产出（30）”或一级指标旁的分值列＝其下各项分值相加。',
    example: '“产出（30）”：其下各项分值 10＋12＋8＝30。',
  },
  'performance/budget-deviation': {
    title: '部门预决算差异率',
    reasoning: '部门预决算差异率＝｜执行数－预算数｜÷预算数，按同一张表的资金总体。',
    example: '预算 200.00，执行 150.00：｜150.00－200.00｜÷200.00＝25.00%。',
  },
  'performance/grade': {
    title: '等级与总分相符',
    reasoning: '表下注明各等级分数段时，总分应在其等级的分数段之内；没有注明的不核对。',
    example: '注明 90（含）－100 分为优：等级“优”的总分 89 就对不上。',
  },
  'performance/cost-indicator': {
    title: '执行数不大于成本指标的实际成本',
    reasoning:
      '只有一项成本指标、且其指标值等于预算数时，该指标说的是整个项目：全年执行数不大于其实际完成值（换算单位后）。已发生而未付的成本可以更大，所以不要求相等。',
    example: '实际成本 45 万元，全年执行数 40.00 万元，不大于它。',
  },
  'performance/stated-execution': {
    title: '绩效表文字中的执行率',
    reasoning:
      '绩效表的分析、说明中同时写明预算数和执行数的，执行率＝执行数÷预算数；只写执行率或“全额执行”而与资金栏不符的，只作提示。',
    example: '“全年预算 20.00 万元，实际执行 15.00 万元，执行率 75.00%”。',
  },
  'performance/cost-ceiling': {
    title: '项目预算成本指标不低于项目总额',
    reasoning:
      '绩效目标申报表的成本指标“项目预算成本≤X”（换算单位后）不小于项目总额；数字与项目总额相同而单位不同的，提示单位疑似有误。',
    example: '项目总额 40.00 万元，成本指标“≤38 万元”，就对不上。',
  },
};
