import { figureKey, type Figure } from '../document/figure.ts';
import { diagnose, type Cause, type Judged } from './diagnosis.ts';
import { evaluate, withValue } from './evaluate.ts';
import { withAddedTotals } from './habits.ts';

/** The relations with their final verdicts, and what explains those that fail. */
export interface Explained {
  readonly judged: readonly Judged[];
  readonly causes: readonly Cause[];
}

/** Whether a sum is exact with other values in the place of the printed ones. */
function isExactWith(
  { relation, judgement }: Judged,
  quantities: ReadonlyMap<string, Figure['quantity']>,
  truncated: boolean,
): boolean {
  const own = judgement.terms.map(({ figure }) => figureKey(figure)).filter((key) => quantities.has(key));
  if (own.length === 0) return judgement.difference.isZero();
  const again = evaluate(
    own.reduce((changed, key) => withValue(changed, key, quantities.get(key) ?? { kind: 'blank' }), relation),
    truncated,
  );
  return again.verdict !== 'unchecked' && again.difference.isZero();
}

/**
 * Diagnoses what fails, and judges once more in the light of it: a total that was added up from its printed parts strays from the other
 * forms as far as all of them together, and a wrong part hides that it was. So the sums that fail are first taken for such; what is
 * then diagnosed tells which of them add up when the wrong figures are put right.
 * Yields now and then, so that the caller can give way.
 * @param judged all relations that could be judged
 * @param truncated as for evaluate
 */
export function* explain(judged: readonly Judged[], truncated: boolean): Generator<void, Explained> {
  if (judged.every(({ judgement }) => judgement.verdict !== 'inconsistent')) return { judged, causes: [] };
  const lenient = yield* withAddedTotals(
    judged,
    truncated,
    ({ judgement }) => judgement.difference.isZero() || judgement.verdict === 'inconsistent',
  );
  const causes = yield* diagnose(lenient, truncated);
  if (lenient.every((one, index) => one === judged[index])) return { judged, causes };
  const quantities = new Map(
    causes
      .flatMap(({ kind, changes }) => (kind === 'suspect' ? changes : []))
      .map(
        ({ figure, likely }) =>
          [
            figureKey(figure),
            {
              kind: figure.quantity.kind === 'percent' ? 'percent' : 'amount',
              value: likely,
              decimals: likely.decimalPlaces(),
            } satisfies Figure['quantity'],
          ] as const,
      ),
  );
  const settled = yield* withAddedTotals(judged, truncated, (one) => isExactWith(one, quantities, truncated));
  const agree = settled.every(({ judgement }, index) => judgement.verdict === lenient[index]?.judgement.verdict);
  return agree ? { judged: lenient, causes } : { judged: settled, causes: yield* diagnose(settled, truncated) };
}
