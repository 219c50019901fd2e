import type { RuleWords } from '../../words.ts';

export const hierarchy: Readonly<Record<string, RuleWords>> = {
  'hierarchy/class-of-sections': {
    title: '类等于其下各款之和',
    reasoning: '每一列：类＝同一编码开头的各款相加；缺款级行时，为其下各项相加。',
    example: '20501 款 120.00＋20502 款 180.00＝205 类 300.00。',
  },
  'hierarchy/section-of-items': {
    title: '款等于其下各项之和',
    reasoning: '每一列：款＝同一编码开头的各项相加。',
    example: '2050201 项 75.00＋2050299 项 105.00＝20502 款 180.00。',
  },
  'hierarchy/economic-block': {
    title: '经济分类的类等于其下各款之和',
    reasoning: '基本支出决算表：工资福利支出（301）、商品和服务支出（302）等每一类＝其下各款相加。',
    example: '30101 基本工资 80.00＋30102 津贴补贴 45.00＝301 工资福利支出 125.00。',
  },
  'hierarchy/budget-accounts': {
    title: '预算表各级科目相加',
    reasoning:
      '编码分级的预算表每一列：合计＝各类，类＝各款，款＝各项。不是已知格式的表，同一表中至少三处、且三倍于不成立之处成立，才提示不一致。',
    example: '20501 款 120.00＋20502 款 180.00＝205 类 300.00。',
  },
  'hierarchy/nested-rows': {
    title: '各级项目相加（由金额印证）',
    reasoning:
      '没有编码的收支表：一行等于其下各行之和，由至少五位相符的数字或上一级的相加印证；其他各列都相加、行名也相符，只有一列不相加，才提示不一致。行名为政府收支分类科目的类、款名称的，类＝各款、款＝各项；有两行以上大于其各部分之和的表视为略去了部分项目，不核对。',
    example: '人大事务 120＝行政运行 75＋人大会议 45；上年 110＝70＋40。',
  },
};
