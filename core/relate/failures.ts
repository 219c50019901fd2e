/** Told the rule that threw, and what. */
export type RuleFailureHandler = (rule: string, error: unknown) => void;

let handler: RuleFailureHandler | null = null;

/**
 * Says who is told when a rule throws. The report names it in any case, and the other rules go on; the tests have it thrown again,
 * so that a fault in a rule is not taken for a figure that could not be checked.
 * @param told null: nobody
 */
export function onRuleFailure(told: RuleFailureHandler | null): void {
  handler = told;
}

/**
 * Tells of a rule that threw.
 * @param rule its id
 * @param error what it threw
 * @throws what the handler throws
 */
export function ruleFailed(rule: string, error: unknown): void {
  handler?.(rule, error);
}
