import type { Relation } from './relation.ts';

/** Relations between two looks at the clock of the caller; or their terms, where they have many. */
const relationsPerStep = 100;
const termsPerStep = 1000;

/** Counts relations: tells when it is time for a step. */
export class Pace {
  #relations = 0;
  #terms = 0;

  isDue({ readings }: Relation): boolean {
    this.#relations += 1;
    this.#terms += readings.reduce((count, terms) => count + terms.length, 0);
    if (this.#relations < relationsPerStep && this.#terms < termsPerStep) return false;
    this.#relations = 0;
    this.#terms = 0;
    return true;
  }
}
