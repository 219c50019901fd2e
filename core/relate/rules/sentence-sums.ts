import type { Weighed } from '../../recognise/narrative/claim.ts';
import { addend, deduction, denominator, numerator, part, percentage, total, whole, type Term } from '../relation.ts';
import type { Rule } from '../rule.ts';
import { claimsOf, tellingUnits, tellingUnitsOfClosed } from './narrative-ties.ts';

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
    title: { zh: '文字写明的收支总计', en: 'Totals that a sentence adds up' },
    reasoning: {
      zh: '“收入 A，加 B、C，收入总计 D”：D＝A＋B＋C（减去的为负）；“收支相抵，年终结余 E”：E＝收入总计－支出总计。所列各项相加大于总计的，提示不一致；小于总计的，句中可能有未列的项目，只有改正一个数的常见录入错误（相邻数字颠倒、多录一位、单位或小数点有误）恰好相等，才提示不一致。',
      en: '“Income A, plus B and C, in total D”: D = A + B + C (less what is taken off); “what is left is E”: E = total income − total expenditure. What is named may not be more than the total; less than it only where one usual slip put right (digits exchanged, a digit too many, unit or point) makes it exact, as the sentence may leave something out.',
    },
    example: {
      zh: '收入 100.00 万元，加上年结余 20.00 万元，收入总计 120.00 万元。',
      en: 'Income 100.00, plus 20.00 carried over: 120.00 in total.',
    },
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
    title: { zh: '文字说明的各项用途', en: 'What the text says an amount is used for' },
    reasoning: {
      zh: '“其中”“主要包括”所列各项未必列全：各项相加小于总额时，只有改正一个数的常见录入错误（相邻数字颠倒、多录一位、单位或小数点有误）恰好相等的，才提示不一致；互不包含的各项相加大于总额的，提示不一致。',
      en: 'A list behind “of which” or “mainly” need not be complete: where it comes to less than the total it is told only if one usual slip put right makes it exact; items that do not contain each other are not more than the total.',
    },
    example: {
      zh: '培训项目 120.00 万元，其中：师资费 70.00 万元、场地费 60.00 万元，超出 10.00 万元。',
      en: 'Training 120.00, of which teachers 70.00 and rooms 60.00: 10.00 too much.',
    },
    *relations(set) {
      for (const { total: all, parts, apart, rest } of claimsOf(set, 'open-list')) {
        yield {
          kind: 'sum',
          readings: [[total(all), ...parts.map(addend)]],
          guess: 'unclear-claim',
          slipTells: rest ? tellingUnitsOfClosed : tellingUnits,
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
    title: { zh: '两年各自写明的金额与增减', en: 'Both years in full, and the change between them' },
    reasoning: {
      zh: '同一标题下本年数和上年数各写明一次的，所写增加（减少）额＝本年数－上年数（上年数－本年数）；口径不同或一为预算、一为决算的不核对。',
      en: 'Where both years’ amounts of an item are stated under one heading, the increase is this year’s minus last year’s; not where one is a budget and the other an outturn, or on another basis.',
    },
    example: {
      zh: '“2024 年 12.00 万元”“2023 年 10.00 万元”“较 2023 年增加 2.00 万元”。',
      en: '12.00 in 2024, 10.00 in 2023: 2.00 more.',
    },
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
    title: { zh: '债务余额不大于债务限额', en: 'What is owed is within its limit' },
    reasoning: {
      zh: '同一句中同一类、同一时点的政府债务余额不大于限额。',
      en: 'Of one kind and date, the debt stated in a sentence is not more than its limit.',
    },
    example: {
      zh: '“债务余额 20.00 亿元，低于债务限额 25.00 亿元”。',
      en: 'Debt 20.00, below the limit of 25.00.',
    },
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
    title: { zh: '文中写明算式的比率', en: 'A rate whose operands are printed with it' },
    reasoning: {
      zh: '句中写出算式的（A÷B×100%＝C%），C＝A÷B×100%。',
      en: 'Where the sentence prints the division (A ÷ B × 100% = C%), C is what it comes to.',
    },
    example: {
      zh: '预算执行率＝支出 90.00 万元÷预算 100.00 万元×100%＝90.00%。',
      en: 'Execution rate = 90.00 / 100.00 × 100% = 90.00%.',
    },
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
