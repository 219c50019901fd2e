import { describe, expect, it } from 'vitest';
import { tablesOf, type Table } from '../../../../core/document/document.ts';
import { readHtml } from '../../../../core/read/html/read-html.ts';
import { parseHtml } from '../../../../tools/html.ts';
import { drain } from '../../build.ts';

const read = (html: string): { tables: Table[]; paragraphs: string[] } => {
  const { document } = drain(readHtml(parseHtml(`<body>${html}`).root, { url: '', title: '' }));
  return {
    tables: tablesOf(document),
    paragraphs: document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
  };
};
const rowsOf = (text: string): string =>
  text
    .split('/')
    .map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
    )
    .join('');
const table = (text: string): string => `<table>${rowsOf(text)}</table>`;
const drawn = ({ rows, columns, cells }: Table): string => {
  const grid = Array.from({ length: rows }, () => new Array<string>(columns).fill(''));
  for (const cell of cells) (grid[cell.row] ?? [])[cell.column] = cell.text;
  return grid.map((row) => row.join('|')).join('/');
};

const captions = '<p>支出决算表</p><p>部门：某局</p><p>单位：万元</p>';
const head = '科目|基本支出|项目支出';
const first = `${head}/合计|9.50|2.00/教育支出|5.00|1.00`;

describe('a table that a page prints in parts', () => {
  it.each([
    ['the word alone', '<p>续表</p>'],
    ['in brackets', '<p>（续）</p>'],
    ['with its captions', '<p>支出决算表（续表）</p><p>部门：某局</p><p>单位：万元</p>'],
  ])('goes on where it says so: %s', (_name, between) => {
    const { tables, paragraphs } = read(
      `${captions}${table(first)}${between}${table(`${head}/卫生健康支出|4.50|1.00`)}`,
    );
    expect(tables.map(drawn)).toEqual([`${first}/卫生健康支出|4.50|1.00`]);
    expect(paragraphs.join('')).not.toContain('续');
  });

  it('goes on without its head, and where a row of its own says so', () => {
    expect(
      read(`${table(first)}<p>续表</p>${table('卫生健康支出|4.50|1.00/其他支出|0.00|0.00')}`).tables.map(drawn),
    ).toEqual([`${first}/卫生健康支出|4.50|1.00/其他支出|0.00|0.00`]);
    const marked = `<table><tr><td colspan=3>续表</td></tr>${rowsOf(`${head}/卫生健康支出|4.50|1.00`)}</table>`;
    expect(read(`${table(first)}${marked}`).tables.map(drawn)).toEqual([`${first}/卫生健康支出|4.50|1.00`]);
  });

  it('goes on right below under the same head', () => {
    expect(read(table(first) + table(`${head}/卫生健康支出|4.50|1.00`)).tables.map(drawn)).toEqual([
      `${first}/卫生健康支出|4.50|1.00`,
    ]);
  });

  const codes = '科目编码|科目名称|合计|基本支出|项目支出|其他支出';
  const upper = `${codes}/|合计|46.20|36.20|10.00|/207|文化支出|40.20|30.20|10.00|/20701|文化和旅游|40.20|30.20|10.00|/2070104|图书馆|28.50|20.50|8.00|`;
  const lower = '2070109|群众文化|11.70|9.70|2.00|/221|住房保障支出|6.00|6.00||';

  it.each([
    ['without its head', '<div>&nbsp;</div>', lower],
    ['under the same captions and head', captions, `${codes}/${lower}`],
    ['under the head alone', '', `${codes}/${lower}`],
    [
      'under the head without an empty column',
      captions,
      `科目编码|科目名称|合计|基本支出|项目支出/${lower.replaceAll('|/', '/').replace(/\|$/, '')}`,
    ],
  ])('goes on where its accounts do: %s', (_name, between, part) => {
    expect(
      read(`${captions}<section>${table(upper)}${between}${table(part)}</section>`).tables.map((one) =>
        drawn(one).replace(/\|(?=\/|$)/g, ''),
      ),
    ).toEqual([`${upper}/${lower}`.replace(/\|(?=\/|$)/g, '')]);
  });

  it.each([
    ['whose own section it prints', `${codes}/20701|文化和旅游|11.70|9.70|2.00|/${lower}`],
    ['whose codes begin again', `${codes}/2070101|行政运行|11.70|9.70|2.00|`],
    ['of another class', `${codes}/2210201|住房公积金|6.00|6.00||`],
  ])('is another where accounts stand %s', (_name, part) => {
    expect(read(`${captions}${table(upper)}${captions}${table(part)}`).tables).toHaveLength(2);
  });

  it('is not trusted where its parts have columns of their own', () => {
    const { tables } = read(
      `${table(first)}<p>续表</p>${table('科目|基本支出|项目支出|其他/卫生健康支出|4.50|1.00|1.00')}`,
    );
    expect(tables).toHaveLength(2);
    expect(tables.every(({ confidence }) => confidence < 0.8)).toBe(true);
  });

  it.each([
    ['the same form again, under a title', `${captions}${table(first)}`],
    ['the same form again, with its total', table(`${head}/合计|4.50|1.00/卫生健康支出|4.50|1.00`)],
    ['another head', table('科目|收入|支出/卫生健康支出|4.50|1.00')],
    ['another note', `<p>续表的说明见附件。</p>${table(`${head}/卫生健康支出|4.50|1.00`)}`],
  ])('does not take in %s', (_name, next) => {
    const { tables } = read(captions + table(first) + next);
    expect(tables).toHaveLength(2);
    expect(tables.every(({ confidence }) => confidence === 1)).toBe(true);
  });

  it('has its head in a table of its own, of one row or more, with a column for the scroll bar', () => {
    const body = '教育支出|5.00|1.00/卫生健康支出|4.50|1.00';
    expect(read(`<div>${table(head)}</div><div>${table(body)}</div>`).tables.map(drawn)).toEqual([`${head}/${body}`]);
    expect(read(table(`${head}|`) + table(body)).tables.map(drawn)).toEqual([`${head}/${body}`]);
    expect(read(table(head) + table('教育|甲|乙/卫生|丙|丁')).tables.map(drawn)).toEqual(['教育|甲|乙/卫生|丙|丁']);
  });
});

describe('elements that play the parts of a table', () => {
  it('by their roles', () => {
    const html =
      '<div role=table><div role=row><span role=columnheader aria-colspan=2>收入</span></div><div role=row><span role=cell>教育</span><span role=cell>5.00</span></div></div>';
    const [found] = read(html).tables;
    expect(found && drawn(found)).toBe('收入|/教育|5.00');
    expect(found?.cells[0]?.columnSpan).toBe(2);
  });

  it('by how they are laid out', () => {
    const row = (a: string, b: string): string =>
      `<div style="display:table-row"><div style="display: table-cell">${a}</div><div style="display: table-cell">${b}</div></div>`;
    expect(
      read(`<div style="color:red; display:table">${row('科目', '金额')}${row('教育', '5.00')}</div>`).tables.map(
        drawn,
      ),
    ).toEqual(['科目|金额/教育|5.00']);
  });

  it('but not where nothing plays the rows: its text is kept', () => {
    expect(read('<div style="display:table"><p>第一段。</p><p>第二段。</p></div>')).toEqual({
      tables: [],
      paragraphs: ['第一段。', '第二段。'],
    });
  });
});
