import { onRuleFailure } from '../core/relate/failures.ts';

/** Throws again what a rule threw: under test a fault in a rule is a failure, never a figure that could not be checked. */
export function rethrown(rule: string, error: unknown): never {
  throw new Error(`the rule ${rule} failed`, { cause: error });
}

onRuleFailure(rethrown);
