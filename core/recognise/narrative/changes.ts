import type { Figure } from '../../document/figure.ts';
import { addTo } from '../../grouped.ts';
import type { Decimal } from '../../quantity/decimal.ts';
import { factorOf } from '../../quantity/unit.ts';
import type { ChangeList, SignedChange } from './claim.ts';
import { changedItem, type ItemKey } from './item.ts';
import { isAdjusted, unchanged } from './ratios.ts';
import { before, worded, type Passage, type Spoken } from './spoken.ts';

/** Items that are together a whole by definition. */
const wholes: readonly (readonly [whole: ItemKey, parts: readonly ItemKey[]])[] = [
  ['three-public:total', ['three-public:abroad', 'three-public:vehicles', 'three-public:reception']],
  [
    'three-public:total',
    ['three-public:abroad', 'three-public:purchase', 'three-public:operation', 'three-public:reception'],
  ],
  ['three-public:vehicles', ['three-public:purchase', 'three-public:operation']],
];

/** What a change is a change of: its own name, or that of the amount before it in its clause. */
function itemOf(passage: Passage, index: number, change: Spoken): ItemKey | null {
  const name =
    change.name !== ''
      ? change.name
      : (before(passage.spoken, index).findLast((other) => other.role === 'amount' && other.clause === change.clause)
          ?.name ?? '');
  return changedItem(name);
}

/** What a change is measured from, where its own words say so. */
function baseOf({ role, mention }: Spoken): 'budget' | 'year' | null {
  if (role === 'against-budget') return 'budget';
  return /(?:比|较|与|同)(?:上年|去年|上一年|(?:19|20)\d{2}年)|同比/.test(mention.lead.split(/[。;]/).at(-1) ?? '')
    ? 'year'
    : null;
}

/**
 * Changes of a whole and of all its parts, stated in one paragraph: only of a whole whose parts are all there are by
 * definition, each of them with a figure, once, and none from another base than the others.
 * @param passage one paragraph
 */
export function changeLists(passage: Passage): ChangeList[] {
  if (passage.section === 'performance') return [];
  const changes = new Map<ItemKey, SignedChange[]>();
  const bases = new Set<'budget' | 'year'>();
  for (const [index, one] of passage.spoken.entries()) {
    const item = one.role === 'change' || one.role === 'against-budget' ? itemOf(passage, index, one) : null;
    if (item === null) continue;
    // Measured otherwise than the rest, it does not add up with it.
    if (isAdjusted(passage, one) || one.mention.quantity.value.isNegative()) return [];
    const base = baseOf(one);
    if (base !== null) bases.add(base);
    addTo(changes, item, { figure: one.figure, rises: one.rises });
  }
  if (bases.size > 1) return [];
  return wholes.flatMap(([whole, parts]): ChangeList[] => {
    const [total, ...others] = [whole, ...parts].map((item) =>
      changes.get(item)?.length === 1 ? changes.get(item)?.[0] : undefined,
    );
    return total && others.every((other) => other !== undefined)
      ? [{ kind: 'changes', total, parts: others, open: false }]
      : [];
  });
}

/** An amount of this year and its change from the last. */
interface Statement {
  readonly amount: Spoken;
  readonly change: Figure;
  readonly rises: boolean;
  readonly base: 'budget' | 'year' | null;
}

/** Changes that their own clause states behind the amount, in order; 与上年持平 is one of nothing. null: one that is measured otherwise. */
function statementsIn(passage: Passage): Statement[] | null {
  const found: { at: number; statement: Statement }[] = [];
  for (const [index, one] of passage.spoken.entries()) {
    if (one.role !== 'change' && one.role !== 'against-budget') continue;
    const amount = before(passage.spoken, index).findLast(
      (other) => other.role === 'amount' && other.clause === one.clause && other.depth === one.depth,
    );
    if (isAdjusted(passage, one) || one.mention.quantity.value.isNegative()) return null;
    const isOwn =
      amount !== undefined &&
      (one.name === '' ||
        one.name === amount.name ||
        (changedItem(one.name) !== null && changedItem(one.name) === changedItem(amount.name)));
    if (isOwn && amount.name !== '' && one.depth === 0)
      found.push({
        at: one.mention.start,
        statement: { amount, change: one.figure, rises: one.rises, base: baseOf(one) },
      });
  }
  const { text } = passage.flat;
  for (const match of text.matchAll(unchanged)) {
    const amount = passage.spoken.findLast(({ role, mention }) => role === 'amount' && mention.after <= match.index);
    const end = match.index + match[0].length;
    if (
      !amount ||
      amount.name === '' ||
      amount.depth > 0 ||
      /[。;]/.test(text.slice(amount.mention.after, match.index)) ||
      found.some(({ statement }) => statement.amount === amount)
    )
      continue;
    found.push({
      at: match.index,
      statement: {
        amount,
        change: worded(passage, end - (match[2] ?? '').length, end, amount.figure),
        rises: true,
        base: 'year',
      },
    });
  }
  return found.sort((a, b) => a.at - b.at).map(({ statement }) => statement);
}

const inYuan = ({ mention }: Spoken): Decimal => mention.quantity.value.times(factorOf(mention.unit));

/** Names that leave no kind out. */
const closedKinds: readonly RegExp[][] = [
  [/^基本(?:支出)?$/, /^项目(?:支出)?$/],
  [/^人员(?:经费|支出)/, /公用(?:经费|支出)/],
  [/出国/, /公(?:务用)?车/, /接待/],
  [/返还/, /一般性转移支付/, /专项转移支付/],
  [/^税收/, /^非税/],
];
const isClosed = (parts: readonly Statement[]): boolean =>
  closedKinds.some((kinds) => kinds.every((kind) => parts.some(({ amount }) => kind.test(amount.name))));

/** So many amounts are looked at for those that make up the one before them. */
const mostParts = 30;

/** The list of statements behind one whose amounts make up its own; what is nothing this year and stands behind them belongs to it. null if there is none. */
function partsOf(statements: readonly Statement[], at: number): Statement[] | null {
  const whole = statements[at];
  if (!whole || whole.amount.mention.quantity.value.isZero()) return null;
  let left = inYuan(whole.amount);
  const parts: Statement[] = [];
  for (const one of statements.slice(at + 1, at + 1 + mostParts)) {
    if (left.isZero() && !one.amount.mention.quantity.value.isZero()) break;
    if (one.amount.year !== null && whole.amount.year !== null && one.amount.year !== whole.amount.year) return null;
    left = left.minus(inYuan(one.amount));
    if (left.isNegative()) return null;
    parts.push(one);
  }
  return left.isZero() && parts.filter(({ amount }) => !amount.mention.quantity.value.isZero()).length >= 2
    ? parts
    : null;
}

/**
 * Changes of a whole and of its parts in one paragraph or in the paragraphs behind it, each beside its amount: the amounts of the
 * parts make up that of the whole, and so do their changes.
 * @param passages of the text
 */
export function changesBesideAmounts(passages: readonly Passage[]): ChangeList[] {
  const found: ChangeList[] = [];
  let run: Statement[] = [];
  let group: number | null = null;
  const close = (): void => {
    for (let at = 0; at < run.length; at += 1) {
      const whole = run[at];
      const parts = partsOf(run, at);
      if (!whole || !parts) continue;
      const bases = new Set([whole, ...parts].flatMap(({ base }) => base ?? []));
      const signed = ({ change, rises }: Statement): SignedChange => ({ figure: change, rises });
      if (bases.size <= 1)
        found.push({ kind: 'changes', total: signed(whole), parts: parts.map(signed), open: !isClosed(parts) });
    }
    run = [];
  };
  for (const passage of passages) {
    if (passage.section === 'performance') continue;
    const own = passage.spoken.length === 0 ? [] : statementsIn(passage);
    const amounts = passage.spoken.filter(({ role, depth }) => role === 'amount' && depth === 0).length;
    // A paragraph whose amounts have not all a change ends the list.
    if (
      own === null ||
      passage.heading ||
      (group !== null && passage.section !== null && passage.group !== group) ||
      (amounts > 0 && own.length < amounts)
    )
      close();
    group = passage.section === null ? null : passage.group;
    if (own !== null && own.length >= amounts) run.push(...own);
  }
  close();
  return found;
}
