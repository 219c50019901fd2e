import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../core/document/figure.ts';
import { left, right } from '../../../core/relate/relation.ts';
import { slipText } from '../../../core/report/diagnosis-words.ts';
import { sentence } from '../../../core/report/wording.ts';
import { figureOf } from '../judge/figure.ts';

const inText = (text: string, claim: string, paragraph: string): Figure => ({ ...figureOf(text), place: { in: 'text', paragraph, start: 3, end: 8, claim } });
const told = (one: Figure, other: Figure): { zh: string; en: string } => {
  const difference = one.quantity.kind === 'amount' && other.quantity.kind === 'amount' ? one.quantity.value.minus(other.quantity.value) : null;
  if (difference === null || other.quantity.kind !== 'amount') throw new Error('amounts are needed');
  return sentence('same', [left(one), right(other)], other.quantity.value, difference);
};

describe('a sentence about one fact in two places', () => {
  it('names both where they are called differently', () => {
    expect(told(inText('87.50', '得分', 'p1'), inText('93.38', '综合得分', 'p2')).zh).toBe('文中“得分”为 87.50，文中“综合得分”为 93.38，两处应当相同。');
  });

  it('gives a name once that both bear', () => {
    expect(told(inText('87.50', '得分', 'p1'), inText('93.38', '得分', 'p2'))).toEqual({
      zh: '文中“得分”两处分别为 87.50 和 93.38，应当相同。',
      en: '“得分” in the text is printed as 87.50 in one place and as 93.38 in another. The two should agree.',
    });
  });
});

describe('the words for a slip', () => {
  it('tell a blank from a zero that was filled in', () => {
    expect([slipText('missing', '').zh, slipText('missing', '0.00').zh]).toEqual(['像是漏填', '像是应填金额而填了零']);
  });
});
