import { mapped } from '../../steps.ts';
import { amountInBaseUnit, valueOf, type Figure } from '../../document/figure.ts';
import { Decimal, lastDigit, zero } from '../../quantity/decimal.ts';
import { factorOf } from '../../quantity/unit.ts';
import type { ClassList } from './claim.ts';
import type { FactIndex } from './fact-index.ts';
import { openersIn } from './opener.ts';
import { withoutBudgets, type Passage, type Role, type Spoken } from './spoken.ts';

/** 主要用于以下方面（按大类）： */
const classOpener = /用于以下(?:几个?)?方面(?:\([^)]*\))?:?/;

/** What may stand behind a class beside its share. */
const aside: readonly Role[] = ['completion', 'change', 'growth', 'against-budget', 'previous'];

/** The figures of a class list: those behind the opener, and where it ends its paragraph those of the following ones up to the full stop. */
function listed(passages: readonly Passage[], passage: Passage, from: number): Spoken[] | null {
  const own = passage.spoken.filter((spoken) => spoken.mention.start >= from);
  if (own.length > 0)
    return openersIn(passage.flat.text.slice(from)) === 0 && own.every((spoken) => spoken.sentence === own[0]?.sentence)
      ? own
      : null;
  const found: Spoken[] = [];
  for (const next of passages.slice(passage.index + 1, passage.index + 30)) {
    if (next.heading || next.group !== passage.group || openersIn(next.flat.text) > 0 || next.spoken.length === 0)
      return null;
    found.push(...next.spoken);
    if (next.flat.text.endsWith('。')) return found;
    if (!/[;，、]$/.test(next.flat.text)) return null;
  }
  return null;
}

const hundred = new Decimal(100);
const added = (values: readonly Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), zero);

const halfSteps = (shares: readonly Figure[]): Decimal =>
  added(shares.map(({ decimals }) => lastDigit(decimals).div(2)));

/** Whether shares make 100 %, as rounded. */
export const makeHundred = (shares: readonly Figure[]): boolean =>
  hundred
    .minus(added(shares.map(valueOf)))
    .abs()
    .lte(halfSteps(shares));

/**
 * Whether shares tell that nothing is left out of a list: as rounded they may make 100 %, and what the parts lack of their total is more
 * than another part could hide in what the shares leave open (占98.66% and 占1.03% leave room for a third).
 * @param shares of the parts, one each
 * @param parts amounts of the list
 * @param total that it divides
 */
export function makeAll(shares: readonly Figure[], parts: readonly Figure[], total: Figure): boolean {
  if (!makeHundred(shares)) return false;
  const rounding = halfSteps(shares);
  const open = hundred.minus(added(shares.map(valueOf)));
  const lacking = amountInBaseUnit(total).minus(added(parts.map(amountInBaseUnit)));
  return lacking.lte(0) || lacking.times(100).gt(amountInBaseUnit(total).times(open.plus(rounding)));
}

/** Whether the parts of a list come to their total, as rounded: then its shares are all there are. */
function comeTo(total: Figure, parts: readonly Figure[]): boolean {
  const step = ({ decimals, unit }: Figure): Decimal => lastDigit(decimals).times(factorOf(unit)).div(2);
  return added(parts.map(amountInBaseUnit))
    .minus(amountInBaseUnit(total))
    .abs()
    .lte(added([total, ...parts].map(step)));
}

/**
 * The lists of classes under 一般公共预算财政拨款支出决算结构情况. Yields now and then.
 * @param passages of the text
 * @param outturns what became of each item
 */
export function* classLists(passages: readonly Passage[], outturns: FactIndex): Generator<void, ClassList[]> {
  const lists = yield* mapped(passages, (passage): ClassList[] => {
    const match = classOpener.exec(passage.flat.text);
    if (!match || passage.section === 'performance') return [];
    const before = passage.spoken.filter((spoken) => spoken.role === 'amount' && spoken.mention.after <= match.index);
    const total = withoutBudgets(before).at(-1)?.figure ?? outturns.wholeUnder(passage.section, passage.group);
    const figures = listed(passages, passage, match.index + match[0].length);
    if (!total || !figures) return [];
    // Every figure is an amount or what is said of it; anything else leaves the list unclear.
    const parts: Figure[] = [];
    const shares: Figure[] = [];
    for (const { role, figure, name, depth } of withoutBudgets(figures)) {
      if (aside.includes(role)) continue;
      if (role === 'amount' && name !== '' && depth === 0) parts.push(figure);
      else if (role === 'share' && shares.length === parts.length - 1) shares.push(figure);
      else return [];
    }
    if (parts.length < 2) return [];
    const every = shares.length === parts.length;
    return [
      {
        kind: 'classes',
        total,
        parts,
        shares: every ? shares : [],
        complete: every && (makeAll(shares, parts, total) || comeTo(total, parts)),
      },
    ];
  });
  return lists.flat();
}
