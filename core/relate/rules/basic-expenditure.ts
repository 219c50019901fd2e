import type { Figure } from '../../document/figure.ts';
import { sideOf, type Form, type FormSet, type Line, type Side } from '../../recognise/form.ts';
import type { FormId } from '../../recognise/forms.ts';
import { addend, isPrinted, total, type Relation, type Term } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { footing, formOf } from '../scope.ts';

const basicForms: readonly FormId[] = ['general-budget-basic-expenditure', 'government-fund-basic-expenditure'];
const personnelBlocks: readonly string[] = ['301', '303'];
const operatingBlocks: readonly string[] = ['302', '307', '309', '310', '311', '312', '313', '399'];

function* basics(set: FormSet): Generator<{ form: Form; side: Side }> {
  for (const id of basicForms) {
    const form = formOf(set, id);
    const side = form && sideOf(form, 'all');
    if (form && side) yield { form, side };
  }
}

const figure = (line: Line): Figure[] => line.figures.slice(0, 1);
const blockOf = (line: Line): string | null =>
  line.key?.startsWith('block:') ? line.key.slice('block:'.length) : null;
const isItem = (line: Line): boolean => line.key?.startsWith('item:') ?? false;

/** The lines that stand below a block on the page, up to the next block. */
function standingBelow(side: Side, block: Line): Line[] {
  const start = side.lines.indexOf(block) + 1;
  const end = side.lines.findIndex(
    (line, index) => index >= start && (blockOf(line) !== null || (line.key ?? '').endsWith('-total')),
  );
  return side.lines.slice(start, end < 0 ? side.lines.length : end);
}

/** A block of economic classification = its items, by code; or, where codes went astray, by where they stand. */
function* blockSums(form: Form, side: Side): Generator<Relation> {
  const brokenDown = side.lines.some((line) => isItem(line) && figure(line).some(isPrinted));
  for (const block of side.lines) {
    const code = blockOf(block);
    const [sum] = figure(block);
    if (code === null || !sum) continue;
    const byCode = side.lines.filter((line) => line.key?.startsWith(`item:${code}:`));
    const below = standingBelow(side, block);
    const byPlace = below.filter(isItem);
    const strangers = below.filter((line) => line.key === null).flatMap(figure);
    const terms = (lines: readonly Line[]): Term[] => [total(sum), ...lines.flatMap(figure).map(addend)];
    if (byCode.length === 0 && byPlace.length === 0) continue;
    if (![sum, ...byCode.flatMap(figure), ...byPlace.flatMap(figure), ...strangers].some(isPrinted)) continue;
    const readings = [terms(byCode)];
    if (byPlace.length !== byCode.length || byPlace.some((line) => !byCode.includes(line)))
      readings.push(terms(byPlace));
    const relation: Relation = { kind: 'sum', readings, table: form.table };
    const twice = side.lines.filter((line) => line.key === block.key).length > 1;
    if (twice) yield { ...relation, unchecked: 'duplicate-code' };
    else if (strangers.some(isPrinted)) yield { ...relation, unchecked: 'unknown-item' };
    else if (!brokenDown || !side.lines.some((line) => blockOf(line) !== null && figure(line).some(isPrinted)))
      yield { ...relation, unchecked: 'no-breakdown' };
    else yield relation;
  }
}

/** Personnel or operating total = its blocks (F06-6, F06-7). */
function* blockTotals(form: Form, side: Side, key: string, codes: readonly string[]): Generator<Relation> {
  const totals = side.lines.filter((line) => line.key === key);
  const [sum] = totals.flatMap(figure);
  if (!sum || totals.length !== 1) return;
  const parts = side.lines.filter((line) => codes.includes(blockOf(line) ?? ''));
  const strangers = side.lines.filter((line) => {
    const code = blockOf(line);
    return line.key === null || (code !== null && !personnelBlocks.includes(code) && !operatingBlocks.includes(code));
  });
  const doubled = new Set(parts.map((line) => line.key)).size < parts.length;
  for (const relation of footing(form.table, sum, parts.flatMap(figure), strangers.flatMap(figure))) {
    yield doubled ? { ...relation, unchecked: 'duplicate-code' } : relation;
  }
}

export const basicExpenditureRules: readonly Rule[] = [
  {
    id: 'hierarchy/economic-block',
    family: 'hierarchy',
    kind: 'hard',
    catalogue: ['F06-1', 'F06-2', 'F06-3', 'F06-4', 'F06-5', 'F06B-1', 'F06B-2', 'F06B-3', 'F06B-4', 'F06B-5'],
    title: { zh: '经济分类的类等于其下各款之和', en: 'An economic block is the sum of its items' },
    reasoning: {
      zh: '基本支出决算表：工资福利支出（301）、商品和服务支出（302）等每一类＝其下各款相加。',
      en: 'Basic expenditure form: each block (301 wages, 302 goods and services …) = its items added up.',
    },
    example: {
      zh: '30101 基本工资 80.00＋30102 津贴补贴 45.00＝301 工资福利支出 125.00。',
      en: 'Basic pay (30101) 80.00 + allowances (30102) 45.00 = wages and benefits (301) 125.00.',
    },
    *relations(set) {
      for (const { form, side } of basics(set)) yield* blockSums(form, side);
    },
  },
  {
    id: 'footing/personnel-total',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F06-6', 'F06B-6'],
    title: { zh: '人员经费合计的构成', en: 'What the personnel total is made of' },
    reasoning: {
      zh: '人员经费合计＝工资福利支出（301）＋对个人和家庭的补助（303）。',
      en: 'Personnel total = wages and benefits (301) + aid to persons and families (303).',
    },
    example: {
      zh: '301 工资福利支出 125.00＋303 对个人和家庭的补助 6.00＝人员经费合计 131.00。',
      en: 'Block 301: 125.00 + block 303: 6.00 = personnel total 131.00.',
    },
    *relations(set) {
      for (const { form, side } of basics(set)) yield* blockTotals(form, side, 'personnel-total', personnelBlocks);
    },
  },
  {
    id: 'footing/operating-total',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F06-7', 'F06B-7'],
    title: { zh: '公用经费合计的构成', en: 'What the operating total is made of' },
    reasoning: {
      zh: '公用经费合计＝商品和服务支出（302）、债务利息及费用支出（307）、资本性支出（309、310）、对企业补助（311、312）、对社会保障基金补助（313）、其他支出（399）中列出的各类相加。',
      en: 'Operating total = the printed ones of 302, 307, 309, 310, 311, 312, 313 and 399 added up.',
    },
    example: {
      zh: '302 商品和服务支出 18.00＋310 资本性支出 2.00＝公用经费合计 20.00。',
      en: 'Block 302: 18.00 + block 310: 2.00 = operating total 20.00.',
    },
    *relations(set) {
      for (const { form, side } of basics(set)) yield* blockTotals(form, side, 'operating-total', operatingBlocks);
    },
  },
  {
    id: 'footing/basic-total',
    family: 'footing',
    kind: 'conditional',
    catalogue: ['F06-8', 'F06B-8'],
    title: { zh: '基本支出合计等于人员经费与公用经费之和', en: 'Basic expenditure is personnel plus operating' },
    reasoning: {
      zh: '列有合计时：合计＝人员经费合计＋公用经费合计。',
      en: 'Where a grand total is printed: total = personnel total + operating total.',
    },
    example: {
      zh: '人员经费合计 131.00＋公用经费合计 20.00＝合计 151.00。',
      en: 'Personnel 131.00 + operating 20.00 = total 151.00.',
    },
    *relations(set) {
      for (const { form, side } of basics(set)) {
        const [personnel, operating, sum] = ['personnel-total', 'operating-total', 'grand-total'].map((key) =>
          side.lines.filter((line) => line.key === key).flatMap(figure),
        );
        if (
          personnel?.length === 1 &&
          operating?.length === 1 &&
          sum?.length === 1 &&
          personnel[0] &&
          operating[0] &&
          sum[0]
        ) {
          yield* footing(form.table, sum[0], [personnel[0], operating[0]], []);
        }
      }
    },
  },
];
