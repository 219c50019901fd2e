import { chanceFrom, grouped, rounded, split, type Chance } from './chance.ts';

/** How a paper prints its money: amounts are whole 万元. */
interface Print {
  readonly unit: '亿元' | '万元';
  readonly decimals: number;
  readonly thousands: boolean;
}

/** Only the number, as a cell has it. */
function bare(amount: bigint, { unit, decimals, thousands }: Print): string {
  const text = unit === '亿元' ? rounded(amount, 10_000n, decimals) : rounded(amount, 1n, 0);
  const [whole = '', rest] = text.split('.');
  return (thousands && unit === '万元' ? grouped(whole) : whole) + (rest === undefined ? '' : `.${rest}`);
}

const names = {
  general: ['税收收入', '非税收入'],
  taxes: ['增值税', '企业所得税', '个人所得税', '城市维护建设税', '契税', '土地增值税'],
  spending: [
    '一般公共服务支出',
    '公共安全支出',
    '教育支出',
    '科学技术支出',
    '社会保障和就业支出',
    '卫生健康支出',
    '城乡社区支出',
    '农林水支出',
    '住房保障支出',
  ],
  transfers: ['上级补助收入', '债务转贷收入', '上年结余收入', '调入资金', '动用预算稳定调节基金'],
  outgoing: ['上解上级支出', '债务还本支出', '安排预算稳定调节基金'],
} as const;

/** What every sentence needs. */
interface Pen extends Chance {
  readonly place: string;
  readonly money: (amount: bigint) => string;
  readonly cell: (amount: bigint) => string;
  readonly unit: string;
  /** `a` of `b` in per cent. */
  readonly share: (a: bigint, b: bigint) => string;
  readonly growth: (now: bigint, before: bigint) => string;
  /** A rate that nothing in the paper explains. */
  readonly anyRate: () => string;
}

function penFor(chance: Chance, place: string): Pen {
  const print: Print = chance.pick([
    { unit: '亿元', decimals: 2, thousands: false },
    { unit: '亿元', decimals: 1, thousands: false },
    { unit: '万元', decimals: 0, thousands: false },
    { unit: '万元', decimals: 0, thousands: true },
  ]);
  const places = chance.pick([1, 1, 2] as const);
  return {
    ...chance,
    place,
    unit: print.unit,
    money: (amount) => bare(amount, print) + print.unit,
    cell: (amount) => bare(amount, print),
    share: (a, b) => `${rounded(a * 100n, b, places)}%`,
    growth: (now, before) => {
      const difference = now - before;
      const rate = rounded((difference < 0n ? -difference : difference) * 100n, before, places);
      return `${difference < 0n ? '下降' : '增长'}${rate}%`;
    },
    anyRate: () => `${String(60 + chance.below(60))}.${String(chance.below(10))}%`,
  };
}

/** A change that the reader cannot check: on another basis, or over another time. */
const asideGrowth = ({ pick, below }: Pen): string =>
  pick([
    `，同口径增长${String(1 + below(9))}.${String(below(10))}%`,
    `，剔除留抵退税因素后可比增长${String(1 + below(9))}.${String(below(10))}%`,
    `，增幅居全省第${String(1 + below(12))}位`,
    `，两年平均增长${String(1 + below(9))}.${String(below(10))}%`,
    '，与上年基本持平的口径相比略有增长',
    '',
    '',
    '',
  ]);

/** Amount, budget, year before, in the order that some province has them. */
function achieved(pen: Pen, item: string, amount: bigint, lastYear: bigint, budget: bigint): string {
  const { pick, money, share, growth, anyRate } = pen;
  const difference = amount - lastYear;
  const change = `${difference < 0n ? pick(['减收', '减少']) : pick(['增收', '增加'])}${money(difference < 0n ? -difference : difference)}`;
  const completion = pick([
    `，完成${pick(['年初预算', '调整预算', '预算'])}${money(budget)}的${share(amount, budget)}`,
    `，为${pick(['年初预算', '调整预算', '预算'])}的${anyRate()}`,
    `，占${pick(['年初预算', '调整预算'])}的${anyRate()}`,
    `，占${pick(['年初预算', '调整预算'])}${money(budget)}的${share(amount, budget)}`,
    `，完成预算的${anyRate()}`,
    '',
  ]);
  const rise = pick([
    `，${pick(['比上年', '同比', '较上年'])}${growth(amount, lastYear)}`,
    `，比上年${money(lastYear)}${change}，${growth(amount, lastYear)}`,
    `，${pick(['比上年', '同比', '较上年'])}${change}，${growth(amount, lastYear)}`,
    `，同比${growth(amount, lastYear)}，${change}`,
    '',
  ]);
  const verb = pick(['完成', '实现', '执行', '达到', '']);
  return `${item}${verb}${money(amount)}${pick([`${completion}${rise}`, `${rise}${completion}`])}${asideGrowth(pen)}`;
}

/** A random amount of so many digits and a year before and a budget near it. */
function near(chance: Chance, digits: number): { now: bigint; before: bigint; budget: bigint } {
  const now = BigInt(10 ** (digits - 1) + chance.below(9 * 10 ** (digits - 1)));
  const by = () => BigInt(80 + chance.below(40));
  return { now, before: (now * by()) / 100n, budget: (now * by()) / 100n };
}

function generalIncome(pen: Pen, own: bigint): string[] {
  const { pick, money, share, once, place } = pen;
  const { before, budget } = {
    before: (own * BigInt(85 + pen.below(30))) / 100n,
    budget: (own * BigInt(90 + pen.below(20))) / 100n,
  };
  const [tax = 0n, other = 0n] = split(own, 2, pen);
  const taxes = split(tax, 4, pen);
  const structure = pick([
    `其中：税收收入${money(tax)}，占${pick(['一般公共预算收入', '收入', ''])}的${share(tax, own)}；非税收入${money(other)}，占${share(other, own)}。`,
    `${pick(['其中，', '其中：'])}税收收入${pick(['完成', '实现', ''])}${money(tax)}，${pick(['占比', '占比为'])}${share(tax, own)}，非税收入${money(other)}。`,
    `税收收入${money(tax)}，税收占一般公共预算收入的比重为${share(tax, own)}。`,
  ]).replace('占的', '占');
  const byTax = pick([
    `税收收入中，${names.taxes
      .slice(0, 4)
      .map(
        (name, i) =>
          `${name}${money(taxes[i] ?? 0n)}，${pick(['占税收收入的', '占税收的'])}${share(taxes[i] ?? 0n, tax)}`,
      )
      .join('；')}。`,
    `主要税种完成情况：${names.taxes
      .slice(0, 3)
      .map((name, i) => `${name}${money(taxes[i] ?? 0n)}，完成预算的${pen.anyRate()}`)
      .join('，')}。`,
    `税收收入包括：${names.taxes
      .slice(0, 4)
      .map((name, i) => `${name}${money(taxes[i] ?? 0n)}`)
      .join('、')}。`,
    '',
  ]);
  return [
    `${place}${achieved(pen, pick(['一般公共预算收入', '地方一般公共预算收入']), own, before, budget)}。${once(4) ? '' : structure}${byTax}`,
  ];
}

function balance(pen: Pen, budgetName: string, own: bigint): string[] {
  const { pick, money, place, below } = pen;
  const additions = names.transfers.slice(0, 2 + below(4)).map((name) => [name, BigInt(500 + below(90_000))] as const);
  const income = additions.reduce((sum, [, amount]) => sum + amount, own);
  const outgoing = split((income * 9n) / 10n, 1 + names.outgoing.length, pen);
  const spent = outgoing.reduce((sum, amount) => sum + amount, 0n);
  const [first = 0n, ...rest] = outgoing;
  const part = (amount: bigint): string =>
    pick([
      `（${pick(['其中：', '含'])}${pick(['再融资债券', '专项转移支付', '新增债券'])}${money(amount / 3n)}）`,
      '',
      '',
      '',
    ]);
  const incomes = pick([
    `加上${additions.map(([name, amount]) => `${name}${money(amount)}${part(amount)}`).join('、')}，${pick(['收入总计', '收入总量', '收入合计'])}${money(income)}。`,
    `加上${additions.map(([name]) => name).join('、')}等${money(income - own)}，收入总计${money(income)}。`,
    `，`.slice(1) + `加上转移性收入${money(income - own)}，收入总计${money(income)}。`,
  ]);
  const spending = pick([
    `${budgetName}支出${money(first)}，加上${names.outgoing.map((name, i) => `${name}${money(rest[i] ?? 0n)}`).join('、')}，支出总计${money(spent)}。收支相抵，${pick(['结转下年', '年终结转结余', '年终结余'])}${money(income - spent)}。`,
    `${budgetName}支出总计${money(spent)}，其中：本年支出${money(first)}，为调整预算的${pen.anyRate()}；${names.outgoing.map((name, i) => `${name}${money(rest[i] ?? 0n)}`).join('；')}。结转下年支出${money(income - spent)}。`,
  ]);
  return [`${place}${budgetName}收入${money(own)}，${incomes}`, `${place}${spending}`];
}

function spendingList(pen: Pen): string[] {
  const { pick, money, share, place } = pen;
  const items = names.spending.map((name) => [name, near(pen, 5)] as const);
  const all = items.reduce((sum, [, { now }]) => sum + now, 0n);
  const wellbeing = (all * BigInt(70 + pen.below(15))) / 100n;
  return [
    `${place}一般公共预算支出${pick(['完成', '执行', ''])}${money(all)}，${pick(['完成调整预算的', '为预算的', '占预算的'])}${pen.anyRate()}。${pick(['民生支出', '其中：民生类支出', '全年民生支出'])}${money(wellbeing)}，${pick(['占一般公共预算支出的', '占一般公共预算支出的比重为', '占支出的'])}${share(wellbeing, all)}。`,
    `${pick(['其中：', '主要支出项目：', '分科目看，'])}${items.map(([name, { now, before, budget }]) => achieved(pen, name, now, before, budget)).join('；')}。`,
  ];
}

function socialInsurance(pen: Pen): string[] {
  const { pick, money, place } = pen;
  const { now: income, before, budget } = near(pen, 6);
  const spent = (income * BigInt(80 + pen.below(15))) / 100n;
  const opening = BigInt(100_000 + pen.below(900_000));
  return [
    `${place}${achieved(pen, '社会保险基金收入', income, before, budget)}；支出${money(spent)}，完成预算的${pen.anyRate()}。${pick(['收支相抵，', ''])}当年结余${money(income - spent)}，${pick([`年末滚存结余${money(opening + income - spent)}`, `上年结余${money(opening)}，年末滚存结余${money(opening + income - spent)}`])}。`,
    pick([
      `${place}企业职工基本养老保险已纳入省级统筹，上解${money(income / 40n)}。`,
      `上述结余中不含已上缴省级的调剂金${money(income / 50n)}。`,
      '',
    ]),
  ].filter((line) => line !== '');
}

function debts(pen: Pen): string[] {
  const { pick, money, place, below, once } = pen;
  const limit = BigInt(500_000 + below(3_000_000));
  const [general = 0n, special = 0n] = split(limit, 2, pen);
  const [owedGeneral, owedSpecial] = [(general * 19n) / 20n, (special * 24n) / 25n];
  const years = (): string => `${String(3 + below(15))}.${String(below(10))}年`;
  const issued = split(BigInt(40_000 + below(300_000)), 2, pen);
  const all = issued.reduce((sum, amount) => sum + amount, 0n);
  return [
    `${place}政府债务限额${money(limit)}，其中：一般债务限额${money(general)}，专项债务限额${money(special)}。年末政府债务余额${money(owedGeneral + owedSpecial)}，其中：一般债务${money(owedGeneral)}、专项债务${money(owedSpecial)}，${pick(['控制在限额以内', '低于核定限额'])}。`,
    `全年发行政府债券${money(all)}，其中${pick(['一般债券', '新增债券'])}${money(issued[0] ?? 0n)}、${pick(['专项债券', '再融资债券'])}${money(issued[1] ?? 0n)}，平均发行期限${years()}，其中一般债券${years()}、专项债券${years()}；平均利率2.${String(10 + below(80))}%，其中一般债券2.${String(10 + below(80))}%、专项债券2.${String(10 + below(80))}%。${once(2) ? `债务率为${pen.anyRate()}。` : ''}`,
  ];
}

function fiveYears(pen: Pen): string[] {
  const { pick, money, growth } = pen;
  const before = BigInt(900_000 + pen.below(5_000_000));
  const now = (before * BigInt(110 + pen.below(60))) / 100n;
  return [
    pick([
      `“十四五”时期，全市一般公共预算收入累计${money(now)}，比“十三五”时期的${money(before)}增加${money(now - before)}，${growth(now, before)}，年均增长${String(3 + pen.below(6))}.${String(pen.below(10))}%。`,
      `五年来累计投入民生资金${money(now)}，其中2025年${money(now / 4n)}，比上年增加${money(now / 80n)}，${growth(now / 4n, now / 4n - now / 80n)}。`,
      `争取上级资金${money(now / 9n)}，落实“两新”“两重”资金${money(now / 70n)}，办理退税减税${money(now / 30n)}，惠及企业${String(100 + pen.below(900))}户。`,
    ]),
  ];
}

/** A paper: its title, its lines, and its tables drawn as text. */
export interface Paper {
  readonly title: string;
  readonly lines: readonly string[];
  readonly tables: readonly { readonly above: readonly string[]; readonly grid: string }[];
}

/** A table of last year, budget, this year, and what follows from them; some columns stand for no amounts. */
function comparison(pen: Pen): Paper['tables'][number] {
  const { pick, cell, once } = pen;
  const rows = names.spending.slice(0, 4 + pen.below(5)).map((name) => [name, near(pen, 5), once(6)] as const);
  const known = rows.map(
    ([name, figures, isNew]) => [name, { ...figures, before: isNew ? 0n : figures.before }] as const,
  );
  const sum = known.reduce(
    (all, [, { now, before, budget }]) => ({
      now: all.now + now,
      before: all.before + before,
      budget: all.budget + budget,
    }),
    { now: 0n, before: 0n, budget: 0n },
  );
  const total = [pick(['合计', '支出合计', '本年支出合计']), sum] as const;
  const order = pick([
    [total, ...known],
    [...known, total],
  ]);
  const percent = (a: bigint, b: bigint): string => (b === 0n ? '' : rounded(a * 100n, b, 1));
  const nothing = pick(['', '', '-']);
  const difference = (now: bigint, before: bigint): string =>
    before === 0n ? nothing : cell(now) === '' ? '' : difference0(now, before, pen);
  const columns: readonly (readonly [string, (figures: { now: bigint; before: bigint; budget: bigint }) => string])[] =
    [
      [pick(['上年决算数', '2024年决算数', '2024年执行数']), ({ before }) => (before === 0n ? nothing : cell(before))],
      [pick(['预算数', '2025年预算数', '调整预算数']), ({ budget }) => cell(budget)],
      [pick(['执行数', '2025年执行数', '决算数']), ({ now }) => cell(now)],
      ...(once(2)
        ? [
            [
              pick(['为预算%', '执行数为预算数的%', '完成预算%']),
              ({ now, budget }: { now: bigint; budget: bigint }) => percent(now, budget),
            ] as const,
          ]
        : []),
      ...(once(2)
        ? [
            [
              pick(['增减额', '比上年增减额']),
              ({ now, before }: { now: bigint; before: bigint }) => difference(now, before),
            ] as const,
          ]
        : []),
      ...(once(2)
        ? [
            [
              pick(['增减%', '比上年增减%', '增长率（%）']),
              ({ now, before }: { now: bigint; before: bigint }) => percent(now - before, before),
            ] as const,
          ]
        : []),
      ...(once(3)
        ? [
            [
              pick(['为上年%', '执行数为上年决算数的%']),
              ({ now, before }: { now: bigint; before: bigint }) => percent(now, before),
            ] as const,
          ]
        : []),
    ];
  return {
    above: [pick(['2025年市本级一般公共预算支出执行情况表', '2025年全市一般公共预算支出决算表']), `单位：${pen.unit}`],
    grid: [
      ['项目', ...columns.map(([head]) => head)],
      ...order.map(([name, figures]) => [name, ...columns.map(([, of]) => of(figures))]),
    ]
      .map((row) => row.join('|'))
      .join('\n'),
  };
}

function difference0(now: bigint, before: bigint, { cell }: Pen): string {
  return now < before ? `-${cell(before - now)}` : cell(now - before);
}

/** Levels of government with transfers between them, or averages under the heads of amounts. */
function unaddable(pen: Pen): Paper['tables'][number] {
  const { pick, cell, below, once } = pen;
  if (once(2)) {
    const rows = names.transfers.slice(0, 4).map((name, i) => {
      const [own, lower] = [BigInt(10_000 + below(900_000)), BigInt(10_000 + below(900_000))];
      return [name, i === 0 ? own : own + lower, own, lower] as const;
    });
    const total = [1, 2, 3].map((at) => rows.reduce((sum, row) => sum + BigInt(row[at] ?? 0n), 0n));
    return {
      above: ['2025年全市转移性收入预算表', `单位：${pen.unit}`],
      grid: [
        [
          '项目',
          ...pick([
            ['全市', '市本级', '县区'],
            ['合计', '市级', '县（市、区）级'],
          ]),
        ],
        ...rows.map(([name, ...amounts]) => [name, ...amounts.map(cell)]),
        ['收入总计', ...total.map(cell)],
      ]
        .map((row) => row.join('|'))
        .join('\n'),
    };
  }
  const rate = (): string => `${String(2 + below(12))}.${String(below(10))}`;
  const measure = pick(['平均年限（年）', '平均利率（%）', '执行进度（%）', '人均财力（元）', '增长率（%）']);
  const rows = ['甲县', '乙县', '丙区'].map((name) => {
    const [a = 0n, b = 0n] = split(BigInt(50_000 + below(500_000)), 2, pen);
    return [name, cell(a + b), cell(a), cell(b), rate(), rate(), rate()];
  });
  return {
    above: ['2025年地方政府债务情况表', `单位：${pen.unit}`],
    grid: [
      ['地区', '债务余额', '<', '<', measure, '<', '<'],
      ['^', '合计', '一般债务', '专项债务', '合计', '一般债务', '专项债务'],
      ...rows,
    ]
      .map((row) => row.join('|'))
      .join('\n'),
  };
}

/**
 * A government's paper on its budget, in the words of many places: all figures agree, or cannot be compared.
 * @param seed what to write; the same seed gives the same paper
 */
export function paperFrom(seed: number): Paper {
  const chance = chanceFrom(seed);
  const level = chance.pick(['全市', '市级', '市本级', '全县', '全区', '县级', '2025年，全市', '2025年全区']);
  const pen = penFor(chance, level);
  const { now: own } = near(chance, 6);
  const fund = near(chance, 6);
  return {
    title: chance.pick([
      '示例市2025年预算执行情况和2026年预算草案的报告',
      '示例县2025年财政决算报告',
      '示例区2025年上半年财政预算执行情况',
    ]),
    lines: [
      '一、2025年预算执行情况',
      '（一）一般公共预算',
      ...generalIncome(pen, own),
      ...spendingList(pen),
      ...balance(pen, '一般公共预算', own),
      '（二）政府性基金预算',
      `${level}${achieved(pen, '政府性基金收入', fund.now, fund.before, fund.budget)}。`,
      ...balance(pen, '政府性基金预算', fund.now),
      '（三）社会保险基金预算',
      ...socialInsurance(pen),
      '（四）政府债务',
      ...debts(pen),
      '二、五年回顾',
      ...fiveYears(pen),
    ],
    tables: [comparison(pen), unaddable(pen)],
  };
}
