import { figureKey } from '../document/figure.ts';
import type { Cause, Change, Judged } from '../judge/diagnosis.ts';
import type { Term } from '../relate/relation.ts';
import type { Slip } from './schema.ts';
import { cellName, inMannerOf, printed } from './wording.ts';

interface Words { readonly zh: string; readonly en: string }

/** How a figure most likely became wrong, in words; nothing for what is no slip that we know. */
export const slipWords: Readonly<Record<Slip, Words>> = {
  digit: { zh: '像是一个数字录错', en: 'looks like one digit mistyped' },
  transposition: { zh: '像是相邻两个数字颠倒', en: 'looks like two neighbouring digits exchanged' },
  point: { zh: '像是小数点移位', en: 'looks like the decimal point moved' },
  unit: { zh: '像是元与万元混用', en: 'looks like 元 and 万元 confused' },
  sign: { zh: '像是正负号有误', en: 'looks like the sign reversed' },
  missing: { zh: '像是漏填', en: 'looks left out' },
  superfluous: { zh: '像是多填', en: 'looks filled in where nothing belongs' },
  neighbour: { zh: '像是填到了相邻的单元格', en: 'looks entered in a neighbouring cell' },
  exchanged: { zh: '像是两处互换', en: 'looks like two figures exchanged' },
  shifted: { zh: '像是整行错位', en: 'looks like rows shifted by one' },
  other: { zh: '', en: '' },
};

/** The name of a changed figure beside the sentence of its finding. */
function nameOf(change: Change, main: Judged): Words {
  const [first] = main.judgement.terms;
  return first !== undefined && figureKey(first.figure) === figureKey(change.figure) ? { zh: '此处', en: 'this place' } : cellName(change.figure);
}

/** 907.94 in the manner of the figures around it. */
const valueOf = (change: Change, main: Judged): string => inMannerOf(change.likely, [{ figure: change.figure, weight: 1, role: 'operand' } satisfies Term, ...main.judgement.terms]);

/** 若此处不是 907.54 而是 907.94 */
function instead(change: Change, main: Judged): Words {
  const name = nameOf(change, main);
  const shown = printed(change.figure, '');
  const value = valueOf(change, main);
  return {
    zh: `${name.zh}${shown === '' ? '不是空的而' : `不是 ${shown} 而`}是 ${value}`,
    en: `${value} instead of ${shown === '' ? 'the blank' : shown} in ${name.en}`,
  };
}

/**
 * What the equations together say of the figures: which one is wrong and what it was probably meant to be.
 * @param cause the failing relations and what explains them
 * @param main the relation that the finding tells
 */
export function diagnosisWords(cause: Cause, main: Judged): Words {
  const { kind, changes, failing } = cause;
  const equations: Words = failing.length === 1 ? { zh: '这个等式就成立', en: 'the equation would hold' } : { zh: `相关的 ${failing.length} 个等式就都成立`, en: `all ${failing.length} equations would hold` };
  if (kind === 'too-many') return { zh: '不一致的等式过多，没有逐一推断是哪一处有误。', en: 'Too many equations fail to work out which figure is wrong.' };
  if (kind === 'undecided' || changes.length === 0) return { zh: '无法判断哪一侧有误。', en: 'The figures do not tell which side is wrong.' };
  const told = changes.map((change) => instead(change, main));
  if (kind === 'candidates') {
    return {
      zh: `无法判断哪一处有误，以下任一处改动都能使${failing.length === 1 ? '这个等式' : `相关的 ${failing.length} 个等式`}成立：${told.map(({ zh }) => zh).join('；')}。`,
      en: `The figures do not tell which one is wrong; any of these would make ${failing.length === 1 ? 'the equation' : `the ${failing.length} equations`} hold: ${told.map(({ en }) => en).join('; ')}.`,
    };
  }
  const slips = new Set(changes.map((change) => change.slip));
  const [slip] = slips.size === 1 ? slips : [];
  const how = slip === undefined ? { zh: '', en: '' } : slipWords[slip];
  return {
    zh: `若${told.map(({ zh }) => zh).join('，且')}，${equations.zh}${how.zh === '' ? '' : `（${how.zh}）`}。`,
    en: `With ${told.map(({ en }) => en).join(', and ')}, ${equations.en}${how.en === '' ? '' : ` (${how.en})`}.`,
  };
}
