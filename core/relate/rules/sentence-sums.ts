import type { Weighed } from '../../recognise/narrative/claim.ts';
import { addend, deduction, denominator, numerator, part, percentage, total, whole, type Term } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { claimsOf, tellingUnitsInText, tellingUnitsOfClosed } from './narrative-ties.ts';

const text = { table: '' } as const;

const terms = (weighed: readonly Weighed[], make: (figure: Weighed['figure'], weight: 1 | -1) => Term): Term[] =>
  weighed.map(({ figure, weight }) => make(figure, weight));

const signed = (weighed: readonly Weighed[]): Term[] =>
  weighed.map(({ figure, weight }) => (weight > 0 ? addend : deduction)(figure));

export const sentenceSumRules: readonly Rule[] = [
  {
    id: 'narrative/stated-sum',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['N06'],
    *relations(set) {
      for (const { total: all, readings: sums, isSure, manner } of claimsOf(set, 'stated-sum')) {
        const readings = sums.map((terms): Term[] => [total(all), ...signed(terms)]);
        if (manner === 'whole') {
          yield { kind: 'sum', readings, ...text };
          continue;
        }
        // A sentence may leave something out, and what it names is then less than its total; a text whose sentences leave nothing out shows it.
        yield {
          kind: 'sum',
          readings,
          ...(manner === null ? { guess: 'unclear-claim' as const } : { pattern: `stated-sum/${manner}` }),
          slipTells: tellingUnitsOfClosed,
          ...text,
        };
        if (isSure && sums.every((terms) => terms.every(({ weight }) => weight > 0)))
          yield {
            kind: 'bound',
            readings: readings.map(([sum, ...parts]) => [
              ...(sum ? [whole(sum.figure)] : []),
              ...parts.map(({ figure }) => part(figure)),
            ]),
            ...text,
          };
      }
      for (const { left, terms: counted, isOfYear } of claimsOf(set, 'stated-balance'))
        yield {
          kind: 'sum',
          readings: [[total(left), ...signed(counted)]],
          ...(isOfYear && { pattern: 'balance-of-year', slipTells: tellingUnitsOfClosed }),
          ...text,
        };
    },
  },
  {
    id: 'narrative/uses',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['N06'],
    *relations(set) {
      for (const { total: all, parts, apart, rest, whole: isWhole } of claimsOf(set, 'open-list')) {
        yield {
          kind: 'sum',
          readings: [[total(all), ...parts.map(addend)]],
          ...(isWhole ? { pattern: 'open-list/whole' } : { guess: 'unclear-claim' as const }),
          slipTells: rest ? tellingUnitsOfClosed : tellingUnitsInText,
          ...text,
        };
        if (apart) yield { kind: 'bound', readings: [[whole(all), ...parts.map(part)]], ...text };
      }
    },
  },
  {
    id: 'narrative/year-change',
    family: 'narrative',
    kind: 'conditional',
    catalogue: ['N07'],
    *relations(set) {
      for (const { change, rises, current, previous } of claimsOf(set, 'year-change')) {
        const [more, less] = rises ? [current, previous] : [previous, current];
        yield { kind: 'sum', readings: [[total(change), addend(more), deduction(less)]], ...text };
      }
    },
  },
  {
    id: 'narrative/debt-limit',
    family: 'narrative',
    kind: 'hard',
    catalogue: ['G-1'],
    *relations(set) {
      for (const { limit, balance } of claimsOf(set, 'within-limit'))
        yield { kind: 'bound', readings: [[whole(limit), part(balance)]], ...text };
    },
  },
  {
    id: 'ratio/quotient',
    family: 'ratio',
    kind: 'hard',
    catalogue: ['N26'],
    *relations(set) {
      for (const { percent, numerators, denominators } of claimsOf(set, 'quotient')) {
        yield {
          kind: 'ratio',
          readings: [[percentage(percent), ...terms(numerators, numerator), ...terms(denominators, denominator)]],
          derived: true,
          ...text,
        };
      }
    },
  },
];
