import type { PdfOperatorList, PdfOperators, PdfPage, PdfSource } from '../../../../core/read/pdf/source.ts';

/** Codes of our own: the reader goes by the names. */
const names = [
  'save',
  'restore',
  'transform',
  'setLineWidth',
  'setStrokeRGBColor',
  'setFillRGBColor',
  'setGState',
  'clip',
  'eoClip',
  'endPath',
  'stroke',
  'closeStroke',
  'fill',
  'eoFill',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
  'constructPath',
  'beginText',
  'endText',
  'setCharSpacing',
  'setWordSpacing',
  'setHScale',
  'setLeading',
  'setFont',
  'setTextRise',
  'setTextRenderingMode',
  'moveText',
  'setLeadingMoveText',
  'setTextMatrix',
  'nextLine',
  'showText',
  'paintFormXObjectBegin',
  'paintFormXObjectEnd',
  'beginGroup',
  'endGroup',
  'paintImageXObject',
  'paintImageXObjectRepeat',
  'paintInlineImageXObjectGroup',
  'beginAnnotation',
  'endAnnotation',
  'beginMarkedContent',
  'beginMarkedContentProps',
  'endMarkedContent',
] as const;
export type OperatorName = (typeof names)[number];
export const operators: PdfOperators = Object.fromEntries(names.map((name, index) => [name, index + 1]));

export type Step = readonly [name: OperatorName, ...args: readonly unknown[]];

/**
 * A pdf.js operator list.
 * @param steps operator names with their arguments
 */
export function operatorList(steps: readonly Step[]): PdfOperatorList {
  return {
    fnArray: steps.map(([name]) => operators[name] ?? 0),
    argsArray: steps.map(([, ...args]) => (args.length === 0 ? null : args)),
  };
}

/** A plain font: Chinese characters an em wide, others half. */
export const font = {
  fontMatrix: [0.001, 0, 0, 0.001, 0, 0],
  isType3Font: false,
  vertical: false,
  ascent: 0.88,
  descent: -0.12,
};

/**
 * The glyphs of a text as pdf.js lists them.
 * @param text one glyph a character
 */
export function glyphs(text: string): unknown[] {
  return Array.from(text, (character) => ({
    unicode: character,
    width: character > '\u2E7F' ? 1000 : 500,
    isSpace: character === ' ',
  }));
}

/**
 * Shows a text at a place in user space, in a text object of its own.
 * @param size of the font
 */
export function text(x: number, y: number, shown: string, size = 10): Step[] {
  return [
    ['beginText'],
    ['setFont', 'f1', size],
    ['setTextMatrix', [1, 0, 0, 1, x, y]],
    ['showText', glyphs(shown)],
    ['endText'],
  ];
}

/**
 * A path painted at once.
 * @param paint the painting operator
 * @param points each subpath's corners
 */
export function path(paint: OperatorName, ...subpaths: readonly (readonly (readonly [number, number])[])[]): Step {
  const data = subpaths.flatMap((points) => points.flatMap(([x, y], index) => [index === 0 ? 0 : 1, x, y]));
  const xs = subpaths.flat().map(([x]) => x);
  const ys = subpaths.flat().map(([, y]) => y);
  return [
    'constructPath',
    operators[paint],
    [new Float32Array(data)],
    new Float32Array([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]),
  ];
}

/** A filled rectangle. */
export function filled(left: number, bottom: number, right: number, top: number): Step {
  return path('fill', [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ]);
}

/** A stroked line. */
export function stroked(x0: number, y0: number, x1: number, y1: number): Step {
  return path('stroke', [
    [x0, y0],
    [x1, y1],
  ]);
}

/**
 * A ruled table with its texts, every cell's rules stroked.
 * @param columns edges, left to right
 * @param rows edges, top to bottom (descending in user space)
 * @param texts by row; null: the cell to the left spans this place too
 */
export function table(
  columns: readonly number[],
  rows: readonly number[],
  texts: readonly (readonly (string | null)[])[],
): Step[] {
  const steps: Step[] = [];
  const left = columns[0] ?? 0;
  const right = columns.at(-1) ?? 0;
  for (const y of rows) {
    steps.push(stroked(left, y, right, y));
  }
  for (const [row, cells] of texts.entries()) {
    const top = rows[row] ?? 0;
    const bottom = rows[row + 1] ?? 0;
    for (const [column, shown] of cells.entries()) {
      const x = columns[column] ?? 0;
      if (shown !== null) {
        steps.push(stroked(x, bottom, x, top), ...text(x + 3, bottom + 5, shown));
      }
    }
    steps.push(stroked(right, bottom, right, top));
  }
  return steps;
}

export interface PaperOptions {
  readonly view?: readonly number[];
  readonly rotate?: number;
}

/**
 * A page of an open PDF.
 * @param steps what its operators do
 */
export function paper(steps: readonly Step[], { view = [0, 0, 600, 800], rotate = 0 }: PaperOptions = {}): PdfPage {
  return {
    view,
    rotate,
    userUnit: 1,
    commonObjs: { has: () => true, get: () => font },
    getOperatorList: () => Promise.resolve(operatorList(steps)),
    cleanup: () => true,
  };
}

/** An open PDF of such pages. */
export function papers(...pages: readonly PdfPage[]): PdfSource {
  return {
    numPages: pages.length,
    getPage: (number) => {
      const page = pages[number - 1];
      return page ? Promise.resolve(page) : Promise.reject(new Error(`no page ${number}`));
    },
  };
}
