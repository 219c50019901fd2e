import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line, Side } from '../../../core/recognise/form.ts';
import { branchesOf } from '../../../core/relate/hierarchy.ts';

function sideOf(...codes: readonly string[]): Side {
  const lines = codes.map((code): Line =>
    code === 'total'
      ? { key: 'total', label: '合计', figures: [] }
      : { key: `account:${code}`, label: code, code, figures: [] },
  );
  return { key: 'all', measures: [], lines };
}
/** Each branch: parent level: readings, '?' if it is a guess. */
function brief(...codes: readonly string[]): string[] {
  const name = (line: Line): string => line.code ?? 'total';
  return branchesOf(sideOf(...codes)).branches.map(
    ({ line, level, readings, unclear }) =>
      `${name(line)} ${level}: ${readings.map((lines) => lines.map(name).join('+')).join(' or ')}${unclear ? '?' : ''}`,
  );
}

describe('branchesOf', () => {
  it('orders total, classes, sections and items', () => {
    expect(brief('total', '201', '20103', '2010301', '2010302', '208', '20805', '2080505')).toEqual([
      'total total: 201+208',
      '201 class: 20103',
      '20103 section: 2010301+2010302',
      '208 class: 20805',
      '20805 section: 2080505',
    ]);
  });

  it('gives a class its items where a section is missing', () => {
    expect(brief('total', '208', '2080501', '2080505', '20899', '2089999')).toEqual([
      'total total: 208',
      '208 class: 2080501+2080505+20899',
      '20899 section: 2089999',
    ]);
  });

  it('gives the total the topmost lines where classes are missing', () => {
    expect(brief('total', '20103', '2010301', '20805')).toEqual(['total total: 20103+20805', '20103 section: 2010301']);
    expect(brief('total', '2010301', '2080505')).toEqual(['total total: 2010301+2080505']);
  });

  it('reads a stray both ways: under its own code, and under the section it stands in', () => {
    expect(brief('total', '201', '20103', '2010301', '2012901')).toEqual([
      'total total: 201',
      '201 class: 20103+2012901 or 20103',
      '20103 section: 2010301 or 2010301+2012901',
    ]);
  });

  it('reads a section both ways that stands under another class: under the total, and under that class', () => {
    expect(brief('total', '201', '20103', '20805')).toEqual([
      'total total: 201+20805 or 201',
      '201 class: 20103 or 20103+20805',
    ]);
    expect(brief('total', '302', '30201', '30301', '303', '30305')).toEqual([
      'total total: 302+303',
      '302 class: 30201 or 30201+30301',
      '303 class: 30301+30305 or 30305',
    ]);
  });

  it('only guesses where a section has nothing but a stray', () => {
    expect(brief('total', '201', '20103', '2012901')).toEqual([
      'total total: 201',
      '201 class: 20103+2012901 or 20103',
      '20103 section: 2012901?',
    ]);
  });

  it('takes no item for a stray that stands under its class or its own section', () => {
    expect(brief('total', '201', '2010301', '20103', '2010302')).toEqual([
      'total total: 201',
      '201 class: 20103',
      '20103 section: 2010301+2010302',
    ]);
  });

  it('reports codes that are printed twice', () => {
    expect([...branchesOf(sideOf('total', '201', '20103', '201', '20103', '208')).duplicates]).toEqual([
      '201',
      '20103',
    ]);
  });

  it('has no branch without parts, without a total, or with two', () => {
    expect(brief()).toEqual([]);
    expect(brief('total')).toEqual([]);
    expect(brief('201', '208')).toEqual([]);
    expect(brief('total', '201', 'total')).toEqual([]);
  });

  it('counts every account in at most one parent per level of reading, whatever the codes', () => {
    const digits = (length: number) =>
      fc.integer({ min: 0, max: 3 }).map((value) => `${value + 1}`.padStart(length, '0'));
    const code = fc
      .tuple(fc.constantFrom('201', '208'), fc.option(digits(2), { nil: '' }), fc.option(digits(2), { nil: '' }))
      .map(([a, b, c]) => a + b + (b === '' ? '' : c));
    fc.assert(
      fc.property(fc.uniqueArray(code, { maxLength: 12 }), (codes) => {
        const { branches } = branchesOf(sideOf('total', ...codes));
        const children = branches.filter((branch) => !branch.unclear).flatMap((branch) => branch.readings[0] ?? []);
        expect(new Set(children).size).toBe(children.length);
        // With a total every account has a place.
        expect(children.map((line) => line.code).sort()).toEqual([...codes].sort());
        for (const {
          line: { code = '' },
          readings,
          unclear,
        } of branches)
          if (!unclear) for (const part of readings[0] ?? []) expect(part.code?.startsWith(code)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
