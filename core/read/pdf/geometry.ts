/** An affine map as PDF writes it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** A rectangle of the upright page: x to the right, y downwards, in points. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * One map after another.
 * @param outer the map applied last
 * @param inner the map applied first
 */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

/**
 * The smallest rectangle around several.
 * @param rectangles at least one
 */
export function around(rectangles: readonly Rectangle[]): Rectangle {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const rectangle of rectangles) {
    left = Math.min(left, rectangle.left);
    top = Math.min(top, rectangle.top);
    right = Math.max(right, rectangle.right);
    bottom = Math.max(bottom, rectangle.bottom);
  }
  return { left, top, right, bottom };
}

/**
 * A rectangle after quarter turns clockwise about the origin; `4 - turns` turns it back.
 * @param rectangle in a frame with y downwards
 * @param turns quarter turns, 0 to 4
 */
export function turned(rectangle: Rectangle, turns: number): Rectangle {
  const { left, top, right, bottom } = rectangle;
  switch (turns % 4) {
    case 1:
      return { left: -bottom, top: left, right: -top, bottom: right };
    case 2:
      return { left: -right, top: -bottom, right: -left, bottom: -top };
    case 3:
      return { left: top, top: -right, right: bottom, bottom: -left };
    default:
      return rectangle;
  }
}
