import { cellsOf, type Drawn } from './core/build.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function tableHtml(drawing: string): string {
  const { rows, cells } = cellsOf(drawing);
  const row = (at: number): string =>
    cells
      .filter((cell) => cell.row === at)
      .map(
        ({ text, rowSpan, columnSpan }) =>
          `<td${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}>${escaped(text)}</td>`,
      )
      .join('');
  return `<table border="1">\n${Array.from({ length: rows }, (_, at) => `<tr>${row(at)}</tr>`).join('\n')}\n</table>`;
}

/** What stands between <body> and </body> of a page of drawn tables. */
export function drawnBody(tables: readonly Drawn[]): string {
  const lines = (texts: readonly string[] = []): string => texts.map((text) => `<p>${escaped(text)}</p>`).join('\n');
  return tables
    .map(({ above, grid, below }) =>
      [lines(above), tableHtml(grid), lines(below)].filter((part) => part !== '').join('\n'),
    )
    .join('\n');
}

/** A well-formed page of drawn tables. */
export function drawnPage(tables: readonly Drawn[], title = '示例市政务服务中心2024年度部门决算公开'): string {
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>\n<body>\n<h1>${escaped(title)}</h1>\n${drawnBody(tables)}\n</body></html>\n`;
}
