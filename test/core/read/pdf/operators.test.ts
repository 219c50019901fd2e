import { describe, expect, test } from 'vitest';
import { fontNames, fontsOf } from '../../../../core/read/pdf/content/font.ts';
import { readOperators } from '../../../../core/read/pdf/content/operators.ts';
import type { PrintedPage } from '../../../../core/read/pdf/content/printed.ts';
import { filled, font, glyphs, operatorList, operators, path, stroked, text } from './paper.ts';
import type { Step } from './paper.ts';

const view = [0, 0, 600, 800];

function read(steps: readonly Step[], fonts: ReadonlyMap<string, unknown> = new Map([['f1', font]])): PrintedPage {
  return readOperators(operatorList(steps), operators, fonts, view);
}

function starts(page: PrintedPage): [string, number, number][] {
  return page.glyphs.map((glyph) => [glyph.text, Math.round(glyph.x * 100) / 100, Math.round(glyph.y * 100) / 100]);
}

describe('glyphs', () => {
  test('stand one after the other by their widths', () => {
    expect(starts(read(text(100, 200, '合1.5')))).toEqual([
      ['合', 100, 200],
      ['1', 110, 200],
      ['.', 115, 200],
      ['5', 120, 200],
    ]);
  });

  test('follow character and word spacing, horizontal scale, rise and kerning', () => {
    const page = read([
      ['beginText'],
      ['setFont', 'f1', 10],
      ['setCharSpacing', 1],
      ['setWordSpacing', 4],
      ['setHScale', 50],
      ['setTextRise', 3],
      ['moveText', 10, 20],
      ['showText', [...glyphs('1 2'), -200, ...glyphs('3')]],
      ['endText'],
    ]);
    // 5 wide and 1 apart at half scale; the blank takes 4 more; kerning of -200 thousandths moves by 2, halved.
    expect(starts(page)).toEqual([
      ['1', 10, 23],
      [' ', 13, 23],
      ['2', 18, 23],
      ['3', 22, 23],
    ]);
  });

  test('follow nested transforms and form XObjects, and forget them on restore', () => {
    const page = read([
      ['save'],
      ['transform', 2, 0, 0, 2, 10, 20],
      ['paintFormXObjectBegin', [1, 0, 0, 1, 5, 5], null],
      ...text(1, 1, '1'),
      ['paintFormXObjectEnd'],
      ...text(1, 1, '2'),
      ['restore'],
      ...text(1, 1, '3'),
    ]);
    expect(starts(page)).toEqual([
      ['1', 22, 32],
      ['2', 12, 22],
      ['3', 1, 1],
    ]);
  });

  test('move from line to line', () => {
    const page = read([
      ['transform', 1, 0, 0, 1, 0, 100],
      ['beginText'],
      ['setFont', 'f1', 10],
      ['setLeading', 12],
      ['moveText', 50, 0],
      ['showText', glyphs('1')],
      ['nextLine'],
      ['showText', glyphs('2')],
      ['setLeadingMoveText', 10, -20],
      ['showText', glyphs('3')],
      ['nextLine'],
      ['showText', glyphs('4')],
    ]);
    expect(starts(page)).toEqual([
      ['1', 50, 100],
      ['2', 50, 88],
      ['3', 60, 68],
      ['4', 60, 48],
    ]);
  });

  test('of a Type 3 font are as wide as its matrix says', () => {
    const type3 = { isType3Font: true, fontMatrix: [0.01, 0, 0, -0.01, 0, 0], vertical: false };
    const page = read(
      [
        ['beginText'],
        ['setFont', 't3', 10],
        ['moveText', 10, 10],
        [
          'showText',
          [
            { unicode: '⽀', width: 100 },
            { unicode: '出', width: 100 },
          ],
        ],
      ],
      new Map([['t3', type3]]),
    );
    expect(starts(page)).toEqual([
      ['支', 10, 10],
      ['出', 20, 10],
    ]);
    expect(page.glyphs[0]?.upY).toBeCloseTo(10);
  });

  test('of a vertical font run down the page', () => {
    const vertical = { ...font, vertical: true, defaultVMetrics: [-1000, 500, 880] };
    const page = read(
      [['beginText'], ['setFont', 'v', 10], ['moveText', 100, 100], ['showText', glyphs('合计')]],
      new Map([['v', vertical]]),
    );
    expect(starts(page)).toEqual([
      ['合', 95, 91.2],
      ['计', 95, 81.2],
    ]);
  });

  test('outside the page or the clip are left out, those of comments too', () => {
    const page = read([
      ...text(-50, 10, '1'),
      ['save'],
      ['eoClip'],
      path('endPath', [
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
      ]),
      ...text(90, 50, '23'),
      ...text(200, 50, '4'),
      ['restore'],
      ['beginAnnotation', 'a', null, null, null, false],
      ...text(10, 10, '5'),
      ['endAnnotation'],
      ...text(200, 50, '6'),
    ]);
    expect(page.glyphs.map((glyph) => glyph.text)).toEqual(['2', '3', '6']);
  });

  test('that cannot be read are U+FFFD', () => {
    const page = read([
      ['beginText'],
      ['setFont', 'f1', 10],
      ['moveText', 10, 10],
      [
        'showText',
        [
          { unicode: '\0', width: 500 },
          { unicode: '\uE5D2', width: 500 },
          { unicode: '', width: 500 },
        ],
      ],
    ]);
    expect(starts(page)).toEqual([
      ['\uFFFD', 10, 10],
      ['\uFFFD', 15, 10],
    ]);
  });
});

describe('rules', () => {
  test('are strokes and thin fills, seen through the transform', () => {
    const page = read([
      ['transform', 0.75, 0, 0, -0.75, 0, 600],
      filled(0, 100, 200, 101),
      stroked(40, 0, 40, 400),
      filled(0, 0, 100, 100),
    ]);
    expect(page.rulingLines).toEqual([
      { x0: 0, y0: 524.625, x1: 150, y1: 524.625, width: 0.75 },
      { x0: 30, y0: 300, x1: 30, y1: 600, width: 0.75 },
    ]);
  });

  test('are the four sides of a stroked rectangle', () => {
    const rectangle: Step = [
      'constructPath',
      operators.stroke,
      [new Float32Array([0, 10, 10, 1, 60, 10, 1, 60, 40, 1, 10, 40, 4])],
      new Float32Array([10, 10, 60, 40]),
    ];
    expect(read([rectangle]).rulingLines.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1])).toEqual([
      [10, 10, 10, 40],
      [10, 10, 60, 10],
      [60, 10, 60, 40],
      [10, 40, 60, 40],
    ]);
  });

  test('are not white, not transparent, not slanting, not curved, and not bands', () => {
    const page = read([
      ['setStrokeRGBColor', '#ffffff'],
      stroked(0, 10, 100, 10),
      ['setStrokeRGBColor', '#000000'],
      stroked(0, 0, 100, 100),
      ['setLineWidth', 12],
      stroked(0, 50, 100, 50),
      ['setLineWidth', 1],
      [
        'constructPath',
        operators.stroke,
        [new Float32Array([0, 0, 0, 2, 0, 0, 50, 0, 100, 0])],
        new Float32Array([0, 0, 100, 0]),
      ],
      ['setGState', [['CA', 0]]],
      stroked(0, 20, 100, 20),
      ['constructPath', operators.stroke, [null], null],
    ]);
    expect(page.rulingLines).toEqual([]);
  });
});

test('pictures count by their place, as far as they show', () => {
  expect(
    read([['save'], ['transform', 300, 0, 0, 400, 0, 0], ['paintImageXObject', 'i', 1, 1], ['restore']]).pictures,
  ).toEqual([{ x0: 0, y0: 0, x1: 300, y1: 400 }]);
  expect(
    read([
      ['transform', 2, 0, 0, 2, 100, 0],
      ['paintImageXObjectRepeat', 'i', 50, 10, new Float32Array([0, 0, 0, 10])],
    ]).pictures,
  ).toEqual([
    { x0: 100, y0: 0, x1: 200, y1: 20 },
    { x0: 100, y0: 20, x1: 200, y1: 40 },
  ]);
  expect(
    read([
      ['paintInlineImageXObjectGroup', {}, [{ transform: [50, 0, 0, 10, 0, 0] }, { transform: [50, 0, 0, 10, 0, 10] }]],
    ]).pictures,
  ).toEqual([
    { x0: 0, y0: 0, x1: 50, y1: 10 },
    { x0: 0, y0: 10, x1: 50, y1: 20 },
  ]);
});

test('fonts are waited for', async () => {
  const list = operatorList([
    ['setFont', 'f1', 10],
    ['setGState', [['Font', ['f2', 9]]]],
  ]);
  const names = fontNames(list, operators);
  expect([...names]).toEqual(['f1', 'f2']);
  const fonts = await fontsOf(names, {
    has: (name) => name === 'f1',
    get: (name, callback) => {
      if (callback) {
        setTimeout(() => callback(`late ${name}`), 1);
        return null;
      }
      return name;
    },
  });
  expect([...fonts]).toEqual([
    ['f1', 'f1'],
    ['f2', 'late f2'],
  ]);
});
