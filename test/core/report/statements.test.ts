import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../core/document/figure.ts';
import { Decimal } from '../../../core/quantity/decimal.ts';
import {
  addend,
  deduction,
  denominator,
  left,
  numerator,
  percentage,
  right,
  total,
  type Term,
} from '../../../core/relate/relation.ts';
import { equationLine } from '../../../core/report/equation-line.ts';
import { statementOf } from '../../../core/report/statements.ts';
import { equationText, slipText, statementText } from '../../../core/report/tell.ts';
import { figureOf } from '../judge/figure.ts';

const inText = (text: string, claim: string, paragraph: string): Figure => ({
  ...figureOf(text),
  place: { in: 'text', paragraph, start: 3, end: 8, claim },
});
const told = (one: Figure, other: Figure): { zh: string; en: string } => {
  const difference =
    one.quantity.kind === 'amount' && other.quantity.kind === 'amount'
      ? one.quantity.value.minus(other.quantity.value)
      : null;
  if (difference === null || other.quantity.kind !== 'amount') throw new Error('amounts are needed');
  const statement = statementOf('same', [left(one), right(other)], other.quantity.value, difference);
  return { zh: statementText(statement, 'zh'), en: statementText(statement, 'en') };
};

describe('a sentence about one fact in two places', () => {
  it('names both where they are called differently', () => {
    expect(told(inText('87.50', '得分', 'p1'), inText('93.38', '综合得分', 'p2')).zh).toBe(
      '文中“得分”为 87.50，文中“综合得分”为 93.38，两处应当相同。',
    );
  });

  it('gives a name once that both bear', () => {
    expect(told(inText('87.50', '得分', 'p1'), inText('93.38', '得分', 'p2'))).toEqual({
      zh: '文中“得分”两处分别为 87.50 和 93.38，应当相同。',
      en: '“得分” in the text is printed as 87.50 in one place and as 93.38 in another. The two should agree.',
    });
  });
});

describe('a sentence about a rate of change', () => {
  const rate = inText('2.27%', '本年收入合计增减幅度', 'p3');
  const [now, before] = [inText('1,006.40', '本年收入合计', 'p1'), inText('1,000.00', '上年本年收入合计', 'p2')];
  const fell: [Term, ...Term[]] = [percentage(rate), numerator(now, -1), numerator(before), denominator(before)];
  const grew: [Term, ...Term[]] = [percentage(rate), numerator(now), numerator(before, -1), denominator(before)];

  it('says that the amounts go the other way', () => {
    expect(statementText(statementOf('ratio', fell, new Decimal('-0.64'), new Decimal('2.91')), 'zh')).toBe(
      '文中“本年收入合计增减幅度”写明下降 2.27%，按相关金额计算实为增长 0.64%。',
    );
    expect(statementText(statementOf('ratio', grew, new Decimal('-0.64'), new Decimal('2.91')), 'en')).toBe(
      '“本年收入合计增减幅度” in the text is said to have grown by 2.27%; by the amounts it fell by 0.64%.',
    );
    expect(statementText(statementOf('ratio', grew, new Decimal('0.64'), new Decimal('1.63')), 'zh')).toBe(
      '文中“本年收入合计增减幅度”为 2.27%，按相关金额计算为 0.64%，相差 1.63 个百分点。',
    );
  });

  it('has an equation that goes the way it says', () => {
    expect(equationText({ line: equationLine(fell, new Decimal('-0.64'), '≠') }, 'zh')).toBe(
      '(1,006.40 − 1,000.00) ÷ 1,000.00 = 增长 0.64% ≠ 下降 2.27%',
    );
  });

  it('has what is taken off behind what it is taken off from', () => {
    expect(equationText({ line: equationLine(fell, new Decimal('0.64'), '≠') }, 'zh')).toBe(
      '(1,000.00 − 1,006.40) ÷ 1,000.00 = 0.64% ≠ 2.27%',
    );
  });
});

describe('a sentence about a change in an amount', () => {
  const change = inText('30.00', '培训费增减额', 'p3');
  const [now, before] = [inText('1,030.00', '培训费', 'p1'), inText('1,000.00', '培训费上年数', 'p2')];

  it('says that the amounts go the other way', () => {
    const fell: [Term, ...Term[]] = [total(change), addend(before), deduction(now)];
    expect(statementText(statementOf('sum', fell, new Decimal(-30), new Decimal(60)), 'zh')).toBe(
      '文中“培训费增减额”为 30.00，按前后两数相减是反方向的 30.00，增减方向与两数不符。',
    );
    const grew: [Term, ...Term[]] = [total(change), addend(now), deduction(before)];
    expect(statementText(statementOf('sum', grew, new Decimal(20), new Decimal(10)), 'zh')).toBe(
      '文中“培训费增减额”为 30.00，按各项相加为 20.00，相差 10.00。',
    );
  });

  it('has no sign before a word for nought', () => {
    const level: Figure = { ...inText('0', '出国费增减额', 'p4'), text: '持平' };
    expect(
      equationText(
        { line: equationLine([total(change), deduction(level), addend(now)], new Decimal(1030), '≠') },
        'zh',
      ),
    ).toBe('持平 + 1,030.00 = 1,030.00 ≠ 30.00');
  });
});

describe('a name', () => {
  it('is without the marks that joined it to what stood around it', () => {
    expect(told(inText('1.00', ':2025年全区财政收入，', 'p1'), inText('2.00', '财政收入', 'p2')).zh).toContain(
      '文中“2025年全区财政收入”为',
    );
  });
});

describe('the words for a slip', () => {
  it('tell a blank from a zero that was filled in', () => {
    expect([slipText('missing', '', 'zh'), slipText('missing', '0.00', 'zh')]).toEqual([
      '像是漏填',
      '像是应填金额而填了零',
    ]);
  });
});
