import type { UncheckedReason } from './relation.ts';

/** Counts what could not be checked, by rule, reason and table. */
export class UncheckedList {
  readonly #entries = new Map<string, { rule: string; reason: UncheckedReason; table: string; relations: number }>();

  add(rule: string, reason: UncheckedReason, table: string): void {
    const key = `${rule}|${reason}|${table}`;
    const known = this.#entries.get(key);
    if (known) known.relations += 1;
    else this.#entries.set(key, { rule, reason, table, relations: 1 });
  }

  /** What was counted, in the order in which it came. */
  list(): { rule: string; reason: UncheckedReason; relations: number; table?: string }[] {
    return [...this.#entries.values()].map(({ table, ...rest }) => (table === '' ? rest : { ...rest, table }));
  }
}
