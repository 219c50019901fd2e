import { describe, expect, it } from 'vitest';
import type { Cell, Document, Table } from '../../../core/document/document.ts';
import { atOnce } from '../../../core/steps.ts';
import { inDoubt } from '../../../core/judge/readings.ts';
import { figureOf, judgedOf, sumOf } from './figure.ts';

/** A row of cells whose texts stand so far apart, in points. */
function row(texts: readonly string[], at: number, gap: number): Cell[] {
  let left = 0;
  return texts.map((text, column) => {
    const ink = { page: 1, left, right: left + 5 * text.length, bottom: 0, top: 10 };
    left = ink.right + gap;
    return { row: at, column, rowSpan: 1, columnSpan: 1, text, place: { page: 1, ink: text === '' ? [] : [ink] } };
  });
}
function documentOf(cells: readonly Cell[], doubt: Table['doubt']): Document {
  const table: Table = {
    kind: 'table',
    id: 't1',
    captions: [],
    notes: [],
    rows: 3,
    columns: 3,
    cells,
    place: { page: 1 },
    confidence: 0.9,
    ...(doubt === undefined ? {} : { doubt }),
  };
  return { source: { url: '', title: '', kind: 'pdf', pages: 1 }, blocks: [table], unreadPages: [] };
}
/** 合计 = 19.7 + 10.00 where 19.77 is meant, the 7 in the next cell. */
function doubted(texts: readonly string[], gap: number, doubt: Table['doubt'], whole = '29.77'): number {
  const figures = [
    figureOf(whole, { row: 0, column: 0 }),
    figureOf(texts[0] ?? '', { row: 1, column: 0 }),
    figureOf('10.00', { row: 2, column: 0 }),
  ] as const;
  const judged = judgedOf([sumOf(...figures)]);
  expect(judged[0]?.judgement.verdict).toBe('inconsistent');
  return atOnce(
    inDoubt(
      documentOf([...row([whole, '', ''], 0, gap), ...row(texts, 1, gap), ...row(['10.00', '', ''], 2, gap)], doubt),
      judged,
      false,
    ),
  ).size;
}

describe('an equation that fails', () => {
  it('is in doubt where the digit that it lacks stands close by in the next cell', () => {
    expect(doubted(['19.7', '7'], 1, 'runs', '29.770')).toBe(1);
  });

  it('is none where that digit stands apart, between rules, or mends nothing', () => {
    expect(doubted(['19.7', '7'], 30, 'runs', '29.770')).toBe(0);
    expect(doubted(['19.7', '7'], 1, undefined, '29.770')).toBe(0);
    expect(doubted(['19.7', '7'], 1, 'runs', '41.230')).toBe(0);
  });

  it('is in doubt where a digit of the next cell may have been joined', () => {
    expect(doubted(['197', ''], 30, 'runs', '29.00')).toBe(1);
    expect(doubted(['19.77', ''], 30, 'runs', '29.70')).toBe(0);
  });

  it('is in doubt on recognised letters where one digit for another mends it, and not where two would have to be', () => {
    expect(doubted(['19.17', ''], 30, 'letters')).toBe(1);
    expect(doubted(['19.17', ''], 30, 'runs')).toBe(0);
    expect(doubted(['13.17', ''], 30, 'letters')).toBe(0);
  });
});
