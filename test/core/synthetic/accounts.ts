import fc from 'fast-check';
import { leaf, maybe, money, nil, sideBySide, sum, type Amount, type Sheet, type Style } from './sheet.ts';

/** One item of the accounts: what was spent on it, in fen. */
interface Item {
  readonly code: string;
  readonly budget: 'general' | 'fund' | 'capital';
  readonly basic: Amount;
  readonly project: Amount;
  /** Project money that is not fiscal. */
  readonly other: Amount;
}

export interface Accounts {
  readonly items: readonly Item[];
  readonly opening: { readonly general: bigint; readonly fund: bigint; readonly other: bigint };
  readonly closing: { readonly general: bigint; readonly fund: bigint; readonly other: bigint };
  /** Beijing's layouts: no total column in the fiscal summary, no line numbers, budget and outturn as rows, names without codes. */
  readonly beijing: boolean;
  readonly shares: readonly [bigint, bigint, bigint];
}

const classNames: Readonly<Record<string, string>> = {
  201: '一般公共服务支出',
  205: '教育支出',
  208: '社会保障和就业支出',
  210: '卫生健康支出',
  212: '城乡社区支出',
  221: '住房保障支出',
  223: '国有资本经营预算支出',
};
const generalClasses = ['201', '205', '208', '210', '221'];

/** Random consistent accounts. */
export const accountsArbitrary: fc.Arbitrary<Accounts> = fc
  .record({
    general: fc.uniqueArray(
      fc.record({
        of: fc.nat(generalClasses.length - 1),
        section: fc.integer({ min: 1, max: 3 }),
        item: fc.integer({ min: 1, max: 4 }),
        basic: maybe,
        project: money,
        other: maybe,
      }),
      { minLength: 2, maxLength: 14, selector: (item) => `${item.of}${item.section}${item.item}` },
    ),
    fund: fc.uniqueArray(fc.record({ item: fc.integer({ min: 1, max: 4 }), basic: maybe, project: money }), {
      maxLength: 3,
      selector: ({ item }) => item,
    }),
    capital: maybe,
    opening: fc.record({ general: maybe, fund: maybe, other: maybe }),
    closing: fc.record({ general: maybe, fund: maybe, other: maybe }),
    beijing: fc.boolean(),
    shares: fc.tuple(fc.bigInt({ min: 2n, max: 9n }), fc.bigInt({ min: 2n, max: 9n }), fc.bigInt({ min: 2n, max: 9n })),
  })
  .map(({ general, fund, capital, ...rest }) => ({
    items: [
      ...general.map(({ of, section, item, basic, project, other }): Item => ({
        code: `${generalClasses[of] ?? ''}0${section}0${item}`,
        budget: 'general',
        basic: leaf(basic),
        project: leaf(project),
        other: leaf(other),
      })),
      ...fund.map(({ item, basic, project }): Item => ({
        code: `212080${item}`,
        budget: 'fund',
        basic: leaf(basic),
        project: leaf(project),
        other: nil,
      })),
      ...(capital === 0n
        ? []
        : [{ code: '2230105', budget: 'capital' as const, basic: nil, project: leaf(capital), other: nil }]),
    ].sort((a, b) => a.code.localeCompare(b.code)),
    ...rest,
  }));

type Cells = (string | Amount)[];

/** The rows of items and what they belong to: class, section, item. */
function accountRows(items: readonly Item[], cells: (of: readonly Item[]) => Cells): Cells[] {
  const seen = new Set<string>();
  return items.flatMap((item) =>
    [3, 5, 7].flatMap((length): Cells[] => {
      const code = item.code.slice(0, length);
      if (seen.has(code)) return [];
      seen.add(code);
      return [
        [
          code,
          length === 3 ? (classNames[code] ?? '') : `科目${code}`,
          ...cells(items.filter((other) => other.code.startsWith(code))),
        ],
      ];
    }),
  );
}

const basicOf = (items: readonly Item[]): Amount => sum(items.map((item) => item.basic));
const projectOf = (items: readonly Item[]): Amount => sum(items.map((item) => item.project));
const allProjectOf = (items: readonly Item[]): Amount => sum(items.flatMap((item) => [item.project, item.other]));
const spentOf = (items: readonly Item[]): Amount => sum(items.flatMap((item) => [item.basic, item.project]));
const allOf = (items: readonly Item[]): Amount => sum(items.flatMap((item) => [item.basic, item.project, item.other]));

/** Basic expenditure by economic classification: personnel, operating, and their items. */
function basicForm(
  name: string,
  number: string,
  items: readonly Item[],
  shares: Accounts['shares'],
  codes: boolean,
  about: readonly string[],
): { sheet: Sheet; reception: bigint; vehicles: bigint; abroad: bigint } {
  const [a, b, c] = shares;
  const whole = basicOf(items).fen;
  const personnel = (whole * a) / 10n;
  const operating = whole - personnel;
  const wages = (personnel * b) / 10n;
  const goods = (operating * c) / 10n;
  const [reception, vehicles, abroad] = [goods / 7n, goods / 11n, goods / 13n];
  const items301 = [leaf(wages / 2n), leaf(wages / 3n), leaf(wages - wages / 2n - wages / 3n)];
  const items303 = [leaf((personnel - wages) / 2n), leaf(personnel - wages - (personnel - wages) / 2n)];
  const items302 = [leaf(goods - reception - vehicles - abroad), leaf(abroad), leaf(reception), leaf(vehicles)];
  const items310 = [leaf((operating - goods) / 4n), leaf(operating - goods - (operating - goods) / 4n)];
  const row = (code: string, label: string, amount: Amount): Cells => (codes ? [code, label, amount] : [label, amount]);
  const left = [
    row('301', '工资福利支出', sum(items301)),
    ...['基本工资', '津贴补贴', '奖金'].map((label, index) => row(`3010${index + 1}`, label, items301[index] ?? nil)),
    row('303', '对个人和家庭的补助', sum(items303)),
    ...['离休费', '退休费'].map((label, index) => row(`3030${index + 1}`, label, items303[index] ?? nil)),
  ];
  const right = [
    row('302', '商品和服务支出', sum(items302)),
    ...(
      [
        ['30201', '办公费'],
        ['30212', '因公出国（境）费用'],
        ['30217', '公务接待费'],
        ['30231', '公务用车运行维护费'],
      ] as const
    ).map(([code, label], index) => row(code, label, items302[index] ?? nil)),
    row('310', '资本性支出', sum(items310)),
    ...(
      [
        ['31002', '办公设备购置'],
        ['31003', '专用设备购置'],
      ] as const
    ).map(([code, label], index) => row(code, label, items310[index] ?? nil)),
  ];
  const total = (label: string, parts: readonly Amount[]): Cells =>
    codes ? [label, '<', sum(parts)] : [label, sum(parts)];
  const width = codes ? 3 : 2;
  return {
    sheet: {
      above: [name, number, ...about],
      head: codes
        ? ['人员经费|<|<|公用经费|<|<', '科目代码|科目名称|决算数|科目代码|科目名称|决算数']
        : ['人员经费|<|公用经费|<', '项目|决算数|项目|决算数'],
      body: sideBySide(
        [...left, total('人员经费合计', [...items301, ...items303])],
        [...right, total('公用经费合计', [...items302, ...items310])],
        [width, width],
      ),
    },
    reception,
    vehicles,
    abroad,
  };
}

/** The ten forms and the fund's twin of the sixth. */
export function accountSheets({ items, shares, beijing, ...accounts }: Accounts, { unit }: Style): Sheet[] {
  const about = ['部门：示例市政务服务中心', '2024年度', `单位：${unit}`];
  const of = (budget: Item['budget']): Item[] => items.filter((item) => item.budget === budget);
  const [general, fund, capital] = [of('general'), of('fund'), of('capital')];
  const others = items.map((item) => item.other);
  const otherSpent = sum(others).fen;
  // What was there before is not more than what was spent; what came in is what was spent and kept, less what was there.
  const capped = (amount: bigint, most: bigint): Amount => leaf(amount < most ? amount : 0n);
  const opening = {
    general: capped(accounts.opening.general, spentOf(general).fen),
    fund: capped(accounts.opening.fund, spentOf(fund).fen),
    other: capped(accounts.opening.other, otherSpent),
  };
  // Something is left over, so that it can take what rounding leaves.
  const left = (amount: bigint): Amount => leaf(amount + 100_000n);
  const closing = {
    general: left(accounts.closing.general),
    fund: fund.length > 0 ? left(accounts.closing.fund) : nil,
    other: otherSpent > 0n ? leaf(accounts.closing.other) : nil,
  };
  const income = {
    general: leaf(spentOf(general).fen + closing.general.fen - opening.general.fen),
    fund: leaf(spentOf(fund).fen + closing.fund.fen - opening.fund.fen),
    capital: leaf(spentOf(capital).fen),
    other: leaf(otherSpent + closing.other.fen - opening.other.fen),
  };
  const fiscalIncome = sum([income.general, income.fund, income.capital]);
  const incomeParts = [income.general, income.fund, income.capital, income.other];
  const openings = sum([opening.general, opening.fund, opening.other]);
  const fiscalOpenings = sum([opening.general, opening.fund]);
  const classes = [...new Set(items.map((item) => item.code.slice(0, 3)))];
  const inClass = (list: readonly Item[], code: string): Item[] => list.filter((item) => item.code.startsWith(code));
  const grand = sum([...incomeParts, opening.general, opening.fund, opening.other]);
  const fiscalGrand = sum([income.general, income.fund, income.capital, opening.general, opening.fund]);
  // Where totals are added up from printed figures, the closing balance is what is left over.
  const fundTotals = {
    general: sum([income.general, opening.general]),
    fund: sum([income.fund, opening.fund]),
    capital: sum([income.capital]),
  };
  const numbered = (lines: readonly Cells[], from: number): Cells[] =>
    beijing ? [...lines] : lines.map(([label = '', ...rest], index) => [label, String(from + index), ...rest]);
  const lineNumbers = beijing ? 0 : 1;

  const incomeOf = (list: readonly Item[]): { fiscal: Amount; other: Amount } => {
    // The first item takes what is not spent, so that income rows add up too.
    const first = general[0];
    const has = list.some((item) => item === first);
    const rest = list.filter((item) => item !== first);
    const firstFund = fund[0];
    const fiscalOf = (item: Item): Amount => {
      const spread = (own: readonly Item[], came: Amount): Amount =>
        leaf(came.fen - spentOf(own.filter((one) => one !== item)).fen);
      if (item === first) return spread(general, income.general);
      return item === firstFund ? spread(fund, income.fund) : leaf(item.basic.fen + item.project.fen);
    };
    const otherOf = has && first ? [leaf(income.other.fen - sum(others.filter((one) => one !== first.other)).fen)] : [];
    return { fiscal: sum(list.map(fiscalOf)), other: sum([...otherOf, ...rest.map((item) => item.other)]) };
  };
  const columns = (list: readonly Item[]): Cells => {
    const came = incomeOf(list);
    return [sum([came.fiscal, came.other]), came.fiscal, nil, nil, nil, nil, came.other];
  };
  const split = (list: readonly Item[]): Cells => [spentOf(list), basicOf(list), projectOf(list)];
  const fundYear = (list: readonly Item[]): Cells => {
    const there = list.some((item) => item === fund[0]) ? opening.fund : nil;
    // The first item takes what the others do not.
    const came = sum(
      list.map((item) => leaf(item === fund[0] ? income.fund.fen - spentOf(fund.slice(1)).fen : spentOf([item]).fen)),
    );
    return [there, came, spentOf(list), basicOf(list), projectOf(list), sum([there, came], [spentOf(list)])];
  };
  const main = basicForm('一般公共预算财政拨款基本支出决算明细表', '公开06表', general, shares, !beijing, about);
  const twin = basicForm('政府性基金预算财政拨款基本支出决算表', '', fund, shares, !beijing, about);
  // The “three public” cover projects too.
  const [abroad, reception, purchase, operation] = [
    leaf(main.abroad * 2n),
    leaf(main.reception * 3n),
    leaf(main.vehicles * 4n),
    leaf(main.vehicles * 2n),
  ];
  const threePublic = (
    a: Amount,
    r: Amount,
    b: Amount,
    o: Amount,
  ): Record<'abroad' | 'reception' | 'purchase' | 'operation' | 'vehicles' | 'total', Amount> => ({
    abroad: a,
    reception: r,
    purchase: b,
    operation: o,
    vehicles: sum([b, o]),
    total: sum([a, r, b, o]),
  });
  const planned = threePublic(
    leaf(main.abroad * 3n),
    leaf(main.reception * 4n),
    leaf(main.vehicles * 5n),
    leaf(main.vehicles * 3n),
  );
  const spent = threePublic(abroad, reception, purchase, operation);
  const fiscalLine = (label: string, cells: Record<'general' | 'fund' | 'capital', Amount>): Cells => [
    label,
    ...(beijing ? [] : [sum([cells.general, cells.fund, cells.capital])]),
    cells.general,
    cells.fund,
    cells.capital,
  ];

  return [
    {
      above: ['收入支出决算总表', '公开01表', ...about],
      head: beijing
        ? ['收入|<|支出|<', '项目|决算数|项目|决算数']
        : ['收入|<|<|支出|<|<', '项目|行次|金额|项目|行次|金额', '栏次||1|栏次||2'],
      body: sideBySide(
        numbered(
          [
            ['一、一般公共预算财政拨款收入', income.general],
            ['二、政府性基金预算财政拨款收入', income.fund],
            ['三、国有资本经营预算财政拨款收入', income.capital],
            ['四、上级补助收入', nil],
            ['八、其他收入', income.other],
            ['本年收入合计', sum(incomeParts)],
            ['使用非财政拨款结余（含专用结余）', nil],
            ['年初结转和结余', openings],
            ['总计', grand],
          ],
          1,
        ),
        numbered(
          [
            ...classes.map((code): Cells => [`一、${classNames[code] ?? ''}`, allOf(inClass(items, code))]),
            ['本年支出合计', allOf(items)],
            ['结余分配', nil],
            ['年末结转和结余', sum([grand], [allOf(items)])],
            ['总计', grand],
          ],
          31,
        ),
        [2 + lineNumbers, 2 + lineNumbers],
      ),
    },
    {
      above: ['收入决算表', '公开02表', ...about],
      head: [
        '项目|<|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入',
        '科目代码|科目名称|^|^|^|^|^|^|^',
        '栏次|<|1|2|3|4|5|6|7',
      ],
      body: [['合计', '<', ...columns(items)], ...accountRows(items, columns)],
    },
    {
      above: ['支出决算表', '公开03表', ...about],
      head: [
        '项目|<|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出',
        '科目代码|科目名称|^|^|^|^|^|^',
        '栏次|<|1|2|3|4|5|6',
      ],
      body: [
        ['合计', '<', allOf(items), basicOf(items), allProjectOf(items), nil, nil, nil],
        ...accountRows(items, (list) => [allOf(list), basicOf(list), allProjectOf(list), nil, nil, nil]),
      ],
    },
    {
      above: ['财政拨款收入支出决算总表', '公开04表', ...about],
      head: beijing
        ? ['收入|<|支出|<|<|<', '项目|决算数|项目|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款']
        : [
            '收入|<|<|支出|<|<|<|<|<',
            '项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款',
            '栏次||1|栏次||2|3|4|5',
          ],
      body: sideBySide(
        numbered(
          [
            ['一、一般公共预算财政拨款', income.general],
            ['二、政府性基金预算财政拨款', income.fund],
            ['三、国有资本经营预算财政拨款', income.capital],
            ['本年收入合计', fiscalIncome],
            ['年初财政拨款结转和结余', fiscalOpenings],
            ['一般公共预算财政拨款', opening.general],
            ['政府性基金预算财政拨款', opening.fund],
            ['国有资本经营预算财政拨款', nil],
            ['总计', fiscalGrand],
          ],
          1,
        ),
        numbered(
          [
            ...classes.map((code): Cells =>
              fiscalLine(`一、${classNames[code] ?? ''}`, {
                general: spentOf(inClass(general, code)),
                fund: spentOf(inClass(fund, code)),
                capital: spentOf(inClass(capital, code)),
              }),
            ),
            fiscalLine('本年支出合计', { general: spentOf(general), fund: spentOf(fund), capital: spentOf(capital) }),
            fiscalLine('年末财政拨款结转和结余', {
              general: sum([fundTotals.general], [spentOf(general)]),
              fund: sum([fundTotals.fund], [spentOf(fund)]),
              capital: nil,
            }),
            fiscalLine('总计', fundTotals),
          ],
          33,
        ),
        [2 + lineNumbers, (beijing ? 4 : 5) + lineNumbers],
      ),
    },
    {
      above: ['一般公共预算财政拨款支出决算表', '公开05表', ...about],
      head: ['项目|<|本年支出|<|<', '功能分类科目编码|科目名称|小计|基本支出|项目支出', '栏次|<|1|2|3'],
      body: [['合计', '<', ...split(general)], ...accountRows(general, split)],
    },
    main.sheet,
    {
      above: ['政府性基金预算财政拨款收入支出决算表', '公开07表', ...about],
      head: [
        '项目|<|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余',
        '科目代码|科目名称|^|^|小计|基本支出|项目支出|^',
        '栏次|<|1|2|3|4|5|6',
      ],
      body: [['合计', '<', ...fundYear(fund)], ...accountRows(fund, fundYear)],
      ...(fund.length === 0 ? { below: ['说明：本表无数据。'] } : {}),
    },
    ...(fund.some((item) => item.basic.fen > 0n) ? [twin.sheet] : []),
    {
      above: ['国有资本经营预算财政拨款支出决算表', '公开08表', ...about],
      head: ['项目|<|本年支出|<|<', '科目代码|科目名称|合计|基本支出|项目支出', '栏次|<|1|2|3'],
      body: [['合计', '<', ...split(capital)], ...accountRows(capital, split)],
      ...(capital.length === 0 ? { below: ['说明：本表无数据。'] } : {}),
    },
    beijing
      ? {
          above: ['财政拨款“三公”经费支出决算表', ...about],
          head: [
            '项目|合计|因公出国（境）费|公务接待费|公务用车购置及运行维护费|<|<',
            '^|^|^|^|小计|公务用车购置费|公务用车运行维护费',
          ],
          body: (
            [
              ['2024年预算', planned],
              ['2024年决算', spent],
            ] as const
          ).map(([label, one]): Cells => [
            label,
            one.total,
            one.abroad,
            one.reception,
            one.vehicles,
            one.purchase,
            one.operation,
          ]),
        }
      : {
          above: ['财政拨款“三公”经费支出决算表', '公开09表', ...about],
          head: [
            '预算数|<|<|<|<|<|决算数|<|<|<|<|<',
            '合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费',
            '^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^',
            '1|2|3|4|5|6|7|8|9|10|11|12',
          ],
          body: [
            [planned, spent].flatMap((one): Cells => [
              one.total,
              one.abroad,
              one.vehicles,
              one.purchase,
              one.operation,
              one.reception,
            ]),
          ],
        },
  ];
}
