import { chanceFrom, grouped, rounded, split, type Chance } from './chance.ts';
import type { Paper } from './government.ts';

type Table = Paper['tables'][number];
type Row = readonly string[];

/** Amounts are hundredths of 万元. */
interface Pen extends Chance {
  readonly unit: string;
  readonly cell: (amount: bigint) => string;
  readonly some: () => bigint;
  readonly percent: (a: bigint, b: bigint) => string;
}

function penFrom(seed: number): Pen {
  const chance = chanceFrom(seed);
  const print = chance.pick([
    { unit: '万元', decimals: 0, thousands: true },
    { unit: '万元', decimals: 0, thousands: false },
    { unit: '万元', decimals: 2, thousands: true },
    { unit: '亿元', decimals: 2, thousands: false },
    { unit: '亿元', decimals: 1, thousands: false },
  ]);
  return {
    ...chance,
    unit: `单位：${print.unit}`,
    cell: (amount) => {
      const text = rounded(amount, print.unit === '亿元' ? 1_000_000n : 100n, print.decimals);
      const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(.*)$/.exec(text) ?? [];
      return sign + (print.thousands ? grouped(whole) : whole) + rest;
    },
    some: () => BigInt(10 ** 6 + chance.below(9 * 10 ** 7)),
    percent: (a, b) => (b === 0n ? '' : rounded(a * 100n, b, 1)),
  };
}

const draw = (rows: readonly Row[]): string => rows.map((row) => row.join('|')).join('\n');
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, amount) => all + amount, 0n);

/** Taxes and other income with last year, changes or shares; 其中 may name some of the taxes only. */
function income(pen: Pen): Table {
  const names = ['增值税', '企业所得税', '个人所得税', '资源税', '城市维护建设税', '房产税', '印花税', '契税'].slice(
    0,
    3 + pen.below(5),
  );
  const others = ['专项收入', '行政事业性收费收入', '罚没收入', '国有资源（资产）有偿使用收入', '其他收入'];
  const listed = (labels: readonly string[]) => {
    const now = split(pen.some(), labels.length, pen);
    return { labels, now, before: now.map((amount) => (amount * BigInt(80 + pen.below(40))) / 100n) };
  };
  const [taxes, rest] = [listed(names), listed(others)];
  const whole = sum(taxes.now) + sum(rest.now);
  const columns = pen.pick<readonly [Row, (now: bigint, before: bigint) => Row]>([
    [[], () => []],
    [['执行数为上年%'], (now, before) => [pen.percent(now, before)]],
    [['增减额', '增减%'], (now, before) => [pen.cell(now - before), pen.percent(now - before, before)]],
    [['增长%', '占比%'], (now, before) => [pen.percent(now - before, before), pen.percent(now, whole)]],
  ]);
  const row = (name: string, now: bigint, before: bigint): Row => [
    name,
    pen.cell(before),
    pen.cell(now),
    ...columns[1](now, before),
  ];
  const rowsOf = ({ labels, now, before }: typeof taxes, title: string, shown: number): Row[] => [
    row(title, sum(now), sum(before)),
    ...labels
      .slice(0, shown)
      .map((label, i) =>
        row(`${shown < labels.length && i === 0 ? '其中：' : ''}${label}`, now[i] ?? 0n, before[i] ?? 0n),
      ),
  ];
  const numbers = pen.pick<readonly [string, string]>([
    ['一、', '二、'],
    ['（一）', '（二）'],
    ['', ''],
  ]);
  const rows = [
    ...rowsOf(taxes, `${numbers[0]}税收收入`, pen.once(3) ? 2 : names.length),
    ...rowsOf(rest, `${numbers[1]}非税收入`, others.length),
  ];
  const total = row(
    pen.pick(['合计', '收入合计', '本年收入合计', '一般公共预算收入合计']),
    whole,
    sum(taxes.before) + sum(rest.before),
  );
  const body = pen.once(2) ? [total, ...rows] : [...rows, total];
  return {
    above: [pen.pick(['2025年全市一般公共预算收入执行情况表', '2025年县级一般公共预算收入决算表']), pen.unit],
    grid: draw([
      ['项目', pen.pick(['2024年决算数', '2025年预算数']), pen.pick(['2025年执行数', '2025年决算数']), ...columns[0]],
      ...body,
      ...(pen.once(3) ? [row('上级补助收入', pen.some(), pen.some())] : []),
    ]),
  };
}

/** Income and expenditure in two lanes; a plan need not balance. */
function balance(pen: Pen): Table {
  const own = [pen.some(), pen.some()];
  const added = ['上级补助收入', '下级上解收入', '债务转贷收入', '上年结余收入', '调入资金']
    .slice(0, 2 + pen.below(4))
    .map((name) => [name, pen.some()] as const);
  const all = sum([...own, ...added.map(([, amount]) => amount)]);
  const isPlan = pen.once(3);
  const spent = split(isPlan ? (all * BigInt(60 + pen.below(60))) / 100n : all, 7, pen);
  const left: Row[] = [
    ['税收收入', pen.cell(own[0] ?? 0n)],
    ['非税收入', pen.cell(own[1] ?? 0n)],
    ['本年收入合计', pen.cell(sum(own))],
    ...added.map(([name, amount]) => [name, pen.cell(amount)]),
  ];
  const right: Row[] = [
    ...['一般公共服务支出', '教育支出', '农林水支出'].map((name, i) => [name, pen.cell(spent[i] ?? 0n)]),
    ['本年支出合计', pen.cell(sum(spent.slice(0, 3)))],
    ...['上解支出', '债务还本支出', '安排预算稳定调节基金', '年终结余'].map((name, i) => [
      name,
      pen.cell(spent[i + 3] ?? 0n),
    ]),
  ];
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [
    ...(left[i] ?? ['', '']),
    ...(right[i] ?? ['', '']),
  ]);
  const word = isPlan ? '合计' : '总计';
  return {
    above: [isPlan ? '2026—2028年收支规划表' : '2025年一般公共预算收支决算总表', pen.unit],
    grid: draw([
      ['收入', '<', '支出', '<'],
      ['项目', '金额', '项目', '金额'],
      ...rows,
      [`收入${word}`, pen.cell(all), `支出${word}`, pen.cell(sum(spent))],
    ]),
  };
}

/** Limits and balances of debts by place, a column under 其中, and averages under the heads of amounts. */
function debts(pen: Pen): Table {
  const places = ['市本级', '甲县', '乙县', '丙区'].slice(0, 2 + pen.below(3));
  const [ofWhich, averages] = [pen.once(2), pen.once(2)];
  const rate = (): string => `${2 + pen.below(12)}.${pen.below(10)}`;
  const amounts = places.map(() => {
    const [general, special] = [pen.some(), pen.some()];
    return [general, general / 7n, special, (general * 9n) / 10n, (special * 95n) / 100n];
  });
  const row = (
    name: string,
    [general = 0n, loans = 0n, special = 0n, owedGeneral = 0n, owedSpecial = 0n]: readonly bigint[],
  ): Row => [
    name,
    pen.cell(general + special),
    pen.cell(general),
    ...(ofWhich ? [pen.cell(loans)] : []),
    pen.cell(special),
    pen.cell(owedGeneral + owedSpecial),
    pen.cell(owedGeneral),
    pen.cell(owedSpecial),
    ...(averages ? [rate(), rate(), rate()] : []),
  ];
  const all = row(
    pen.pick(['全市', '合计']),
    [0, 1, 2, 3, 4].map((at) => sum(amounts.map((one) => one[at] ?? 0n))),
  );
  return {
    above: ['2025年地方政府债务限额及余额情况表', pen.unit],
    grid: draw([
      [
        '地区',
        '债务限额',
        '<',
        ...(ofWhich ? ['<'] : []),
        '<',
        '债务余额',
        '<',
        '<',
        ...(averages ? [pen.pick(['平均年限', '平均利率（%）', '债券加权平均期限（年）', '增长率']), '<', '<'] : []),
      ],
      [
        '^',
        pen.pick(['合计', '小计', '']),
        '一般债务',
        ...(ofWhich ? ['其中：外贷'] : []),
        '专项债务',
        '合计',
        '一般债务',
        '专项债务',
        ...(averages ? ['合计', '一般债务', '专项债务'] : []),
      ],
      ...(pen.once(3) ? [] : [all]),
      ...amounts.map((one, i) => row(places[i] ?? '', one)),
    ]),
  };
}

/** Insurance funds in columns: balance = opening + income − expenditure, where the opening is printed. */
function insurance(pen: Pen): Table {
  const funds = ['企业职工基本养老保险基金', '城乡居民基本养老保险基金', '职工基本医疗保险基金', '失业保险基金'].slice(
    0,
    2 + pen.below(3),
  );
  const amounts = funds.map(() => {
    const [fees, subsidies] = [pen.some(), pen.some()];
    const all = fees + subsidies + fees / 50n;
    const spent = (all * 9n) / 10n;
    const opening = pen.some();
    return [all, fees, subsidies, fees / 50n, spent, all - spent, opening, opening + all - spent];
  });
  const [withTotal, withInterest, withOpening] = [pen.once(2), pen.once(2), pen.once(2)];
  const rows: readonly (readonly [string, number])[] = [
    ['一、收入', 0],
    ['其中：保险费收入', 1],
    ['财政补贴收入', 2],
    ...(withInterest ? [['利息收入', 3] as const] : []),
    ['二、支出', 4],
    ['三、本年收支结余', 5],
    ...(withOpening ? [['四、上年末滚存结余', 6] as const] : []),
    [withOpening ? '五、年末滚存结余' : '四、年末滚存结余', 7],
  ];
  return {
    above: ['2025年社会保险基金预算收支执行情况表', pen.unit],
    grid: draw([
      ['项目', ...(withTotal ? ['合计'] : []), ...funds],
      ...rows.map(([name, at]) => [
        name,
        ...(withTotal ? [pen.cell(sum(amounts.map((one) => one[at] ?? 0n)))] : []),
        ...amounts.map((one) => pen.cell(one[at] ?? 0n)),
      ]),
    ]),
  };
}

/** Levels of government with transfers between them: their sum counts these once. */
function levels(pen: Pen): Table {
  const own = [pen.some(), pen.some()];
  const transfers = ['返还性收入', '一般性转移支付收入', '专项转移支付收入', '债务转贷收入'].map((name) => {
    const amount = pen.some();
    return [name, pen.cell(amount), pen.cell(amount), pen.cell((amount * BigInt(30 + pen.below(60))) / 100n)];
  });
  return {
    above: ['2025年全市一般公共预算收支平衡表', pen.unit],
    grid: draw([
      [
        '项目',
        ...pen.pick<Row>([
          ['全市', '市本级', '县（市、区）级'],
          ['合计', '自治区本级', '地县级'],
          ['全省', '省本级', '市县'],
        ]),
      ],
      ['一般公共预算收入', ...[sum(own), ...own].map(pen.cell)],
      ...transfers,
    ]),
  };
}

/** Years in rows, then an average, a growth or a sum of them. */
function years(pen: Pen): Table {
  const amounts = [2021, 2022, 2023, 2024, 2025].map(() => [pen.some(), pen.some()] as const);
  const column = (at: 0 | 1): bigint => sum(amounts.map((one) => one[at]));
  const row = (name: string, a: bigint, b: bigint, share: string): Row => [name, ...[a + b, a, b].map(pen.cell), share];
  return {
    above: ['近五年财政收入情况表', pen.unit],
    grid: draw([
      ['年度', '财政收入合计', '一般公共预算收入', '政府性基金收入', '占比（%）'],
      ...amounts.map(([a, b], i) => row(`${2021 + i}年`, a, b, pen.percent(a, a + b))),
      ...(pen.once(2) ? [row('合计', column(0), column(1), '')] : []),
      pen.pick<Row>([row('五年平均', column(0) / 5n, column(1) / 5n, ''), ['年均增长（%）', '5.2', '4.8', '6.9', '']]),
    ]),
  };
}

/** Transfers by kind, whose items may be left blank. */
function transfers(pen: Pen): Table {
  const [general, special, back] = [split(pen.some(), 4, pen), split(pen.some(), 3, pen), pen.some()];
  const blank = pen.once(3);
  const item = (name: string, amount = 0n): Row => [name, blank ? '' : pen.cell(amount)];
  const total: Row = [pen.pick(['上级补助收入', '合计']), pen.cell(back + sum(general) + sum(special))];
  const rows: Row[] = [
    ['（一）返还性收入', pen.cell(back)],
    ['（二）一般性转移支付收入', pen.cell(sum(general))],
    item('1.均衡性转移支付', general[0]),
    item('2.县级基本财力保障机制奖补资金', general[1]),
    item('3.结算补助', general[2]),
    item('4.共同财政事权转移支付', general[3]),
    item('其中：教育', (general[3] ?? 0n) / 3n),
    item('社会保障和就业', (general[3] ?? 0n) / 4n),
    ['（三）专项转移支付收入', pen.cell(sum(special))],
    ...['1.农林水', '2.交通运输', '3.其他'].map((name, i) => [name, pen.cell(special[i] ?? 0n)]),
  ];
  return {
    above: ['2025年上级补助收入决算表', pen.unit],
    grid: draw([['项目', '决算数'], ...(pen.once(2) ? [total, ...rows] : [...rows, total])]),
  };
}

/** Years, their change and its rate in rows, items in columns. */
function transposed(pen: Pen): Table {
  const before = split(pen.some(), 3, pen);
  const now = before.map((amount) => (amount * BigInt(80 + pen.below(50))) / 100n);
  const [old, young] = [
    [sum(before), ...before],
    [sum(now), ...now],
  ];
  const at = (index: number): bigint => old[index] ?? 0n;
  return {
    above: ['“三公”经费增减变动情况表', pen.unit],
    grid: draw([
      ['年度', '合计', '因公出国（境）费', '公务用车购置及运行维护费', '公务接待费'],
      ['2024年', ...old.map(pen.cell)],
      ['2025年', ...young.map(pen.cell)],
      ...(pen.once(2) ? [['增减额', ...young.map((amount, i) => pen.cell(amount - at(i)))]] : []),
      [
        pen.pick(['增减%', '2025年比2024年增减%', '增减幅度（%）']),
        ...young.map((amount, i) => pen.percent(amount - at(i), at(i))),
      ],
      ...(pen.once(2) ? [['占比（%）', ...young.map((amount) => pen.percent(amount, sum(now)))]] : []),
    ]),
  };
}

/** Bodies of a department with a column under 其中. */
function bodies(pen: Pen): Table {
  const names = ['某局机关', '某局执法支队', '某局信息中心', '某局培训中心'].slice(0, 2 + pen.below(3));
  const amounts = names.map(() => [pen.some(), pen.some() / 3n, pen.once(2) ? pen.some() / 9n : 0n]);
  const carried = pen.once(2);
  const row = (name: string, [general = 0n, undertaking = 0n, other = 0n]: readonly bigint[]): Row => [
    name,
    pen.cell(general + undertaking + other),
    pen.cell(general),
    ...(carried ? [pen.cell(general / 6n)] : []),
    pen.cell(undertaking),
    other === 0n ? '' : pen.cell(other),
  ];
  return {
    above: ['部门收入总表', pen.unit],
    grid: draw([
      ['单位名称', '合计', '一般公共预算', ...(carried ? ['其中：上年结转'] : []), '事业收入', '其他收入'],
      ...(pen.once(2)
        ? [
            row(
              '合计',
              [0, 1, 2].map((at) => sum(amounts.map((one) => one[at] ?? 0n))),
            ),
          ]
        : []),
      ...amounts.map((one, i) => row(names[i] ?? '', one)),
    ]),
  };
}

const accounts: readonly (readonly [string, string])[] = [
  ['201', '一般公共服务支出'],
  ['20103', '政府办公厅（室）及相关机构事务'],
  ['2010301', '行政运行'],
  ['2010302', '一般行政管理事务'],
  ['20129', '群众团体事务'],
  ['2012901', '行政运行'],
  ['205', '教育支出'],
  ['20502', '普通教育'],
  ['2050201', '学前教育'],
  ['2050202', '小学教育'],
  ['208', '社会保障和就业支出'],
  ['20805', '行政事业单位养老支出'],
  ['2080505', '机关事业单位基本养老保险缴费支出'],
  ['221', '住房保障支出'],
  ['22102', '住房改革支出'],
  ['2210201', '住房公积金'],
];

/** A form by account cut anywhere into two tables: without head, with it, with title and head, with fewer columns. */
function pieces(pen: Pen): Table[] {
  const items = accounts
    .filter(([code]) => code.length === 7)
    .map(([code]) => [code, pen.some(), pen.once(2) ? pen.some() : 0n] as const);
  const row = (code: string, name: string): Row => {
    const own = items.filter(([item]) => item.startsWith(code));
    const [basic, project] = [sum(own.map(([, amount]) => amount)), sum(own.map(([, , amount]) => amount))];
    return [
      code,
      name,
      pen.cell(basic + project),
      basic === 0n ? '' : pen.cell(basic),
      project === 0n ? '' : pen.cell(project),
    ];
  };
  const rows = [row('', '合计'), ...accounts.map(([code, name]) => row(code, name))];
  const at = 2 + pen.below(rows.length - 3);
  const head = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
  const title = pen.pick(['一般公共预算支出表', '支出决算表', '部门支出总表', '一般公共预算财政拨款支出决算表']);
  const first: Table = { above: [title, pen.unit], grid: draw([head, ...rows.slice(0, at)]) };
  const rest = rows.slice(at);
  return pen.pick<Table[]>([
    [first, { above: [], grid: draw(rest) }],
    [first, { above: [title, pen.unit], grid: draw([head, ...rest]) }],
    [first, { above: ['- 5 -'], grid: draw([head, ...rest]) }],
    [
      {
        ...first,
        grid: draw([[...head, '经营支出', '备注'], ...rows.slice(0, at).map((cells) => [...cells, '', ''])]),
      },
      { above: [], grid: draw(rest) },
    ],
    [first, { above: [`${title}（续）`, pen.unit], grid: draw([head, ...rest]) }],
  ]);
}

const kinds: readonly ((pen: Pen) => Table | Table[])[] = [
  income,
  balance,
  debts,
  insurance,
  levels,
  years,
  transfers,
  transposed,
  bodies,
  pieces,
];

/**
 * A page with one table of a government or department: all its figures agree, or are nothing to add up.
 * @param seed what to draw; the same seed gives the same table, and the kinds take turns
 */
export function tablePaperFrom(seed: number): Paper {
  const at = seed % kinds.length;
  return {
    title: at >= kinds.indexOf(transposed) ? '示例市某局2025年部门预算' : '示例市2025年财政决算',
    lines: [],
    tables: [kinds[at]?.(penFrom(seed)) ?? []].flat(),
  };
}
