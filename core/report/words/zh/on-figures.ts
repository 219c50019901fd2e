import type { Instead, Repair } from '../../statement.ts';
import type { SentencesOnFigures } from '../words.ts';
import { name } from './names.ts';
import { slips } from './slips.ts';

/** 此处不是 907.54 而是 907.94 */
const instead = ({ at, text, value, places }: Instead): string =>
  `${at === null ? '此处' : name(at)}${places > 1 ? `（同名的 ${places} 处）都` : ''}${text === '' ? '不是空的而' : `不是 ${text} 而`}是 ${value}`;

const alsoPut = (also: readonly Instead[]): string =>
  also.length === 0 ? '' : `（同时${also.map(instead).join('，')}，见另一条）`;

function withRepair(repair: Repair): string {
  switch (repair.by) {
    case 'values':
      return `若${repair.changes.map(instead).join('，且')}`;
    case 'unit':
      return `若${repair.table}的金额以${repair.meant}而不是以${repair.stated}为单位`;
    case 'rows':
      return `若${repair.table}“${repair.first}”行与“${repair.second}”行的金额互换`;
    case 'columns':
      return `若${repair.table}“${repair.first}”列与“${repair.second}”列的金额互换`;
    case 'shift':
      return `若${name(repair.from)}到“${repair.last}”行的 ${repair.values.length} 处依次为 ${repair.values.join('、')}`;
  }
}

/** What the equations together say of the figures. */
export const onFigures: SentencesOnFigures = {
  'too-many': () => '不一致的等式过多，或牵涉的数太多，没有推断完是哪一处有误。',
  'one-difference': ({ equations }) => `这 ${equations} 个等式的差额相同，像是同一个原因；无法判断哪一侧有误。`,
  'undecided': () => '无法判断哪一侧有误。',
  'word-or-figure': () => '用词或其中一个数有误，无法判断是哪一处。',
  'candidates': ({ equations, changes, also }) =>
    `无法判断哪一处有误，以下任一处改动${alsoPut(also)}都能使${equations > 1 ? `相关的 ${equations} 个等式` : '这个等式'}成立：${changes.map(instead).join('；')}。`,
  'scores-too-high': ({ rows }) =>
    `分值相加与总分相符，所以偏高的应是${rows.map((row) => `“${row}”`).join('')}${rows.length > 1 ? ` ${rows.length} 行` : '行'}的得分；本应是多少，无从判断。`,
  'repair': ({ equations, repair, also, slip }) =>
    `${withRepair(repair)}${alsoPut(also)}，${equations > 1 ? `相关的 ${equations} 个等式就都成立` : '这个等式就成立'}${slip === undefined ? '' : `（${slips[slip]}）`}。`,
  'read-as': ({ equations, value, slip }) =>
    `若读作 ${value}，含有它的 ${equations} 个等式就都成立（${slips[slip]}）。`,
};
