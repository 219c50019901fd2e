import { amountOf, type Figure } from '../../document/figure.ts';
import { isNonZeroAmount } from '../../quantity/quantity.ts';
import { figureOf, type FormSet } from '../../recognise/form.ts';
import type { Fact, Tallied, Tally } from '../../recognise/narrative/claim.ts';
import type { Notice } from '../notice.ts';
import { left, right } from '../relation.ts';
import { none, type Rule } from '../rule.ts';
import { claimsOf } from './narrative-ties.ts';

/** The one tally of its kind; null if there is none, or several that differ. */
function tallyOf(set: FormSet, of: Tallied): Tally | null {
  const all = claimsOf(set, 'tally').filter((claim) => claim.of === of);
  const [first] = all;
  return first && all.every((other) => amountOf(other.figure).eq(amountOf(first.figure))) ? first : null;
}

/** What a number of things goes with; a reception may be foreign, so that none at home says nothing of the whole. */
const amountsOf: readonly { readonly of: Tallied; readonly items: readonly string[] }[] = [
  { of: 'vehicles-bought', items: ['three-public:purchase'] },
  { of: 'delegations', items: ['three-public:abroad'] },
  { of: 'receptions', items: ['three-public:reception-domestic', 'three-public:reception'] },
];

/** What was spent on an item under the same heading; null where it is not said, or said differently. */
function spentOn(set: FormSet, items: readonly string[], group: number): Fact | null {
  for (const item of items) {
    const facts = claimsOf(set, 'fact').filter(
      (fact) => fact.item === item && fact.basis === 'outturn' && fact.group === group,
    );
    const [first] = facts;
    if (first)
      return facts.every((fact) => isNonZeroAmount(fact.figure.quantity) === isNonZeroAmount(first.figure.quantity))
        ? first
        : null;
  }
  return null;
}

function* talliesBesideAmounts(set: FormSet): Generator<Notice> {
  for (const { of, items } of amountsOf) {
    const tally = tallyOf(set, of);
    const spent = tally && spentOn(set, items, tally.group);
    if (!tally || !spent || isNonZeroAmount(spent.figure.quantity) === isNonZeroAmount(tally.figure.quantity)) continue;
    yield {
      figures: [tally.figure, spent.figure],
      remark: 'number-and-amount',
      values: {
        name: tally.figure.place.in === 'text' ? tally.figure.place.claim : '',
        number: tally.figure.text,
        item: spent.name,
        amount: spent.figure.text,
      },
    };
  }
}

function* vehiclesHeld(set: FormSet): Generator<Notice> {
  const held = tallyOf(set, 'vehicles-held');
  const owned = tallyOf(set, 'vehicles');
  if (!held || !owned || amountOf(held.figure).lte(amountOf(owned.figure))) return;
  yield {
    figures: [held.figure, owned.figure],
    remark: 'vehicles-kept',
    values: { kept: held.figure.text, owned: owned.figure.text },
  };
}

function* enumerated(set: FormSet): Generator<Notice> {
  for (const { stated, least, most, listed } of claimsOf(set, 'enumeration')) {
    const value =
      stated.quantity.kind === 'amount'
        ? stated.quantity.value.toNumber()
        : '零一二三四五六七八九十'.indexOf(stated.text.replace('两', '二'));
    if (value < 0 || (value >= least && value <= most)) continue;
    yield {
      figures: [stated, ...listed],
      remark: 'enumeration',
      values: { stated: stated.text, value: String(value), listed: String(least) },
    };
  }
}

function* staffed(set: FormSet): Generator<Notice> {
  for (const { posts, people } of claimsOf(set, 'staff')) {
    if (amountOf(people).lte(amountOf(posts))) continue;
    yield {
      figures: [people, posts],
      remark: 'people-above-posts',
      values: { people: people.text, posts: posts.text },
    };
  }
}

/** The points in total of the one evaluation form of the whole department. */
function printedScore(set: FormSet): Figure | null {
  const results = set.forms
    .filter((form) => form.id === 'department-performance')
    .flatMap((form) => form.sides.filter((side) => side.key === 'result'));
  const [side] = results;
  const line = side?.lines[0];
  return side && line && results.length === 1 ? figureOf(side, line, 'score') : null;
}

export const narrativeRemarkRules: readonly Rule[] = [
  {
    id: 'narrative/score',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['N16', 'N23'],
    *relations(set) {
      const [first, ...others] = claimsOf(set, 'score');
      // Evaluations of several bodies have several scores.
      if (!first || !set.claimsTied || set.forms.filter((form) => form.id === 'department-performance').length > 1)
        return;
      for (const { figure } of others)
        yield { kind: 'same', readings: [[left(figure), right(first.figure)]], table: '' };
      const form = printedScore(set);
      // Copied from the form: it says nothing of which of the two is wrong.
      if (form?.place.in === 'table')
        yield {
          kind: 'same',
          readings: [[left(first.figure), right({ ...form, counts: '分' })]],
          derived: true,
          table: form.place.table,
        };
    },
  },
  {
    id: 'narrative/tallies',
    family: 'narrative',
    kind: 'notice',
    catalogue: ['N18'],
    relations: none,
    *notices(set) {
      // Without forms the text may speak of itself.
      if (!set.claimsTied && set.forms.length > 0) return;
      yield* talliesBesideAmounts(set);
      yield* vehiclesHeld(set);
    },
  },
  {
    id: 'narrative/enumeration',
    family: 'narrative',
    kind: 'notice',
    catalogue: ['N22'],
    relations: none,
    notices: enumerated,
  },
  {
    id: 'narrative/staff',
    family: 'narrative',
    kind: 'notice',
    catalogue: ['N28'],
    relations: none,
    notices: staffed,
  },
];
