import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, examine } from '../../../core/check.ts';
import type { Document } from '../../../core/document/document.ts';
import { figureKey, type Figure } from '../../../core/document/figure.ts';
import { checkedAmounts } from '../../../core/judge/coverage.ts';
import { readHtml } from '../../../core/read/html/read-html.ts';
import { parseHtml } from '../../../tools/html.ts';
import { cellsOf, drain } from '../build.ts';
import { equationText } from '../../../core/report/tell.ts';

/** Documents as other places draw them, in made-up figures that agree: a title after '===', tables as in `cellsOf`, other lines as text. */
interface Place {
  readonly title: string;
  readonly lines: readonly string[];
}

function placesIn(file: string): Place[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.trim().split('\n');
      return { title, lines };
    });
}

/** The page: each stretch of drawn rows a table, every other line a paragraph. */
function pageOf({ title, lines }: Place): Document {
  const blocks: string[] = [];
  let rows: string[] = [];
  const close = (): void => {
    if (rows.length > 0) {
      const { rows: height, cells } = cellsOf(rows.join('\n'));
      const row = (at: number): string =>
        cells
          .filter((cell) => cell.row === at)
          .map((cell) => `<td rowspan="${cell.rowSpan}" colspan="${cell.columnSpan}">${cell.text}</td>`)
          .join('');
      blocks.push(`<table>${Array.from({ length: height }, (_, at) => `<tr>${row(at)}</tr>`).join('')}</table>`);
    }
    rows = [];
  };
  for (const line of lines) {
    if (line.includes('|')) rows.push(line);
    else {
      close();
      blocks.push(`<p>${line}</p>`);
    }
  }
  close();
  const page = parseHtml(
    `<html><head><title>${title}</title></head><body><h1>${title}</h1>${blocks.join('')}</body></html>`,
  );
  return drain(readHtml(page.root, { url: '', title: page.title })).document;
}

const anotherDigit = (text: string): string => text.replace(/[1-9]/, (digit) => `${(Number(digit) % 9) + 1}`);

/** The document with another first digit in one figure of its text. */
function withWrongText(document: Document, figure: Figure): Document {
  const { place } = figure;
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      block.kind === 'paragraph' && place.in === 'text' && block.id === place.paragraph
        ? { ...block, text: block.text.slice(0, place.start) + anotherDigit(figure.text) + block.text.slice(place.end) }
        : block,
    ),
  };
}

/** The document with another first digit in one amount. */
function withWrong(document: Document, key: string): Document {
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      block.kind !== 'table'
        ? block
        : {
            ...block,
            cells: block.cells.map((cell) =>
              `${block.id}:${cell.row}:${cell.column}` === key ? { ...cell, text: anotherDigit(cell.text) } : cell,
            ),
          },
    ),
  };
}

describe.each(['budgets.txt', 'accounts.txt'].flatMap((file) => placesIn(file)))('$title', (place) => {
  const document = pageOf(place);

  it('agrees, and nothing is said against it', () => {
    const report = drain(check(document));
    expect(
      report.findings
        .filter((finding) => finding.verdict === 'inconsistent')
        .map((finding) => `${finding.rule}: ${equationText(finding, 'zh')}`),
    ).toEqual([]);
  });

  it('has checked amounts, and one of them changed is found', () => {
    const { judged } = drain(examine(document));
    const checked = [...checkedAmounts(judged)];
    const amounts = judged
      .flatMap(({ judgement }) => judgement.terms.map((term) => term.figure))
      .filter((figure) => figure.quantity.kind === 'amount' && !figure.quantity.value.isZero())
      .map(figureKey);
    const printed = checked.filter((key) => amounts.includes(key));
    expect(printed.length).toBeGreaterThan(5);
    for (const key of printed.filter((_, index) => index % 7 === 0)) {
      const report = drain(check(withWrong(document, key)));
      const found = report.findings.some(
        (finding) =>
          finding.verdict === 'inconsistent' &&
          finding.places.some((at) => 'row' in at && `${at.table}:${at.row}:${at.column}` === key),
      );
      expect(found, key).toBe(true);
    }
  });
});

describe.each(placesIn('texts.txt'))('the text of $title', (place) => {
  const document = pageOf(place);
  const alarms = (of: Document) => drain(check(of)).findings.filter((finding) => finding.verdict === 'inconsistent');

  it('agrees, and nothing is said against it', () => {
    expect(alarms(document).map((finding) => `${finding.rule}: ${equationText(finding, 'zh')}`)).toEqual([]);
  });

  it('has checked figures, and one of them changed is found', () => {
    const { judged } = drain(examine(document));
    const figures = new Map(
      judged.flatMap(({ relation, judgement }) =>
        relation.kind === 'bound' || relation.guess !== undefined || relation.readings.length > 1
          ? []
          : judgement.terms.map(({ figure }): [string, Figure] => [figureKey(figure), figure]),
      ),
    );
    const printed = [...figures.values()].filter(({ place: at, text }) => at.in === 'text' && /[1-9]/.test(text));
    expect(printed.length).toBeGreaterThan(20);
    for (const figure of printed.filter((_, index) => index % 4 === 0)) {
      const found = alarms(withWrongText(document, figure))
        .flatMap(({ places }) => places)
        .some((at) => 'paragraph' in at && figure.place.in === 'text' && at.paragraph === figure.place.paragraph);
      expect(found, `${figureKey(figure)} ${figure.text}`).toBe(true);
    }
  });
});
