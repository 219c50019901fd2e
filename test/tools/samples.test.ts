import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sampleFiles } from '../../tools/samples/files.ts';

// The samples are checked here by arithmetic of their own, not by core: core's tests lean on them.

type Node = DefaultTreeAdapterTypes.Node;

const folder = join(import.meta.dirname, '../samples');

function all(node: Node, tag: string): DefaultTreeAdapterTypes.Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => [
    ...(tree.isElementNode(child) && child.tagName === tag ? [child] : []),
    ...all(child, tag),
  ]);
}

function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The body rows of each form, '' for the cell that 合计 covers. */
function formsOf(file: string): Map<string, string[][]> {
  const document = parse(readFileSync(join(folder, file), 'utf8'));
  const forms = new Map<string, string[][]>();
  for (const section of all(document, 'section')) {
    const number = /公开0\d表/.exec(textOf(section))?.[0] ?? '';
    const body = all(section, 'tbody').flatMap((part) => all(part, 'tr'));
    forms.set(
      number,
      body.map((row) =>
        all(row, 'td').flatMap((cell) => {
          const span = Number(cell.attrs.find(({ name }) => name === 'colspan')?.value ?? 1);
          return [textOf(cell), ...Array.from({ length: span - 1 }, () => '')];
        }),
      ),
    );
  }
  return forms;
}

const value = (text = ''): Decimal => new Decimal(text === '' ? 0 : text.replace(/,/g, ''));
const sum = (values: readonly Decimal[]): Decimal => values.reduce((left, right) => left.plus(right), new Decimal(0));

/** Every identity of the catalogue that these forms allow, with what is left over. */
function differences(forms: Map<string, string[][]>): Map<string, Decimal> {
  const found = new Map<string, Decimal>();
  const rows = (number: string): string[][] => forms.get(number) ?? [];
  const equal = (name: string, left: Decimal, right: Decimal): void => {
    expect(found.has(name), name).toBe(false);
    found.set(name, left.minus(right));
  };
  const atMost = (name: string, left: Decimal, right: Decimal): void =>
    equal(name, Decimal.max(left.minus(right), 0), new Decimal(0));
  const byCode = (number: string, code: string, column: number): Decimal =>
    value(rows(number).find((row) => row[0] === code)?.[column]);
  const byLabel = (number: string, label: string, at: number, column: number): Decimal => {
    const row = rows(number).find((each) => each[at]?.replace(/^[一二三四五六七八九十]+、/, '') === label);
    expect(row, `${number} ${label}`).toBeDefined();
    return value(row?.[column]);
  };
  const column = (number: string, index: number, from: number, to: number): Decimal =>
    sum(
      rows(number)
        .slice(from, to)
        .map((row) => value(row[index])),
    );

  // 01
  const income = byLabel('公开01表', '本年收入合计', 0, 2);
  const spending = byLabel('公开01表', '本年支出合计', 3, 5);
  equal('F01-1', column('公开01表', 2, 0, 8), income);
  equal('F01-2', column('公开01表', 5, 0, 26), spending);
  equal(
    'F01-3',
    sum([
      income,
      byLabel('公开01表', '使用非财政拨款结余（含专用结余）', 0, 2),
      byLabel('公开01表', '年初结转和结余', 0, 2),
    ]),
    byLabel('公开01表', '总计', 0, 2),
  );
  equal(
    'F01-4',
    sum([spending, byLabel('公开01表', '结余分配', 3, 5), byLabel('公开01表', '年末结转和结余', 3, 5)]),
    byLabel('公开01表', '总计', 3, 5),
  );
  equal('F01-5', byLabel('公开01表', '总计', 0, 2), byLabel('公开01表', '总计', 3, 5));

  // 02, 03, 05: rows and hierarchy
  for (const [number, width] of [
    ['公开02表', 7],
    ['公开03表', 6],
    ['公开05表', 3],
  ] as const) {
    for (const row of rows(number))
      equal(`${number} ${row[0] ?? ''} row`, value(row[2]), sum(row.slice(3, 2 + width).map(value)));
    for (let at = 2; at < 2 + width; at++) {
      for (const [parent = ''] of rows(number)) {
        const depth = parent === '合计' ? 3 : parent.length + 2;
        if (depth > 7) continue;
        const children = rows(number).filter(
          ([code = '']) => code.length === depth && (parent === '合计' || code.startsWith(parent)),
        );
        equal(
          `${number} ${parent} column ${at}`,
          value(rows(number).find(([code]) => code === parent)?.[at]),
          sum(children.map((row) => value(row[at]))),
        );
      }
    }
  }

  // 04
  equal('F04-1', column('公开04表', 2, 0, 3), byLabel('公开04表', '本年收入合计', 0, 2));
  const start = byLabel('公开04表', '年初财政拨款结转和结余', 0, 2);
  const subRows = rows('公开04表').slice(28, 31);
  equal('F04-2', start, sum(subRows.map((row) => value(row[2]))));
  equal('F04-3', byLabel('公开04表', '本年收入合计', 0, 2).plus(start), byLabel('公开04表', '总计', 0, 2));
  for (const row of rows('公开04表')) equal(`F04-4 ${row[4] ?? ''}`, value(row[5]), sum(row.slice(6, 9).map(value)));
  for (let at = 5; at < 9; at++) {
    equal(`F04-5 ${at}`, column('公开04表', at, 0, 26), byLabel('公开04表', '本年支出合计', 3, at));
    equal(
      `F04-6 ${at}`,
      byLabel('公开04表', '本年支出合计', 3, at).plus(byLabel('公开04表', '年末财政拨款结转和结余', 3, at)),
      byLabel('公开04表', '总计', 3, at),
    );
  }
  equal('F04-7', byLabel('公开04表', '总计', 0, 2), byLabel('公开04表', '总计', 3, 5));
  equal('F04-8', value(rows('公开04表')[0]?.[2]).plus(value(subRows[0]?.[2])), byLabel('公开04表', '总计', 3, 6));

  // 09
  const [receptions = []] = rows('公开09表');
  for (const half of [0, 6]) {
    const cell = (index: number): Decimal => value(receptions[half + index]);
    equal(`F09 ${half} total`, cell(0), sum([cell(1), cell(2), cell(5)]));
    equal(`F09 ${half} cars`, cell(2), sum([cell(3), cell(4)]));
  }

  // Between the forms
  equal('X01', income, byCode('公开02表', '合计', 2));
  equal('X02', column('公开01表', 2, 0, 3), byCode('公开02表', '合计', 3));
  for (let at = 3; at < 8; at++)
    equal(`X03 ${at}`, column('公开01表', 2, at, at + 1), byCode('公开02表', '合计', at + 1));
  equal('X04', spending, byCode('公开03表', '合计', 2));
  for (let at = 0; at < 3; at++)
    equal(`X06 ${at}`, column('公开01表', 2, at, at + 1), column('公开04表', 2, at, at + 1));
  equal('X11', byLabel('公开04表', '本年支出合计', 3, 6), byCode('公开05表', '合计', 2));
  const names = new Map(
    rows('公开03表')
      .filter(([code]) => code?.length === 3)
      .map(([code = '', name = '']) => [name, code]),
  );
  expect([...names.keys()].every((name) => rows('公开01表').some((row) => row[3]?.endsWith(`、${name}`)))).toBe(true);
  for (const [index, row] of rows('公开01表').slice(0, 26).entries()) {
    const name = row[3]?.replace(/^.+、/, '') ?? '';
    const code = names.get(name) ?? '';
    const fiscal = rows('公开04表')[index];
    equal(`X05 ${name}`, value(row[5]), byCode('公开03表', code, 2));
    atMost(`X07 ${name}`, value(fiscal?.[5]), value(row[5]));
    equal(`X10 ${name}`, value(fiscal?.[6]), byCode('公开05表', code, 2));
  }
  for (const row of rows('公开05表')) {
    for (const at of [2, 3, 4])
      atMost(`X12 ${row[0] ?? ''} ${at}`, value(row[at]), byCode('公开03表', row[0] ?? '', at));
  }
  return found;
}

const expectedSchema = z.object({
  errors: z.array(
    z.object({
      id: z.string(),
      formNumber: z.string(),
      rowLabel: z.string(),
      columnLabel: z.string(),
      printed: z.string(),
      right: z.string(),
    }),
  ),
  residues: z.array(z.object({ formNumber: z.string(), rowLabel: z.string() })),
});

const expected = expectedSchema.parse(JSON.parse(readFileSync(join(folder, 'disclosure.expected.json'), 'utf8')));
const broken = (forms: Map<string, string[][]>): string[] =>
  [...differences(forms)].filter(([, left]) => left.abs().gt('0.01')).map(([name]) => name);

describe('samples', () => {
  test('the clean page ties out but for the rounding residue', () => {
    const forms = formsOf('clean.html');
    expect([...forms.keys()]).toEqual(['公开01表', '公开02表', '公开03表', '公开04表', '公开05表', '公开09表']);
    const all = differences(forms);
    expect(all.size).toBeGreaterThan(250);
    expect([...all].filter(([, left]) => !left.isZero()).map(([name]) => name)).toEqual([
      '公开02表 20805 column 2',
      '公开02表 20805 column 3',
      '公开03表 20805 column 2',
      '公开03表 20805 column 3',
      '公开05表 20805 column 2',
      '公开05表 20805 column 3',
    ]);
    expect(expected.residues).toHaveLength(3);
  });

  test('the files are what the tool writes', () => {
    for (const [name, text] of Object.entries(sampleFiles()))
      expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
  });

  test('the two pages differ in the planted cells only', () => {
    const clean = formsOf('clean.html');
    const changed = [...formsOf('disclosure.html')].flatMap(([number, rows]) =>
      rows.flatMap((row, index) =>
        row.flatMap((text, column) => {
          const right = clean.get(number)?.[index]?.[column];
          return right === text ? [] : [`${number} ${text} ${right ?? 'absent'}`];
        }),
      ),
    );
    expect(changed).toEqual(
      expected.errors.map(({ formNumber, printed, right }) => `${formNumber} ${printed} ${right}`),
    );
  });

  test('each planted error breaks something, and only what hangs on it', () => {
    expect(broken(formsOf('disclosure.html'))).toMatchInlineSnapshot(`
      [
        "公开02表 合计 row",
        "公开02表 合计 column 3",
        "公开03表 210 row",
        "公开03表 21011 row",
        "公开03表 2101101 row",
        "公开03表 合计 column 3",
        "F04-2",
        "F04-8",
        "F09 6 total",
        "F09 6 cars",
        "X02",
        "X10 社会保障和就业支出",
        "X07 住房保障支出",
        "X10 住房保障支出",
        "X12 210 3",
        "X12 21011 3",
        "X12 2101101 3",
      ]
    `);
  });
});
