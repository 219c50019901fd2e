import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { check } from '../../core/check.ts';
import type { Document } from '../../core/document/document.ts';
import type { Report } from '../../core/report/schema.ts';
import { documentOf } from '../../test/core/build.ts';
import { accountSheets, accountsArbitrary } from '../../test/core/synthetic/accounts.ts';
import { addedArbitrary, addedSheets } from '../../test/core/synthetic/added.ts';
import { budgetArbitrary, budgetSheets } from '../../test/core/synthetic/budget.ts';
import { drawnOf, styles, type Sheet, type Style } from '../../test/core/synthetic/sheet.ts';
import { drain, readFileAsDocument } from '../run.ts';
import { mutated, type Mutation } from './slips.ts';

/** A document that slips are planted in. */
export interface MutatedDocument {
  readonly name: string;
  readonly read: () => Promise<Document>;
}

/** The values that a report holds for likely, as changes. */
function corrections(report: Report): Mutation[] {
  return report.findings.flatMap(({ diagnosis, places }) =>
    (diagnosis?.kind === 'suspect' ? diagnosis.changes : []).flatMap((change): Mutation[] => {
      const place = places[change.place];
      if (!place || change.slip === 'excess') return [];
      const text = change.likelyText;
      return 'table' in place
        ? [{ spot: { in: 'table', table: place.table, row: place.row, column: place.column, text: place.text }, text }]
        : [
            {
              spot: { in: 'text', paragraph: place.paragraph, start: place.start, end: place.end, text: place.text },
              text,
            },
          ];
    }),
  );
}

/** More rounds than this do not make a document any better. */
const mostRounds = 4;

/** The document with its own mistakes put right as far as its report can tell. What is left is no business of a planted slip. */
function putRight(document: Document): Document {
  let right = document;
  for (let round = 0; round < mostRounds; round += 1) {
    const changes = corrections(drain(check(right)));
    if (changes.length === 0) break;
    right = mutated(right, changes);
  }
  return right;
}

const kinds: readonly {
  readonly name: string;
  readonly title: string;
  readonly sheets: fc.Arbitrary<(style: Style) => Sheet[]>;
}[] = [
  {
    name: '',
    title: '示例市政务服务中心2024年度部门决算公开',
    sheets: accountsArbitrary.map((accounts) => (style: Style) => accountSheets(accounts, style)),
  },
  {
    name: '-added',
    title: '示例市政务服务中心2024年度部门决算公开',
    sheets: addedArbitrary.map((added) => (style: Style) => addedSheets(added, style)),
  },
  {
    name: '-budget',
    title: '示例市政务服务局2024年部门预算',
    sheets: budgetArbitrary.map((budget) => (style: Style) => budgetSheets(budget, style)),
  },
];

/**
 * The documents to measure: reports as published (where they are there), put right; the sample; and random documents of our own.
 * @param words each in the names of what is wanted; none: everything
 */
export function subjects(words: readonly string[]): MutatedDocument[] {
  const root = join(import.meta.dirname, '..', '..');
  const corpus = join(root, '..', 'shared', 'corpus');
  const files = [
    ...(existsSync(corpus) ? readdirSync(corpus) : [])
      .map((id) => join(corpus, id, `${id}.H3.html`))
      .filter((path) => existsSync(path)),
    join(root, 'test', 'samples', 'clean.html'),
  ];
  const read = files.map((path): MutatedDocument => ({
    name: path.split('/').at(-1) ?? path,
    read: async () => putRight(await readFileAsDocument(path)),
  }));
  // Consistent before they are rounded.
  const drawn = kinds.flatMap(({ name, title, sheets }) =>
    styles.flatMap((style, index) =>
      fc.sample(sheets, { seed: 7 + index, numRuns: 2 }).map((of, number): MutatedDocument => ({
        name: `synthetic${name}-${style.unit}-${style.decimals}${style.stripped ? '-stripped' : ''}-${style.totals}-${number + 1}`,
        read: () => Promise.resolve(documentOf(drawnOf(of(style), style), title)),
      })),
    ),
  );
  return [...read, ...drawn].filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
}
