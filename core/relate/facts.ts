import { amountInYuan, isPrinted, type Figure } from '../document/figure.ts';
import { grouped } from '../grouped.ts';
import { moneyless, type Dimensions, type Fact, type Fund, type Subject } from '../recognise/facts/fact.ts';
import { factsOf } from '../recognise/facts/facts.ts';
import type { FormSet } from '../recognise/form.ts';
import type { FormId } from '../recognise/forms.ts';
import { part, whole, type Relation } from './relation.ts';
import type { MaybeFigure } from './scope.ts';

/** Whether an amount is printed that is not nought, or that can't be read. */
export function isNonZero(figure: MaybeFigure): boolean {
  if (!figure) return false;
  return figure.quantity.kind === 'amount' ? !figure.quantity.value.isZero() : figure.quantity.kind === 'unreadable';
}

/** The figure of a fact; null where the print leaves open which of several is meant. */
export const figureOfFact = ({ figures }: Fact): Figure | null => (figures.length === 1 ? (figures[0] ?? null) : null);

/** Facts by their key, each table once: what one table prints twice under one key is not determined by it. */
export function byTable<Key>(facts: readonly Fact[], keyOf: (fact: Fact) => Key): Map<Key, Fact[]> {
  const found = new Map<Key, Fact[]>();
  for (const [key, same] of grouped(facts, keyOf))
    found.set(
      key,
      [...grouped(same, ({ table }) => table).values()].flatMap((own) => (own.length === 1 ? own : [])),
    );
  return found;
}

/** The tables that print each subject, by its key. */
class Index {
  /** By the subject without its fund, then by fund: what is asked for most is one subject in several funds. */
  readonly #facts = new Map<string, Map<Fund, readonly Fact[]>>();

  constructor(facts: readonly Fact[]) {
    for (const [key, alike] of grouped(facts, ({ dimensions }) => moneyless(dimensions)))
      this.#facts.set(
        key,
        byTable(alike, ({ dimensions }) => dimensions.fund),
      );
  }

  /** The facts of a subject by whose money they are of, a table once, in printed order. */
  byFund(subject: Omit<Dimensions, 'stage' | 'fund'>): ReadonlyMap<Fund, readonly Fact[]> {
    return this.#facts.get(moneyless(subject)) ?? new Map<Fund, readonly Fact[]>();
  }

  /** The facts of a subject, a table once, in printed order. */
  of(subject: Omit<Dimensions, 'stage'>): readonly Fact[] {
    return this.byFund(subject).get(subject.fund) ?? [];
  }

  /** What a table prints of a subject. */
  in(table: string, subject: Subject): Figure | null {
    const fact = this.of(subject).find((one) => one.table === table);
    return fact ? figureOfFact(fact) : null;
  }
}

export type { Index };

const indexes = new WeakMap<FormSet, Index>();

/** The facts of a set by subject; several rules ask for them. */
export function indexOf(set: FormSet): Index {
  const found = indexes.get(set) ?? new Index(factsOf(set).facts);
  indexes.set(set, found);
  return found;
}

const isNegative = (figure: Figure): boolean => figure.quantity.kind === 'amount' && figure.quantity.value.isNegative();

/**
 * Parts in one table, the whole in another; not where a negative amount (冲减) is among them (docs/judging.md, Closed scope).
 * @param table for the list of what is unchecked
 * @param all the whole
 * @param figures its parts
 */
export function* bound(table: string, all: MaybeFigure, figures: readonly Figure[]): Generator<Relation> {
  if (!all || !figures.some(isPrinted) || [all, ...figures].some(isNegative)) return;
  yield { kind: 'bound', readings: [[whole(all), ...figures.map(part)]], table };
}

/** Whether a fact, or a column, is one of a budget's forms. */
export const isBudget = ({ form }: { readonly form: FormId }): boolean => form.startsWith('budget-');

/** Whether two totals are the same amount of money, other than nought. */
export function isSameMoney(one: MaybeFigure, other: MaybeFigure): boolean {
  const [amount, same] = [amountInYuan(one), amountInYuan(other)];
  return amount !== null && same !== null && !amount.isZero() && amount.eq(same);
}

/** From the whole to the part: what is fiscal is among all, what is general among the fiscal. */
const lattice: readonly Fund[] = ['all', 'fiscal', 'general'];

/** Whether the parts of two subjects agree where their totals do: the same part of one kind of money and of another that contains it. */
export const haveSameParts = (one: Dimensions, other: Dimensions): boolean =>
  one.part === other.part &&
  one.item.kind === 'total' &&
  other.item.kind === 'total' &&
  (one.fund === other.fund || (lattice.includes(one.fund) && lattice.includes(other.fund)));
