import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tablesOf, type Cell, type Table } from '../../../../core/document/document.ts';
import { readHtml } from '../../../../core/read/html/read-html.ts';
import { parseHtml } from '../../../../tools/html.ts';
import { drain } from '../../build.ts';

function read(html: string): { tables: Table[]; paragraphs: string[] } {
  const { root, title } = parseHtml(html);
  const { document } = drain(readHtml(root, { url: '', title }));
  return {
    tables: tablesOf(document),
    paragraphs: document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
  };
}

/** The grid as text: rows by '/', cells by '|', '<' and '^' for what a span covers, '.' for what no cell covers. */
function drawn(table: Table | undefined): string {
  if (!table) return 'no table';
  const rows = Array.from({ length: table.rows }, () => new Array<string>(table.columns).fill('.'));
  for (const cell of table.cells) {
    for (let r = 0; r < cell.rowSpan; r += 1) {
      for (let c = 0; c < cell.columnSpan; c += 1) {
        const row = rows[cell.row + r];
        if (row?.[cell.column + c] !== '.')
          throw new Error(`overlap or overflow at ${cell.row + r},${cell.column + c}`);
        row[cell.column + c] = r === 0 && c === 0 ? cell.text : r === 0 ? '<' : '^';
      }
    }
  }
  return rows.map((row) => row.join('|')).join('/');
}
const grid = (rows: string, attributes = ''): string =>
  drawn(read(`<body><table ${attributes}>${rows}</table>`).tables[0]);
/** Rows by '/', cells by '|', as markup. */
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

describe('the grid of a table', () => {
  it('reads fields that are locked as what they show, and leaves out those that a reader fills in', () => {
    expect(
      grid(
        '<tr><td>合计<td><input type="text" readonly value="761.15"><td><input disabled value=" 618.40 "></tr><tr><td>乙<td><input value="3.00"><td><input type="button" readonly value="1.00"></tr><tr><td>丙<td><input type="hidden" readonly value="2.00"><td>1.00</tr>',
      ),
    ).toBe('合计|761.15|618.40/乙||/丙||1.00');
  });

  it.each([
    ['plain', '<tr><td>a<td>b<tr><td>c<td>d', 'a|b/c|d'],
    ['colspan and rowspan', '<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d', 'a|b|</^|c|d'],
    ['both in one cell', '<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f', 'a|<|b/^|^|c/d|e|f'],
    ['rows of unequal length', '<tr><td>a<td>b<td>c<tr><td>d', 'a|b|c/d|.|.'],
    ['rowspan beyond the table', '<tr><td rowspan=9>a<td>b<tr><td>c', 'a|b/^|c'],
    ['rowspan=0 down to the end', '<tr><td>x<td>y<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d', 'x|y/a|b/^|c/^|d'],
    ['colspan of nonsense', '<tr><td colspan=1000>a<tr><td>b<td>c<td>d', 'a|<|</b|c|d'],
    [
      'spans that are no numbers',
      '<tr><td rowspan=x colspan=-1>a<td colspan="">b<tr><td rowspan=1.5>c<td colspan=0>d',
      'a|b/c|d',
    ],
    [
      'overlap: a wide cell meets one from above',
      '<tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>d<tr><td>e<td>f<td>g',
      'a|b|c/d|^|./e|f|g',
    ],
    [
      'overlap: the next cell stands behind both',
      '<tr><td>a<td rowspan=2>b<td>c<td>x<tr><td colspan=2>d<td>e<td>y',
      'a|b|c|x/d|^|e|y',
    ],
    ['th and td', '<thead><tr><th>a<th>b</thead><tbody><tr><td>c<td>d', 'a|b/c|d'],
    [
      'a foot that is written first',
      '<tfoot><tr><td>合计<td>5</tfoot><tbody><tr><td>a<td>b<tbody><tr><td>c<td>d',
      'a|b/c|d/合计|5',
    ],
    [
      'a head cell that claims rows of the body',
      '<thead><tr><th rowspan=3>a<th>b</thead><tbody><tr><td>c<td>d<tr><td>e<td>f',
      'a|b/c|d/e|f',
    ],
    [
      'rowspan=0 ends with its body',
      '<tbody><tr><td rowspan=0>a<td>b<tr><td>c</tbody><tbody><tr><td>d<td>e</tbody>',
      'a|b/^|c/d|e',
    ],
    ['empty rows', '<tr><td>a<td>b<tr></tr><tr><td>c<td>d', 'a|b/c|d'],
    ['a span over an empty row', '<tr><td rowspan=3>a<td>b<tr></tr><tr><td>c', 'a|b/^|c'],
    [
      'comments and forms between rows',
      '<!-- x --><tr><!-- y --><td>a<!-- z --><td>b</tr><form></form><tr><td>c<td>d',
      'a|b/c|d',
    ],
    ['a column that holds nothing, not even a head', '<tr><td>a<td><td>b<tr><td>c<td>&nbsp;<td>d', 'a|b/c|d'],
    ['a column only wide cells cross', '<tr><td colspan=2>a<td>b<tr><td colspan=2>c<td>d', 'a|b/c|d'],
    ['a row only tall cells cross', '<tr><td rowspan=2>a<td rowspan=2>b</tr><tr></tr><tr><td>c<td>d', 'a|b/c|d'],
  ])('%s', (_name, rows, want) =>
    expect(grid(rows).replace(/\|(?=\/|$)/g, '|<')).toBe(want.replace(/\|(?=\/|$)/g, '|<')),
  );

  it.each([
    ['hidden attribute', 'hidden'],
    ['display:none', 'style="color:red; DISPLAY : none"'],
    ['display:none !important', 'style="display:none !important"'],
  ])('leaves out rows and cells that are not shown: %s', (_name, attribute) => {
    expect(grid(`<tr><td>a<td>b<tr ${attribute}><td>x<td>y<tr><td>c<td ${attribute}>z</td><td>d`)).toBe('a|b/c|d');
  });

  it('reads tr without tbody, and drops what a parser moves out of the table', () => {
    const { tables, paragraphs } = read('<table>单位：万元<tr><td>a<td>b<tr>junk<td>c<td>d</table>');
    expect(drawn(tables[0])).toBe('a|b/c|d');
    expect(paragraphs.join('')).toContain('单位：万元');
  });

  it('never overlaps or overflows, whatever the spans', () => {
    const span = fc.constantFrom('', '0', '1', '2', '3', '7', '1000', '-2', 'x');
    const cell = fc.record({ rowspan: span, colspan: span, hidden: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { minLength: 2, maxLength: 5 }), (rows) => {
        let number = 0;
        const html = rows
          .map(
            (cells) =>
              `<tr>${cells.map(({ rowspan, colspan, hidden }) => `<td rowspan="${rowspan}" colspan="${colspan}"${hidden ? ' hidden' : ''}>n${(number += 1)}</td>`).join('')}</tr>`,
          )
          .join('');
        const shown = rows
          .flat()
          .map((one, index) => (one.hidden ? '' : `n${index + 1}`))
          .filter((text) => text !== '');
        const { tables, paragraphs } = read(`<table>${html}</table>`);
        expect(() => tables.map(drawn)).not.toThrow();
        expect([...tables.flatMap((table) => table.cells.map((one) => one.text)), ...paragraphs]).toEqual(shown);
      }),
      { numRuns: 200 },
    );
  });

  it('gives back any grid that tiles a rectangle', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 2, max: 6 }),
      columns: fc.integer({ min: 2, max: 6 }),
      wishes: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
        minLength: 36,
        maxLength: 36,
      }),
    });
    fc.assert(
      fc.property(sizes, ({ rows, columns, wishes }) => {
        const cells = tile(rows, columns, wishes);
        const html = Array.from(
          { length: rows },
          (_, row) =>
            `<tr>${cells
              .filter((cell) => cell.row === row)
              .map((cell) => `<td rowspan=${cell.rowSpan} colspan=${cell.columnSpan}>${cell.text}</td>`)
              .join('')}</tr>`,
        ).join('');
        const {
          tables: [table],
        } = read(`<table>${html}</table>`);
        expect(
          table && {
            rows: table.rows,
            columns: table.columns,
            cells: table.cells.map((cell) => ({ ...cell, place: {} })),
          },
        ).toEqual({ rows, columns, cells });
      }),
      { numRuns: 200 },
    );
  });
});

/** Tiles a grid with cells of the wished sizes; its first row and column stay plain, so that each row and column begins a cell. */
function tile(rows: number, columns: number, wishes: readonly (readonly [number, number])[]): Cell[] {
  const taken = new Set<string>();
  const cells: Cell[] = [];
  const free = (row: number, column: number): boolean =>
    row < rows && column < columns && !taken.has(`${row},${column}`);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (!free(row, column)) continue;
      const [tall, wide] = wishes[cells.length] ?? [1, 1];
      const plain = row === 0 || column === 0;
      let columnSpan = 1;
      while (!plain && columnSpan < wide && free(row, column + columnSpan)) columnSpan += 1;
      let rowSpan = 1;
      while (
        !plain &&
        rowSpan < tall &&
        Array.from({ length: columnSpan }, (_, index) => free(row + rowSpan, column + index)).every(Boolean)
      )
        rowSpan += 1;
      for (let r = row; r < row + rowSpan; r += 1)
        for (let c = column; c < column + columnSpan; c += 1) taken.add(`${r},${c}`);
      cells.push({ row, column, rowSpan, columnSpan, text: `n${cells.length}`, place: {} });
    }
  }
  return cells;
}

describe('the text of a cell', () => {
  const cellText = (html: string): string =>
    read(`<table><tr><td>${html}</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>`).tables[0]?.cells[0]?.text ??
    'no table';
  it.each([
    [
      'an amount in several spans',
      '<p><span>1,1</span><span lang=EN-US>26</span><b>.</b><span>92<o:p></o:p></span></p>',
      '1,126.92',
    ],
    ['line breaks', '第一行<br>第二行<br/><br>第三行', '第一行\n第二行\n第三行'],
    ['paragraphs and divs', '<p>甲</p><div>乙<p>丙</p>丁</div>', '甲\n乙\n丙\n丁'],
    ['spaces of all kinds', '&nbsp;\n 907.54\u3000\t', '907.54'],
    ['a blank cell', '<p>&nbsp;</p><p><span>\u3000</span><o:p>&nbsp;</o:p></p>', ''],
    ['zero-width characters', '9\u200b07\ufeff.54', '907.54'],
    ['line ends of the source inside a word', '行政\n    运行', '行政 运行'],
    ['entities', '&lt;三公&gt; &amp; &#xff08;类&#65289;', '<三公> & （类）'],
    [
      'what is not shown',
      '907<span style="display:none">1</span>.54<script>var x=1</script><style>p{}</style><!-- 3 -->',
      '907.54',
    ],
    ['fields of a form', '907.54<select><option>1</option></select><button>查看</button>', '907.54'],
  ])('%s', (_name, html, want) => expect(cellText(html)).toBe(want));
});

describe('a page', () => {
  const table = `<table>${rowsOf('项目|金额/合计|5.00/支出|5.00')}</table>`;
  const captions = (html: string): string[] => read(html).tables[0]?.captions.map((line) => line.text) ?? ['no table'];

  it.each([
    ['paragraphs', '<p>收入决算表</p><p>单位：万元</p>'],
    ['text directly in divs', '<div>收入决算表<div>单位：万元</div></div>'],
    ['text directly in the body, by line breaks', '收入决算表<br>单位：万元<br>'],
    ['inline elements in a div', '<div><b>收入</b><span>决算表</span><br><font>单位：万元</font></div>'],
    ['headings and sections', '<section><h2>收入决算表</h2></section><center>单位：万元</center>'],
    ['a layout table of one column', '<table><tr><td>收入决算表</td></tr><tr><td>单位：万元</td></tr></table>'],
    ['a layout table of one row', '<table><tr><td>收入决算表</td><td>单位：万元</td></tr></table>'],
    ['inline wrappers around blocks', '<span><b><p>收入决算表</p></b><i><p>单位：万元</p></i></span>'],
  ])('gives a table the lines above it: %s', (_name, html) => {
    expect(captions(`<body>${html}${table}</body>`)).toEqual(['收入决算表', '单位：万元']);
  });

  it('reads a caption of the markup', () => {
    expect(
      captions(`<table><caption>收入决算表<br>单位：万元</caption>${rowsOf('项目|金额/合计|5.00')}</table>`),
    ).toEqual(['收入决算表', '单位：万元']);
  });

  it('reads through nested layout tables', () => {
    const { tables, paragraphs } = read(
      `<table><tr><td>导航<td><table><tr><td><p>收入决算表</p>${table}<p>尾</p></td></tr></table></td></tr></table><p>完</p>`,
    );
    expect(tables.map(drawn)).toEqual(['项目|金额/合计|5.00/支出|5.00']);
    expect(tables[0]?.captions.map((line) => line.text)).toEqual(['导航', '收入决算表']);
    expect(paragraphs).toEqual(['导航', '收入决算表', '尾', '完']);
  });

  it('leaves out hidden tables and hidden text, and the residue of other documents', () => {
    const { tables, paragraphs } = read(
      `<div style="display:none"><p>目录</p>${table}</div><p hidden>隐</p><noscript>请开启脚本</noscript><template>${table}</template><p>显</p>`,
    );
    expect([tables.length, paragraphs]).toEqual([0, ['显']]);
  });

  it('takes boxes around prose for prose', () => {
    expect(read('<table><tr><td>一、部门职责<br>负责示例。</td></tr></table>')).toEqual({
      tables: [],
      paragraphs: ['一、部门职责', '负责示例。'],
    });
  });

  it('keeps headings', () => {
    const { root } = parseHtml('<h1>第二部分</h1><p>文</p>');
    const { document } = drain(readHtml(root, { url: '', title: '' }));
    expect(document.blocks.map((block) => (block.kind === 'paragraph' ? [block.text, block.heading] : []))).toEqual([
      ['第二部分', 1],
      ['文', undefined],
    ]);
  });

  it('points each cell at its own node', () => {
    const { root } = parseHtml(table);
    const { document, nodes } = drain(readHtml(root, { url: '', title: '' }));
    const cells = tablesOf(document).flatMap((one) => one.cells);
    expect(cells.map((cell) => nodes[cell.place.node ?? -1]?.tag)).toEqual(cells.map(() => 'td'));
    expect(new Set(cells.map((cell) => cell.place.node)).size).toBe(cells.length);
  });

  it('steps at least once a table, and once after its first look', () => {
    const { root } = parseHtml(table.repeat(3));
    const steps = readHtml(root, { url: '', title: '' });
    let count = 0;
    while (steps.next().done !== true) count += 1;
    expect(count).toBeGreaterThanOrEqual(4);
  });
});
