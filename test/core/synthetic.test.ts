import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../core/report/schema.ts';
import { readQuantity } from '../../core/quantity/quantity.ts';
import { documentOf, reportOf, type Drawn } from './build.ts';
import { accountsArbitrary, draw, styles } from './synthetic.ts';

const alarms = (report: Report): string[] => report.findings.filter((finding) => finding.verdict === 'inconsistent').map((finding) => finding.message);

/** The drawn cells that hold an amount, heads and line numbers left out. */
function amounts(drawn: readonly Drawn[]): { form: number; row: number; column: number; text: string }[] {
  return drawn.flatMap(({ grid }, form) => {
    const lines = grid.split('\n').map((line) => line.split('|'));
    const head = lines.findIndex((line) => line[0]?.startsWith('栏次') === true || line[0] === '1');
    return lines.flatMap((line, row) => (row <= Math.max(head, 1) ? [] : line.flatMap((text, column) => (/\d[.,]\d/.test(text) ? [{ form, row, column, text }] : []))));
  });
}

function replaced(drawn: readonly Drawn[], at: { form: number; row: number; column: number }, text: string): Drawn[] {
  return drawn.map((one, form) => (form !== at.form ? one : {
    ...one,
    grid: one.grid.split('\n').map((line, row) => (row !== at.row ? line : line.split('|').map((cell, column) => (column === at.column ? text : cell)).join('|'))).join('\n'),
  }));
}

describe.each(styles)('random accounts in $unit with $decimals decimals', (style) => {
  it('never alarm when they are consistent, however they were rounded', () => {
    fc.assert(fc.property(accountsArbitrary, (accounts) => {
      const report = reportOf(documentOf(draw(accounts, style)));
      expect(alarms(report)).toEqual([]);
      expect(report.coverage.checked).toBeGreaterThan(0);
    }), { numRuns: 60 });
  });

  it('show every change of an amount beyond what rounding can be', () => {
    fc.assert(fc.property(accountsArbitrary, fc.nat(), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 9 }), (accounts, pick, place, by) => {
      const drawn = draw(accounts, style);
      const cells = amounts(drawn);
      const cell = cells[pick % cells.length];
      if (!cell) return;
      const plain = cell.text.replace(/,/g, '');
      // One digit before the decimal point: at least 1, far beyond the rounding of at most fifteen figures with two decimals.
      const point = plain.includes('.') ? plain.indexOf('.') : plain.length;
      const at = Math.max(0, point - 1 - place);
      const digit = (Number(plain[at]) + by) % 10;
      const changed = `${plain.slice(0, at)}${digit}${plain.slice(at + 1)}`;
      const before = readQuantity(plain);
      const after = readQuantity(changed);
      if (before.kind !== 'amount' || after.kind !== 'amount' || before.value.eq(after.value)) return;
      const report = reportOf(documentOf(replaced(drawn, cell, changed)));
      expect(alarms(report), `${cell.text} → ${changed} in form ${cell.form}, ${cell.row}/${cell.column}`).not.toEqual([]);
    }), { numRuns: 60 });
  });
});
