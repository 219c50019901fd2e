import { type Figure, isPrinted } from '../../document/figure.ts';
import { addTo } from '../../grouped.ts';
import { isNonZeroAmount } from '../../quantity/quantity.ts';
import { sideOf, type Form, type FormSet, type Line } from '../../recognise/form.ts';
import type { FormId } from '../../recognise/forms.ts';
import type { Notice } from '../notice.ts';
import { none, type Rule } from '../rule.ts';
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
interface Oddity extends Notice {
  readonly key: string;
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
  yield* found.values();
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
        remark: 'stray-code',
        values: {
          code: account.code,
          item: account.label,
          section: section.code,
          sectionItem: section.label,
          own: account.code.slice(0, 5),
        },
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
        addTo(missing, own, account);
    }
  }
  for (const [code, items] of missing) {
    const whole = accounts.find((account) => account.code === code.slice(0, 3));
    // The items were found below it.
    if (!whole) continue;
    yield {
      key: code,
      figures: [...items, whole].map(({ figure }) => figure),
      remark: 'missing-section',
      values: {
        codes: items.map((item) => item.code),
        class: code.slice(0, 3),
        classItem: whole.label,
        section: code,
      },
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
        remark: 'doubled-row',
        values: { table: form.title, code: line.code, item: line.label },
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
      remark: 'malformed-code',
      values: { item: label, code: text },
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
      remark: 'no-data-note',
      values: { table: title, amount: first.text },
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
