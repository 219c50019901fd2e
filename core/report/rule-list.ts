import { type Language } from './words/language-names.ts';
import { catalogue } from '../relate/catalogue.ts';
import { checksLeftOut } from '../relate/left-out.ts';
import type { Family, Rule, RuleKind } from '../relate/rule.ts';
import { ruleBooks } from './words/languages.ts';
import type { RuleWords } from './words/words.ts';

/** A rule as a reader meets it. */
export interface ListedRule extends RuleWords {
  readonly id: Rule['id'];
  readonly kind: RuleKind;
}

/** The rules of one family, in the order of the catalogue. */
export interface RuleGroup {
  readonly family: Family;
  readonly title: string;
  readonly rules: readonly ListedRule[];
}

/** The families in the order in which a reader meets them: inside a form, between forms, in the text. */
const families: readonly Family[] = [
  'footing',
  'cross-footing',
  'hierarchy',
  'balance',
  'tie-out',
  'narrative',
  'ratio',
  'performance',
  'structure',
];

/**
 * The words of a rule.
 * @returns its id for a title, and nothing else, where no rule of this program has the id
 */
export function ruleWords(id: string, language: Language): RuleWords {
  return ruleBooks[language].rules[id] ?? { title: id, reasoning: '', example: '' };
}

/**
 * The rules for a page that explains them.
 * @returns the catalogue by family
 */
export function ruleGroups(language: Language): RuleGroup[] {
  return families
    .map((family) => ({
      family,
      title: ruleBooks[language].families[family],
      rules: catalogue
        .filter((rule) => rule.family === family)
        .map(({ id, kind }) => ({ id, kind, ...ruleWords(id, language) })),
    }))
    .filter((group) => group.rules.length > 0);
}

/** How the two languages of a page in both stand beside each other. */
const both = (say: (language: Language) => string, between: string): string => [say('zh'), say('en')].join(between);

/**
 * The rules as a Markdown page in both languages.
 * @returns the text of docs/rules.md
 */
export function rulesPage(): string {
  const head = [
    '# 规则说明 · Rules',
    '',
    `共 ${catalogue.length} 条，由 \`npm run rules\` 从 \`core/report/words\` 生成，不手工修改。例子中的数字都是虚构的。`,
    '',
    `${catalogue.length} rules, written by \`npm run rules\` from \`core/report/words\`; not edited by hand. The figures of the examples are made up.`,
  ];
  const rule = ({ id, kind }: ListedRule): string[] => {
    const [zh, en] = [ruleWords(id, 'zh'), ruleWords(id, 'en')];
    return [
      `### ${zh.title} · ${en.title}`,
      '',
      `\`${id}\` · ${both((language) => ruleBooks[language].kinds[kind], ' · ')}`,
      '',
      zh.reasoning,
      '',
      `例：${zh.example}`,
      '',
      en.reasoning,
      '',
      `Example: ${en.example}`,
    ];
  };
  const body = ruleGroups('zh').flatMap(({ family, rules }) => [
    '',
    `## ${both((language) => ruleBooks[language].families[family], ' · ')}`,
    ...rules.flatMap((one) => ['', ...rule(one)]),
  ]);
  const absent = [
    '',
    '没有采用的核对及其原因，见 [rules-left-out.md](rules-left-out.md)。What is not checked, and why: see there.',
  ];
  return `${[...head, ...body, ...absent].join('\n')}\n`;
}

/**
 * What is deliberately not checked, as a Markdown page in both languages.
 * @returns the text of docs/rules-left-out.md
 */
export function leftOutPage(): string {
  const rows = checksLeftOut.map((ids) => {
    const cell = (part: 'title' | 'reason') =>
      both((language) => ruleBooks[language].leftOut[ids[0]]?.[part] ?? '', '<br>');
    return `| ${ids.join(', ')} | ${cell('title')} | ${cell('reason')} |`;
  });
  return `${[
    '# 没有采用的核对，及其原因 · Rules that are left out, and why',
    '',
    '由 `npm run rules` 从 `core/report/words` 生成，不手工修改。一次误报的代价，大于这些核对可能找到的差错。',
    '',
    'Written by `npm run rules` from `core/report/words`; not edited by hand. One false alarm costs more than what these would find.',
    '',
    '| 编号 | 核对 · check | 原因 · why not |',
    '|---|---|---|',
    ...rows,
    ...ruleBooks.zh.heldBack.flatMap((zh, index) => ['', zh, '', ruleBooks.en.heldBack[index] ?? '']),
  ].join('\n')}\n`;
}
