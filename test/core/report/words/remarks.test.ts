import { languages } from '../../../../core/report/words/language-names.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { statementText } from '../../../../core/report/tell.ts';
import { reportWords } from '../../../../core/report/words/languages.ts';

/** What each remark of the rules gives for its sentence, read out of the sources: { remark: 'key', values: { … } }. */
function remarksInRules(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const look = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const part = (name: string): ts.Expression | undefined =>
        node.properties.filter(ts.isPropertyAssignment).find((one) => one.name.getText() === name)?.initializer;
      const [remark, values] = [part('remark'), part('values')];
      if (remark && ts.isStringLiteral(remark) && values && ts.isObjectLiteralExpression(values)) {
        const names = found.get(remark.text) ?? new Set();
        for (const one of values.properties) if (one.name) names.add(one.name.getText());
        found.set(remark.text, names);
      }
    }
    ts.forEachChild(node, look);
  };
  const relate = join(import.meta.dirname, '../../../../core/relate');
  for (const name of readdirSync(relate, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.ts'))) {
    const path = join(relate, name);
    look(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return found;
}

const given = remarksInRules();
const namesIn = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

describe.each(languages)('the remarks in %s', (language) => {
  const { remarks } = reportWords[language];

  it('are there for all that the rules remark on, and for nothing else', () => {
    expect(Object.keys(remarks).sort()).toEqual([...given.keys()].sort());
  });

  it.each(Object.entries(remarks))('%s names only what its rule gives', (key, sentence) => {
    expect(namesIn(sentence).filter((name) => given.get(key)?.has(name) !== true)).toEqual([]);
  });
});

it('says every value that a rule gives in one language at least', () => {
  for (const [key, values] of given) {
    const said = languages.flatMap((language) => namesIn(reportWords[language].remarks[key] ?? ''));
    expect([...values].filter((value) => !said.includes(value))).toEqual([]);
  }
});

describe('a remark', () => {
  const values = { codes: ['2050201', '2050202'], class: '205', classItem: '教育支出', section: '20502' };

  it('is filled in, lists in the manner of the language', () => {
    const statement = { kind: 'remark', remark: 'missing-section', values } as const;
    expect(statementText(statement, 'zh')).toBe(
      '2050201、2050202 直接排在 205（教育支出）之下，缺少 20502 这一款的行。',
    );
    expect(statementText(statement, 'en')).toBe(
      '2050201, 2050202 stand directly below 205; the row of section 20502 is missing.',
    );
  });

  it('of another version says nothing, and a value that is missing is left out', () => {
    expect(statementText({ kind: 'remark', remark: 'constructor', values }, 'zh')).toBe('');
    expect(statementText({ kind: 'remark', remark: 'people-above-posts', values: {} }, 'en')).toBe(
      'The text has  people in  posts.',
    );
  });
});
