import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../core/document/figure.ts';
import { readQuantity } from '../../../core/quantity/quantity.ts';
import type { Line, Side } from '../../../core/recognise/form.ts';
import { nestsOf } from '../../../core/relate/nesting.ts';
import { chanceFrom, type Chance } from '../synthetic/chance.ts';

/** A list as printed: names, and an amount a column. */
type Row = readonly [label: string, ...amounts: string[]];

function sideOf(rows: readonly Row[], heads?: readonly string[]): Side {
  const lines = rows.map(([label, ...amounts], row): Line => ({
    key: 'item',
    label,
    figures: amounts.map((text, column): Figure => ({
      quantity: readQuantity(text),
      text,
      unit: '万元',
      decimals: 0,
      confidence: 1,
      place: { in: 'table', table: 't1', row, column: column + 1, tableTitle: '表', rowLabel: label, columnLabel: '' },
    })),
  }));
  return {
    key: 'all',
    measures: (rows[0]?.slice(1) ?? []).map((_, index) => ({
      key: `column:${index}`,
      label: heads?.[index] ?? `第${index + 1}列`,
    })),
    lines,
  };
}

/** Each nest: parent: parts, the failing column behind an exclamation mark. */
const brief = (side: Side): string[] =>
  nestsOf(side).map(
    ({ parent, parts, failing }) =>
      `${parent.label}: ${parts.map(({ label }) => label).join('+')}${failing === null ? '' : ` !${failing}`}`,
  );

describe('the nests of a list', () => {
  it('are found level by level, without codes or ordinals', () => {
    expect(
      brief(
        sideOf([
          ['合计', '201340', '187905'],
          ['教育支出', '130240', '121105'],
          ['教育管理', '30240', '28705'],
          ['行政运行', '20140', '20105'],
          ['教学研究', '10100', '8600'],
          ['普通教育', '100000', '92400'],
          ['卫生支出', '71100', '66800'],
          ['公立医院', '50600', '47200'],
          ['综合医院', '50600', '47200'],
          ['公共卫生', '20500', '19600'],
        ]),
      ),
    ).toEqual([
      '合计: 教育支出+卫生支出',
      '教育支出: 教育管理+普通教育',
      '教育管理: 行政运行+教学研究',
      '卫生支出: 公立医院+公共卫生',
      '公立医院: 综合医院',
    ]);
  });

  it('may end with their total', () => {
    expect(
      brief(
        sideOf([
          ['房产税', '20140'],
          ['契税', '30260'],
          ['车船税', '7405'],
          ['合计', '57805'],
        ]),
      ),
    ).toEqual(['合计: 房产税+契税+车船税']);
  });

  it('add up in the columns that are broken down', () => {
    const nests = nestsOf(
      sideOf([
        ['教育支出', '40700', '40150'],
        ['教育管理', '30600', '30250'],
        ['行政运行', '-', '20150'],
        ['教学研究', '-', '10100'],
        ['普通教育', '10100', '9900'],
        ['小学', '-', '4500'],
        ['初中', '-', '5400'],
      ]),
    );
    expect(nests.map(({ parent, holding }) => `${parent.label} ${[...holding].join()}`)).toEqual([
      '教育支出 0,1',
      '教育管理 1',
      '普通教育 1',
    ]);
  });

  it('are none where few digits agree by chance', () => {
    expect(
      brief(
        sideOf([
          ['甲', '30'],
          ['乙', '20'],
          ['丙', '10'],
          ['丁', '80'],
          ['戊', '60'],
          ['己', '20'],
        ]),
      ),
    ).toEqual([]);
  });

  it('leave a list alone whose rows are of one level', () => {
    const chance = chanceFrom(7);
    const rows = Array.from({ length: 200 }, (_, index): Row => [
      `项目${index}`,
      String(1000 + chance.below(90_000)),
      String(1000 + chance.below(90_000)),
    ]);
    expect(brief(sideOf(rows))).toEqual([]);
  });

  const classes = (shares: string, plan = '30600'): Row[] => [
    ['一、税收收入', '150300', '140800', '160900'],
    ['增值税', '90100', '80600', '97400'],
    ['房产税', '60200', '60200', '63500'],
    ['二、非税收入', '60700', '50300', '61800'],
    ['专项收入', '30400', '20100', '31300'],
    ['罚没收入', '30300', '30200', '30500'],
    ['三、转移收入', '50500', '41600', '52900'],
    ['一般补助', '20200', '10900', '22300'],
    ['专项补助', '30300', '30700', plan],
    ['四、调入资金', '70500', '61600', '72900'],
    ['基金调入', '40200', '30900', '42300'],
    ['股利', '30300', '30700', shares],
    ['五、债务收入', '50200', '41300', '52100'],
    ['一般债务', '20100', '10800', '22000'],
    ['专项债务', '30100', '30500', '30100'],
  ];
  const failing = (rows: readonly Row[], heads?: readonly string[]) =>
    nestsOf(sideOf(rows, heads)).flatMap((nest) =>
      nest.failing === null ? [] : [`${nest.parent.label} ${nest.failing}`],
    );

  it('name the column that fails where the others hold and the names leave no other way to read', () => {
    expect(failing(classes('30600'))).toEqual([]);
    expect(failing(classes('36000'))).toEqual(['四、调入资金 2']);
  });

  it('accuse nobody where two of four nests fail, or the parts of an earlier year or of a budget fall short', () => {
    expect(failing(classes('36000', '36000'))).toEqual([]);
    expect(failing(classes('20600'), ['2026年预算数', '2025年执行数', '2025年预算数'])).toEqual([]);
    expect(failing(classes('20600'), ['2024年决算数', '2025年决算数', '2025年预算数'])).toEqual([]);
    expect(failing(classes('20600'), ['2024年', '2025年', '增减额'])).toEqual([]);
    expect(failing(classes('20600'), ['2024年', '2025年', '2026年'])).toEqual(['四、调入资金 2']);
  });
});

interface Tree {
  readonly label: string;
  readonly amounts: readonly number[];
  readonly children: readonly Tree[];
}

/** A random account of so many levels; amounts of all sizes, some of them nought. */
function grow(chance: Chance, label: string, depth: number, columns: number): Tree {
  if (depth === 0) {
    const size = chance.pick([10, 100, 1000, 10_000, 100_000]);
    return {
      label,
      children: [],
      amounts: Array.from({ length: columns }, () => (chance.once(6) ? 0 : chance.below(size))),
    };
  }
  const children = Array.from({ length: 1 + chance.below(7) }, (_, index) =>
    grow(chance, `${label}.${index}`, chance.once(4) ? 0 : depth - 1, columns),
  );
  return {
    label,
    children,
    amounts: Array.from({ length: columns }, (_, column) =>
      children.reduce((sum, child) => sum + (child.amounts[column] ?? 0), 0),
    ),
  };
}

const print = (amount: number): string => (amount === 0 ? '' : String(amount));

describe('random lists', () => {
  /** As governments print them: whole, with rows left out, with rows that another row contains already. */
  function rowsOf(tree: Tree, chance: Chance, leavesOut: boolean): Row[] {
    const own: Row = [tree.label, ...tree.amounts.map(print)];
    const below = tree.children
      .filter(() => !leavesOut || !chance.once(9))
      .flatMap((child) => rowsOf(child, chance, leavesOut));
    return [own, ...below];
  }

  it('never accuse a row where all figures are right, be rows left out or amounts alike', () => {
    const accused: string[] = [];
    for (let seed = 1; seed <= 200; seed += 1) {
      const chance = chanceFrom(seed);
      const tree = grow(chance, '合计', 3, 1 + chance.below(4));
      const rows = rowsOf(tree, chance, chance.once(2)).slice(chance.below(2));
      const shuffled = chance.once(5) ? [...rows, ...rows.slice(0, 3)] : rows;
      if (shuffled.length === 0) continue;
      for (const nest of nestsOf(sideOf(shuffled)))
        if (nest.failing !== null) accused.push(`${seed}: ${nest.parent.label} ${nest.failing}`);
    }
    expect(accused).toEqual([]);
  });

  it('are mostly understood where they are whole', () => {
    let found = 0;
    let all = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const chance = chanceFrom(seed);
      const side = sideOf(rowsOf(grow(chance, '合计', 3, 3), chance, false));
      const nests = nestsOf(side);
      for (const { parent, parts } of nests) {
        found += 1;
        expect(
          parts.every(({ label }) => label.startsWith(parent.label)),
          `${seed}: ${parent.label}: ${parts.map(({ label }) => label).join()}`,
        ).toBe(true);
      }
      all += side.lines.filter(
        (line) =>
          side.lines.some(({ label }) => label.startsWith(`${line.label}.`)) &&
          line.figures.some(({ text }) => text !== ''),
      ).length;
    }
    expect(found / all).toBeGreaterThan(0.8);
  });
});
