/**
 * What the PDF reader needs of pdf.js, as a structure: PDFDocumentProxy fits it, and so does a test's stand-in.
 * The reader itself imports nothing of pdf.js, which has different builds for pages and for Node.
 */
export interface PdfSource {
  readonly numPages: number;
  getPage(pageNumber: number): Promise<PdfPage>;
  /** Which layers are shown. */
  getOptionalContentConfig?(): Promise<PdfLayers | null>;
}

/** pdf.js's OptionalContentConfig fits. */
export interface PdfLayers {
  isVisible(group: unknown): boolean;
}

/** A page of pdf.js (PDFPageProxy fits). */
export interface PdfPage {
  /** The visible rectangle in user space: left, bottom, right, top. */
  readonly view: readonly number[];
  /** Clockwise degrees: 0, 90, 180, 270. */
  readonly rotate: number;
  readonly userUnit: number;
  readonly commonObjs: PdfObjects;
  getOperatorList(): Promise<PdfOperatorList>;
  cleanup(): unknown;
}

export interface PdfObjects {
  has(id: string): boolean;
  /** Without a callback: the object, which must be there. With one: null, and the callback gets it when it is there. */
  get(id: string, callback?: (object: unknown) => void): unknown;
}

export interface PdfOperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** pdf.js's OPS: operator name to code. */
export type PdfOperators = Readonly<Record<string, number>>;

/** Told after each page that has been read. */
export interface PdfProgress {
  readonly page: number;
  readonly pages: number;
}
