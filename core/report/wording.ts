import { amountOf, figureKey, hostOf, type Figure } from '../document/figure.ts';
import type { Decimal } from '../quantity/decimal.ts';
import { thousandsApart } from '../quantity/thousands.ts';
import type { Relation, Term } from '../relate/relation.ts';
import type { UncoveredReason } from './schema.ts';

/** Why something was not checked, in words. */
export const reasonWords: Readonly<Record<UncoveredReason, { readonly zh: string; readonly en: string }>> = {
  'unreadable-figure': { zh: '有数字无法辨认', en: 'a figure cannot be read' },
  'low-confidence': { zh: '表格识别把握不足', en: 'the table could not be read with confidence' },
  'unknown-item': { zh: '范围内有未能识别的项目', en: 'an item within the sum is not understood' },
  'unknown-unit': { zh: '没有标明金额单位', en: 'no money unit is stated' },
  'unclear-set': { zh: '无法确定属于哪一套报表', en: 'it is unclear which set of forms it belongs to' },
  'unclear-hierarchy': { zh: '科目的上下级关系不清', en: 'the hierarchy of the accounts is unclear' },
  'zero-base': { zh: '基数为零或无法确定', en: 'the base is zero or cannot be told' },
  'unclear-claim': { zh: '句子所指不能确定', en: 'it is unclear what the sentence speaks of' },
  'duplicate-code': { zh: '同一编码出现不止一次', en: 'a code appears more than once' },
  'displaced-amount': {
    zh: '单元格为空，而上一行的栏次处有一个金额',
    en: 'the cell is blank while an amount stands in the number row above it',
  },
  'no-breakdown': { zh: '没有可供相加的明细', en: 'there is no breakdown to add up' },
  'form-missing': { zh: '缺少与之核对的另一张表', en: 'the other form is missing' },
  'ambiguous-form': {
    zh: '标题与表的内容不符，无法确定是哪张表',
    en: 'title and contents do not tell which form this is',
  },
  'unproven-structure': {
    zh: '表格结构只是推测，表内没有足够的等式印证',
    en: 'the structure is a guess that too few sums in the table bear out',
  },
  'table-piece': {
    zh: '可能只是一张表的一部分，其余各行在另一处',
    en: 'it may be only a piece of a table whose other rows stand elsewhere',
  },
  'blank-difference': {
    zh: '有的增减额为空，空的不等于零',
    en: 'a difference is left blank, and a blank is not nought',
  },
  'consolidation': {
    zh: '上下级政府之间的收支，合计时只计一次',
    en: 'money passed between levels of government is counted once',
  },
  'reading-in-doubt': {
    zh: '可能是读错了数字：这一处不靠表格线，或是从图片上认出的',
    en: 'a digit may have been misread: it is told by its place alone, or was recognised from a picture',
  },
  'too-large': {
    zh: '一张表超过 120,000 格，或全文超过 1,500,000 字，超出的没有核对',
    en: 'a table of more than 120,000 cells, or what follows 1,500,000 characters, was not checked',
  },
  'too-long': {
    zh: '一段文字超过 20,000 字，或一句话超过 6,000 字，这一段没有核对',
    en: 'a paragraph of more than 20,000 characters, or with a sentence of more than 6,000, was not checked',
  },
  'unknown-table': { zh: '不是能够识别的报表', en: 'the table is no form we know' },
  'no-relation': { zh: '没有可与之核对的等式', en: 'no equation contains it' },
  'no-claim': { zh: '句子的含义未能识别', en: 'the sentence is not understood' },
  'rule-failed': { zh: '核对时出错', en: 'the rule failed' },
};

/** A figure as printed, or how its absence is called. */
export function printed(figure: Figure, blank: string): string {
  return figure.text.trim() === '' ? blank : figure.text.trim();
}

/** The money unit behind each figure, where figures of several units stand beside each other: 0.3 元 and 1.80 万元. */
export function unitsAmong(terms: readonly Term[]): (figure: Figure) => string {
  const units = new Set(
    terms.flatMap((term) =>
      term.figure.quantity.kind === 'amount' && term.figure.unit !== null ? [term.figure.unit] : [],
    ),
  );
  return (figure) => {
    const bare = /\d/.test(figure.text) && !/[元万亿]$/.test(figure.text.trim());
    return units.size > 1 && figure.unit !== null && bare ? ` ${figure.unit}` : '';
  };
}

/** Words of a head that say nothing of the figure: the side of a summary, the bare fact that it is an amount. */
const emptyWords = /^(?:收入|支出|项目|本年支出|本年收入|财政拨款“?三公”?经费|人员经费|公用经费)$/;
const amountWords = /^(?:金额|决算数|决算|本年决算数)$/;

/** A column's name, short: without the group it stands in, and with what a 小计 or 合计 is the sum of. */
function columnName(label: string): string {
  const parts = label
    .split('/')
    .map((part) => part.replace(/\s+/g, ''))
    .filter((part) => part !== '');
  const telling = parts.filter((part, index) => index === parts.length - 1 || !emptyWords.test(part));
  if (telling.length > 1 && amountWords.test(telling.at(-1) ?? '')) telling.pop();
  if (telling.length === 1 && amountWords.test(telling[0] ?? '') && parts.length > 1) return '';
  return telling.join('');
}

const joining = /[\s:：,，、;；。.·]/u;

/** A name without the marks that joined it to what stood around it: “:2025年自治区财政收支表”, “基本支出，”. */
function plainName(name: string): string {
  let start = 0;
  let end = name.length;
  while (start < end && joining.test(name.charAt(start))) start += 1;
  while (end > start && joining.test(name.charAt(end - 1))) end -= 1;
  return name.slice(start, end);
}

/**
 * A figure's name: 收入决算表“合计”行“财政拨款收入”; 文中“基本支出”.
 * @param titled whether to name its table, too
 */
export function cellName(figure: Figure, titled = true): { zh: string; en: string } {
  const { place } = figure;
  if (place.in === 'text')
    return { zh: `文中“${plainName(place.claim)}”`, en: `“${plainName(place.claim)}” in the text` };
  if (place.in === 'rule') return { zh: place.name, en: place.name };
  const column = columnName(place.columnLabel);
  const row = plainName(place.rowLabel);
  const title = plainName(place.tableTitle);
  return {
    // “…”行为 reads as 行为: without a column the row's name stands alone.
    zh: `${titled ? title : ''}${row ? `“${row}”${column ? '行' : ''}` : ''}${column ? `“${column}”` : ''}`,
    en: `${titled ? `${title}, ` : ''}${row ? `row “${row}”, ` : ''}${column ? `column “${column}”` : ''}`.replace(
      /, $/,
      '',
    ),
  };
}

/**
 * The names of terms beside their total: by row if they share a column, by column if they share a row, in full between tables.
 * @param terms all terms shown, the total first
 */
export function labelsAmong(terms: readonly Term[]): (term: Term) => string {
  const [first] = terms;
  const hosts = new Set(terms.map(({ figure }) => hostOf(figure)));
  const rowOf = (term: Term | undefined): number | null =>
    term?.figure.place.in === 'table' ? term.figure.place.row : null;
  const rows = new Set(terms.map(rowOf));
  return (term) => {
    const { place } = term.figure;
    if (place.in === 'text') return `文中 · ${plainName(place.claim)}`;
    if (place.in === 'rule') return place.name;
    const name = columnName(place.columnLabel);
    const row = plainName(place.rowLabel);
    if (hosts.size > 1) return [plainName(place.tableTitle), row, name].filter((part) => part !== '').join(' · ');
    return rows.size === 1 || (term !== first && rowOf(first) === place.row) ? name || row : row || name;
  };
}

/** An amount in the manner of the figures around it: as many decimals as they print, thousands separated if theirs are. */
export function inMannerOf(value: Decimal, terms: readonly Term[]): string {
  const decimals = Math.max(
    0,
    ...terms.flatMap(({ figure: { quantity } }) =>
      quantity.kind === 'amount' || quantity.kind === 'percent' ? [quantity.decimals] : [],
    ),
  );
  const plain = value.toFixed(Math.max(decimals, value.decimalPlaces()));
  if (!terms.some((term) => /\d,\d{3}/.test(term.figure.text))) return plain;
  const [whole = '', fraction] = plain.split('.');
  const grouped = thousandsApart(whole);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Words for the reader, in both languages. */
interface Pair {
  readonly zh: string;
  readonly en: string;
}

const grown = { said: { zh: '增长', en: 'grown' }, is: { zh: '增长', en: 'grew' } } as const;
const fallen = { said: { zh: '下降', en: 'fallen' }, is: { zh: '下降', en: 'fell' } } as const;

/** What a rate of change is said to be and what it is, where its amounts go the other way: the one that is taken off is its base where it is said to grow. */
function oppositeOf(
  [first, ...rest]: readonly Term[],
  expected: Decimal,
): { readonly said: Pair; readonly is: Pair } | null {
  if (
    first?.figure.quantity.kind !== 'percent' ||
    !first.figure.quantity.value.isPositive() ||
    !expected.isNegative() ||
    first.figure.place.in !== 'text' ||
    !first.figure.place.claim.endsWith('增减幅度')
  )
    return null;
  const above = rest.filter(({ part }) => part === 'numerator');
  const base = rest.filter(({ part }) => part === 'denominator');
  const [minuend, subtrahend] = [above.find(({ weight }) => weight > 0), above.find(({ weight }) => weight < 0)];
  if (above.length !== 2 || base.length !== 1 || !minuend || !subtrahend || base[0] === undefined) return null;
  const key = figureKey(base[0].figure);
  if (key === figureKey(subtrahend.figure)) return { said: grown.said, is: fallen.is };
  return key === figureKey(minuend.figure) ? { said: fallen.said, is: grown.is } : null;
}

/**
 * The equation in one line: 749.17 + 62.77 = 811.94 ≠ 812.94.
 * @param sign between what the parts come to and what is printed
 */
export function equationLine(
  terms: readonly Term[],
  expected: Decimal,
  sign: '=' | '≠' | '≈' | '>' | '≤',
): { zh: string; en: string } {
  const [first, ...rest] = terms;
  if (!first) return { zh: '', en: '' };
  const unit = unitsAmong(terms);
  const withTotal = (left: string): { zh: string; en: string } => ({
    zh: `${left} ${sign} ${printed(first.figure, '（空）')}${unit(first.figure)}`,
    en: `${left} ${sign} ${printed(first.figure, '(blank)')}${unit(first.figure)}`,
  });
  if (rest.some((term) => term.part === 'denominator')) {
    // What is taken off comes behind what it is taken off from.
    const inOrder = (own: readonly Term[]): readonly Term[] =>
      (own[0]?.weight ?? 1) < 0 ? own.toSorted((a, b) => b.weight - a.weight) : own;
    const side = (part: 'numerator' | 'denominator'): string =>
      inOrder(rest.filter((term) => term.part === part))
        .map(
          (term, index) =>
            `${term.weight < 0 ? ' − ' : index === 0 ? '' : ' + '}${printed(term.figure, '0')}${unit(term.figure)}`,
        )
        .join('');
    const wrap = (text: string): string => (/ [−+] /.test(text) ? `(${text})` : text);
    const opposite = sign === '≠' ? oppositeOf(terms, expected) : null;
    if (opposite !== null) {
      const [more, less] = rest
        .filter(({ part }) => part === 'numerator')
        .toSorted((a, b) => a.weight - b.weight)
        .map(({ figure }) => `${printed(figure, '0')}${unit(figure)}`);
      const told = (language: 'zh' | 'en'): string =>
        `(${more} − ${less}) ÷ ${side('denominator')} = ${opposite.is[language]} ${inMannerOf(expected.abs(), [first])}% ≠ ${opposite.said[language]} ${first.figure.text.trim()}`;
      return { zh: told('zh'), en: told('en') };
    }
    const quotient = `${wrap(side('numerator'))} ÷ ${wrap(side('denominator'))}`;
    return withTotal(sign === '=' ? quotient : `${quotient} = ${inMannerOf(expected, [first])}%`);
  }
  const amounts = rest.filter(({ figure }) => figure.quantity.kind === 'amount' || figure.quantity.kind === 'percent');
  // 持平 is nought in a word, and a word has no sign.
  const isTakenOff = ({ weight, figure }: Term): boolean => weight < 0 && /\d/.test(figure.text);
  const figures = amounts.map(
    (term, index) =>
      `${isTakenOff(term) ? (index === 0 ? '−' : ' − ') : index === 0 ? '' : ' + '}${term.figure.text.trim()}${unit(term.figure)}`,
  );
  return withTotal(
    figures.length === 0
      ? '0'
      : figures.length === 1 || sign === '='
        ? figures.join('')
        : `${figures.join('')} = ${inMannerOf(expected, terms)}${unit(first.figure)}`,
  );
}

const hostName = (figure: Figure): string =>
  figure.place.in === 'table' ? figure.place.tableTitle : figure.place.in === 'text' ? '文' : figure.place.name;

/** Whether a change in the text is of the right size or another, and its two amounts go the other way: 减少 30.00 from 1,000.00 to 1,030.00. */
function goesTheOtherWay(kind: Relation['kind'], [first, ...rest]: readonly Term[], expected: Decimal): boolean {
  return (
    kind === 'sum' &&
    first?.figure.place.in === 'text' &&
    first.figure.place.claim.endsWith('增减额') &&
    rest.length === 2 &&
    rest.some(({ weight }) => weight > 0) &&
    rest.some(({ weight }) => weight < 0) &&
    amountOf(first.figure).gt(0) &&
    expected.lt(0)
  );
}

/** One neutral sentence about a relation that does not agree, in both languages. */
export function sentence(
  kind: Relation['kind'],
  terms: readonly Term[],
  expected: Decimal,
  difference: Decimal,
): { zh: string; en: string } {
  const [first, ...rest] = terms;
  if (!first) return { zh: '', en: '' };
  const name = cellName(first.figure);
  const blank = first.figure.text.trim() === '';
  const unit = unitsAmong(terms);
  const own = unit(first.figure);
  const shown = {
    zh: blank ? '为空' : `为 ${first.figure.text.trim()}${own}`,
    en: blank ? 'is blank' : `is ${first.figure.text.trim()}${own}`,
  };
  const off = `${inMannerOf(difference, terms)}${own}`;
  const should = `${inMannerOf(expected, terms)}${own}`;
  const displaced = rest.map((term) => term.figure.displaced).find((figure) => figure !== undefined);
  if (displaced) {
    return {
      zh: `${name.zh}${shown.zh}，按各项相加为 ${should}，相差 ${off}；上方栏次行里有一个金额 ${displaced.text.trim()}，它下面的单元格是空的。`,
      en: `${name.en} ${shown.en}; the items add up to ${should} (difference ${off}). The number row above holds an amount, ${displaced.text.trim()}, and the cell below it is blank.`,
    };
  }
  // 无差异, 没有使用政府性基金安排的支出: a zero said in words.
  if (first.figure.place.in === 'text' && !/\d/.test(first.figure.text)) {
    const words = first.figure.text.trim();
    return {
      zh: `文中写明“${words}”，而按相关金额计算为 ${should}。`,
      en: `The text says “${words}”, but the amounts give ${should}.`,
    };
  }
  if (goesTheOtherWay(kind, terms, expected)) {
    const size = `${inMannerOf(expected.abs(), terms)}${own}`;
    return {
      zh: `${name.zh}${shown.zh}，按前后两数相减是反方向的 ${size}，增减方向与两数不符。`,
      en: `${name.en} ${shown.en}; the two amounts differ by ${size} the other way.`,
    };
  }
  if (kind === 'ratio') {
    const value = inMannerOf(expected, [first]);
    const opposite = oppositeOf(terms, expected);
    if (opposite !== null) {
      const size = inMannerOf(expected.abs(), [first]);
      return {
        zh: `${name.zh}写明${opposite.said.zh} ${first.figure.text.trim()}，按相关金额计算实为${opposite.is.zh} ${size}%。`,
        en: `${name.en} is said to have ${opposite.said.en} by ${first.figure.text.trim()}; by the amounts it ${opposite.is.en} by ${size}%.`,
      };
    }
    return {
      zh: `${name.zh}${shown.zh}，按相关金额计算为 ${value}%，相差 ${inMannerOf(difference, [first])} 个百分点。`,
      en: `${name.en} ${shown.en}; the amounts give ${value}% (difference ${inMannerOf(difference, [first])} points).`,
    };
  }
  if (kind === 'bound') {
    const [part] = rest;
    const whole = part ? cellName(part.figure) : name;
    const [outer, inner] = [first.figure.place, part?.figure.place];
    const column = outer.in === 'table' ? columnName(outer.columnLabel) : '';
    if (
      rest.length === 1 &&
      part &&
      outer.in === 'table' &&
      inner?.in === 'table' &&
      outer.table === inner.table &&
      outer.row === inner.row &&
      column !== ''
    ) {
      return {
        zh: `${whole.zh}为 ${printed(part.figure, '空')}，大于同一行“${column}”${shown.zh === '为空' ? '（为空）' : `的 ${first.figure.text.trim()}`}。`,
        en: `${whole.en} is ${printed(part.figure, 'blank')}: more than “${column}” of the same row, which ${shown.en}.`,
      };
    }
    if (rest.length === 1 && part?.figure.place.in === 'text' && part.figure.place.claim.endsWith('增减额')) {
      const change = `${printed(part.figure, '')}${unit(part.figure)}`;
      return {
        zh: `${name.zh}${shown.zh}，却写明增加了 ${change}，增加额大于它本身。`,
        en: `${name.en} ${shown.en}, but is said to have grown by ${change}, which is more than there is.`,
      };
    }
    return rest.length === 1
      ? {
          zh: `${name.zh}${shown.zh}，包含在其中的${whole.zh}却为 ${printed(part?.figure ?? first.figure, '空')}${unit(part?.figure ?? first.figure)}，部分大于整体。`,
          en: `${name.en} ${shown.en}, but ${whole.en}, which is contained in it, is ${printed(part?.figure ?? first.figure, 'blank')}${unit(part?.figure ?? first.figure)}: the part is greater than the whole.`,
        }
      : {
          zh: `${name.zh}${shown.zh}，包含在其中的各项相加却为 ${should}，部分大于整体。`,
          en: `${name.en} ${shown.en}, but the items contained in it add up to ${should}: the parts are greater than the whole.`,
        };
  }
  if (kind === 'same') {
    const [second] = rest;
    if (!second)
      return {
        zh: `${name.zh}${shown.zh}，对应的表中没有这一项。`,
        en: `${name.en} ${shown.en}; the other form has no such row.`,
      };
    if (rest.length === 1) {
      const other = cellName(second.figure);
      const value = `${printed(second.figure, '')}${unit(second.figure)}`;
      if (other.zh === name.zh && !blank && value !== '') {
        return {
          zh: `${name.zh}两处分别为 ${first.figure.text.trim()}${own} 和 ${value}，应当相同。`,
          en: `${name.en} is printed as ${first.figure.text.trim()}${own} in one place and as ${value} in another. The two should agree.`,
        };
      }
      return {
        zh: `${name.zh}${shown.zh}，${other.zh}${value === '' ? '为空' : `为 ${value}`}，两处应当相同。`,
        en: `${name.en} ${shown.en}; ${other.en} ${value === '' ? 'is blank' : `is ${value}`}. The two should agree.`,
      };
    }
    return {
      zh: `${name.zh}${shown.zh}，${hostName(second.figure)}中对应各项相加为 ${should}，相差 ${off}。`,
      en: `${name.en} ${shown.en}; the matching items of ${hostName(second.figure)} add up to ${should} (difference ${off}).`,
    };
  }
  if (!rest.some((term) => term.figure.quantity.kind === 'amount')) {
    return {
      zh: `${name.zh}${shown.zh}，但构成它的各项都是空的。`,
      en: `${name.en} ${shown.en}, but all the items it is made of are blank.`,
    };
  }
  if (rest.length === 1 && rest[0]) {
    const other = cellName(rest[0].figure);
    return {
      zh: `${name.zh}${shown.zh}，${other.zh}为 ${printed(rest[0].figure, '空')}${unit(rest[0].figure)}，两者应当相等。`,
      en: `${name.en} ${shown.en}; ${other.en} is ${printed(rest[0].figure, 'blank')}${unit(rest[0].figure)}. They should be equal.`,
    };
  }
  return {
    zh: `${name.zh}${shown.zh}，按各项相加为 ${should}，相差 ${off}。`,
    en: `${name.en} ${shown.en}; its items add up to ${should} (difference ${off}).`,
  };
}

/** One neutral sentence about two figures that a word of the text compares the wrong way round. */
export function comparisonSentence(word: Figure, terms: readonly Term[]): { zh: string; en: string } {
  const unit = unitsAmong(terms);
  // 完成预算的 61.67%, 大于: what it is held against is not printed.
  const named = terms
    .filter(({ figure }) => figure.place.in !== 'rule')
    .map(({ figure }) => ({ name: cellName(figure), value: `${printed(figure, '0')}${unit(figure)}` }));
  const [only] = named;
  if (only && named.length === 1) {
    return {
      zh: `${only.name.zh}为 ${only.value}，文中却写“${word.text}”，用词与这个比例不符。`,
      en: `${only.name.en} is ${only.value}, and the word “${word.text}” in the text says otherwise.`,
    };
  }
  return {
    zh: `${named.map(({ name, value }) => `${name.zh}为 ${value}`).join('，')}，文中的“${word.text}”与两数的大小不符。`,
    en: `${named.map(({ name, value }) => `${name.en} is ${value}`).join(', ')}; the word “${word.text}” in the text has them the wrong way round.`,
  };
}

/** What a comparison leaves open. */
export const comparisonDiagnosis = {
  zh: '用词或其中一个数有误，无法判断是哪一处。',
  en: 'Either the word or one of the two figures is wrong; nothing tells which.',
} as const;

/** One sentence about a relation that holds. */
export function holdingSentence(kind: Relation['kind'], terms: readonly Term[]): { zh: string; en: string } {
  const [first, second, ...rest] = terms;
  if (!first) return { zh: '', en: '' };
  const name = cellName(first.figure);
  if (kind === 'same' && second && rest.length === 0) {
    const other = cellName(second.figure);
    return { zh: `${name.zh}与${other.zh}一致。`, en: `${name.en} agrees with ${other.en}.` };
  }
  if (kind === 'bound')
    return { zh: `${name.zh}不小于包含在其中的各项。`, en: `${name.en} is not less than what it contains.` };
  if (kind === 'ratio') return { zh: `${name.zh}与相关金额相符。`, en: `${name.en} agrees with its amounts.` };
  return { zh: `${name.zh}等于各项相加。`, en: `${name.en} equals its items added up.` };
}
