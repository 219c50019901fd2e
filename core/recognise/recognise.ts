import { tablesOf, type Document } from '../document/document.ts';
import type { Unit } from '../quantity/unit.ts';
import { readAccountTable } from './account-table.ts';
import { readBasicExpenditure } from './basic-expenditure.ts';
import { columnsOf } from './budget/columns.ts';
import { readCaption, type Caption } from './caption.ts';
import type { AmountSpot, Form, FormSet, Recognition, RecognisedTable, Side } from './form.ts';
import { formByTitle, forms, normaliseTitle, type FormId } from './forms.ts';
import { expand, squash, type ExpandedGrid } from './grid.ts';
import { readHead, type Head } from './head.ts';
import { attachNarrative } from './narrative/attach.ts';
import { isRepeatable, readOtherForm } from './other-forms.ts';
import { openEnds, type Piece } from './pieces.ts';
import type { StatedTable } from './stated/identity.ts';
import { readStated } from './stated/stated.ts';
import { readSummary } from './summary.ts';
import { readThreePublic } from './three-public.ts';

/** Reads a table as one form; null if its rows and columns do not bear the form out. */
function* readAs(
  id: FormId,
  grid: ExpandedGrid,
  head: Head,
  title: string,
  unit: Unit | null,
  titled = false,
): Generator<void, Side[] | null> {
  switch (id) {
    case 'income-expenditure-summary':
      return readSummary(grid, head, title, unit, false);
    case 'fiscal-summary':
      return readSummary(grid, head, title, unit, true);
    case 'income':
    case 'expenditure':
    case 'general-budget-expenditure':
    case 'government-fund':
    case 'state-capital':
      return yield* readAccountTable(id, grid, head, title, unit, titled);
    case 'three-public':
      return readThreePublic(grid, head, title, unit);
    case 'general-budget-basic-expenditure':
    case 'government-fund-basic-expenditure':
      return readBasicExpenditure(grid, head, title, unit);
    default:
      return null;
  }
}

/**
 * Forms that can be told by their head alone, most telling first. 公开05 and 公开08 have the same head, and so are not among them.
 */
const tellingHeads: readonly FormId[] = ['income', 'expenditure', 'three-public'];

/** Tells the form of a table without a usable title by its head and its row names. */
function* formByHead(grid: ExpandedGrid, head: Head): Generator<void, FormId | null> {
  const fits: FormId[] = [];
  for (const id of tellingHeads) {
    const sides = yield* readAs(id, grid, head, '', null);
    if (sides !== null && sides.length > 0) fits.push(id);
  }
  const rowNames = [...new Set(grid.table.cells.map((cell) => squash(cell.text)))];
  // Both summaries have the same shape: the rows that only one of them has decide.
  const fiscal = rowNames.some((name) => name.includes('年初财政拨款结转'));
  // Rows that hold nothing may be left out.
  const whole =
    rowNames.some((name) => /(?:上级补助|事业|经营|附属单位上缴|其他)收入$/.test(name)) &&
    rowNames.some((name) => /^(?:结余分配|年初结转和结余)$/.test(name));
  if (fiscal && !whole && readSummary(grid, head, '', null, true)) fits.push('fiscal-summary');
  if (whole && !fiscal && readSummary(grid, head, '', null, false)) fits.push('income-expenditure-summary');
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** A title that names some other form; a chapter heading (2024年度部门决算表) names none. */
function namesAnotherForm(title: string): boolean {
  const plain = normaliseTitle(title);
  return (
    plain !== '' &&
    !/^(?:第[一二三四五六七]部分)?(?:公开|情况)?(?:收入支出|收支)?决算(?:公开|情况)?(?:报?表)?$/.test(plain)
  );
}

interface Reading extends Piece {
  readonly byTitle: FormId | null;
}

/** Amounts of a table that no form explains: cells with decimals, so that codes and ordinals don't count. */
function looseAmounts(grid: ExpandedGrid): AmountSpot[] {
  return grid.table.cells.filter((cell) => {
    const quantity = grid.quantityOf(cell);
    return quantity.kind === 'amount' && quantity.decimals > 0;
  });
}

/**
 * Whole amounts of a table that no form explains: numbers in columns of money, with separators, or where a money unit is stated. Codes, years and
 * ordinals are none.
 */
function wholeAmounts(grid: ExpandedGrid, head: Head, unit: Unit | null): AmountSpot[] {
  const { money, mixed } = columnsOf(grid, head);
  return [...money, ...mixed].flatMap((column) => {
    const cells = Array.from({ length: grid.table.rows - head.rows }, (_, index) =>
      grid.cellAt(head.rows + index, column),
    ).flatMap((cell) => (cell?.column === column ? [cell] : []));
    const numbers = [...new Set(cells)].flatMap((cell) => {
      const quantity = grid.quantityOf(cell);
      return quantity.kind === 'amount' && quantity.decimals === 0 ? [{ cell, value: quantity.value }] : [];
    });
    const isYear = numbers.every(({ value }) => value.gte(1900) && value.lte(2100));
    const isOrdinal =
      numbers.length > 1 &&
      numbers.every(({ value }, index) => numbers[0] !== undefined && value.eq(numbers[0].value.plus(index)));
    return isYear || isOrdinal
      ? []
      : numbers.filter(({ cell }) => unit !== null || /\d[,，]\d{3}/.test(cell.text)).map(({ cell }) => cell);
  });
}

function formAmounts(form: Form): AmountSpot[] {
  const figures = form.sides.flatMap((side) => side.lines.flatMap((line) => line.figures));
  return figures.flatMap(({ quantity, place }) => (quantity.kind === 'amount' && place.in === 'table' ? [place] : []));
}

/** Each place once (a figure may stand on more than one side of a form), in reading order. */
function distinct(spots: readonly AmountSpot[]): AmountSpot[] {
  const ordered = spots
    .map(({ row, column }) => ({ row, column }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  return ordered.filter(
    ({ row, column }, index) => row !== ordered[index - 1]?.row || column !== ordered[index - 1]?.column,
  );
}

const isFinalAccounts = (title: string): boolean => title.includes('决算');
const isBudget = (title: string): boolean =>
  title.replace(/一般公共预算|政府性基金预算|国有资本经营预算/g, '').includes('预算');

const isOfDepartment = (title: string): boolean => /(?:部门|单位)(?:收支)?[预决]算/.test(title.replace(/\s/g, ''));

/** A department's accounts have more of its forms. */
const fewestDepartmental = 3;

/** What governments' accounts speak of beside 预算 and 决算. */
const isOfGovernment = (title: string): boolean =>
  /一般公共预算|政府性基金|国有资本经营预算|社会保险基金|转移支付|政府债[务券]|预算执行/.test(title.replace(/\s/g, ''));

/** Cells read between two chances for the caller to give way. */
const cellsPerStep = 500;

/** A cover is not longer; what comes behind may speak of other years. */
const mostCoverLines = 8;
const mostCoverLetters = 200;

const bodyKey = (publisher: string): string =>
  squash(publisher)
    .replace(/\(?(?:本级|汇总|机关)\)?$/, '')
    .replace(/^\d+-?/, '');
const scopeOf = (caption: Caption): FormSet['scope'] =>
  /\(?(?:本级|机关)\)?$/.test(squash(caption.publisher ?? '')) || /本级|单位(?!:)/.test(caption.title)
    ? 'unit'
    : /汇总|部门/.test(caption.title)
      ? 'department'
      : null;

interface OpenSet {
  readonly id: string;
  publisher: string | null;
  readonly scope: FormSet['scope'];
  year: number | null;
  readonly forms: Form[];
  readonly stated: StatedTable[];
}

/** 公开05表 → 5; null where the forms are numbered otherwise or not at all. */
function runOf({ formNumber }: Caption): number | null {
  const digits = /^公开(\d{1,2})表$/.exec(formNumber ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A shorter name leaves out more than the end of one. */
const shortestName = 4;

/** 某省审计办 for 某省审计某办公室: a name that leaves out letters of another, and not what stands at its end, as a subordinate body's would. */
function isShortFor(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < shortestName || long.startsWith(short) || !long.startsWith(short.slice(0, 1))) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Whether a form is by the body of a set: by name, or by a name for short in one run of numbered forms. */
function isSameBody({ publisher, forms }: OpenSet, caption: Caption): boolean {
  if (caption.publisher === null || publisher === null) return true;
  const [one, other] = [bodyKey(caption.publisher), bodyKey(publisher)];
  if (one === other) return true;
  const [last, next] = [forms.at(-1), runOf(caption)];
  const before = last && runOf(last.caption);
  return typeof before === 'number' && next !== null && before < next && isShortFor(one, other);
}

/** Whether a form may belong to a set: not there yet, the same body, the same year (docs/judging.md, Sets). */
function belongs(set: OpenSet, caption: Caption, form: Form): boolean {
  if (set.forms.some((known) => known.id === form.id) || !isSameBody(set, caption)) return false;
  return caption.year === null || set.year === null || caption.year === set.year;
}

/** The set that a form continues: the last one, or an earlier one that bears its very publisher's name where the last does not. */
function setFor(sets: readonly OpenSet[], caption: Caption, form: Form): OpenSet | undefined {
  const open = sets.filter((set) => belongs(set, caption, form));
  const named =
    caption.publisher === null
      ? undefined
      : open.findLast((set) => set.publisher !== null && squash(set.publisher) === squash(caption.publisher ?? ''));
  const last = sets.at(-1);
  if (named && named !== last && sets.filter((set) => set.publisher === named.publisher).length === 1) return named;
  return last && open.includes(last) ? last : undefined;
}

/**
 * Marks the sets whose membership is clear. A set that holds less than half of the document's forms came about because forms repeat
 * one by one (汇总 and 本级 side by side, or several years): which of them belong together is then anybody's guess.
 */
function closeSets(sets: readonly OpenSet[]): FormSet[] {
  const kinds = new Set(sets.flatMap((set) => set.forms.map((form) => form.id).filter((id) => !isRepeatable(id))));
  const repeated = [...kinds].some((id) => sets.filter((set) => set.forms.some((form) => form.id === id)).length > 1);
  return sets.map((set) => ({
    ...set,
    claims: [],
    claimsTied: false,
    clear: !repeated || 2 * set.forms.filter((form) => !isRepeatable(form.id)).length >= kinds.size,
  }));
}

/**
 * Says what the tables of a document are: which official form, what rows and columns mean, which set each belongs to.
 * A form is told by its title, then by its head; its number alone never decides (docs/judging.md, Forms).
 * Yields after each table, and within great ones.
 * @param document as read
 */
export function* recognise(document: Document): Generator<void, Recognition> {
  const readings: Reading[] = [];
  for (const table of tablesOf(document)) {
    const grid = expand(table);
    for (const [index, cell] of table.cells.entries()) {
      if (index % cellsPerStep === cellsPerStep - 1) yield;
      grid.quantityOf(cell);
    }
    const head = readHead(grid);
    const stated = readCaption(table.captions, table.notes);
    // One unit in the heads alone (决算数（万元）) is the table's.
    const inHead = new Set(head.units.filter((unit) => unit !== null));
    const caption = stated.unit === null && inHead.size === 1 ? { ...stated, unit: [...inHead][0] ?? null } : stated;
    readings.push({ table, grid, head, caption, byTitle: formByTitle(caption.title, caption.publisher) });
    yield;
  }
  const titles = [document.source.title, ...readings.map((reading) => reading.caption.title)];
  const finalAccounts =
    readings.some((reading) => reading.byTitle !== null) || (titles.some(isFinalAccounts) && !titles.some(isBudget));
  const budget = !finalAccounts && titles.some(isBudget);

  // Accounts with hardly a form of a department (“三公” have one everywhere) are those of a government: its tables are read by what they say of themselves.
  const departmental = readings.filter((reading) => reading.byTitle !== null).length;
  const ofGovernment =
    departmental < fewestDepartmental &&
    departmental * 3 <= readings.length &&
    !titles.some(isOfDepartment) &&
    (finalAccounts || titles.some(isOfGovernment));

  const ends = yield* openEnds(document, readings);
  const sets: OpenSet[] = [];
  const tables: RecognisedTable[] = [];
  for (const { table, grid, head, caption, byTitle } of readings) {
    yield;
    const id = byTitle ?? (finalAccounts && !namesAnotherForm(caption.title) ? yield* formByHead(grid, head) : null);
    const title =
      (byTitle === null && id !== null) || caption.title === ''
        ? (forms.find((form) => form.id === id)?.title ?? caption.title)
        : caption.title;
    const printed = looseAmounts(grid);
    // An empty form has no data to bear its title out, and none to check.
    const sides =
      id === null
        ? null
        : ((yield* readAs(id, grid, head, title, caption.unit, byTitle !== null)) ??
          (printed.length === 0 ? [] : null));
    yield;
    const other = sides === null ? readOtherForm(grid, head, caption, budget, ofGovernment) : null;
    const own = ends.get(table.id) ?? { above: false, below: false };
    const last = own.last === true ? { last: true } : {};
    let form: Form | null = null;
    if (other !== null) {
      form = {
        id: other.id,
        table: table.id,
        title: other.title,
        caption,
        unit: caption.unit,
        confidence: table.confidence,
        empty: false,
        sides: other.sides,
        official: other.official,
        ...last,
      };
      form = { ...form, empty: formAmounts(form).length === 0 };
    } else if (id !== null && sides !== null) {
      form = {
        id,
        table: table.id,
        title,
        caption,
        unit: caption.unit,
        confidence: table.confidence,
        empty: false,
        sides,
        ...last,
      };
      form = { ...form, empty: formAmounts(form).length === 0 && printed.length === 0 };
    }
    const isRest = own.above && form !== null && sets.at(-1)?.forms.at(-1)?.id === form.id;
    let set = form === null || isRepeatable(form.id) || isRest ? sets.at(-1) : setFor(sets, caption, form);
    if (!set) {
      set = {
        id: `s${sets.length + 1}`,
        publisher: form ? caption.publisher : null,
        scope: form ? scopeOf(caption) : null,
        year: form ? caption.year : null,
        forms: [],
        stated: [],
      };
      sets.push(set);
    }
    if (form) {
      set.publisher ??= caption.publisher;
      set.year ??= caption.year;
      set.forms.push(form);
    }
    yield;
    const stated = readStated(grid, head, title, caption.unit);
    if (stated) set.stated.push(stated);
    tables.push({
      table: table.id,
      set: set.id,
      caption: { ...caption, title },
      form,
      ambiguous: byTitle !== null && form?.id !== byTitle,
      ends: own,
      amounts: distinct([...(form ? formAmounts(form) : wholeAmounts(grid, head, caption.unit)), ...printed]),
    });
  }
  const kind = finalAccounts
    ? 'final-accounts'
    : titles.some((title) => title.includes('绩效')) && !titles.some(isBudget)
      ? 'performance'
      : titles.some(isBudget)
        ? 'budget'
        : 'unknown';
  const cover = coverOf(document);
  const year =
    sets.find((set) => set.forms.length > 0)?.year ??
    yearIn(document.source.title) ??
    yearIn(/(?:19|20)\d{2}年度?(?:部门|单位|本级)?.{0,6}(?:决算|预算)/.exec(cover)?.[0] ?? '');
  const narrative = yield* attachNarrative(document, closeSets(sets), year, kind === 'budget');
  return {
    kind,
    publisher:
      sets.find((set) => set.forms.length > 0)?.publisher ??
      publisherIn(document.source.title) ??
      publisherIn(cover.slice(0, cover.search(/决算|预算/) + 2)),
    year,
    ...narrative,
    tables,
  };
}

/** The lines before the first table, as one: a cover breaks its title anywhere (…2024年部 | 门预算公开). */
function coverOf(document: Document): string {
  const table = document.blocks.findIndex((block) => block.kind === 'table');
  const lines = document.blocks.slice(0, Math.min(table < 0 ? document.blocks.length : table, mostCoverLines));
  return lines
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text.replace(/\s+/g, '')] : []))
    .join('')
    .slice(0, mostCoverLetters);
}

/** The body in a title such as 上海市普陀区财政局2024年度部门决算 or 2024年度示例局部门决算公开. */
function publisherIn(title: string): string | null {
  const flat = title.replace(/\s+/g, '');
  const match =
    /^(?:附件\d*[:：]?)?([\u4e00-\u9fff（）()]{4,40}?)(?:19|20)\d{2}年度?(?:部门|单位)?.{0,4}(?:决算|预算)/.exec(
      flat,
    ) ?? /(?:19|20)\d{2}年度?([\u4e00-\u9fff（）()]{4,40}?)(?:部门|单位)?(?:决算|预算)/.exec(flat);
  return match?.[1] ?? null;
}

function yearIn(title: string): number | null {
  const match = /(20\d{2})\s*年/.exec(title);
  return match ? Number(match[1]) : null;
}
