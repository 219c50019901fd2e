import { catalogue } from '../relate/catalogue.ts';
import { leftOut } from '../relate/left-out.ts';
import type { Family, Rule, RuleKind, Words } from '../relate/rule.ts';

/** A rule as a reader meets it. */
export type ListedRule = Pick<Rule, 'id' | 'kind' | 'title' | 'reasoning' | 'example'>;

/** The rules of one family, in the order of the catalogue. */
export interface RuleGroup {
  readonly family: Family;
  readonly title: Words;
  readonly rules: readonly ListedRule[];
}

/** The families in the order in which a reader meets them: inside a form, between forms, in the text. */
const families: Readonly<Record<Family, Words>> = {
  'footing': { zh: '合计校验', en: 'Footing: columns add to their totals' },
  'cross-footing': { zh: '横向校验', en: 'Cross-footing: rows add to their totals' },
  'hierarchy': { zh: '层级校验', en: 'Hierarchy: class = sections = items' },
  'balance': { zh: '收支平衡', en: 'Balance: both sides agree' },
  'tie-out': { zh: '表间勾稽', en: 'Tie-out between forms' },
  'narrative': { zh: '文表核对', en: 'Text against forms and against itself' },
  'ratio': { zh: '占比、增幅、完成率', en: 'Shares, growth and completion' },
  'performance': { zh: '绩效自评', en: 'Performance' },
  'structure': { zh: '规范性', en: 'Structure' },
};

/** What the kinds of rules are called. */
export const kindWords: Readonly<Record<RuleKind, Words>> = {
  hard: { zh: '印出即应成立', en: 'holds wherever printed' },
  conditional: { zh: '满足条件时成立', en: 'holds on a condition' },
  notice: { zh: '只作提示', en: 'notice only' },
};

/**
 * The rules for a page that explains them.
 * @returns the catalogue by family
 */
export function ruleGroups(): RuleGroup[] {
  return (Object.keys(families) as Family[])
    .map((family) => ({
      family,
      title: families[family],
      rules: catalogue
        .filter((rule) => rule.family === family)
        .map(({ id, kind, title, reasoning, example }) => ({ id, kind, title, reasoning, example })),
    }))
    .filter((group) => group.rules.length > 0);
}

/**
 * The rules as a Markdown page in both languages.
 * @returns the text of docs/rules.md
 */
export function rulesPage(): string {
  const groups = ruleGroups();
  const head = [
    '# 规则说明 · Rules',
    '',
    `共 ${catalogue.length} 条，由 \`npm run rules\` 从 \`core/relate\` 生成，不手工修改。例子中的数字都是虚构的。`,
    '',
    `${catalogue.length} rules, written by \`npm run rules\` from \`core/relate\`; not edited by hand. The figures of the examples are made up.`,
  ];
  const rule = ({ id, kind, title, reasoning, example }: ListedRule): string[] => [
    `### ${title.zh} · ${title.en}`,
    '',
    `\`${id}\` · ${kindWords[kind].zh} · ${kindWords[kind].en}`,
    '',
    reasoning.zh,
    '',
    `例：${example.zh}`,
    '',
    reasoning.en,
    '',
    `Example: ${example.en}`,
  ];
  const body = groups.flatMap(({ title, rules }) => [
    '',
    `## ${title.zh} · ${title.en}`,
    ...rules.flatMap((one) => ['', ...rule(one)]),
  ]);
  const absent = [
    '',
    '没有采用的核对及其原因，见 [rules-left-out.md](rules-left-out.md)。What is not checked, and why: see there.',
  ];
  return `${[...head, ...body, ...absent].join('\n')}\n`;
}

/** What no rule can say, because it is how the rules themselves hold back. */
const heldBack: readonly Words[] = [
  {
    zh: '没有编码、上下级混排的预算表，只有另一列能证明各行同级时才相加，否则列为未能核对。',
    en: 'Budget lists in which rows of different levels stand below each other without codes are added up only where a column shows that all rows are of one level; else they stand among what is unchecked.',
  },
  {
    zh: '绩效表中的空格可能本就不填（几行合用一个分值、项目没有年初预算），不据以判断；含空格的合计列为未能核对。',
    en: 'A blank cell in an evaluation form may be left out lawfully, so nothing is held against it; sums over it are listed as unchecked.',
  },
];

/**
 * What is deliberately not checked, as a Markdown page in both languages.
 * @returns the text of docs/rules-left-out.md
 */
export function leftOutPage(): string {
  const rows = leftOut.map(
    ({ catalogue: ids, title, reason }) =>
      `| ${ids.join(', ')} | ${title.zh}<br>${title.en} | ${reason.zh}<br>${reason.en} |`,
  );
  return `${[
    '# 没有采用的核对，及其原因 · Rules that are left out, and why',
    '',
    '由 `npm run rules` 从 `core/relate/left-out.ts` 生成，不手工修改。一次误报的代价，大于这些核对可能找到的差错。',
    '',
    'Written by `npm run rules` from `core/relate/left-out.ts`; not edited by hand. One false alarm costs more than what these would find.',
    '',
    '| 编号 | 核对 · check | 原因 · why not |',
    '|---|---|---|',
    ...rows,
    ...heldBack.flatMap(({ zh, en }) => ['', zh, '', en]),
  ].join('\n')}\n`;
}
