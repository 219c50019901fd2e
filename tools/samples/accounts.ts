import { Decimal } from 'decimal.js';
import { thousandsApart } from '../../core/quantity/thousands.ts';

/** One 项 of the fictional department, in 万元 to the cent of a yuan: its income and its spending. */
interface Item {
  readonly code: string;
  readonly name: string;
  readonly fiscal?: string;
  readonly business?: string;
  readonly other?: string;
  readonly basic?: string;
  readonly project?: string;
  /** The part of basic and project spending that is not 一般公共预算财政拨款. */
  readonly nonFiscalBasic?: string;
  readonly nonFiscalProject?: string;
}

// 34.1764 and 17.0882 print as 34.18 and 17.09, their sum as 51.26 with 12.45 as 63.71: the one rounding residue.
const items: readonly Item[] = [
  { code: '2010301', name: '行政运行', fiscal: '486.72', basic: '486.72' },
  { code: '2010302', name: '一般行政管理事务', fiscal: '63.80', project: '66.15' },
  { code: '2010306', name: '政务公开审批', fiscal: '218.40', project: '214.80' },
  {
    code: '2010350',
    name: '事业运行',
    fiscal: '152.96',
    business: '3.60',
    other: '4.25',
    basic: '160.81',
    nonFiscalBasic: '7.85',
  },
  { code: '2010399', name: '其他政府办公厅（室）及相关机构事务支出', fiscal: '35.60', project: '35.60' },
  { code: '2080501', name: '行政单位离退休', fiscal: '12.45', basic: '12.45' },
  { code: '2080505', name: '机关事业单位基本养老保险缴费支出', fiscal: '34.1764', basic: '34.1764' },
  { code: '2080506', name: '机关事业单位职业年金缴费支出', fiscal: '17.0882', basic: '17.0882' },
  { code: '2101101', name: '行政单位医疗', fiscal: '27.78', basic: '27.78' },
  { code: '2210201', name: '住房公积金', fiscal: '48.75', basic: '48.75' },
  { code: '2210203', name: '购房补贴', fiscal: '6.30', basic: '6.30' },
  { code: '2299999', name: '其他支出', other: '16.50', project: '15.20', nonFiscalProject: '15.20' },
];

const upperNames: Readonly<Record<string, string>> = {
  201: '一般公共服务支出',
  20103: '政府办公厅（室）及相关机构事务',
  208: '社会保障和就业支出',
  20805: '行政事业单位养老支出',
  210: '卫生健康支出',
  21011: '行政事业单位医疗',
  221: '住房保障支出',
  22102: '住房改革支出',
  229: '其他支出',
  22999: '其他支出',
};

/** The 26 classes in the order of 公开01表. */
export const classes: readonly (readonly [code: string, name: string])[] = [
  ['201', '一般公共服务支出'],
  ['202', '外交支出'],
  ['203', '国防支出'],
  ['204', '公共安全支出'],
  ['205', '教育支出'],
  ['206', '科学技术支出'],
  ['207', '文化旅游体育与传媒支出'],
  ['208', '社会保障和就业支出'],
  ['210', '卫生健康支出'],
  ['211', '节能环保支出'],
  ['212', '城乡社区支出'],
  ['213', '农林水支出'],
  ['214', '交通运输支出'],
  ['215', '资源勘探工业信息等支出'],
  ['216', '商业服务业等支出'],
  ['217', '金融支出'],
  ['219', '援助其他地区支出'],
  ['220', '自然资源海洋气象等支出'],
  ['221', '住房保障支出'],
  ['222', '粮油物资储备支出'],
  ['223', '国有资本经营预算支出'],
  ['224', '灾害防治及应急管理支出'],
  ['229', '其他支出'],
  ['231', '债务还本支出'],
  ['232', '债务付息支出'],
  ['234', '抗疫特别国债安排的支出'],
];

const amount = (text: string | undefined): Decimal => new Decimal(text ?? 0);

/** The quantities that the forms print. */
export type SampleMeasure =
  | 'income'
  | 'fiscal'
  | 'business'
  | 'other'
  | 'spending'
  | 'basic'
  | 'project'
  | 'fiscalSpending'
  | 'fiscalBasic'
  | 'fiscalProject';

function ofItem(item: Item, measure: SampleMeasure): Decimal {
  const basic = amount(item.basic);
  const project = amount(item.project);
  const fiscalBasic = basic.minus(amount(item.nonFiscalBasic));
  const fiscalProject = project.minus(amount(item.nonFiscalProject));
  switch (measure) {
    case 'income':
      return amount(item.fiscal).plus(amount(item.business)).plus(amount(item.other));
    case 'fiscal':
      return amount(item.fiscal);
    case 'business':
      return amount(item.business);
    case 'other':
      return amount(item.other);
    case 'spending':
      return basic.plus(project);
    case 'basic':
      return basic;
    case 'project':
      return project;
    case 'fiscalSpending':
      return fiscalBasic.plus(fiscalProject);
    case 'fiscalBasic':
      return fiscalBasic;
    case 'fiscalProject':
      return fiscalProject;
  }
}

/**
 * The exact amount of a measure below a code.
 * @param prefix a class, section or item; '' for the whole department
 */
export function sampleTotal(measure: SampleMeasure, prefix = ''): Decimal {
  return items
    .filter((item) => item.code.startsWith(prefix))
    .reduce((sum, item) => sum.plus(ofItem(item, measure)), new Decimal(0));
}

/** Balances, in 万元. */
export const balances = {
  fiscalStart: new Decimal('12.35'),
  otherStart: new Decimal('5.90'),
  distribution: new Decimal('1.20'),
};

/** What is left of fiscal money at the year's end. */
export const fiscalEnd = balances.fiscalStart.plus(sampleTotal('fiscal')).minus(sampleTotal('fiscalSpending'));

/** What is left at the year's end, all money together. */
export const end = balances.fiscalStart
  .plus(balances.otherStart)
  .plus(sampleTotal('income'))
  .minus(sampleTotal('spending'))
  .minus(balances.distribution);

/** “三公”经费: budget and final account. */
export const receptions = {
  budget: {
    abroad: new Decimal(0),
    purchase: new Decimal(0),
    running: new Decimal('4.50'),
    reception: new Decimal('1.20'),
  },
  final: {
    abroad: new Decimal(0),
    purchase: new Decimal(0),
    running: new Decimal('3.86'),
    reception: new Decimal('0.74'),
  },
};

/**
 * All codes with a non-zero amount of a measure, parents before children.
 */
export function codesOf(measure: SampleMeasure): { code: string; name: string }[] {
  const codes = new Map<string, string>();
  for (const item of items.filter((each) => !ofItem(each, measure).isZero())) {
    for (const prefix of [item.code.slice(0, 3), item.code.slice(0, 5)]) codes.set(prefix, upperNames[prefix] ?? '');
    codes.set(item.code, item.name);
  }
  return [...codes].map(([code, name]) => ({ code, name }));
}

/**
 * An amount as the forms print it: two decimals, thousands separated.
 */
export function money(value: Decimal): string {
  const [whole = '0', decimals = '00'] = value.toFixed(2, Decimal.ROUND_HALF_UP).split('.');
  return `${thousandsApart(whole)}.${decimals}`;
}

/** Like money, but nothing is printed for nothing. */
export function moneyOrBlank(value: Decimal): string {
  return value.isZero() ? '' : money(value);
}
