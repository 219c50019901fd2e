import type { ChangeDirection, EquationLine, NamedFigure } from '../../statement.ts';
import type { Sentences } from '../words.ts';
import { name } from './names.ts';

const direction: Readonly<Record<ChangeDirection, string>> = { grown: '增长', fallen: '下降' };
const opposite: Readonly<Record<ChangeDirection, string>> = { grown: '下降', fallen: '增长' };

/** 收入决算表“合计”行为 907.54 */
const is = (figure: NamedFigure): string => `${name(figure.name)}${figure.text === '' ? '为空' : `为 ${figure.text}`}`;

/** What does not agree, or agrees. */
export const sentences: Sentences = {
  'sum': ({ figure, should, off }) => `${is(figure)}，按各项相加为 ${should}，相差 ${off}。`,
  'sum-displaced': ({ figure, should, off, amount }) =>
    `${is(figure)}，按各项相加为 ${should}，相差 ${off}；上方栏次行里有一个金额 ${amount}，它下面的单元格是空的。`,
  'sum-of-blanks': ({ figure }) => `${is(figure)}，但构成它的各项都是空的。`,
  'sum-of-one': ({ figure, other }) => `${is(figure)}，${is(other)}，两者应当相等。`,
  'nought-in-words': ({ words, should }) => `文中写明“${words}”，而按相关金额计算为 ${should}。`,
  'change-reversed': ({ figure, size }) => `${is(figure)}，按前后两数相减是反方向的 ${size}，增减方向与两数不符。`,
  'rate': ({ figure, should, off }) => `${is(figure)}，按相关金额计算为 ${should}，相差 ${off} 个百分点。`,
  'rate-reversed': ({ figure, said, size }) =>
    `${name(figure.name)}写明${direction[said]} ${figure.text}，按相关金额计算实为${opposite[said]} ${size}。`,
  'part-above-whole': ({ part, whole }) =>
    `${is(whole)}，包含在其中的${name(part.name)}却为 ${part.text || '空'}，部分大于整体。`,
  'part-above-column': ({ part, column, whole }) =>
    `${is(part)}，大于同一行“${column}”${whole === '' ? '（为空）' : `的 ${whole}`}。`,
  'parts-above-whole': ({ whole, should }) => `${is(whole)}，包含在其中的各项相加却为 ${should}，部分大于整体。`,
  'change-above-amount': ({ figure, change }) => `${is(figure)}，却写明增加了 ${change}，增加额大于它本身。`,
  'same': ({ figure, other }) => `${is(figure)}，${is(other)}，两处应当相同。`,
  'same-name': ({ figure, other }) => `${name(figure.name)}两处分别为 ${figure.text} 和 ${other}，应当相同。`,
  'same-missing': ({ figure }) => `${is(figure)}，对应的表中没有这一项。`,
  'same-as-sum': ({ figure, host, should, off }) =>
    `${is(figure)}，${host ?? '文'}中对应各项相加为 ${should}，相差 ${off}。`,
  'compared': ({ figures, word }) =>
    figures.length === 1
      ? `${figures.map(is).join('')}，文中却写“${word}”，用词与这个比例不符。`
      : `${figures.map(is).join('，')}，文中的“${word}”与两数的大小不符。`,
  'holds-same': ({ name: one, other }) => `${name(one)}与${name(other)}一致。`,
  'holds-bound': ({ name: one }) => `${name(one)}不小于包含在其中的各项。`,
  'holds-rate': ({ name: one }) => `${name(one)}与相关金额相符。`,
  'holds-sum': ({ name: one }) => `${name(one)}等于各项相加。`,
  'separators': ({ figure }) =>
    `${name(figure.name)}印作“${figure.text}”，千分位逗号或小数点的位置不对，不能当作一个数来核对。`,
};

/** 749.17 + 62.77 = 811.94 ≠ 812.94 */
export function equation({ left, comes, sign, right, said }: EquationLine): string {
  const [is, stated] = said === undefined ? ['', ''] : [`${opposite[said]} `, `${direction[said]} `];
  return `${left}${comes === undefined ? '' : ` = ${is}${comes}`} ${sign} ${stated}${right || '（空）'}`;
}
