import type { Recognition } from '../recognise/form.ts';
import type { Relation } from './relation.ts';
import { catalogue } from './catalogue.ts';
import { deductionsOf, withDeductions } from './deductions.ts';
import { withinPieces } from './pieces.ts';
import { ruleFailed } from './failures.ts';
import { Pace } from './pace.ts';
import type { CheckProgress } from '../progress.ts';
import type { UncheckedList } from './unchecked.ts';

/** A relation and the rule that yields it. */
export interface Related {
  readonly rule: string;
  readonly relation: Relation;
}

/**
 * The relations of every rule in every set; a rule that fails is unchecked and takes nobody with it.
 * @param recognition what the document says
 * @param doubted ids of the tables that may not be all there
 * @param unchecked is told the rules that fail
 */
export function* relateAll(
  recognition: Recognition,
  doubted: ReadonlySet<string>,
  unchecked: UncheckedList,
): Generator<CheckProgress, Related[]> {
  const related: Related[] = [];
  const ends = new Map(recognition.tables.map((table) => [table.table, table.ends]));
  const admitted = (family: string, setIsClear: boolean, relation: Relation): Relation => {
    // What a doubtful table does not have, it may have had.
    if (doubted.has(relation.table)) return { ...relation, unchecked: 'low-confidence' };
    return family === 'tie-out' && !setIsClear
      ? { ...relation, unchecked: 'unclear-set' }
      : withinPieces(relation, ends);
  };
  const sets = recognition.sets.map((set) => ({ set, deductions: deductionsOf(set) }));
  const pace = new Pace();
  for (const [index, rule] of catalogue.entries()) {
    for (const { set, deductions } of sets) {
      yield { phase: 'relate', done: index, total: catalogue.length };
      try {
        for (const relation of rule.relations(set)) {
          const whole = withDeductions(relation, deductions);
          related.push({ rule: rule.id, relation: admitted(rule.family, set.clear, whole) });
          if (pace.isDue(relation)) yield { phase: 'relate', done: index, total: catalogue.length };
        }
      } catch (error) {
        unchecked.add(rule.id, 'rule-failed', '');
        ruleFailed(rule.id, error);
      }
    }
  }
  return related;
}
