import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

// A class that tells one thing's state from another's (.mark.notice) means a different thing in each; a rule for the class alone
// reaches them all. One `.notice { position: absolute; inset: 0 }` laid every 提示 of a PDF over the whole page.

const root = join(import.meta.dirname, '../../entrypoints');
const require = createRequire(import.meta.url);

/** Every page or script of ours that has a look. */
const entries = [
  'annotate.content/index.ts',
  'options/main.tsx',
  'popup/main.tsx',
  'rules/main.tsx',
  'sample/main.tsx',
  'viewer/main.tsx',
  'welcome/main.tsx',
];

/** The stylesheets that a script brings along, in its own imports or in those of what it imports. */
function stylesheetsOf(script: string, seen = new Set<string>()): string[] {
  if (seen.has(script)) return [];
  seen.add(script);
  if (script.endsWith('.css')) return [script];
  const imported = [
    ...readFileSync(script, 'utf8').matchAll(/^(?:import|export)(?: type)? (?:[^'\n]{1,400} from )?'([^']{1,200})'/gm),
  ].map(([, name = '']) => name.replace(/\?.*$/, ''));
  return imported
    .filter((name) => name.startsWith('.') || name.endsWith('.css'))
    .flatMap((name) => stylesheetsOf(name.startsWith('.') ? join(dirname(script), name) : require.resolve(name), seen));
}

interface Rule {
  readonly selector: string;
  readonly properties: readonly string[];
}

/** The rules of a stylesheet, those within @media too. */
function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  for (const [, head = '', body = ''] of css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
    const properties = body
      .split(';')
      .map((declaration) => declaration.split(':')[0]?.trim() ?? '')
      .filter((name) => name !== '');
    rules.push({ selector: head.trim(), properties });
  }
  return rules;
}

/** The parts of each selector in a list that each speak of one element, with what else is said of it left away: `.a.b:hover > :is(.c, .d)` has .a.b, .c and .d. */
function compoundsOf(list: string): string[][] {
  const plain = list.replace(/(?<=[\w\])"]):(?:is|not|has|where)\([^()]*\)/g, '');
  // Only an :is() that stands alone is left with its commas.
  return plain
    .split(/,(?![^(]*\))/)
    .map((selector) => selector.split(/[\s>+~,()]+/).filter((part) => part.startsWith('.')));
}

const classesOf = (compound: string): string[] => [
  ...new Set([...compound.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name)),
];

/** What a finding or a figure may be: wherever such a word stands alone, it means all of them. */
const verdicts = ['inconsistent', 'rounding', 'notice', 'checked', 'unchecked'];

/** Rules for a state of something that reach whatever is in that state, and say more of it than a colour's name. */
function collisions(rules: readonly Rule[]): string[] {
  const states = new Set(
    rules.flatMap(({ selector }) =>
      compoundsOf(selector)
        .flat()
        .flatMap((compound) => classesOf(compound).slice(1)),
    ),
  );
  return rules
    .filter(({ properties }) => properties.some((name) => !name.startsWith('--')))
    .flatMap(({ selector }) =>
      compoundsOf(selector).flatMap((compounds) =>
        compounds
          .filter((compound, index) => {
            const [name = '', ...more] = classesOf(compound);
            return more.length === 0 && (verdicts.includes(name) || (index === 0 && states.has(name)));
          })
          .map((compound) => `${compound} in ${selector}`),
      ),
    );
}

describe('no rule for one thing reaches another by the name of a state', () => {
  it.each(entries)('%s', (entry) => {
    const sheets = stylesheetsOf(join(root, entry));
    expect(sheets.length).toBeGreaterThan(1);
    // pdf.js keeps to what is below its own element.
    const own = sheets.filter((sheet) => !relative(root, sheet).startsWith('..'));
    expect(collisions(own.flatMap((sheet) => rulesOf(readFileSync(sheet, 'utf8'))))).toEqual([]);
  });

  it('tells the rule that laid a notice over the page', () => {
    const marks =
      '.mark.notice { --mark: blue; } .notice { --tieout-verdict: blue; } .card .verdict.notice .glyph { color: red; }';
    expect(collisions(rulesOf(marks))).toEqual([]);
    expect(
      collisions(
        rulesOf(`${marks} @media print { .notice { position: absolute; inset: 0; } } .notice > * { max-width: 30em; }`),
      ),
    ).toHaveLength(2);
    expect(collisions(rulesOf('.panel .unchecked { margin: 4px; }'))).toHaveLength(1);
    expect(
      collisions(
        rulesOf(
          ':is(.marks, .lights) .sign.left { top: 0; } .bar:is(.left, .unchecked) b { color: red; } .mark.mark { color: red; } .mark { top: 0; }',
        ),
      ),
    ).toEqual([]);
    expect(collisions(rulesOf('.sign.left { top: 0; } .page:hover, .left > b { color: red; }'))).toEqual([
      '.left in .page:hover, .left > b',
    ]);
  });
});
