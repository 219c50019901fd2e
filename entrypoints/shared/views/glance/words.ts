import type { GlanceChart, GlanceFigure } from '../../../../core/report/schema.ts';
import type { Language } from '../../locale/messages.ts';

/** What the charts say. */
export interface GlanceWords {
  readonly title: string;
  readonly promise: string;
  readonly chart: Readonly<Record<GlanceChart['kind'], string>>;
  /** The same charts of a budget. */
  readonly budgetChart: Readonly<Record<GlanceChart['kind'], string>>;
  readonly total: string;
  readonly basis: Readonly<Record<'budget' | 'outturn', string>>;
  /** Items by what they are; others keep their printed names. */
  readonly item: Readonly<Record<string, string>>;
  /** A functional class, by its code and as printed. */
  className(code: string, printed: string): string;
  readonly state: Readonly<Record<GlanceFigure['state'], string>>;
  readonly asTable: string;
  readonly column: Readonly<Record<'item' | 'basis' | 'amount' | 'state', string>>;
  readonly blank: string;
  notDrawn(inconsistent: number, unchecked: number): string;
  locate(figure: string): string;
}

/** The functional classes, in words that a reader of English knows. */
const classes: Readonly<Record<string, string>> = {
  201: 'General public services',
  202: 'Foreign affairs',
  203: 'National defence',
  204: 'Public security',
  205: 'Education',
  206: 'Science and technology',
  207: 'Culture, tourism, sports and media',
  208: 'Social security and employment',
  209: 'Social insurance funds',
  210: 'Health',
  211: 'Environmental protection',
  212: 'Urban and rural communities',
  213: 'Agriculture, forestry and water',
  214: 'Transport',
  215: 'Resources, industry and information',
  216: 'Commerce and services',
  217: 'Finance',
  219: 'Aid to other regions',
  220: 'Natural resources, oceans and weather',
  221: 'Housing',
  222: 'Grain, oil and material reserves',
  223: 'State capital budget',
  224: 'Disaster prevention and emergencies',
  227: 'Reserve',
  229: 'Other',
  230: 'Transfers',
  231: 'Debt repayment',
  232: 'Debt interest',
  233: 'Debt issuance',
  234: 'Special bonds against the epidemic',
};

const zh: GlanceWords = {
  title: '收支一览',
  promise: '只画核对过的数',
  chart: {
    'sources': '钱从哪里来：本年收入',
    'classes': '花到哪里去：本年支出',
    'kinds': '基本支出与项目支出',
    'three-public': '“三公”经费：预算与决算',
  },
  budgetChart: {
    'sources': '钱从哪里来：收入预算',
    'classes': '花到哪里去：支出预算',
    'kinds': '基本支出与项目支出：预算',
    'three-public': '“三公”经费：预算',
  },
  total: '合计',
  basis: { budget: '预算', outturn: '决算' },
  item: {
    'source:general': '一般公共预算财政拨款',
    'source:fund': '政府性基金预算财政拨款',
    'source:capital': '国有资本经营预算财政拨款',
    'source:fiscal': '财政拨款收入',
    'source:superior': '上级补助收入',
    'source:undertaking': '事业收入',
    'source:operating': '经营收入',
    'source:subordinate': '附属单位上缴收入',
    'source:other': '其他收入',
    'source:special': '财政专户管理资金',
    'kind:basic': '基本支出',
    'kind:project': '项目支出',
    'kind:to-superior': '上缴上级支出',
    'kind:operating': '经营支出',
    'kind:to-subordinate': '对附属单位补助支出',
    'kind:reserve': '单位预留机动经费',
    'three-public:total': '“三公”经费合计',
    'three-public:abroad': '因公出国（境）费',
    'three-public:vehicles': '公务用车购置及运行维护费',
    'three-public:purchase': '公务用车购置费',
    'three-public:operation': '公务用车运行维护费',
    'three-public:reception': '公务接待费',
  },
  className: (_code, printed) => printed,
  state: { checked: '已核对', inconsistent: '不一致', unchecked: '未核对' },
  asTable: '看数字',
  column: { item: '项目', basis: '口径', amount: '金额', state: '核对' },
  blank: '空白',
  notDrawn: (inconsistent, unchecked) =>
    `${[inconsistent > 0 ? `${inconsistent} 个数不一致` : '', unchecked > 0 ? `${unchecked} 个数未核对` : ''].filter((part) => part !== '').join('，')}，没有画条。`,
  locate: (figure) => `在原表中找到：${figure}`,
};

const en: GlanceWords = {
  title: 'At a glance',
  promise: 'Checked figures only',
  chart: {
    'sources': 'Where the money came from: income of the year',
    'classes': 'What it went to: expenditure of the year',
    'kinds': 'Basic against project expenditure',
    'three-public': '“Three public” expenses: budget against outturn',
  },
  budgetChart: {
    'sources': 'Where the money is to come from: budgeted income',
    'classes': 'What it is to go to: budgeted expenditure',
    'kinds': 'Basic against project expenditure: budget',
    'three-public': '“Three public” expenses: budget',
  },
  total: 'Total',
  basis: { budget: 'budget', outturn: 'outturn' },
  item: {
    'source:general': 'General budget',
    'source:fund': 'Government funds',
    'source:capital': 'State capital budget',
    'source:fiscal': 'Fiscal appropriation',
    'source:superior': 'Grants from above',
    'source:undertaking': 'Public service income',
    'source:operating': 'Operating income',
    'source:subordinate': 'From subordinate units',
    'source:other': 'Other income',
    'source:special': 'Special fiscal accounts',
    'kind:basic': 'Basic expenditure',
    'kind:project': 'Project expenditure',
    'kind:to-superior': 'Paid to superior units',
    'kind:operating': 'Operating expenditure',
    'kind:to-subordinate': 'Grants to subordinate units',
    'kind:reserve': 'Reserve of the unit',
    'three-public:total': '“Three public” total',
    'three-public:abroad': 'Travel abroad',
    'three-public:vehicles': 'Official vehicles',
    'three-public:purchase': 'Vehicles: purchase',
    'three-public:operation': 'Vehicles: operation',
    'three-public:reception': 'Receptions',
  },
  className: (code, printed) => classes[code] ?? printed,
  state: { checked: 'checked', inconsistent: 'inconsistent', unchecked: 'not checked' },
  asTable: 'The figures',
  column: { item: 'Item', basis: 'Basis', amount: 'Amount', state: 'Check' },
  blank: 'blank',
  notDrawn: (inconsistent, unchecked) =>
    `Without a bar: ${[inconsistent > 0 ? `${inconsistent} inconsistent` : '', unchecked > 0 ? `${unchecked} not checked` : ''].filter((part) => part !== '').join(', ')}.`,
  locate: (figure) => `Find in its table: ${figure}`,
};

/** What the charts say, in each language. */
export const glanceWords: Readonly<Record<Language, GlanceWords>> = { zh, en };
