import type { Instead, Repair } from '../../statement.ts';
import type { SentencesOnFigures } from '../words.ts';
import { name } from './names.ts';
import { slips } from './slips.ts';

/** 907.94 instead of 907.54 here */
const instead = ({ at, text, value, places }: Instead): string =>
  `${value} instead of ${text === '' ? 'the blank' : text} ${at === null ? 'here' : `in ${name(at)}`}${places > 1 ? ` (${places} places of this name)` : ''}`;

const alsoPut = (also: readonly Instead[]): string =>
  also.length === 0 ? '' : ` (and ${also.map(instead).join(', and ')}, told in another finding)`;

function withRepair(repair: Repair): string {
  switch (repair.by) {
    case 'values':
      return `With ${repair.changes.map(instead).join(', and ')}`;
    case 'unit':
      return `With the amounts of ${repair.table} in ${repair.meant} instead of ${repair.stated}`;
    case 'rows':
      return `With the amounts of rows “${repair.first}” and “${repair.second}” of ${repair.table} exchanged`;
    case 'columns':
      return `With the amounts of columns “${repair.first}” and “${repair.second}” of ${repair.table} exchanged`;
    case 'shift':
      return `With ${repair.values.join(', ')} in the ${repair.values.length} places from ${name(repair.from)} down to row “${repair.last}”`;
  }
}

/** One equation, both, or all of them. */
const all = (equations: number): string =>
  equations === 1 ? 'the equation' : equations === 2 ? 'both equations' : `all ${equations} equations`;

/** What the equations together say of the figures. */
export const onFigures: SentencesOnFigures = {
  'too-many': () => 'Too many equations fail, or too many figures are involved, to work out which one is wrong.',
  'one-difference': ({ equations }) =>
    `These ${equations} equations are off by the same amount, so they look like one mistake; the figures do not tell which side is wrong.`,
  'undecided': () => 'The figures do not tell which side is wrong.',
  'word-or-figure': () => 'Either the word or one of the two figures is wrong; nothing tells which.',
  'candidates': ({ equations, changes, also }) =>
    `The figures do not tell which one is wrong; any of these${alsoPut(also)} would make the ${equations > 1 ? `${equations} equations` : 'equation'} hold: ${changes.map(instead).join('; ')}.`,
  'scores-too-high': ({ rows }) =>
    `The weights add up to their total, so it is the score of ${rows.length > 1 ? 'rows' : 'row'} ${rows.map((row) => `“${row}”`).join(', ')} that is too high; nothing tells what it was meant to be.`,
  'repair': ({ equations, repair, also, slip }) =>
    `${withRepair(repair)}${alsoPut(also)}, ${all(equations)} would hold${slip === undefined ? '' : ` (${slips[slip]})`}.`,
  'read-as': ({ equations, value, slip }) => `Read as ${value}, ${all(equations)} with it would hold (${slips[slip]}).`,
};
