import type { Figure } from '../../../core/document/figure.ts';
import { diagnose, type Cause, type Judged } from '../../../core/judge/diagnosis.ts';
import { evaluate } from '../../../core/judge/evaluate.ts';
import { readQuantity } from '../../../core/quantity/quantity.ts';
import type { Unit } from '../../../core/quantity/unit.ts';
import { addend, left, right, total, type Relation } from '../../../core/relate/relation.ts';
import { drain } from '../../../tools/run.ts';

let printed = 0;

/** A figure as printed, at a place of its own. */
export function figureOf(
  text: string,
  options: {
    unit?: Unit | null;
    table?: string;
    decimals?: number;
    confidence?: number;
    row?: number;
    column?: number;
    coarse?: number;
    displaced?: Figure;
  } = {},
): Figure {
  const { unit = '万元', table = 't1', confidence = 1, column = 0, row = (printed += 1), coarse, displaced } = options;
  const quantity = readQuantity(text);
  const decimals = Math.max(options.decimals ?? 0, quantity.kind === 'amount' ? quantity.decimals : 0);
  return {
    quantity,
    text,
    unit: quantity.kind === 'amount' && quantity.unit ? quantity.unit : unit,
    decimals,
    confidence,
    place: { in: 'table', table, row, column, tableTitle: '表', rowLabel: `行${row}`, columnLabel: `列${column}` },
    ...(coarse === undefined ? {} : { coarse }),
    ...(displaced === undefined ? {} : { displaced }),
  };
}

/** A sum between figures of one table: the total first; strings are printed figures with the decimals of the deepest. */
export function sumOf(first: string | Figure, ...rest: readonly (string | Figure)[]): Relation {
  const decimals = Math.max(
    ...[first, ...rest].map((one) => (typeof one === 'string' ? (/\.(\d+)/.exec(one)?.[1] ?? '').length : 0)),
  );
  const figure = (one: string | Figure): Figure => (typeof one === 'string' ? figureOf(one, { decimals }) : one);
  return { kind: 'sum', table: 't1', readings: [[total(figure(first)), ...rest.map((one) => addend(figure(one)))]] };
}

/** One fact in two places. */
export const sameOf = (a: Figure, b: Figure): Relation => ({
  kind: 'same',
  table: 't1',
  readings: [[left(a), right(b)]],
});

/** Relations with their judgements. @param rule names the rule of each @throws where one can't be judged */
export function judgedOf(relations: readonly Relation[], rule = (index: number): string => `rule-${index}`): Judged[] {
  return relations.map((relation, index) => {
    const judgement = evaluate(relation);
    if (judgement.verdict === 'unchecked') throw new Error(judgement.reason);
    return { rule: rule(index), relation, judgement };
  });
}

/** The causes of relations that were judged, all at once. */
export const diagnosed = (judged: readonly Judged[]): Cause[] => drain(diagnose(judged));
