import fc from 'fast-check';
import type { Drawn } from './build.ts';

/** How a document prints its money. */
export interface Style {
  readonly unit: '元' | '万元';
  readonly decimals: number;
  /** Trailing zeros left out, as spreadsheets do. */
  readonly stripped: boolean;
  /** Zeros printed as blanks. */
  readonly blankZeros: boolean;
  readonly thousands: boolean;
}

export const styles: readonly Style[] = [
  { unit: '万元', decimals: 2, stripped: false, blankZeros: true, thousands: false },
  { unit: '万元', decimals: 2, stripped: true, blankZeros: false, thousands: true },
  { unit: '万元', decimals: 6, stripped: false, blankZeros: false, thousands: false },
  { unit: '元', decimals: 2, stripped: false, blankZeros: true, thousands: true },
];

const fenPer = { 元: 100n, 万元: 1_000_000n } as const;

/** Prints an amount of fen, rounded half up. */
export function print(fen: bigint, style: Style): string {
  if (fen === 0n && style.blankZeros) return '';
  // Rounded away from zero by its size, as spreadsheets do.
  if (fen < 0n) return `-${print(-fen, style)}`;
  const scale = 10n ** BigInt(style.decimals);
  const numerator = fen * scale;
  const per = fenPer[style.unit];
  const rounded = (2n * numerator + per) / (2n * per);
  const whole = (rounded / scale).toString();
  const fraction = (rounded % scale).toString().padStart(style.decimals, '0');
  const grouped = style.thousands ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const tail = style.stripped ? fraction.replace(/0+$/, '') : fraction;
  return tail === '' ? grouped : `${grouped}.${tail}`;
}

/** One item of the accounts: what it got and spent, in fen. */
interface Item {
  readonly code: string;
  readonly basic: bigint;
  readonly project: bigint;
  /** Project money that is not fiscal. */
  readonly other: bigint;
  readonly fund: boolean;
}

export interface Accounts {
  readonly items: readonly Item[];
  readonly openingGeneral: bigint;
  readonly openingOther: bigint;
  readonly closingGeneral: bigint;
  readonly closingOther: bigint;
  readonly personnelShare: number;
}

const classNames: readonly (readonly [string, string])[] = [['201', '一般公共服务支出'], ['205', '教育支出'], ['208', '社会保障和就业支出'], ['210', '卫生健康支出'], ['221', '住房保障支出']];

/** Amounts from 0.01 万元 on: what rounds to nothing is not printed in accounts of this size. */
const money = fc.bigInt({ min: 10_000n, max: 9_999_999_999n });
const maybe = fc.oneof({ arbitrary: fc.constant(0n), weight: 1 }, { arbitrary: money, weight: 1 });

/** Random consistent accounts. */
export const accountsArbitrary: fc.Arbitrary<Accounts> = fc.record({
  items: fc.uniqueArray(
    fc.record({ of: fc.nat(classNames.length - 1), section: fc.integer({ min: 1, max: 3 }), item: fc.integer({ min: 1, max: 4 }), basic: money, project: maybe, other: maybe }),
    { minLength: 2, maxLength: 14, selector: (item) => `${item.of}${item.section}${item.item}` },
  ).map((list) => list.map(({ of, section, item, basic, project, other }): Item => ({ code: `${classNames[of]?.[0] ?? '201'}0${section}0${item}`, basic, project, other, fund: false }))),
  fund: maybe,
  openingGeneral: maybe,
  openingOther: maybe,
  closingGeneral: money,
  closingOther: maybe,
  personnelShare: fc.integer({ min: 1, max: 9 }),
}).map(({ items, fund, ...rest }) => ({
  items: fund === 0n ? items : [...items, { code: '2120801', basic: 0n, project: fund, other: 0n, fund: true }],
  ...rest,
}));

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/** Draws the nine forms of accounts. */
export function draw(accounts: Accounts, style: Style): Drawn[] {
  const p = (fen: bigint): string => print(fen, style);
  const about = ['部门：示例市政务服务中心', '2024年度', `单位：${style.unit}`];
  const items = [...accounts.items].sort((a, b) => a.code.localeCompare(b.code));
  const general = items.filter((item) => !item.fund);
  const fund = items.filter((item) => item.fund);
  const spentGeneral = sum(general.map((item) => item.basic + item.project));
  const spentOther = sum(general.map((item) => item.other));
  const spentFund = sum(fund.map((item) => item.project));
  // What came in is what was spent and kept, less what was there.
  const openingGeneral = accounts.openingGeneral < spentGeneral ? accounts.openingGeneral : 0n;
  const openingOther = accounts.openingOther < spentOther ? accounts.openingOther : 0n;
  const closingOther = spentOther > 0n ? accounts.closingOther : 0n;
  const inGeneral = spentGeneral + accounts.closingGeneral - openingGeneral;
  const inOther = spentOther + closingOther - openingOther;
  const inYear = inGeneral + spentFund + inOther;
  const outYear = spentGeneral + spentFund + spentOther;

  const rows = (list: readonly Item[], cells: (of: readonly Item[]) => string[]): string[] => {
    const out: string[] = [];
    const seen = new Set<string>();
    for (const item of list) {
      for (const length of [3, 5, 7]) {
        const code = item.code.slice(0, length);
        if (seen.has(code)) continue;
        seen.add(code);
        out.push([code, `科目${code}`, ...cells(list.filter((other) => other.code.startsWith(code)))].join('|'));
      }
    }
    return out;
  };
  // The first item takes what is not spent, so that income rows add up too.
  const [firstItem] = general;
  const incomeOf = (of: readonly Item[]): { fiscal: bigint; other: bigint } => {
    const first = of.some((item) => item === firstItem);
    const fiscal = sum(of.map((item) => (item === firstItem ? 0n : item.basic + item.project))) + (first ? inGeneral - sum(general.filter((item) => item !== firstItem).map((item) => item.basic + item.project)) : 0n);
    const other = sum(of.map((item) => (item === firstItem ? 0n : item.other))) + (first ? inOther - sum(general.filter((item) => item !== firstItem).map((item) => item.other)) : 0n);
    return { fiscal, other };
  };
  const classes = [...new Set(items.map((item) => item.code.slice(0, 3)))];
  const inClass = (list: readonly Item[], code: string): readonly Item[] => list.filter((item) => item.code.startsWith(code));
  const nameOf = (code: string): string => classNames.find(([known]) => known === code)?.[1] ?? '城乡社区支出';
  const expenditureLines = (values: (code: string) => string[], totals: readonly (readonly [string, ...string[]])[]): string[][] => [
    ...classes.map((code) => [`一、${nameOf(code)}`, '', ...values(code)]),
    ...totals.map(([label, ...cells]) => [label, '', ...cells]),
  ];
  const sideBySide = (left: readonly (readonly string[])[], right: readonly (readonly string[])[], width: number): string[] => {
    const leftTotal = left.at(-1) ?? [];
    const rightTotal = right.at(-1) ?? [];
    const height = Math.max(left.length, right.length) - 1;
    const lines: string[] = [];
    for (let index = 0; index < height; index += 1) {
      lines.push([...((index < left.length - 1 ? left[index] : undefined) ?? ['', '', '']), ...((index < right.length - 1 ? right[index] : undefined) ?? new Array<string>(width).fill(''))].join('|'));
    }
    lines.push([...leftTotal, ...rightTotal].join('|'));
    return lines;
  };
  const all = (list: readonly Item[]): bigint => sum(list.map((item) => item.basic + item.project + item.other));
  const basics = sum(general.map((item) => item.basic));
  const personnel = (basics * BigInt(accounts.personnelShare)) / 10n;
  const operating = basics - personnel;
  const wages = (personnel * 3n) / 5n;
  const reception = operating / 7n;
  const vehicles = operating / 11n;

  return [
    {
      above: ['收入支出决算总表', '公开01表', ...about],
      grid: ['收入|<|<|支出|<|<', '项目|行次|金额|项目|行次|金额', '栏次||1|栏次||2', ...sideBySide(
        [['一、一般公共预算财政拨款收入', '1', p(inGeneral)], ['二、政府性基金预算财政拨款收入', '2', p(spentFund)], ['三、国有资本经营预算财政拨款收入', '3', p(0n)], ['八、其他收入', '4', p(inOther)], ['本年收入合计', '5', p(inYear)], ['使用非财政拨款结余', '6', p(0n)], ['年初结转和结余', '7', p(openingGeneral + openingOther)], ['总计', '8', p(inYear + openingGeneral + openingOther)]],
        expenditureLines((code) => [p(all(inClass(items, code)))], [['本年支出合计', p(outYear)], ['结余分配', p(0n)], ['年末结转和结余', p(accounts.closingGeneral + closingOther)], ['总计', p(inYear + openingGeneral + openingOther)]]),
        3,
      )].join('\n'),
    },
    {
      above: ['收入决算表', '公开02表', ...about],
      grid: ['项目|<|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入', '科目代码|科目名称|^|^|^|^|^|^|^', '栏次|<|1|2|3|4|5|6|7',
        ['合计', '<', p(inYear), p(inGeneral + spentFund), p(0n), p(0n), p(0n), p(0n), p(inOther)].join('|'),
        ...rows(items, (of) => {
          const plain = incomeOf(of.filter((item) => !item.fund));
          const fiscal = plain.fiscal + sum(of.filter((item) => item.fund).map((item) => item.project));
          return [p(fiscal + plain.other), p(fiscal), p(0n), p(0n), p(0n), p(0n), p(plain.other)];
        })].join('\n'),
    },
    {
      above: ['支出决算表', '公开03表', ...about],
      grid: ['项目|<|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出', '科目代码|科目名称|^|^|^|^|^|^', '栏次|<|1|2|3|4|5|6',
        ['合计', '<', p(outYear), p(basics), p(outYear - basics), p(0n), p(0n), p(0n)].join('|'),
        ...rows(items, (of) => [p(all(of)), p(sum(of.map((item) => item.basic))), p(sum(of.map((item) => item.project + item.other))), p(0n), p(0n), p(0n)])].join('\n'),
    },
    {
      above: ['财政拨款收入支出决算总表', '公开04表', ...about],
      grid: ['收入|<|<|支出|<|<|<|<|<', '项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款', '栏次||1|栏次||2|3|4|5', ...sideBySide(
        [['一、一般公共预算财政拨款', '1', p(inGeneral)], ['二、政府性基金预算财政拨款', '2', p(spentFund)], ['三、国有资本经营预算财政拨款', '3', p(0n)], ['本年收入合计', '4', p(inGeneral + spentFund)], ['年初财政拨款结转和结余', '5', p(openingGeneral)], ['一般公共预算财政拨款', '6', p(openingGeneral)], ['政府性基金预算财政拨款', '7', p(0n)], ['国有资本经营预算财政拨款', '8', p(0n)], ['总计', '9', p(inGeneral + spentFund + openingGeneral)]],
        expenditureLines((code) => {
          const a = sum(inClass(general, code).map((item) => item.basic + item.project));
          const b = sum(inClass(fund, code).map((item) => item.project));
          return [p(a + b), p(a), p(b), p(0n)];
        }, [['本年支出合计', p(spentGeneral + spentFund), p(spentGeneral), p(spentFund), p(0n)], ['年末财政拨款结转和结余', p(accounts.closingGeneral), p(accounts.closingGeneral), p(0n), p(0n)], ['总计', p(inGeneral + spentFund + openingGeneral), p(spentGeneral + accounts.closingGeneral), p(spentFund), p(0n)]]),
        6,
      )].join('\n'),
    },
    {
      above: ['一般公共预算财政拨款支出决算表', '公开05表', ...about],
      grid: ['项目|<|本年支出|<|<', '功能分类科目编码|科目名称|小计|基本支出|项目支出', '栏次|<|1|2|3',
        ['合计', '<', p(spentGeneral), p(basics), p(spentGeneral - basics)].join('|'),
        ...rows(general, (of) => [p(sum(of.map((item) => item.basic + item.project))), p(sum(of.map((item) => item.basic))), p(sum(of.map((item) => item.project)))])].join('\n'),
    },
    {
      above: ['一般公共预算财政拨款基本支出决算明细表', '公开06表', ...about],
      grid: ['人员经费|<|<|公用经费|<|<', '科目代码|科目名称|决算数|科目代码|科目名称|决算数',
        ['301', '工资福利支出', p(wages), '302', '商品和服务支出', p(operating)].join('|'),
        ['30101', '基本工资', p(wages - wages / 3n), '30201', '办公费', p(operating - reception - vehicles)].join('|'),
        ['30102', '津贴补贴', p(wages / 3n), '30217', '公务接待费', p(reception)].join('|'),
        ['303', '对个人和家庭的补助', p(personnel - wages), '30231', '公务用车运行维护费', p(vehicles)].join('|'),
        ['30302', '退休费', p(personnel - wages), '', '', ''].join('|'),
        ['人员经费合计', '<', p(personnel), '公用经费合计', '<', p(operating)].join('|')].join('\n'),
    },
    {
      above: ['财政拨款“三公”经费支出决算表', '公开09表', ...about],
      grid: ['预算数|<|<|<|<|<|决算数|<|<|<|<|<',
        '合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费',
        '^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^', '1|2|3|4|5|6|7|8|9|10|11|12',
        [p(reception + vehicles * 3n), p(0n), p(vehicles * 3n), p(vehicles), p(vehicles * 2n), p(reception), p(reception + vehicles * 2n), p(0n), p(vehicles * 2n), p(vehicles), p(vehicles), p(reception)].join('|')].join('\n'),
    },
  ];
}
