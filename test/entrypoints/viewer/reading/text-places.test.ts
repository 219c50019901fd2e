import { expect, test } from 'vitest';
import type { Paragraph } from '../../../../core/document/document.ts';
import { textBoxes } from '../../../../entrypoints/viewer/reading/text-places.ts';

// Two lines of 12-point text: ideographs are 12 wide, digits 6.
const line = (str: string, left: number, baseline: number) => ({
  str,
  transform: [12, 0, 0, 12, left, baseline],
  width: Array.from(str).reduce((sum, character) => sum + (/[\d. ,%]/.test(character) ? 6 : 12), 0),
});
const ink = (left: number, right: number, baseline: number) => ({
  page: 3,
  left,
  right,
  bottom: baseline - 2,
  top: baseline + 10,
});

function paragraph(text: string, lines: ReturnType<typeof ink>[]): Paragraph {
  return { kind: 'paragraph', id: 'p1', text, place: { page: 3, ink: lines } };
}

const text = '收入总计53.75万元，比上年增加3.75万元。';
const runs = [
  line('别处也有53.75万元', 72, 760),
  line('收入总计53.75万元，', 72, 700),
  line('比上年增加3.75万元。', 72, 680),
];
const lines = [ink(72, 72 + 126 + 12, 700), ink(72, 72 + 132, 680)];

test('a figure in the first line', () => {
  const start = text.indexOf('53.75');
  const [box, more] = textBoxes(runs, 3, paragraph(text, lines), start, start + 5);
  expect(more).toBeUndefined();
  expect(box).toMatchObject({ page: 3, left: 72 + 48, right: 72 + 48 + 30 });
  expect(box?.bottom).toBeLessThan(700);
  expect(box?.top).toBeGreaterThan(700 + 8);
});

test('a figure in the second line is not the end of the first', () => {
  const start = text.indexOf('3.75万元。');
  expect(textBoxes(runs, 3, paragraph(text, lines), start, start + 4)).toMatchObject([
    { left: 72 + 60, right: 72 + 84 },
  ]);
});

test('a figure broken over two lines has two boxes', () => {
  const broken = [line('增加1', 72, 700), line('23.4万元', 72, 680)];
  const start = '增加'.length;
  const boxes = textBoxes(
    broken,
    3,
    paragraph('增加123.4万元', [ink(72, 120, 700), ink(72, 130, 680)]),
    start,
    start + 5,
  );
  expect(boxes).toMatchObject([
    { left: 96, right: 102 },
    { left: 72, right: 96 },
  ]);
});

test('white space and compatibility forms do not matter', () => {
  const spaced = [line('总计 ５3.75 万元', 72, 700)];
  const start = '总计'.length;
  expect(textBoxes(spaced, 3, paragraph('总计53.75万元', [ink(60, 300, 700)]), start, start + 5)).toHaveLength(1);
});

test('text that runs up the page', () => {
  const up = { str: '12.5', transform: [0, 10, -10, 0, 300, 100], width: 20 };
  const [box] = textBoxes([up], 1, paragraph('12.5', []), 0, 4);
  expect(box?.bottom).toBeCloseTo(100);
  expect(box?.top).toBeCloseTo(120);
  expect(box?.right).toBeCloseTo(300.8);
});

test('a paragraph that is not on the page has no box', () => {
  expect(textBoxes([line('另一段', 72, 700)], 3, paragraph(text, lines), 4, 9)).toEqual([]);
});
