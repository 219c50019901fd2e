import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boxAround, markBox, percentBox } from '../../../../entrypoints/viewer/pages/geometry.ts';
import type { PercentBox, Viewport } from '../../../../entrypoints/viewer/pages/geometry.ts';
import { tinyPdf } from '../tiny-pdf.ts';

// An A4 page whose visible corner is not the origin, in every rotation.
const mediaBox = [100, 200, 700, 1000] as const;
const rotations = [0, 90, 180, 270];

interface PdfDocument {
  getPage(
    number: number,
  ): Promise<{ readonly rotate: number; getViewport(options: { scale: number; rotation?: number }): Viewport }>;
}

let pdf: PdfDocument;
let close: () => Promise<void>;

beforeAll(async () => {
  // pdf.js makes one while it is imported; nothing is painted here.
  Object.assign(globalThis, {
    DOMMatrix: class {
      readonly is2D = true;
    },
  });
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: tinyPdf([...rotations.map((rotate) => ({ mediaBox, rotate })), { mediaBox, userUnit: 2 }]),
    isEvalSupported: false,
    verbosity: 0,
  });
  pdf = await task.promise;
  close = () => task.destroy();
});

afterAll(() => close());

const view = async (page: number, rotation?: number, scale = 1.5): Promise<Viewport> =>
  (await pdf.getPage(page)).getViewport({ scale, ...(rotation !== undefined && { rotation }) });

// A tenth from the left and a fifth from the top, an eighth wide and a twentieth high.
const box = { left: 160, right: 235, top: 840, bottom: 800 };

describe('percentBox', () => {
  test('an upright page', async () => {
    expect(percentBox(box, await view(1))).toEqual(near({ left: 10, top: 20, width: 12.5, height: 5 }));
  });

  test('/Rotate 90: the top of the page lies to the right', async () => {
    expect(percentBox(box, await view(2))).toEqual(near({ left: 75, top: 10, width: 5, height: 12.5 }));
  });

  test('/Rotate 180', async () => {
    expect(percentBox(box, await view(3))).toEqual(near({ left: 77.5, top: 75, width: 12.5, height: 5 }));
  });

  test('/Rotate 270', async () => {
    expect(percentBox(box, await view(4))).toEqual(near({ left: 20, top: 77.5, width: 5, height: 12.5 }));
  });

  test('turned in the viewer, /Rotate and the turn add up', async () => {
    expect(percentBox(box, await view(2, 180))).toEqual(percentBox(box, await view(3)));
  });

  test('the same at every zoom and in larger units', async () => {
    const upright = percentBox(box, await view(1));
    expect(percentBox(box, await view(1, undefined, 7))).toEqual(near(upright));
    expect(percentBox(box, await view(5))).toEqual(near(upright));
  });
});

describe('markBox', () => {
  const page = { width: 1000, height: 1000 };
  const cell = { left: 10, top: 10, width: 10, height: 3 };
  const digits = { left: 14, top: 10.5, width: 5, height: 1.5 };

  test('covers the digits and stays in the cell', () => {
    const { box: mark } = markBox(digits, cell, page, false);
    expect(mark.left).toBeLessThan(digits.left);
    expect(mark.top).toBeLessThan(digits.top);
    expect(mark.left + mark.width).toBeGreaterThan(digits.left + digits.width);
    expect(mark.left + mark.width).toBeLessThanOrEqual(cell.left + cell.width);
    // The underline is below the digits.
    expect(mark.top + mark.height).toBeCloseTo(digits.top + digits.height + 0.3);
  });

  test('digits that fill their cell are still covered', () => {
    const tight = { left: cell.left - 0.1, top: cell.top + 0.1, width: cell.width + 0.2, height: cell.height - 0.2 };
    const { box: mark, sign } = markBox(tight, cell, page, false);
    expect(mark.left).toBeCloseTo(tight.left);
    expect(mark.width).toBeCloseTo(tight.width);
    expect(sign).toBe('none');
  });

  test.each([
    ['left', digits],
    ['right', { ...digits, left: 10.2 }],
    ['above', { left: 10.5, top: 11.6, width: 9, height: 1.2 }],
  ] as const)('the sign stands %s', (side, figure) => {
    expect(markBox(figure, cell, page, false).sign).toBe(side);
  });

  test('a figure in a sentence has its sign above, a blank cell inside', () => {
    expect(markBox(digits, digits, page, false).sign).toBe('above');
    expect(markBox(cell, cell, page, true)).toEqual({ box: cell, sign: 'inside' });
  });
});

test('around', () => {
  const at = (left: number, bottom: number) => ({ page: 2, left, bottom, right: left + 5, top: bottom + 8 });
  expect(boxAround([at(10, 20), at(40, 5)])).toEqual({ page: 2, left: 10, bottom: 5, right: 45, top: 28 });
  expect(boxAround([])).toBeUndefined();
});

function near({ left, top, width, height }: PercentBox): Record<keyof PercentBox, unknown> {
  const close = (value: number): unknown => expect.closeTo(value, 6);
  return { left: close(left), top: close(top), width: close(width), height: close(height) };
}
