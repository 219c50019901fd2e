/** Names of our entries in CSS.highlights, by verdict. */
export const highlightNames = {
  inconsistent: 'tieout-inconsistent',
  rounding: 'tieout-rounding',
  notice: 'tieout-notice',
} as const;

/** The fill under marked figures. Inserted by the background: a page sees no sheet, and its CSP has no say. */
export const highlightCss = [
  `::highlight(${highlightNames.inconsistent}) { background-color: rgb(224 36 46 / 17%); }`,
  `::highlight(${highlightNames.rounding}) { background-color: rgb(214 158 46 / 18%); }`,
  `::highlight(${highlightNames.notice}) { background-color: rgb(43 108 176 / 13%); }`,
  // Printers leave backgrounds out; lines they print.
  `@media print { ::highlight(${highlightNames.inconsistent}) { text-decoration: underline solid 2px #d0161f; } ::highlight(${highlightNames.rounding}) { text-decoration: underline dotted 2px #8a5a00; } ::highlight(${highlightNames.notice}) { text-decoration: underline dashed 1px #2b6cb0; } }`,
].join('\n');
