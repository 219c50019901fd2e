import type { Figure } from '../../document/figure.ts';
import { readQuantity, type Quantity } from '../../quantity/quantity.ts';
import { readMoneyWord, readUnitStatement, type Unit } from '../../quantity/unit.ts';
import type { Line, LineKey, Measure, Side } from '../form.ts';
import { plainLabel, squash, type ExpandedGrid } from '../grid.ts';
import { evaluationBlocks, isResultLabel, type EvaluationBlock, type Slot } from './blocks.ts';
import { slotCell, slotFigures, type SlotFigures } from './cells.ts';

/** An evaluation form: the self-evaluation of a project, or of a whole department. */
export interface Performance {
  readonly id: 'project-performance' | 'department-performance';
  readonly sides: readonly Side[];
}

/** 预算执行率98.78%, 执行率为100%: not that of one source or quarter. */
const statedRate = /(?:^|[，。;:]|预算|资金)执行率(?:为|达到|达|是|:)?(\d{1,3}(?:\.\d{1,4})?)%/g;
/** 全年预算18.00万元, 实际执行15.30万元: an amount with the words in front of it. */
const statedMoney = /([^，。;:、\d]{2,20})(\d[\d,]{0,15}(?:\.\d{1,6})?)(亿元|万元|千元|元)/g;
/** Words that say that all of it was spent. */
const spentInWords = /全额执行|全部执行(?:完毕|完成)?|资金全部(?:支付|使用)完毕|执行完毕/;

const isTotalOfFunds = /^(?:总额|年度资金总额|资金总额|资金总体|部门预算总额|项目资金总额|全年资金总额|预算总额)$/;

/** Sources of money, or, for a department, what it is spent on. Names not among these stop the sum (closed scope). */
const isPartOfFunds =
  /^(?:当年财政拨款|本年财政拨款|财政拨款|财政资金|上年结转资金|上年结转|其他资金|财政专户管理资金|单位资金|政府预算资金|自有资金|社会资金|(?:中央|省级?|自治区|市级?|市县区?|县级?|区级?|县区|地方|上级|本级)(?:补助|财政)?(?:资金|拨款)|基本支出|项目支出|其他)$/;

/** What is added to or taken off the points outside their scale. */
const isExtra = /加分|减分|扣分|附加/;

/** The words nearest to the left of a column. */
function labelOf(grid: ExpandedGrid, row: number, before: number): string {
  for (let column = before - 1; column >= 0; column -= 1) {
    const text = grid.ownTextAt(row, column).replace(/\n/g, '').trim();
    if (text !== '' && readQuantity(text).kind === 'text') return text;
  }
  return '';
}

/** The name of an indicator: the words under 三级指标 or, where they are blank, a level above; else the words nearest to its points. */
function indicatorLabel(grid: ExpandedGrid, block: EvaluationBlock, row: number, before: number): string {
  for (const level of [/^三级指标$/, /^二级指标$/, /^一级指标$/]) {
    for (let column = 0; column < before; column += 1) {
      const text = grid.ownTextAt(row, column).replace(/\n/g, '').trim();
      if (text !== '' && level.test(squash(grid.textAt(block.start - 1, column)))) return text;
    }
  }
  return labelOf(grid, row, before);
}

/** The rows of a block's money: down to the first row of words. */
function fundRows(grid: ExpandedGrid, block: EvaluationBlock): number[] {
  const slots = [...block.slots.values(), ...block.initials];
  const rows: number[] = [];
  for (let row = block.start; row < block.end; row += 1) {
    const cells = slots.map((slot) => slotCell(grid, row, slot));
    if (cells.some((cell) => cell === null || (cell.text.length > 0 && readQuantity(cell.text).kind === 'text'))) break;
    rows.push(row);
  }
  return rows;
}

/** Money by source: the total, its parts, and what the form says of each. */
function readFunds(grid: ExpandedGrid, block: EvaluationBlock, figures: SlotFigures): Side {
  const { slots, initials } = block;
  const columns: (readonly [Measure, Slot, 'money' | 'score' | 'rate'])[] = [
    ...initials.map((slot, index) => [{ key: `initial:${index}`, label: slot.label }, slot, 'money'] as const),
    ...(['budget', 'outturn', 'remaining', 'weight', 'rate', 'score'] as const).flatMap((key) => {
      const slot = slots.get(key);
      return slot
        ? [
            [
              { key, label: slot.label },
              slot,
              key === 'weight' || key === 'score' ? 'score' : key === 'rate' ? 'rate' : 'money',
            ] as const,
          ]
        : [];
    }),
  ];
  const first = Math.min(...columns.map(([, slot]) => slot.column));
  let listed = 0;
  const lines = fundRows(grid, block).map((row): Line => {
    const label = labelOf(grid, row, first);
    const name = plainLabel(squash(label).replace(/^其中:?/, ''));
    // 其中 opens the list of sources; further down it speaks of a part of one of them, and where that ends is not said.
    const nested = squash(label).startsWith('其中') && listed > 0;
    const key: LineKey = isTotalOfFunds.test(name)
      ? 'total'
      : isPartOfFunds.test(name) && !nested
        ? 'part-of-funds'
        : null;
    if (key !== 'total') listed += 1;
    return { key, label, figures: columns.map(([, slot, reading]) => figures.at(row, slot, reading, label)) };
  });
  return { key: 'funds', measures: columns.map(([measure]) => measure), lines };
}

/** The figure in brackets behind the name of a group: 产出（30）, 当年预算执行情况（20分）. */
function bracketOf(text: string): { text: string; quantity: Quantity } | null {
  const match = /\((\d{1,3}(?:\.\d+)?)分?\)$/.exec(squash(text));
  if (!match?.[1]) return null;
  return { text: match[1], quantity: readQuantity(match[1]) };
}

interface IndicatorRow {
  readonly row: number;
  readonly line: Line;
}

/** The indicators of a block; rows that share a weight or a score have one key. */
function readIndicators(
  grid: ExpandedGrid,
  block: EvaluationBlock,
  figures: SlotFigures,
): { rows: IndicatorRow[]; result: { row: number; line: Line } | null; end: number } {
  const weight = block.slots.get('weight');
  const score = block.slots.get('score');
  const rows: IndicatorRow[] = [];
  if (!weight || !score) return { rows, result: null, end: block.end };
  let group = block.start;
  let before: readonly (number | null)[] = [];
  for (let row = block.start; row < block.end; row += 1) {
    const cells = [weight, score].map((slot) => slotCell(grid, row, slot));
    // Beside a merged name of the whole block the total's name reaches from there to the points.
    const reaching = grid.cellAt(row, weight.column - 1);
    const first =
      reaching?.row === row && reaching.column <= 1 && reaching.columnSpan > 1 ? reaching.text : grid.textAt(row, 0);
    const label = isResultLabel(first) ? first.trim() : indicatorLabel(grid, block, row, weight.column);
    const pair = [weight, score].map((slot) => figures.at(row, slot, 'score', label));
    if (isResultLabel(first)) return { rows, result: { row, line: { key: 'total', label, figures: pair } }, end: row };
    // A row of words reaches across.
    if (cells.some((cell) => cell === null)) continue;
    const anchors = cells.map((cell) => cell?.anchor ?? null);
    if (!anchors.some((anchor, index) => anchor !== row && anchor === before[index])) group = row;
    before = anchors;
    const path = Array.from({ length: weight.column }, (_, column) => squash(grid.textAt(row, column)));
    const strange =
      path.some((text) => isExtra.test(text) && text.length < 12) ||
      path.some((text) => /^(?:小计|合计|总计)$/.test(text));
    rows.push({ row, line: { key: strange ? null : `indicator:${group}`, label, figures: pair } });
  }
  return { rows, result: null, end: block.end };
}

/** The maximum that a form prints for a group of indicators, with the indicators: in brackets behind its name, in the head, or in a column of its own. */
function groupsOf(
  grid: ExpandedGrid,
  block: EvaluationBlock,
  rows: readonly IndicatorRow[],
  figures: SlotFigures,
): Side[] {
  const weight = block.slots.get('weight');
  if (!weight || rows.length === 0) return [];
  const sides: Side[] = [];
  const side = (whole: Line, members: readonly IndicatorRow[]): void => {
    sides.push({
      key: 'group',
      measures: [{ key: 'weight', label: weight.label }],
      lines: [whole, ...members.map(({ line }) => ({ ...line, figures: line.figures.slice(0, 1) }))],
    });
  };
  // A number behind one name may be a count of something; behind every name of its level it is their maximum.
  const allBracketed = (column: number): boolean =>
    rows.every(({ row }) => bracketOf(grid.textAt(row, column)) !== null);
  const head = bracketOf(weight.label);
  if (head)
    side(
      {
        key: 'group',
        label: weight.label,
        figures: [figures.within(block.headRow, weight.column, head.text, head.quantity, '', weight.label)],
      },
      rows,
    );
  for (const cell of grid.table.cells) {
    const inside = rows.filter(({ row }) => row >= cell.row && row < cell.row + cell.rowSpan);
    // A cell that a page break cut in two cannot be told from two groups.
    if (cell.row < block.start || cell.column >= weight.column || inside.length !== cell.rowSpan) continue;
    const group = block.slots.get('group');
    if (group?.column === cell.column) {
      // A blank beside an indicator may be the rest of a merged cell.
      if (rows.some(({ row }) => grid.textAt(row, group.column).trim() === '')) continue;
      const label = grid.textAt(cell.row, Math.max(0, cell.column - 1)).replace(/\n/g, '');
      const quantity = readQuantity(cell.text);
      if (quantity.kind === 'amount')
        side(
          {
            key: 'group',
            label,
            figures: [figures.within(cell.row, cell.column, cell.text, quantity, label, group.label)],
          },
          inside,
        );
      continue;
    }
    const bracket = bracketOf(cell.text);
    const level = /^[一二]级指标$/.test(squash(grid.textAt(block.start - 1, cell.column)));
    if (bracket && level && allBracketed(cell.column))
      side(
        {
          key: 'group',
          label: cell.text,
          figures: [
            figures.within(cell.row, cell.column, bracket.text, bracket.quantity, cell.text.replace(/\n/g, ''), ''),
          ],
        },
        inside,
      );
  }
  return sides;
}

/** An amount with its unit, behind a sign of comparison or none: ≤83.65万元. */
function statedCost(text: string): { quantity: Quantity; text: string } | null {
  const bare = squash(text).replace(/^[≤≥=<>]+/, '');
  const quantity = readQuantity(bare);
  return quantity.kind === 'amount' && quantity.unit !== undefined ? { quantity, text: bare } : null;
}

/** Facts that the indicators state in figures of their own: the cost aimed at and reached, the deviation of outturn from budget. */
function factsOf(
  grid: ExpandedGrid,
  block: EvaluationBlock,
  rows: readonly IndicatorRow[],
  figures: SlotFigures,
): Side[] {
  const weight = block.slots.get('weight');
  const target = block.slots.get('target');
  const actual = block.slots.get('actual');
  if (!weight) return [];
  const sides: Side[] = [];
  for (const { row, line } of rows) {
    const path = Array.from({ length: weight.column }, (_, column) => squash(grid.textAt(row, column)));
    const wanted = target ? statedCost(grid.ownTextAt(row, target.column)) : null;
    const reached = actual ? statedCost(grid.ownTextAt(row, actual.column)) : null;
    if (target && actual && wanted && reached && path.some((text) => /^(?:经济)?成本指标$/.test(text))) {
      sides.push({
        key: 'cost',
        measures: [
          { key: 'target', label: target.label },
          { key: 'actual', label: actual.label },
        ],
        lines: [
          {
            key: 'cost',
            label: line.label,
            figures: [
              figures.within(row, target.column, wanted.text, wanted.quantity, line.label, target.label),
              figures.within(row, actual.column, reached.text, reached.quantity, line.label, actual.label),
            ].map((figure) => ({
              ...figure,
              decimals: figure.quantity.kind === 'amount' ? figure.quantity.decimals : 0,
            })),
          },
        ],
      });
    }
    const column = weight.column - 1;
    const last = readQuantity(grid.ownTextAt(row, column));
    if (last.kind === 'percent' && path.some((text) => text.includes('预决算差异率'))) {
      const label = labelOf(grid, row, column);
      const figure = figures.within(row, column, grid.ownTextAt(row, column), last, label, '');
      sides.push({
        key: 'deviation',
        measures: [{ key: 'rate', label: '' }],
        lines: [{ key: 'deviation', label, figures: [{ ...figure, decimals: last.decimals }] }],
      });
    }
  }
  return sides;
}

const gradeBehind = /^(?:\d{1,3}(?:\.\d{1,2})?分?)?\(?([优良中差])(?:秀|好|等)?\)?$/;

/** The grade beside the total: 优, 良. */
function gradeOf(grid: ExpandedGrid, row: number): Line[] {
  const texts = Array.from({ length: grid.table.columns }, (_, column) => squash(grid.ownTextAt(row, column)));
  // 85.50 优: the grade may stand in the cell of the points.
  const grade = texts.flatMap((text) => gradeBehind.exec(text)?.[1] ?? [])[0];
  return grade === undefined ? [] : [{ key: `grade:${grade}`, label: grade, figures: [] }];
}

/** The unit that the head of the money states: 项目资金（万元）. */
function unitOf(grid: ExpandedGrid, block: EvaluationBlock): Unit | null {
  const texts = grid.table.cells
    .filter((cell) => cell.row >= block.headRow && cell.row < block.start)
    .map((cell) => readUnitStatement(cell.text));
  const units = new Set(texts.filter((unit) => unit !== null));
  const [only] = units;
  return units.size === 1 ? (only ?? null) : null;
}

/** The project's name, beside the words 项目名称. */
function projectName(grid: ExpandedGrid): Line[] {
  const head = grid.table.cells.find((cell) => squash(cell.text).replace(/:$/, '') === '项目名称');
  if (!head) return [];
  const label = squash(grid.ownTextAt(head.row, head.column + head.columnSpan));
  return label === '' ? [] : [{ key: 'name', label, figures: [] }];
}

/** Words with at least so many letters say something of the form's figures. */
const shortestRemark = 4;

/** What the form says of its own money in words: a rate of execution, with the amounts that it is of where it states them. */
function remarksOf(grid: ExpandedGrid, end: number, figures: SlotFigures): Side[] {
  return grid.table.cells.flatMap((cell): Side[] => {
    const text = cell.text
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/,(?!\d{3})/g, '，');
    if (cell.row < end || text.length < shortestRemark || !text.includes('执行')) return [];
    const label = squash(labelOf(grid, cell.row, cell.column));
    const figure = (digits: string, isRate: boolean): Figure => {
      const quantity = readQuantity(isRate ? `${digits}%` : digits);
      const made = figures.within(cell.row, cell.column, isRate ? `${digits}%` : digits, quantity, label, '');
      return { ...made, decimals: quantity.kind === 'amount' || quantity.kind === 'percent' ? quantity.decimals : 0 };
    };
    const rates = [...text.matchAll(statedRate)];
    const [rate, ...others] = rates;
    if (!rate || others.length > 0) {
      const word = others.length === 0 ? spentInWords.exec(text)?.[0] : undefined;
      return word === undefined
        ? []
        : [
            {
              key: 'remark',
              measures: [{ key: 'word', label: '' }],
              lines: [
                {
                  key: 'word',
                  label: word,
                  figures: [figures.within(cell.row, cell.column, word, { kind: 'text' }, label, '')],
                },
              ],
            },
          ];
    }
    const own = text.slice(text.lastIndexOf('。', rate.index) + 1, rate.index);
    const amounts = [...own.matchAll(statedMoney)].map(([, words = '', digits = '', unit = '']) => ({
      words,
      figure: { ...figure(digits, false), unit: readMoneyWord(unit) },
    }));
    const spent = amounts.filter(({ words }) => /执行|支出|使用|支付|完成/.test(words));
    const planned = amounts.filter(({ words }) => /预算|安排|下达|批复/.test(words) && !/执行|支出|支付/.test(words));
    const isWhole = amounts.length === 2 && spent.length === 1 && planned.length === 1;
    return [
      {
        key: 'remark',
        measures: [
          { key: 'rate', label: '执行率' },
          { key: 'outturn', label: '' },
          { key: 'budget', label: '' },
        ],
        lines: [
          {
            key: 'rate',
            label,
            figures: [figure(rate[1] ?? '', true), ...(isWhole ? [...spent, ...planned].map((one) => one.figure) : [])],
          },
        ],
      },
    ];
  });
}

/**
 * Reads an evaluation form by what it says of itself: blocks under heads with 得分, money by source, indicators with their points,
 * and a total. Its title is the project's and tells nothing.
 * @param grid the expanded table
 * @param title for the figures' places
 * @param unit the caption's unit, if it states one
 * @returns the form, or null if the table is none or a head cannot be told
 */
export function readPerformance(grid: ExpandedGrid, title: string, unit: Unit | null): Performance | null {
  const blocks = evaluationBlocks(grid);
  const funds = blocks.filter((block) => block.kind === 'funds');
  const [fund] = funds;
  if (!fund || funds.length > 1 || funds.length === blocks.length) return null;
  const money = (['budget', 'outturn', 'remaining'] as const).flatMap((key) => fund.slots.get(key) ?? []);
  const figures = slotFigures(grid, title, unit ?? unitOf(grid, fund), [
    { rows: fundRows(grid, fund), slots: [...fund.initials, ...money] },
  ]);
  const sides: Side[] = [readFunds(grid, fund, figures)];
  const measures = [
    { key: 'weight', label: '分值' },
    { key: 'score', label: '得分' },
  ];
  for (const block of blocks.filter((candidate) => candidate.kind === 'indicators')) {
    const { rows, result } = readIndicators(grid, block, figures);
    if (rows.length > 0) sides.push({ key: 'indicators', measures, lines: rows.map(({ line }) => line) });
    sides.push(...groupsOf(grid, block, rows, figures), ...factsOf(grid, block, rows, figures));
    if (result) sides.push({ key: 'result', measures, lines: [result.line, ...gradeOf(grid, result.row)] });
  }
  if (!sides.some((side) => side.key === 'indicators')) return null;
  const name = projectName(grid);
  if (name.length > 0) sides.push({ key: 'project', measures: [], lines: name });
  sides.push(...remarksOf(grid, fund.end, figures));
  const words = [title, ...grid.table.cells.filter((cell) => cell.row <= fund.start).map((cell) => cell.text)].map(
    squash,
  );
  const department = words.some((text) => /部门(?:\(单位\))?整体|整体绩效|部门预算总额|资金总体/.test(text));
  return { id: department ? 'department-performance' : 'project-performance', sides };
}
