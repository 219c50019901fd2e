import type { Report, Verdict } from '../schema.ts';

/** The languages an export speaks. */
export type ExportLanguage = 'zh' | 'en';

/** The verdict on a figure: the gravest of the findings it stands in; else whether it was checked at all. */
export type FigureVerdict = Verdict | 'consistent' | 'unchecked';

/** The words of the exported files. */
export interface ExportWords {
  readonly verdict: Readonly<Record<FigureVerdict, string>>;
  readonly kind: Readonly<Record<Report['document']['kind'], string>>;
  readonly scope: Readonly<Record<'department' | 'unit', string>>;
  readonly findingColumns: readonly string[];
  readonly figureColumns: readonly string[];
  readonly text: string;
  readonly untitled: string;
  readonly blank: string;
  readonly source: string;
  readonly likely: string;
  readonly places: string;
  readonly none: string;
  readonly notAccusation: string;
  page(page: number): string;
  heading(year: number | null, kind: string): string;
  coverage(checked: number, amounts: number, relations: number): string;
  counts(inconsistent: number, rounding: number, notices: number): string;
  table(index: number): string;
  readonly colon: string;
}

const zh: ExportWords = {
  verdict: { inconsistent: '不一致', rounding: '尾差', notice: '提示', consistent: '一致', unchecked: '未核对' },
  kind: { 'final-accounts': '部门决算', 'budget': '部门预算', 'performance': '绩效自评', 'unknown': '未识别的文件' },
  scope: { department: '部门汇总', unit: '单位本级' },
  findingColumns: [
    '结论',
    '规则',
    '规则名称',
    '说明',
    '等式',
    '表中',
    '应为',
    '相差',
    '多处印证的数',
    '表',
    '页',
    '行',
    '栏',
    '原文',
    '单位名称',
    '年度',
    '文件',
    '地址',
  ],
  figureColumns: [
    '单位名称',
    '年度',
    '范围',
    '表样',
    '表',
    '页',
    '科目编码',
    '项目',
    '栏目',
    '金额',
    '计量单位',
    '原文',
    '结论',
    '表号',
    '行号',
    '列号',
    '地址',
  ],
  text: '文字说明',
  untitled: '无标题的表',
  blank: '（空）',
  source: '来源',
  likely: '多处印证的数',
  places: '所在',
  none: '没有不一致、尾差或提示。',
  notAccusation: '对不上不等于有错：也可能是口径不同，请以原文和单位解释为准。',
  page: (page) => `第 ${page} 页`,
  heading: (year, kind) => `${year === null ? '' : `${year} 年度`}${kind}核对结果`,
  coverage: (checked, amounts, relations) => `${amounts} 个数中核对了 ${checked} 个，共 ${relations} 条等式。`,
  counts: (inconsistent, rounding, notices) => `不一致 ${inconsistent} 处，尾差 ${rounding} 处，提示 ${notices} 处。`,
  table: (index) => `表${index}`,
  colon: '：',
};

const en: ExportWords = {
  verdict: {
    inconsistent: 'inconsistent',
    rounding: 'rounding',
    notice: 'notice',
    consistent: 'consistent',
    unchecked: 'not checked',
  },
  kind: {
    'final-accounts': 'final accounts',
    'budget': 'budget',
    'performance': 'performance review',
    'unknown': 'unrecognised document',
  },
  scope: { department: 'department', unit: 'unit' },
  findingColumns: [
    'verdict',
    'rule',
    'rule name',
    'message',
    'equation',
    'reported',
    'expected',
    'difference',
    'likely',
    'table',
    'page',
    'row',
    'column',
    'printed',
    'publisher',
    'year',
    'document',
    'address',
  ],
  figureColumns: [
    'publisher',
    'year',
    'scope',
    'form',
    'table',
    'page',
    'code',
    'item',
    'column',
    'amount',
    'unit',
    'printed',
    'verdict',
    'table number',
    'row number',
    'column number',
    'address',
  ],
  text: 'Text',
  untitled: 'Untitled table',
  blank: '(blank)',
  source: 'Source',
  likely: 'Value the other figures support',
  places: 'Places',
  none: 'No inconsistency, rounding difference or notice.',
  notAccusation:
    'A figure that does not tie out is not an accusation: scopes may differ. The publisher’s explanation decides.',
  page: (page) => `page ${page}`,
  heading: (year, kind) => `Checked: ${year === null ? '' : `${year} `}${kind}`,
  coverage: (checked, amounts, relations) => `${checked} of ${amounts} figures checked, in ${relations} equations.`,
  counts: (inconsistent, rounding, notices) =>
    `Inconsistent: ${inconsistent}; rounding: ${rounding}; notices: ${notices}.`,
  table: (index) => `Table ${index}`,
  colon: ': ',
};

/** The words of the exported files in every language. */
export const exportWords: Readonly<Record<ExportLanguage, ExportWords>> = { zh, en };
