import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../core/relate/catalogue.ts';
import { ruleGroups, rulesPage } from '../../../core/report/rule-list.ts';

describe('the list of rules', () => {
  it('names every rule of the catalogue once, in the family its id begins with', () => {
    const groups = ruleGroups();
    expect(groups.flatMap(({ rules }) => rules.map(({ id }) => id)).sort()).toEqual(catalogue.map(({ id }) => id).sort());
    for (const { family, rules } of groups) for (const { id } of rules) expect(id.startsWith(`${family}/`)).toBe(true);
  });

  it('is what docs/rules.md says (npm run rules writes it)', () => {
    expect(readFileSync(join(import.meta.dirname, '../../../docs/rules.md'), 'utf8')).toBe(rulesPage());
  });
});
