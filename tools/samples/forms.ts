import type { Decimal } from 'decimal.js';
import {
  balances,
  classes,
  codesOf,
  end,
  fiscalEnd,
  money,
  moneyOrBlank,
  receptions,
  sampleTotal,
  type SampleMeasure,
} from './accounts.ts';

export const publisher = '示例市政务服务中心';
export const year = 2024;

/** A head cell; spans of one are left out. */
export interface HeadCell {
  readonly text: string;
  readonly rows?: number;
  readonly columns?: number;
}

/** One official form, as printed. */
export interface SampleForm {
  readonly number: string;
  readonly title: string;
  readonly head: readonly (readonly HeadCell[])[];
  /** Text of the body; a first cell of '合计' in the forms by account spans two columns. */
  readonly body: readonly (readonly string[])[];
  /** The first column of amounts, for alignment. */
  readonly labelColumns: ReadonlySet<number>;
  readonly notes: readonly string[];
  /** How the page carries the title lines. */
  readonly titled: 'paragraphs' | 'caption' | 'rows';
  /** Shown in a box narrower than the table. */
  readonly boxed?: boolean;
  readonly landscape: boolean;
}

const rounded = '本表金额转换为万元时，因四舍五入可能存在尾差。';
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 1 → 一, 21 → 二十一. */
function chinese(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : (numerals[(value % 10) - 1] ?? '');
  return tens === 0 ? ones : `${tens === 1 ? '' : (numerals[tens - 1] ?? '')}十${ones}`;
}

const cells = (...texts: (string | HeadCell)[]): HeadCell[] =>
  texts.map((text) => (typeof text === 'string' ? { text } : text));

/** 公开01表. */
function form01(): SampleForm {
  const incomes: [string, string][] = [
    ['一、一般公共预算财政拨款收入', money(sampleTotal('fiscal'))],
    ['二、政府性基金预算财政拨款收入', ''],
    ['三、国有资本经营预算财政拨款收入', ''],
    ['四、上级补助收入', ''],
    ['五、事业收入', money(sampleTotal('business'))],
    ['六、经营收入', ''],
    ['七、附属单位上缴收入', ''],
    ['八、其他收入', money(sampleTotal('other'))],
  ];
  const start = balances.fiscalStart.plus(balances.otherStart);
  const body = classes.map(([code, name], index) => {
    const [label, value] = incomes[index] ?? ['', ''];
    return [
      label,
      String(index + 1),
      value,
      `${chinese(index + 1)}、${name}`,
      String(index + 31),
      moneyOrBlank(sampleTotal('spending', code)),
    ];
  });
  return {
    number: '公开01表',
    title: '收入支出决算总表',
    titled: 'paragraphs',
    landscape: false,
    labelColumns: new Set([0, 3]),
    head: [
      [
        { text: '收入', columns: 3 },
        { text: '支出', columns: 3 },
      ],
      cells('项目', '行次', '金额', '项目', '行次', '金额'),
      cells('栏次', '', '1', '栏次', '', '2'),
    ],
    body: [
      ...body,
      ['本年收入合计', '27', money(sampleTotal('income')), '本年支出合计', '57', money(sampleTotal('spending'))],
      ['使用非财政拨款结余（含专用结余）', '28', '', '结余分配', '58', money(balances.distribution)],
      ['年初结转和结余', '29', money(start), '年末结转和结余', '59', money(end)],
      [
        '总计',
        '30',
        money(sampleTotal('income').plus(start)),
        '总计',
        '60',
        money(sampleTotal('spending').plus(balances.distribution).plus(end)),
      ],
    ],
    notes: [`注：本表反映部门本年度的总收支和年末结转结余情况。${rounded}`],
  };
}

/** The rows of a form by account: 合计, then every code with an amount. */
function byAccount(whole: SampleMeasure, columns: readonly (SampleMeasure | null)[]): string[][] {
  const row = (prefix: string): string[] =>
    columns.map((measure) => (measure === null ? '' : moneyOrBlank(sampleTotal(measure, prefix))));
  return [['合计', '', ...row('')], ...codesOf(whole).map(({ code, name }) => [code, name, ...row(code)])];
}

const tall = (text: string): HeadCell => ({ text, rows: 2 });
const numbered = (count: number): HeadCell[] => [
  { text: '栏次', columns: 2 },
  ...Array.from({ length: count }, (_, index) => ({ text: String(index + 1) })),
];

/** 公开02表. */
function form02(): SampleForm {
  return {
    number: '公开02表',
    title: '收入决算表',
    titled: 'paragraphs',
    landscape: true,
    labelColumns: new Set([0, 1]),
    head: [
      [
        { text: '项目', columns: 2 },
        ...['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'].map(
          tall,
        ),
      ],
      cells('功能分类科目编码', '科目名称'),
      numbered(7),
    ],
    body: byAccount('income', ['income', 'fiscal', null, 'business', null, null, 'other']),
    notes: [`注：本表反映部门本年度取得的各项收入情况。${rounded}`],
  };
}

/** 公开03表. */
function form03(): SampleForm {
  return {
    number: '公开03表',
    title: '支出决算表',
    titled: 'caption',
    landscape: true,
    labelColumns: new Set([0, 1]),
    head: [
      [
        { text: '项目', columns: 2 },
        ...['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'].map(tall),
      ],
      cells('功能分类科目编码', '科目名称'),
      numbered(6),
    ],
    body: byAccount('spending', ['spending', 'basic', 'project', null, null, null]),
    notes: [`注：本表反映部门本年度各项支出情况。${rounded}`],
  };
}

/** 公开04表. */
function form04(): SampleForm {
  const incomes: [string, string][] = [
    ['一、一般公共预算财政拨款', money(sampleTotal('fiscal'))],
    ['二、政府性基金预算财政拨款', ''],
    ['三、国有资本经营预算财政拨款', ''],
  ];
  const body = classes.map(([code, name], index) => {
    const [label, value] = incomes[index] ?? ['', ''];
    const spent = moneyOrBlank(sampleTotal('fiscalSpending', code));
    return [
      label,
      String(index + 1),
      value,
      `${chinese(index + 1)}、${name}`,
      String(index + 33),
      spent,
      spent,
      '',
      '',
    ];
  });
  const spent = money(sampleTotal('fiscalSpending'));
  const left = money(fiscalEnd);
  const whole = money(sampleTotal('fiscalSpending').plus(fiscalEnd));
  return {
    number: '公开04表',
    title: '财政拨款收入支出决算总表',
    titled: 'paragraphs',
    landscape: true,
    labelColumns: new Set([0, 3]),
    head: [
      [
        { text: '收入', columns: 3 },
        { text: '支出', columns: 6 },
      ],
      cells(
        '项目',
        '行次',
        '金额',
        '项目',
        '行次',
        '合计',
        '一般公共预算财政拨款',
        '政府性基金预算财政拨款',
        '国有资本经营预算财政拨款',
      ),
      cells('栏次', '', '1', '栏次', '', '2', '3', '4', '5'),
    ],
    body: [
      ...body,
      ['本年收入合计', '27', money(sampleTotal('fiscal')), '本年支出合计', '59', spent, spent, '', ''],
      ['年初财政拨款结转和结余', '28', money(balances.fiscalStart), '年末财政拨款结转和结余', '60', left, left, '', ''],
      ['一般公共预算财政拨款', '29', money(balances.fiscalStart), '', '61', '', '', '', ''],
      ['政府性基金预算财政拨款', '30', '', '', '62', '', '', '', ''],
      ['国有资本经营预算财政拨款', '31', '', '', '63', '', '', '', ''],
      ['总计', '32', money(sampleTotal('fiscal').plus(balances.fiscalStart)), '总计', '64', whole, whole, '', ''],
    ],
    notes: [
      `注：本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。${rounded}`,
    ],
  };
}

/** 公开05表. */
function form05(): SampleForm {
  return {
    number: '公开05表',
    title: '一般公共预算财政拨款支出决算表',
    titled: 'rows',
    landscape: false,
    labelColumns: new Set([0, 1]),
    head: [
      [
        { text: '项目', columns: 2 },
        { text: '本年支出', columns: 3 },
      ],
      cells('功能分类科目编码', '科目名称', '小计', '基本支出', '项目支出'),
      numbered(3),
    ],
    body: byAccount('fiscalSpending', ['fiscalSpending', 'fiscalBasic', 'fiscalProject']),
    notes: [`注：本表反映部门本年度一般公共预算财政拨款支出情况。${rounded}`],
  };
}

/** 公开09表. */
function form09(): SampleForm {
  const half = ({
    abroad,
    purchase,
    running,
    reception,
  }: Readonly<Record<'abroad' | 'purchase' | 'running' | 'reception', Decimal>>): string[] => {
    const cars = purchase.plus(running);
    return [abroad.plus(cars).plus(reception), abroad, cars, purchase, running, reception].map(money);
  };
  const group: HeadCell[] = [
    tall('合计'),
    tall('因公出国（境）费'),
    { text: '公务用车购置及运行维护费', columns: 3 },
    tall('公务接待费'),
  ];
  const cars = ['小计', '公务用车购置费', '公务用车运行维护费'];
  return {
    number: '公开09表',
    title: '财政拨款“三公”经费支出决算表',
    titled: 'paragraphs',
    landscape: true,
    labelColumns: new Set(),
    boxed: true,
    head: [
      [
        { text: '预算数', columns: 6 },
        { text: '决算数', columns: 6 },
      ],
      [...group, ...group],
      cells(...cars, ...cars),
      Array.from({ length: 12 }, (_, index) => ({ text: String(index + 1) })),
    ],
    body: [[...half(receptions.budget), ...half(receptions.final)]],
    notes: [
      `注：本表反映部门本年度财政拨款“三公”经费支出预决算情况。其中，预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数；决算数是包括当年财政拨款和以前年度结转资金安排的实际支出。${rounded}`,
    ],
  };
}

/** The forms of the sample, without any error. */
export function cleanForms(): SampleForm[] {
  return [form01(), form02(), form03(), form04(), form05(), form09()];
}

/** A planted error: one cell that prints something else than it should. */
export interface Planted {
  /** Cells of one mistake share this. */
  readonly id: string;
  readonly idea: string;
  readonly formNumber: string;
  readonly rowLabel: string;
  /** The body's column, from 0. */
  readonly column: number;
  readonly columnLabel: string;
  readonly printed: string;
}

const blank03 = '一个类款项链的基本支出空白，横向校验不成立';
const swapped = '两个类的金额互换，04 与 05、01 不一致';

/** The mistakes of disclosure.html. */
export const planted: readonly Planted[] = [
  {
    id: 'digit',
    idea: '合计行一位数字之差：横向、合计、01 与 02 三处不一致',
    formNumber: '公开02表',
    rowLabel: '合计',
    column: 3,
    columnLabel: '财政拨款收入',
    printed: '1,164.02',
  },
  {
    id: 'blank',
    idea: blank03,
    formNumber: '公开03表',
    rowLabel: '卫生健康支出',
    column: 3,
    columnLabel: '基本支出',
    printed: '',
  },
  {
    id: 'blank',
    idea: blank03,
    formNumber: '公开03表',
    rowLabel: '行政事业单位医疗',
    column: 3,
    columnLabel: '基本支出',
    printed: '',
  },
  {
    id: 'blank',
    idea: blank03,
    formNumber: '公开03表',
    rowLabel: '行政单位医疗',
    column: 3,
    columnLabel: '基本支出',
    printed: '',
  },
  {
    id: 'swap',
    idea: swapped,
    formNumber: '公开04表',
    rowLabel: '八、社会保障和就业支出',
    column: 5,
    columnLabel: '支出/合计',
    printed: '55.05',
  },
  {
    id: 'swap',
    idea: swapped,
    formNumber: '公开04表',
    rowLabel: '八、社会保障和就业支出',
    column: 6,
    columnLabel: '支出/一般公共预算财政拨款',
    printed: '55.05',
  },
  {
    id: 'swap',
    idea: swapped,
    formNumber: '公开04表',
    rowLabel: '十九、住房保障支出',
    column: 5,
    columnLabel: '支出/合计',
    printed: '63.71',
  },
  {
    id: 'swap',
    idea: swapped,
    formNumber: '公开04表',
    rowLabel: '十九、住房保障支出',
    column: 6,
    columnLabel: '支出/一般公共预算财政拨款',
    printed: '63.71',
  },
  {
    id: 'carry-over',
    idea: '年初结转的分项与总项不一致',
    formNumber: '公开04表',
    rowLabel: '一般公共预算财政拨款',
    column: 2,
    columnLabel: '收入/金额',
    printed: '12.53',
  },
  {
    id: 'subtotal',
    idea: '公务用车小计 0.00，而分项不为零',
    formNumber: '公开09表',
    rowLabel: '',
    column: 8,
    columnLabel: '决算数/公务用车购置及运行维护费/小计',
    printed: '0.00',
  },
];

/** What the page with every verdict has besides: amounts that are printed so that one cannot read them for certain. */
export const illegible: readonly Planted[] = [
  {
    id: 'separators',
    idea: '千分位逗号错位，等式只容一种读法：提示',
    formNumber: '公开03表',
    rowLabel: '合计',
    column: 2,
    columnLabel: '本年支出合计',
    printed: '1,110,16',
  },
  {
    id: 'letter',
    idea: '数字里混进字母，读不出来：未核对',
    formNumber: '公开05表',
    rowLabel: '政务公开审批',
    column: 4,
    columnLabel: '项目支出',
    printed: '214.8O',
  },
];

/** The body row that a planted error stands in. */
function rowOf(form: SampleForm, error: Planted): number {
  if (error.rowLabel === '') return 0;
  const found = form.body.findIndex((row) => row.slice(0, error.column).includes(error.rowLabel));
  if (found < 0) throw new Error(`${form.number} has no row ${error.rowLabel}`);
  return found;
}

/** The sample's forms with planted errors, and what each cell should print. */
export function formsWithErrors(errors: readonly Planted[] = planted): {
  forms: SampleForm[];
  expected: (Planted & { title: string; right: string })[];
} {
  const clean = cleanForms();
  const expected = errors.map((error) => {
    const form = clean.find((each) => each.number === error.formNumber);
    const right = form?.body[rowOf(form, error)]?.[error.column];
    if (form === undefined || right === undefined || right === error.printed)
      throw new Error(`${error.id} in ${error.formNumber} changes nothing`);
    return { ...error, title: form.title, right };
  });
  const forms = clean.map((form) => {
    const here = errors.filter((error) => error.formNumber === form.number);
    const body = form.body.map((row, index) =>
      row.map(
        (text, column) =>
          here.find((error) => error.column === column && rowOf(form, error) === index)?.printed ?? text,
      ),
    );
    return { ...form, body };
  });
  return { forms, expected };
}

/** 公开07表 and 公开08表 as a department without such money prints them. */
export function emptyForms(): SampleForm[] {
  return [
    {
      number: '公开07表',
      title: '政府性基金预算财政拨款收入支出决算表',
      titled: 'paragraphs',
      landscape: true,
      labelColumns: new Set([0, 1]),
      head: [
        [
          { text: '项目', columns: 2 },
          tall('年初结转和结余'),
          tall('本年收入'),
          { text: '本年支出', columns: 3 },
          tall('年末结转和结余'),
        ],
        cells('功能分类科目编码', '科目名称', '小计', '基本支出', '项目支出'),
        numbered(6),
      ],
      body: [['合计', '', '', '', '', '', '', '']],
      notes: [
        '注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。',
        '说明：本部门没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。',
      ],
    },
    {
      number: '公开08表',
      title: '国有资本经营预算财政拨款支出决算表',
      titled: 'paragraphs',
      landscape: false,
      labelColumns: new Set([0, 1]),
      head: [
        [
          { text: '项目', columns: 2 },
          { text: '本年支出', columns: 3 },
        ],
        cells('功能分类科目编码', '科目名称', '合计', '基本支出', '项目支出'),
        numbered(3),
      ],
      body: [['合计', '', '0.00', '0.00', '0.00']],
      notes: [
        '注：本表反映部门本年度国有资本经营预算财政拨款支出情况。',
        '说明：本部门没有使用国有资本经营预算安排的支出，故本表无数据。',
      ],
    },
  ];
}
