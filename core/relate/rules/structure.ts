import type { Figure } from '../../document/figure.ts';
import { isNonZeroAmount } from '../../quantity/quantity.ts';
import { sideOf, type Form, type FormSet, type Line } from '../../recognise/form.ts';
import type { FormId } from '../../recognise/forms.ts';
import type { Notice } from '../notice.ts';
import { none, type Rule } from '../rule.ts';
import { isPrinted } from '../relation.ts';
import { formOf } from '../scope.ts';

/** So many places are shown of a form. */
const mostShown = 3;

const forms: readonly FormId[] = [
  'income',
  'expenditure',
  'general-budget-expenditure',
  'government-fund',
  'state-capital',
];

interface Account {
  readonly code: string;
  readonly label: string;
  readonly figure: Figure;
}

/** The accounts of a form in printed order; null where one has no code of its own cell, or a code is printed twice. */
function accountsOf(form: Form): Account[] | null {
  const lines: readonly Line[] = sideOf(form, 'all')?.lines.filter((line) => line.code !== undefined) ?? [];
  const accounts = lines.flatMap(({ code, label, codeFigure }) =>
    code === undefined || codeFigure === undefined ? [] : [{ code, label, figure: codeFigure }],
  );
  return accounts.length < lines.length || new Set(accounts.map(({ code }) => code)).size < accounts.length
    ? null
    : accounts;
}

/** What is odd about one account, told once for all forms that print it so. */
interface Oddity {
  readonly key: string;
  readonly figures: readonly Figure[];
  readonly zh: string;
  readonly en: string;
}

/** Oddities of all forms of a set, the same ones together. */
function* noticesOf(set: FormSet, find: (accounts: readonly Account[]) => Iterable<Oddity>): Generator<Notice> {
  const found = new Map<string, Oddity>();
  for (const id of forms) {
    const form = formOf(set, id);
    const accounts = form && accountsOf(form);
    if (!accounts) continue;
    for (const oddity of find(accounts)) {
      const known = found.get(oddity.key);
      found.set(oddity.key, known ? { ...known, figures: [...known.figures, ...oddity.figures] } : oddity);
    }
  }
  yield* [...found.values()].map(({ figures, zh, en }) => ({ figures, zh, en }));
}

/** An item below a section whose code does not begin its own, while its own section is printed nowhere in the form. */
function* strays(accounts: readonly Account[]): Generator<Oddity> {
  const codes = new Set(accounts.map(({ code }) => code));
  let section: Account | null = null;
  for (const account of accounts) {
    if (account.code.length < 7) section = account.code.length === 5 ? account : null;
    else if (section && !account.code.startsWith(section.code) && !codes.has(account.code.slice(0, 5))) {
      yield {
        key: `${section.code}/${account.code}`,
        figures: [account.figure, section.figure],
        zh: `编码 ${account.code}（${account.label}）排在 ${section.code}（${section.label}）之下，但前五位与它不同，表中也没有 ${account.code.slice(0, 5)} 这一款。`,
        en: `Code ${account.code} stands below ${section.code}, but does not begin with it, and the form has no row ${account.code.slice(0, 5)}.`,
      };
    }
  }
}

/** Items directly below their class in a form that prints sections elsewhere. */
function* missingSections(accounts: readonly Account[]): Generator<Oddity> {
  const codes = new Set(accounts.map(({ code }) => code));
  if (!accounts.some(({ code }) => code.length === 5)) return;
  const missing = new Map<string, Account[]>();
  let above: Account | null = null;
  for (const account of accounts) {
    if (account.code.length < 7) above = account;
    else {
      const own = account.code.slice(0, 5);
      // Below another section it is a stray code, not a missing row.
      if (above?.code.length === 3 && account.code.startsWith(above.code) && !codes.has(own))
        missing.set(own, [...(missing.get(own) ?? []), account]);
    }
  }
  for (const [code, items] of missing) {
    const whole = accounts.find((account) => account.code === code.slice(0, 3));
    yield {
      key: code,
      figures: [...items, ...(whole ? [whole] : [])].map(({ figure }) => figure),
      zh: `${items.map((item) => item.code).join('、')} 直接排在 ${code.slice(0, 3)}${whole ? `（${whole.label}）` : ''}之下，缺少 ${code} 这一款的行。`,
      en: `${items.map((item) => item.code).join(', ')} stand directly below ${code.slice(0, 3)}; the row of section ${code} is missing.`,
    };
  }
}

/** A row printed twice in a row, with the same amounts: all sums that it stands in are left unjudged for it. */
function* doubledRows(set: FormSet): Generator<Notice> {
  for (const id of forms) {
    const form = formOf(set, id);
    const lines = (form && sideOf(form, 'all'))?.lines ?? [];
    for (const [index, line] of lines.entries()) {
      const above = lines[index - 1];
      const figures = [line.codeFigure, above?.codeFigure].filter((figure) => figure !== undefined);
      if (
        !form ||
        !above ||
        line.code === undefined ||
        line.code !== above.code ||
        line.label !== above.label ||
        figures.length < 2
      )
        continue;
      if (!line.figures.some(isPrinted) || !line.figures.every((figure, at) => figure.text === above.figures[at]?.text))
        continue;
      yield {
        figures,
        zh: `${form.title}中 ${line.code}（${line.label}）连着印了两行，金额也相同；含有它的合计没有核对。`,
        en: `${form.title} prints ${line.code} (${line.label}) in two rows running, with the same amounts. The sums with it are not checked.`,
      };
    }
  }
}

/** Rows whose code is no lawful one, each once for all forms that print it so. */
function* malformedCodes(set: FormSet): Generator<Notice> {
  const found = new Map<string, Line[]>();
  for (const line of set.forms.flatMap(({ sides }) => sides.flatMap(({ lines }) => lines))) {
    if (line.malformed === true && line.codeFigure !== undefined)
      found.set(`${line.codeFigure.text}|${line.label}`, [
        ...(found.get(`${line.codeFigure.text}|${line.label}`) ?? []),
        line,
      ]);
  }
  for (const lines of found.values()) {
    const figures = lines.flatMap(({ codeFigure }) => codeFigure ?? []);
    const [text, label] = [figures[0]?.text.trim() ?? '', lines[0]?.label ?? ''];
    yield {
      figures,
      zh: `“${label}”的编码印作“${text}”，与表中其他编码不成一套，类级编码应为三位；这一行没有另算作一类。`,
      en: `The code of “${label}” is printed as “${text}”, unlike the other codes of the form; a class has three digits. The row is not counted as a class of its own.`,
    };
  }
}

/** Forms whose note says that they hold no data, and that print amounts. */
function* noDataNotes(set: FormSet): Generator<Notice> {
  for (const { caption, sides, title } of set.forms) {
    if (!caption.noData) continue;
    const figures = sides
      .flatMap(({ lines }) => lines.flatMap((line) => line.figures))
      .filter(({ quantity }) => isNonZeroAmount(quantity));
    const [first] = figures;
    if (!first) continue;
    yield {
      figures: figures.slice(0, mostShown),
      zh: `${title}下注明本表无数据，而表中印有 ${first.text} 等金额；表中金额照常核对。`,
      en: `The note below ${title} says that it holds no data, and it prints amounts (${first.text}); they are checked all the same.`,
    };
  }
}

export const structureRules: readonly Rule[] = [
  {
    id: 'structure/no-data-note',
    family: 'structure',
    kind: 'notice',
    catalogue: ['T-4'],
    title: { zh: '注明无数据的表印有金额', en: 'A form that is said to hold no data prints amounts' },
    reasoning: {
      zh: '表下注明“本表无数据”“空表”的，表中应没有不为零的金额。',
      en: 'A form whose note says that it holds no data prints no amount other than nought.',
    },
    example: {
      zh: '注“本表无数据”，表中却有 5.00。',
      en: 'The note says that there is no data; the form prints 5.00.',
    },
    relations: none,
    notices: noDataNotes,
  },
  {
    id: 'structure/malformed-code',
    family: 'structure',
    kind: 'notice',
    catalogue: ['S-01'],
    title: { zh: '编码的位数或开头不对', en: 'A code with a wrong number of digits or beginning' },
    reasoning: {
      zh: '类、款、项的编码依次为三、五、七位；同一张表的科目编码以同一数字开头。',
      en: 'Classes, sections and items have three, five and seven digits; the codes of one form begin with the same one.',
    },
    example: {
      zh: '类级编码印作 7，而上下各行都是 210。',
      en: 'The class is printed as 7 where the rows around it have 210.',
    },
    relations: none,
    notices: malformedCodes,
  },
  {
    id: 'structure/stray-code',
    family: 'structure',
    kind: 'notice',
    catalogue: ['S-01'],
    title: { zh: '编码与所在的款不符', en: 'A code that does not belong where it stands' },
    reasoning: {
      zh: '项级编码的前五位，就是它所属的款的编码。',
      en: 'The first five digits of an item’s code are the code of its section.',
    },
    example: {
      zh: '2060101 排在 20502 之下。',
      en: 'Item 2060101 stands below section 20502.',
    },
    relations: none,
    notices: (set) => noticesOf(set, strays),
  },
  {
    id: 'structure/missing-section',
    family: 'structure',
    kind: 'notice',
    catalogue: ['S-04'],
    title: { zh: '缺少款级的行', en: 'The row of a section is missing' },
    reasoning: {
      zh: '按类、款、项列示的表，项之上应有它所属的款。',
      en: 'A form by class, section and item has the section’s row above its items.',
    },
    example: {
      zh: '2050201 直接排在 205 之下，缺少 20502 这一行。',
      en: 'Item 2050201 stands directly below class 205; row 20502 is missing.',
    },
    relations: none,
    notices: (set) => noticesOf(set, missingSections),
  },
  {
    id: 'structure/doubled-row',
    family: 'structure',
    kind: 'notice',
    catalogue: ['S-17'],
    title: { zh: '同一行连着印了两次', en: 'A row printed twice running' },
    reasoning: {
      zh: '一张表中一个编码只有一行；紧接着再印一行，编码、名称、金额都相同，就是重复。',
      en: 'A code has one row in a form; another right below it with the same code, name and amounts is the same row again.',
    },
    example: {
      zh: '2080505 基本养老保险缴费支出 60.25 连着印了两行。',
      en: 'Row 2080505 with 60.25 is printed twice running.',
    },
    relations: none,
    notices: doubledRows,
  },
  {
    // What such a figure was meant to be only the verdicts of its equations tell: core/judge/misprints.ts.
    id: 'structure/misplaced-separator',
    family: 'structure',
    kind: 'notice',
    catalogue: ['S-20'],
    title: { zh: '千分位逗号或小数点的位置不对', en: 'Commas or a decimal point in the wrong place' },
    reasoning: {
      zh: '千分位逗号隔开三位数字，小数点只有一个；否则读不出是哪个数，与它有关的等式都不能核对。',
      en: 'Commas group three digits and there is one decimal point; else no amount can be read for certain, and its equations are not judged.',
    },
    example: {
      zh: '金额印作 1,126,92；读作 1126.92，有关的等式都成立。',
      en: 'An amount printed as 1,126,92; read as 1126.92 it makes its equations hold.',
    },
    relations: none,
  },
];
