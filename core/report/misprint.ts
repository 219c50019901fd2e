import type { MisprintedFigure } from '../judge/misprints.ts';
import { likelyText, slipText } from './diagnosis-words.ts';
import { equationOf, findingOfNotice, mostHolding } from './finding.ts';
import type { Finding } from './schema.ts';
import { cellName } from './wording.ts';

/**
 * The finding of an amount whose separators are misplaced: a notice, as its equations were not judged, with the reading that they bear out.
 * @param misprint the figure and what it may have been
 */
export function findingOfMisprint({ figure, likely, holding }: MisprintedFigure): Finding {
  const name = cellName(figure);
  const text = figure.text.trim();
  const finding = findingOfNotice('structure/misplaced-separator', {
    figures: [figure],
    zh: `${name.zh}印作“${text}”，千分位逗号或小数点的位置不对，不能当作一个数来核对。`,
    en: `${name.en} is printed as “${text}”. Its commas or its point are misplaced, so that it cannot be checked as an amount.`,
  });
  if (likely === null) return finding;
  const change = { figure, likely, slip: 'separator' as const };
  const shown = likelyText(
    change,
    holding.flatMap(({ judgement }) => judgement.terms),
  );
  const how = slipText('separator', text);
  return {
    ...finding,
    likely: likely.toFixed(),
    diagnosis: {
      kind: 'suspect',
      changes: [{ place: 0, likely: likely.toFixed(), likelyText: shown, slip: 'separator' }],
      text: `若读作 ${shown}，含有它的 ${holding.length} 个等式就都成立（${how.zh}）。`,
      textEn: `Read as ${shown}, ${holding.length === 1 ? 'the equation' : `all ${holding.length} equations`} with it would hold (${how.en}).`,
      holding: holding.slice(0, mostHolding).map((one) => equationOf(one, new Set())),
    },
  };
}
