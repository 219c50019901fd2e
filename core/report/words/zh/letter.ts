import type { LetterWords } from '../letter-words.ts';

const kinds = {
  'final-accounts': '部门决算',
  'budget': '部门预算',
  'performance': '绩效自评',
  'unknown': '信息公开',
} as const;

export const letter: LetterWords = {
  to: (publisher) => `${publisher ?? '贵单位'}：`,
  opening: (publisher, year, kind) =>
    `　　您好。在查阅${publisher === null ? '贵单位' : ''}${year === null ? '' : `${year}年度`}${kinds[kind]}公开内容时，发现以下数据不一致，烦请核实：`,
  // 《收入决算表》“合计”行、“财政拨款收入”栏（第 8 页）
  spot: ({ title, row, column, around, page }) => {
    const onPage = page === undefined ? '' : `（第 ${page} 页）`;
    if (title === null) return `文字说明“…${around}…”${onPage}`;
    const cell = [row === '' ? '' : `“${row}”行`, column === '' ? '' : `“${column}”栏`].filter((part) => part !== '');
    return `${title === '' ? '（无标题的表）' : `《${title}》`}${cell.join('、')}${onPage}`;
  },
  where: (spot) => `位置：${spot}`,
  printed: (text, unit) => `所载数据：${text || '（空）'}${unit === null ? '' : `（单位：${unit}）`}`,
  what: (sentence) => `情况：${sentence}`,
  equation: (line, number) => `算式${number ?? ''}：${line}`,
  moreEquations: (count) => `（另有 ${count} 个相关算式，不一一列出。）`,
  together: (sentence) => `推测：${sentence}请以贵单位原始数据为准。`,
  likely: (spot, value, slip) =>
    `推测：${spot ?? '该处'}可能应为 ${value}${slip === null ? '' : `，${slip}`}，请以贵单位原始数据为准。`,
  undecided: '仅凭公开内容无法判断哪一侧有误，请以贵单位原始数据为准。',
  source: (source) => `来源：${source}`,
  closing: '　　以上由核对工具按公开数字之间的勾稽关系比对得出，如理解有误，敬请指正。谢谢。',
};
