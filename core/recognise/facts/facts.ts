import type { FormSet } from '../form.ts';
import type { Facts } from './fact.ts';
import { factsOfBudget } from './budget.ts';
import { factsOfAccounts } from './final-accounts.ts';

const known = new WeakMap<FormSet, Facts>();

/**
 * What the forms of a set print, each amount with its dimensions. An amount whose dimensions its form does not determine is no fact.
 * @param set of forms
 */
export function factsOf(set: FormSet): Facts {
  const found = known.get(set) ?? readFacts(set);
  known.set(set, found);
  return found;
}

function readFacts(set: FormSet): Facts {
  const read = set.forms.map((form) =>
    form.id.startsWith('budget-') ? factsOfBudget(form, set.year) : factsOfAccounts(form),
  );
  return { facts: read.flatMap(({ facts }) => facts), columns: read.flatMap(({ columns }) => columns) };
}
