import { expect, it } from 'vitest';
import { boxOf, signSize } from '../../../entrypoints/annotate.content/box.ts';

const cell = { left: 100, top: 100, right: 180, bottom: 124 };
const figure = { left: 136, top: 103, right: 176, bottom: 121 };
const inText = false;
const clip = { left: 0, top: 0, right: 1000, bottom: 1000 };

it('covers the figure with a little room, inside its cell', () => {
  expect(boxOf({ cell, figure, clip, inText }, false)?.box).toEqual({ left: 133, top: 102, right: 179, bottom: 124 });
});

it('outlines a blank cell', () => {
  expect(boxOf({ cell, figure: cell, clip, inText }, true)?.box).toEqual({
    left: 101,
    top: 101,
    right: 179,
    bottom: 123,
  });
});

it('puts the sign where no digit is: left, right, above or nowhere', () => {
  const signFor = (left: number, right: number, top = 103) =>
    boxOf({ cell, figure: { ...figure, left, right, top }, clip, inText }, false)?.sign;
  expect(signFor(136, 176)?.left).toBe(136 - signSize - 3);
  expect(signFor(104, 144)?.left).toBe(147);
  expect(signFor(104, 176, 110)?.top).toBeCloseTo(110 + 0.18 * 11 - signSize);
  expect(signFor(104, 176)).toBeNull();
});

it('is cut by what the containers let be seen, and gone when nothing is left', () => {
  expect(boxOf({ cell, figure, clip: { ...clip, left: 150 }, inText }, false)).toEqual({
    box: { left: 150, top: 102, right: 179, bottom: 124 },
    sign: null,
  });
  expect(boxOf({ cell, figure, clip: { ...clip, right: 120 }, inText }, false)).toBeNull();
});

it('puts the sign between the lines where words stand on both sides', () => {
  const { sign } = boxOf({ cell, figure, clip, inText: true }, false) ?? {};
  expect(sign?.left).toBe(figure.right - signSize);
  expect((sign?.top ?? 0) + signSize).toBeLessThanOrEqual(figure.top + 0.18 * (figure.bottom - figure.top));
});
