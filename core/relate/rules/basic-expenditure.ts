import { type Figure, isPrinted } from '../../document/figure.ts';
import { sideOf, type Form, type FormSet, type Line, type Side } from '../../recognise/form.ts';
import type { FormId } from '../../recognise/forms.ts';
import { addend, total, type Relation, type Term } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { footingOf, formOf } from '../scope.ts';

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
  for (const relation of footingOf(form.table, sum, parts.flatMap(figure), strangers.flatMap(figure))) {
    yield doubled ? { ...relation, unchecked: 'duplicate-code' } : relation;
  }
}

export const basicExpenditureRules: readonly Rule[] = [
  {
    id: 'hierarchy/economic-block',
    family: 'hierarchy',
    kind: 'hard',
    catalogue: ['F06-1', 'F06-2', 'F06-3', 'F06-4', 'F06-5', 'F06B-1', 'F06B-2', 'F06B-3', 'F06B-4', 'F06B-5'],
    *relations(set) {
      for (const { form, side } of basics(set)) yield* blockSums(form, side);
    },
  },
  {
    id: 'footing/personnel-total',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F06-6', 'F06B-6'],
    *relations(set) {
      for (const { form, side } of basics(set)) yield* blockTotals(form, side, 'personnel-total', personnelBlocks);
    },
  },
  {
    id: 'footing/operating-total',
    family: 'footing',
    kind: 'hard',
    catalogue: ['F06-7', 'F06B-7'],
    *relations(set) {
      for (const { form, side } of basics(set)) yield* blockTotals(form, side, 'operating-total', operatingBlocks);
    },
  },
  {
    id: 'footing/basic-total',
    family: 'footing',
    kind: 'conditional',
    catalogue: ['F06-8', 'F06B-8'],
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
          yield* footingOf(form.table, sum[0], [personnel[0], operating[0]], []);
        }
      }
    },
  },
];
