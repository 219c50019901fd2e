import type { Finding } from './schema.ts';
import type { Recognition } from '../recognise/form.ts';
import { catalogue } from '../relate/catalogue.ts';
import { findingOfNotice } from './finding.ts';
import { ruleFailed } from '../relate/failures.ts';
import type { UncheckedList } from '../relate/unchecked.ts';

/**
 * What the rules remark on beside arithmetic. Of a table that may not be all there they say nothing.
 * @param recognition what the document says
 * @param doubted ids of the tables that may not be all there
 * @param unchecked is told the rules that fail
 */
export function* remarksOf(
  recognition: Recognition,
  doubted: ReadonlySet<string>,
  unchecked: UncheckedList,
): Generator<void, Finding[]> {
  const isSure = ({ places }: Finding) => !places.some((place) => 'table' in place && doubted.has(place.table));
  const found: Finding[] = [];
  for (const rule of catalogue) {
    if (!rule.notices) continue;
    for (const set of recognition.sets) {
      yield;
      try {
        found.push(...[...rule.notices(set)].map((notice) => findingOfNotice(rule.id, notice)).filter(isSure));
      } catch (error) {
        unchecked.add(rule.id, 'rule-failed', '');
        ruleFailed(rule.id, error);
      }
    }
  }
  return found;
}
