import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../core/relate/catalogue.ts';
import { checksLeftOut } from '../../../core/relate/left-out.ts';
import { leftOutPage, ruleGroups, rulesPage } from '../../../core/report/rule-list.ts';

describe('the list of rules', () => {
  it('names every rule of the catalogue once, in the family its id begins with', () => {
    const groups = ruleGroups('zh');
    expect(groups.flatMap(({ rules }) => rules.map(({ id }) => id)).sort()).toEqual(
      catalogue.map(({ id }) => id).sort(),
    );
    for (const { family, rules } of groups) for (const { id } of rules) expect(id.startsWith(`${family}/`)).toBe(true);
  });

  it('is what docs/rules.md says (npm run rules writes it)', () => {
    expect(readFileSync(join(import.meta.dirname, '../../../docs/rules.md'), 'utf8')).toBe(rulesPage());
    expect(readFileSync(join(import.meta.dirname, '../../../docs/rules-left-out.md'), 'utf8')).toBe(leftOutPage());
  });

  it('says of no check both that it is made and why it is not, but for parts of a check', () => {
    const made = new Set(catalogue.flatMap((rule) => rule.catalogue));
    expect(checksLeftOut.flat().filter((id) => made.has(id))).toEqual(['N13', 'N18']);
  });
});
