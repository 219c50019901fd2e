const byRole: Readonly<Record<string, string>> = {
  table: 'table',
  grid: 'table',
  treegrid: 'table',
  rowgroup: 'tbody',
  row: 'tr',
  cell: 'td',
  gridcell: 'td',
  columnheader: 'th',
  rowheader: 'th',
  caption: 'caption',
};
const byDisplay: Readonly<Record<string, string>> = {
  'table': 'table',
  'inline-table': 'table',
  'table-header-group': 'thead',
  'table-row-group': 'tbody',
  'table-footer-group': 'tfoot',
  'table-row': 'tr',
  'table-cell': 'td',
  'table-caption': 'caption',
};
const plainTags = new Set(['div', 'span', 'section', 'p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'article']);
const displayed = /(?:^|;)\s*display\s*:\s*([\w-]+)/i;

/**
 * The name under which the reader knows an element: plain elements that are laid out or described as the parts of a table are read as those parts.
 * @param name the element's own, lower-case
 * @param attribute gives an attribute's value, or null
 */
export function tableRole(name: string, attribute: (name: string) => string | null): string {
  if (!plainTags.has(name)) return name;
  const role = byRole[attribute('role')?.trim().toLowerCase() ?? ''];
  return role ?? byDisplay[displayed.exec(attribute('style') ?? '')?.[1]?.toLowerCase() ?? ''] ?? name;
}
