import fc from 'fast-check';
import {
  figure,
  leaf,
  maybe,
  money,
  nil,
  sideBySide,
  sum,
  type Amount,
  type Plain,
  type Sheet,
  type Style,
} from './sheet.ts';

/** Basic money of an account by economic class. */
interface Basic {
  readonly code: string;
  readonly economic: string;
  readonly amount: Amount;
}

/** A project: what the year gives it, what was left, what is its own. */
interface Project {
  readonly code: string;
  readonly name: string;
  readonly general: Amount;
  readonly fund: Amount;
  readonly capital: Amount;
  readonly carried: Amount;
  readonly own: Amount;
  readonly services: bigint;
}

export interface Budget {
  readonly basics: readonly Basic[];
  readonly projects: readonly Project[];
  readonly transfers: readonly bigint[];
  readonly cars: readonly [bigint, bigint, bigint, bigint];
}

const classes = {
  201: '一般公共服务支出',
  208: '社会保障和就业支出',
  212: '城乡社区支出',
  221: '住房保障支出',
  223: '国有资本经营预算支出',
} as const;
const accountOf = { general: '2010399', fund: '2120801', capital: '2230105' } as const;
const economics = [
  ['30101', '基本工资', '50101'],
  ['30102', '津贴补贴', '50101'],
  ['30302', '退休费', '50905'],
  ['30201', '办公费', '50201'],
  ['30217', '公务接待费', '50206'],
  ['30231', '公务用车运行维护费', '50208'],
] as const;
const isPersonnel = (economic: string): boolean => !economic.startsWith('302');

/** Random consistent budgets. */
export const budgetArbitrary: fc.Arbitrary<Budget> = fc
  .record({
    basics: fc.uniqueArray(
      fc.record({
        of: fc.nat(2),
        item: fc.integer({ min: 1, max: 2 }),
        economic: fc.nat(economics.length - 1),
        amount: money,
      }),
      { minLength: 3, maxLength: 12, selector: (one) => `${one.of}${one.item}${one.economic}` },
    ),
    projects: fc.array(
      fc.record({
        from: fc.constantFrom('general', 'general', 'fund', 'capital'),
        amount: money,
        carried: maybe,
        own: maybe,
        services: fc.bigInt({ min: 1n, max: 100n }),
      }),
      { minLength: 2, maxLength: 8 },
    ),
    transfers: fc.array(money, { minLength: 2, maxLength: 4 }),
    cars: fc.tuple(money, money, maybe, money),
  })
  .map(({ basics, projects, ...rest }) => ({
    basics: basics.map(({ of, item, economic, amount }): Basic => ({
      code: `${['201', '208', '221'][of] ?? ''}010${item}`,
      economic: economics[economic]?.[0] ?? '',
      amount: leaf(amount),
    })),
    projects: projects.map(({ from, amount, carried, own, services }, index): Project => ({
      code: accountOf[from],
      name: `示例第${'甲乙丙丁戊己庚辛'[index] ?? ''}号运行维护项目`,
      general: from === 'general' ? leaf(amount) : nil,
      fund: from === 'fund' ? leaf(amount) : nil,
      capital: from === 'capital' ? leaf(amount) : nil,
      carried: from === 'general' ? leaf(carried) : nil,
      own: leaf(own),
      services,
    })),
    ...rest,
  }));

type Cells = (string | Amount | Plain)[];
const wholeOf = (project: Project): Amount =>
  sum([project.general, project.fund, project.capital, project.carried, project.own]);

/** The budget set in Beijing's manner, 表一 to 表十四. */
export function budgetSheets({ basics, projects, transfers, cars }: Budget, { unit }: Style): Sheet[] {
  const about = [`单位：${unit}`];
  const general = sum([...basics.map((one) => one.amount), ...projects.map((one) => one.general)]);
  const fund = sum(projects.map((one) => one.fund));
  const capital = sum(projects.map((one) => one.capital));
  const own = sum(projects.map((one) => one.own));
  const carried = sum(projects.map((one) => one.carried));
  const codes = [...new Set([...basics, ...projects].map((one) => one.code))].sort();
  const leavesOf = (prefix: string): { basic: Amount[]; project: Amount[] } => ({
    basic: basics.filter((one) => one.code.startsWith(prefix)).map((one) => one.amount),
    project: projects
      .filter((one) => one.code.startsWith(prefix))
      .flatMap((one) => [one.general, one.fund, one.capital, one.carried, one.own]),
  });
  const classLine = (amount: (code: string) => Amount): Cells[] =>
    Object.entries(classes).map(([code, name]): Cells => [`一、${name}`, amount(code)]);
  const spent = (code: string): Amount => {
    const { basic, project } = leavesOf(code);
    return sum([...basic, ...project]);
  };
  const fiscal = (code: string): Amount =>
    sum([
      ...leavesOf(code).basic,
      ...projects
        .filter((one) => one.code.startsWith(code))
        .flatMap((one) => [one.general, one.fund, one.capital, one.carried]),
    ]);
  const year = sum([general, fund, capital, own]);
  const total = sum([general, fund, capital, own, carried]);
  const fiscalTotal = sum([general, fund, capital, carried]);
  const economicName = (code: string): string => economics.find(([known]) => known === code)?.[1] ?? '';
  const governmentOf = (code: string): string => `${economics.find(([known]) => known === code)?.[2] ?? ''}-示例科目`;
  const basicAll = sum(basics.map((one) => one.amount));
  const personnel = sum(basics.filter((one) => isPersonnel(one.economic)).map((one) => one.amount));
  const operating = sum(basics.filter((one) => !isPersonnel(one.economic)).map((one) => one.amount));
  const sumOfProjects = sum(projects.map(wholeOf));
  const generalProjects = (list: readonly Project[]): Amount => sum(list.flatMap((one) => [one.general, one.carried]));
  const generalRows = codes.filter((code) => !/^(?:212|223)/.test(code));
  const basicsOf = (code: string, personnelOnly: boolean | null): Amount =>
    sum(
      basics
        .filter((one) => one.code === code && (personnelOnly === null || isPersonnel(one.economic) === personnelOnly))
        .map((one) => one.amount),
    );
  const services = projects.map((one) => leaf((wholeOf(one).fen * one.services) / 100n));
  // What basic expenditure carries of the “three public” items is part of their budget.
  const carriedByBasics = (economic: string): bigint =>
    sum(basics.filter((one) => one.economic === economic).map((one) => one.amount)).fen;
  const [abroad, purchase] = [leaf(cars[0]), leaf(cars[2])];
  const [reception, vehicles] = [leaf(cars[1] + carriedByBasics('30217')), leaf(cars[3] + carriedByBasics('30231'))];
  const parts = [
    leaf(vehicles.fen / 2n),
    leaf(vehicles.fen / 3n),
    leaf(vehicles.fen - vehicles.fen / 2n - vehicles.fen / 3n),
  ];
  const fundCodes = ['212', '21208', '2120801'];

  return [
    {
      above: ['表一 部门收支总体情况表', ...about],
      head: ['收入|<|支出|<', '项目|预算数|项目|预算数'],
      body: sideBySide(
        [
          ['一、一般公共预算拨款收入', general],
          ['二、政府性基金预算拨款收入', fund],
          ['三、国有资本经营预算拨款收入', capital],
          ['四、其他收入', own],
          ['本年收入合计', year],
          ['上年结转结余', carried],
          ['收入总计', total],
        ],
        [...classLine(spent), ['本年支出合计', total], ['年终结转结余', ''], ['支出总计', total]],
        [2, 2],
      ),
    },
    {
      above: ['表二 部门收入总体情况表', ...about],
      head: ['单位名称|合计|上年结转|一般公共预算拨款收入|政府性基金预算拨款收入|国有资本经营预算拨款收入|其他收入'],
      body: [
        ['合计', total, carried, general, fund, capital, own],
        ['示例局本级', total, carried, general, fund, capital, own],
      ],
    },
    {
      above: ['表三 部门支出总体情况表', ...about],
      head: [
        '支出功能分类科目|政府支出经济分类科目|部门支出经济分类科目|合计|基本支出|项目支出|其中|<|<',
        '^|^|^|^|^|^|事业单位经营支出|上缴上级支出|对附属单位补助支出',
      ],
      body: [
        ...basics.map((one): Cells => [
          `${one.code}-示例科目`,
          governmentOf(one.economic),
          `${one.economic}-${economicName(one.economic)}`,
          one.amount,
          one.amount,
          '',
          '',
          '',
          '',
        ]),
        ...projects.map((one): Cells => [
          `${one.code}-示例科目`,
          '50299-其他商品和服务支出',
          '30299-其他商品和服务支出',
          wholeOf(one),
          '',
          wholeOf(one),
          '',
          '',
          '',
        ]),
        ['合计', '', '', total, basicAll, sumOfProjects, '', '', ''],
      ],
    },
    {
      above: ['表四 项目支出表', ...about],
      head: [
        '项目单位|项目名称|合计|本年拨款|<|<|财政拨款结转结余|单位资金',
        '^|^|^|一般公共预算|政府性基金预算|国有资本经营预算|^|^',
      ],
      body: [
        ...projects.map((one): Cells => [
          '示例局',
          one.name,
          wholeOf(one),
          one.general,
          one.fund,
          one.capital,
          one.carried,
          one.own,
        ]),
        ['合计', '', sumOfProjects, sum(projects.map((one) => one.general)), fund, capital, carried, own],
      ],
    },
    {
      above: ['表五 财政拨款收支预算总表', ...about],
      head: ['收入|<|支出|<', '项目|预算数|项目|预算数'],
      body: sideBySide(
        [
          ['一、本年收入', sum([general, fund, capital])],
          ['（一）一般公共预算资金', general],
          ['（二）政府性基金预算资金', fund],
          ['（三）国有资本经营预算资金', capital],
          ['二、上年结转', carried],
          ['（一）一般公共预算拨款', carried],
          ['（二）政府性基金预算拨款', nil],
          ['收入总计', fiscalTotal],
        ],
        [['一、本年支出', fiscalTotal], ...classLine(fiscal), ['二、年终结转结余', ''], ['支出总计', fiscalTotal]],
        [2, 2],
      ),
    },
    {
      above: ['表六 一般公共预算支出情况表', ...about],
      head: [
        '单位名称|功能分类科目|<|合计|本年预算数|<|<|<|<',
        '^|科目编码|科目名称|^|基本支出|<|<|项目支出|<',
        '^|^|^|^|小计|人员经费|公用经费|项目支出总数|扣除基建项目后预算数',
      ],
      body: [
        ...generalRows.map((code): Cells => {
          const own_ = projects.filter((one) => one.code === code);
          return [
            '示例局',
            code,
            '示例科目',
            sum([basicsOf(code, null), generalProjects(own_)]),
            basicsOf(code, null),
            basicsOf(code, true),
            basicsOf(code, false),
            generalProjects(own_),
            generalProjects(own_),
          ];
        }),
        [
          '',
          '',
          '合 计',
          sum([basicAll, generalProjects(projects)]),
          basicAll,
          personnel,
          operating,
          generalProjects(projects),
          generalProjects(projects),
        ],
      ],
    },
    {
      above: ['表七 一般公共预算基本支出情况表', ...about],
      head: ['政府支出经济分类科目|部门支出经济分类科目|本年预算数|<|<', '^|^|合计|人员经费|公用经费'],
      body: [
        ...economics
          .filter(([code]) => basics.some((one) => one.economic === code))
          .map(([code, name]): Cells => {
            const amount = sum(basics.filter((one) => one.economic === code).map((one) => one.amount));
            return [
              governmentOf(code),
              `${code}-${name}`,
              amount,
              ...(isPersonnel(code) ? [amount, ''] : ['', amount]),
            ];
          }),
        ['', '合 计', basicAll, personnel, operating],
      ],
    },
    {
      above: ['表八 政府性基金预算支出情况表', ...about],
      head: ['科目编码|科目名称|合计|基本支出|项目支出'],
      body:
        fund.fen === 0n
          ? [['无', '', '', '', '']]
          : [...fundCodes.map((code): Cells => [code, '示例科目', fund, '', fund]), ['合计', '', fund, '', fund]],
    },
    {
      above: ['表九 国有资本经营预算财政拨款支出表', ...about],
      head: [
        '支出功能分类科目|政府支出经济分类科目|部门支出经济分类科目|本年国有资本经营预算支出|<|<',
        '^|^|^|合计|基本支出|项目支出',
      ],
      body:
        capital.fen === 0n
          ? [['无', '无', '无', '0', '0', '0']]
          : [
              ...projects
                .filter((one) => one.capital.fen > 0n)
                .map((one): Cells => [
                  `${one.code}-示例科目`,
                  '50299-其他商品和服务支出',
                  '30299-其他商品和服务支出',
                  one.capital,
                  '',
                  one.capital,
                ]),
              ['合计', '', '', capital, '', capital],
            ],
    },
    {
      above: ['表十 一般公共预算“三公”经费支出情况表', ...about],
      head: [
        '年度|三公经费财政拨款预算总额|因公出国（境）费用|公务接待费|公务用车购置费|公务用车运行维护费|<|<|<',
        '^|^|^|^|^|小计|加油|维修|保险',
      ],
      body: ['2023年', '2024年'].map((label): Cells => [
        label,
        sum([abroad, reception, purchase, ...parts]),
        abroad,
        reception,
        purchase,
        sum(parts),
        ...parts,
      ]),
    },
    {
      above: ['表十一 政府购买服务预算表', ...about],
      head: ['项目名称|指导性目录|<|服务领域|本年预算金额', '^|一级|二级|^|^'],
      body: [
        ['合 计', '', '', '', sum(services)],
        ...projects.map((one, index): Cells => [
          `11010223T00000199522${index}-${one.name}`,
          '01-公共服务',
          '0115-公共信息',
          '201-一般公共服务支出',
          services[index] ?? nil,
        ]),
      ],
    },
    {
      above: ['表十二 专项转移支付预算表', ...about],
      head: ['项目名称|预算数'],
      body: [
        ['合计', sum(transfers.map(leaf))],
        ...transfers.map((fen, index): Cells => [`示例转移支付${index + 1}`, leaf(fen)]),
      ],
    },
    {
      above: ['表十三 项目支出绩效目标申报表', ...about],
      head: [
        '单位名称|项目名称|项目总额|其中：|<|一级指标|二级指标|三级指标|绩效指标性质|本年绩效指标值|绩效度量单位',
        '^|^|^|财政资金|其他资金|^|^|^|^|^|^',
      ],
      body: projects.flatMap((one, index): Cells[] => [
        [
          '示例局',
          `11010223T00000199522${index}-${one.name}`,
          wholeOf(one),
          sum([one.general, one.fund, one.capital, one.carried]),
          one.own,
          '成本指标',
          '经济成本指标',
          '项目预算成本',
          '≤',
          wholeOf(one),
          unit,
        ],
        ['^', '^', '^', '^', '^', '产出指标', '数量指标', '维护次数', '≥', '12', '次'],
        ['^', '^', '^', '^', '^', '效益指标', '社会效益指标', '服务水平', '定性', '优', ''],
      ]),
    },
    {
      above: ['表十四 部门（单位）整体支出绩效目标申报表', '预算年度:2024'],
      head: [
        '年度绩效指标|<|<|<|<|<|<|<|<',
        '活动|任务|一级指标|二级指标|三级指标|绩效指标性质|绩效指标值|绩效度量单位|权重',
      ],
      body: projects.map((one): Cells => [
        '05-窗口服务',
        one.name,
        '产出指标',
        '数量指标',
        '维护次数',
        '≥',
        '12',
        '次',
        figure(10),
      ]),
    },
  ];
}
