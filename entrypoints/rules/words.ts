import type { Language } from '../shared/locale/messages.ts';

/** What the page of rules says around the rules themselves. */
export interface RulesWords {
  readonly title: string;
  lead(count: number): string;
  readonly search: string;
  found(count: number): string;
  readonly none: string;
  readonly example: string;
  readonly off: string;
  readonly settings: string;
}

const zh: RulesWords = {
  title: '规则说明',
  lead: (count) => `共 ${count} 条。只有印出来的数字之间、四舍五入解释不了的矛盾才算“不一致”。例子中的数字都是虚构的。`,
  search: '查找规则',
  found: (count) => `找到 ${count} 条`,
  none: '没有找到这样的规则。',
  example: '例：',
  off: '已关闭',
  settings: '在设置里打开或关闭',
};

const en: RulesWords = {
  title: 'The rules explained',
  lead: (count) =>
    `${count} rules. Only a contradiction between printed figures that rounding cannot explain is an inconsistency. The figures of the examples are made up.`,
  search: 'Find a rule',
  found: (count) => (count === 1 ? '1 rule' : `${count} rules`),
  none: 'There is no such rule.',
  example: 'Example: ',
  off: 'off',
  settings: 'Switch them on or off in the settings',
};

/** The words of the page of rules in every language. */
export const rulesWords: Readonly<Record<Language, RulesWords>> = { zh, en };
