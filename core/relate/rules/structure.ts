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
    relations: none,
    notices: noDataNotes,
  },
  {
    id: 'structure/malformed-code',
    family: 'structure',
    kind: 'notice',
    catalogue: ['S-01'],
    relations: none,
    notices: malformedCodes,
  },
  {
    id: 'structure/stray-code',
    family: 'structure',
    kind: 'notice',
    catalogue: ['S-01'],
    relations: none,
    notices: (set) => noticesOf(set, strays),
  },
  {
    id: 'structure/missing-section',
    family: 'structure',
    kind: 'notice',
    catalogue: ['S-04'],
    relations: none,
    notices: (set) => noticesOf(set, missingSections),
  },
  {
    id: 'structure/doubled-row',
    family: 'structure',
    kind: 'notice',
    catalogue: ['S-17'],
    relations: none,
    notices: doubledRows,
  },
  {
    // What such a figure was meant to be only the verdicts of its equations tell: core/judge/misprints.ts.
    id: 'structure/misplaced-separator',
    family: 'structure',
    kind: 'notice',
    catalogue: ['S-20'],
    relations: none,
  },
];
