import type { MisprintedFigure } from '../judge/misprints.ts';
import { equationOf, mostHolding, notice } from './finding.ts';
import { nameOf } from './names.ts';
import { likelyText } from './on-figures.ts';
import type { Finding } from './schema.ts';

/**
 * The finding of an amount whose separators are misplaced: a notice, as its equations were not judged, with the reading that they bear out.
 * @param misprint the figure and what it may have been
 */
export function findingOfMisprint({ figure, likely, holding }: MisprintedFigure): Finding {
  const finding = notice('structure/misplaced-separator', [figure], {
    kind: 'separators',
    figure: { name: nameOf(figure), text: figure.text.trim() },
  });
  if (likely === null) return finding;
  const slip = 'separator';
  const value = likelyText(
    { figure, likely, slip },
    holding.flatMap(({ judgement }) => judgement.terms),
  );
  return {
    ...finding,
    likely: likely.toFixed(),
    diagnosis: {
      kind: 'suspect',
      changes: [{ place: 0, likely: likely.toFixed(), likelyText: value, slip }],
      statement: { kind: 'read-as', equations: holding.length, value, slip },
      holding: holding.slice(0, mostHolding).map((one) => equationOf(one, new Set())),
    },
  };
}
