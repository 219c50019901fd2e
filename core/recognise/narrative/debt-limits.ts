import type { WithinLimit } from './claim.ts';
import type { Passage } from './spoken.ts';

/** Whose debt, and of which kind: 市本级一般债务限额. */
const debt = /^(.{0,20}?)(?:政府)?债务(余额|限额)(?:共|总额|合计)?$/;
/** ，低于省核定的债务限额, ，控制在债务限额…以内 */
const belowLimit = /(?:低于|小于|少于|控制在|未超过|没有超过|未突破|未超)[^，。;\d]{0,16}限额(?:为)?$/;

/** 一般债务限额90亿元，一般债务余额85亿元: both are named alike; the second may leave out whose it is, and not of which kind. */
function isAsNamed(limit: string | undefined, balance: string | undefined, isLimitFirst: boolean): boolean {
  const [first = '', second = ''] = isLimitFirst ? [limit, balance] : [balance, limit];
  return (
    first === second ||
    (second === '' ? !/一般|专项/.test(first) : /^(?:一般|专项)$/.test(second) && first.endsWith(second))
  );
}

/**
 * What is owed and the limit of it, in one sentence: 债务余额81.15亿元，低于债务限额86.40亿元; 一般债务限额90亿元，一般债务余额85亿元.
 * @param passage one paragraph
 */
export function debtLimits(passage: Passage): WithinLimit[] {
  if (passage.heading) return [];
  const amounts = passage.spoken.filter(({ role, mention }) => role === 'amount' && mention.kind === 'amount');
  return amounts.flatMap((balance, index): WithinLimit[] => {
    const own = debt.exec(balance.name);
    if (own?.[2] !== '余额') return [];
    const [before, next] = [amounts[index - 1], amounts[index + 1]];
    if (next?.sentence === balance.sentence && belowLimit.test(next.mention.lead))
      return [{ kind: 'within-limit', limit: next.figure, balance: balance.figure }];
    return [before, next].flatMap((other): WithinLimit[] => {
      const limit = other ? debt.exec(other.name) : null;
      return other &&
        limit?.[2] === '限额' &&
        isAsNamed(limit[1], own[1], other === before) &&
        other.sentence === balance.sentence &&
        other.year === balance.year
        ? [{ kind: 'within-limit', limit: other.figure, balance: balance.figure }]
        : [];
    });
  });
}
