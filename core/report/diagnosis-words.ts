import { figureKey, hostOf, usualDecimals, type Figure, type TablePlace } from '../document/figure.ts';
import type { Cause, Change, Judged } from '../judge/diagnosis.ts';
import type { Decimal } from '../quantity/decimal.ts';
import { units, unitFactor, type Unit } from '../quantity/unit.ts';
import type { Term } from '../relate/relation.ts';
import type { Slip } from './schema.ts';
import { cellName, inMannerOf, printed } from './wording.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const slipWords: Readonly<Record<Slip, Words>> = {
  'digit': { zh: '像是一个数字录错', en: 'looks like one digit mistyped' },
  'digit-lost': { zh: '像是少录了一位数字', en: 'looks like a digit left out' },
  'digit-added': { zh: '像是多录了一位数字', en: 'looks like a digit too many' },
  'transposition': { zh: '像是相邻两个数字颠倒', en: 'looks like two neighbouring digits exchanged' },
  'point': { zh: '像是小数点移位', en: 'looks like the decimal point moved' },
  'unit': { zh: '像是金额单位有误', en: 'looks like the wrong unit' },
  'sign': { zh: '像是正负号有误', en: 'looks like the sign reversed' },
  'missing': { zh: '像是漏填', en: 'looks left out' },
  'superfluous': { zh: '像是多填', en: 'looks filled in where nothing belongs' },
  'neighbour': { zh: '像是填到了相邻的单元格', en: 'looks entered in a neighbouring cell' },
  'exchanged': { zh: '像是两处互换', en: 'looks like two figures exchanged' },
  'shifted': { zh: '像是整行错位', en: 'looks like rows shifted by one' },
  'carried': {
    zh: '像是一处有误，又计入了各级合计',
    en: 'looks like one wrong amount carried into the totals above it',
  },
  'table-unit': { zh: '像是整张表的金额单位有误', en: 'looks like the unit of the whole table is wrong' },
  'excess': { zh: '高于分值', en: 'more than its weight' },
  'separator': { zh: '像是分隔符录错', en: 'looks like a separator mistyped' },
  'other': { zh: '', en: '' },
};

/**
 * How a figure most likely became wrong, in words; '' for what is no slip that we know.
 * @param text the figure as printed: an amount may be left out, or a zero stand in its place
 */
export function slipText(slip: Slip, text: string): Words {
  return slip === 'missing' && text.trim() !== ''
    ? { zh: '像是应填金额而填了零', en: 'looks like a zero in the place of an amount' }
    : slipWords[slip];
}

/** The name of a changed figure beside the sentence of its finding; a table that was named last is not named again. */
function nameOf(figure: Figure, main: Judged, named: string): Words {
  const [first] = main.judgement.terms;
  if (first !== undefined && figureKey(first.figure) === figureKey(figure)) return { zh: '此处', en: 'here' };
  const short = cellName(figure, hostOf(figure) !== named);
  const name = short.zh === '' ? cellName(figure) : short;
  return { zh: name.zh, en: `in ${name.en}` };
}

/** The unit with which the same digits are another amount; null if none is. */
function unitMeant(digits: Decimal, likely: Decimal, unit: Unit): Unit | null {
  return (
    units.find((one) =>
      unitFactor(one)
        .times(digits)
        .eq(likely.times(unitFactor(unit))),
    ) ?? null
  );
}

/**
 * The value that a figure was probably meant to have, in the manner of the figures around it.
 * @param change the figure and the value
 * @param terms of the equation that it is told beside
 */
export function likelyText(change: Change, terms: readonly Term[]): string {
  const { figure, likely, slip } = change;
  const own: Term = { figure, weight: 1, role: 'operand' };
  if (slip === 'excess') return `≤ ${likely.toFixed()}`;
  if (figure.quantity.kind === 'percent') return `${inMannerOf(likely, [own])}%`;
  const meant =
    slip === 'unit' && figure.place.in === 'text' && figure.quantity.kind === 'amount' && figure.unit !== null
      ? unitMeant(figure.quantity.value, likely, figure.unit)
      : null;
  if (meant !== null) return `${figure.text.trim()} ${meant}`;
  // A sentence has decimals of its own, and so has a figure that is printed with too many.
  const hasOwn = figure.place.in === 'text' || figure.usual !== undefined;
  return inMannerOf(
    likely,
    hasOwn
      ? [
          {
            ...own,
            figure: { ...figure, quantity: { kind: 'amount', value: likely, decimals: usualDecimals(figure) } },
          },
        ]
      : [own, ...terms],
  );
}

/** 若此处不是 907.54 而是 907.94; several figures of one name together. */
function instead(changes: readonly Change[], main: Judged): Words[] {
  const alike = new Map<string, { change: Change; times: number }>();
  for (const change of changes) {
    const key = [cellName(change.figure).zh, printed(change.figure, ''), change.likely.toFixed()].join('|');
    alike.set(key, { change, times: (alike.get(key)?.times ?? 0) + 1 });
  }
  const [first] = main.judgement.terms;
  let named = first ? hostOf(first.figure) : '';
  return [...alike.values()].map(({ change, times }) => {
    const name = nameOf(change.figure, main, named);
    named = hostOf(change.figure);
    const value = likelyText(change, main.judgement.terms);
    // 不是 6.20 万元 而是 6.20 亿元: where the unit is wrong it is told with the amount.
    const unit =
      change.slip === 'unit' &&
      change.figure.place.in === 'text' &&
      change.figure.unit !== null &&
      !/[元万亿]$/.test(change.figure.text.trim())
        ? ` ${change.figure.unit}`
        : '';
    const shown = `${printed(change.figure, '')}${unit}`;
    return {
      zh: `${name.zh}${times > 1 ? `（同名的 ${times} 处）都` : ''}${shown === '' ? '不是空的而' : `不是 ${shown} 而`}是 ${value}`,
      en: `${value} instead of ${shown === '' ? 'the blank' : shown} ${name.en}${times > 1 ? ` (${times} places of this name)` : ''}`,
    };
  });
}

/** Points above their weight, whose weights are borne out: how many were meant nothing tells. */
function excessWords(changes: readonly Change[]): Words | null {
  const names = changes.flatMap(({ figure, slip }) =>
    slip === 'excess' && figure.place.in === 'table' ? [`“${figure.place.rowLabel.trim()}”`] : [],
  );
  if (names.length < changes.length) return null;
  return {
    zh: `分值相加与总分相符，所以偏高的应是${names.join('')}${names.length > 1 ? ` ${names.length} 行` : '行'}的得分；本应是多少，无从判断。`,
    en: `The weights add up to their total, so it is the score of ${names.length > 1 ? 'rows' : 'row'} ${names.join(', ')} that is too high; nothing tells what it was meant to be.`,
  };
}

/** Places one below the other whose amounts belong a row further up or down. */
function shiftedWords(changes: readonly Change[], main: Judged): Words | null {
  const rows = changes
    .flatMap((change) =>
      change.slip === 'shifted' && change.figure.place.in === 'table' ? [{ change, place: change.figure.place }] : [],
    )
    .sort((a, b) => a.place.row - b.place.row);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.length < changes.length || rows.length < 2) return null;
  const from = cellName(first.change.figure);
  const values = rows.map(({ change }) => likelyText(change, main.judgement.terms));
  return {
    zh: `若${from.zh}到“${last.place.rowLabel.trim()}”行的 ${rows.length} 处依次为 ${values.join('、')}`,
    en: `With ${values.join(', ')} in the ${rows.length} places from ${from.en} down to row “${last.place.rowLabel.trim()}”`,
  };
}

/** Two rows, or two columns, each with the amounts of the other. */
function exchangedWords(changes: readonly Change[]): Words | null {
  const places = changes.flatMap(({ figure: { place } }) => (place.in === 'table' ? [place] : []));
  const [first] = places;
  if (
    !first ||
    places.length < changes.length ||
    places.length <= 2 ||
    changes.some(({ slip }) => slip !== 'exchanged' && slip !== 'neighbour')
  )
    return null;
  const namesOf = (line: (place: TablePlace) => number, name: (place: TablePlace) => string): string[] => {
    const lines = new Map(places.map((place) => [line(place), name(place)]));
    return lines.size === 2 ? [...lines].sort(([a], [b]) => a - b).map(([, called]) => called) : [];
  };
  const [a, b] = namesOf(
    (place) => place.row,
    (place) => place.rowLabel.trim(),
  );
  if (a !== undefined && b !== undefined)
    return {
      zh: `若${first.tableTitle}“${a}”行与“${b}”行的金额互换`,
      en: `With the amounts of rows “${a}” and “${b}” of ${first.tableTitle} exchanged`,
    };
  const [one, other] = namesOf(
    (place) => place.column,
    (place) => place.columnLabel.split('/').at(-1)?.replace(/\s+/g, '') ?? '',
  );
  return one === undefined || other === undefined
    ? null
    : {
        zh: `若${first.tableTitle}“${one}”列与“${other}”列的金额互换`,
        en: `With the amounts of columns “${one}” and “${other}” of ${first.tableTitle} exchanged`,
      };
}

/** All amounts of a table in another unit than it says. */
function unitWords(changes: readonly Change[]): Words | null {
  const [first] = changes;
  if (first?.slip !== 'table-unit' || first.figure.place.in !== 'table' || first.figure.quantity.kind !== 'amount')
    return null;
  const { figure, likely } = first;
  const stated = figure.unit;
  const meant =
    stated === null
      ? undefined
      : units.find((unit) =>
          unitFactor(unit)
            .times(first.figure.quantity.kind === 'amount' ? first.figure.quantity.value : 0)
            .eq(likely.times(unitFactor(stated))),
        );
  const title = first.figure.place.tableTitle;
  return stated === null || meant === undefined
    ? null
    : {
        zh: `若${title}的金额以${meant}而不是以${stated}为单位`,
        en: `With the amounts of ${title} in ${meant} instead of ${stated}`,
      };
}

/**
 * What the equations together say of the figures: which one is wrong and what it was probably meant to be.
 * @param cause the failing relations and what explains them
 * @param main the relation that the finding tells
 */
export function diagnosisWords(cause: Cause, main: Judged): Words {
  const { kind, changes, failing, alongside = [] } = cause;
  const several = failing.length > 1;
  const equations: Words = several
    ? {
        zh: `相关的 ${failing.length} 个等式就都成立`,
        en: `${failing.length === 2 ? 'both' : `all ${failing.length}`} equations would hold`,
      }
    : { zh: '这个等式就成立', en: 'the equation would hold' };
  if (kind === 'too-many')
    return {
      zh: '不一致的等式过多，或牵涉的数太多，没有推断完是哪一处有误。',
      en: 'Too many equations fail, or too many figures are involved, to work out which one is wrong.',
    };
  const alike =
    several &&
    main.relation.kind === 'sum' &&
    failing.every(
      ({ relation, judgement }) =>
        relation.kind === 'sum' && judgement.difference.abs().eq(main.judgement.difference.abs()),
    );
  if (kind === 'undecided' && alike)
    return {
      zh: `这 ${failing.length} 个等式的差额相同，像是同一个原因；无法判断哪一侧有误。`,
      en: `These ${failing.length} equations are off by the same amount, so they look like one mistake; the figures do not tell which side is wrong.`,
    };
  if (kind === 'undecided' || changes.length === 0)
    return { zh: '无法判断哪一侧有误。', en: 'The figures do not tell which side is wrong.' };
  // What another finding tells may have to be put right as well.
  const others = instead(alongside, main);
  const also: Words =
    others.length === 0
      ? { zh: '', en: '' }
      : {
          zh: `（同时${others.map(({ zh }) => zh).join('，')}，见另一条）`,
          en: ` (and ${others.map(({ en }) => en).join(', and ')}, told in another finding)`,
        };
  const told = instead(changes, main);
  if (kind === 'candidates') {
    return {
      zh: `无法判断哪一处有误，以下任一处改动${also.zh}都能使${several ? `相关的 ${failing.length} 个等式` : '这个等式'}成立：${told.map(({ zh }) => zh).join('；')}。`,
      en: `The figures do not tell which one is wrong; any of these${also.en} would make the ${several ? `${failing.length} equations` : 'equation'} hold: ${told.map(({ en }) => en).join('; ')}.`,
    };
  }
  const excess = excessWords(changes);
  if (excess !== null) return excess;
  const slips = new Set(changes.map((change) => change.slip));
  const [slip] = slips.size === 1 ? slips : [];
  const how =
    slip === undefined ? { zh: '', en: '' } : slipText(slip, changes.map(({ figure }) => figure.text).join(''));
  const what = unitWords(changes) ??
    exchangedWords(changes) ??
    shiftedWords(changes, main) ?? {
      zh: `若${told.map(({ zh }) => zh).join('，且')}`,
      en: `With ${told.map(({ en }) => en).join(', and ')}`,
    };
  return {
    zh: `${what.zh}${also.zh}，${equations.zh}${how.zh === '' ? '' : `（${how.zh}）`}。`,
    en: `${what.en}${also.en}, ${equations.en}${how.en === '' ? '' : ` (${how.en})`}.`,
  };
}
