import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeCard } from '../../../../entrypoints/shared/views/place-card.ts';

const viewport = { width: 1000, height: 800 };

it('stands across the corner, beside neither the row nor the column of the cell', () => {
  expect(placeCard({ left: 400, top: 300, right: 460, bottom: 320 }, { width: 300, height: 200 }, viewport)).toEqual({
    left: 466,
    top: 326,
  });
  expect(placeCard({ left: 900, top: 300, right: 960, bottom: 320 }, { width: 300, height: 200 }, viewport)).toEqual({
    left: 594,
    top: 326,
  });
  expect(placeCard({ left: 400, top: 700, right: 460, bottom: 720 }, { width: 300, height: 200 }, viewport)).toEqual({
    left: 466,
    top: 494,
  });
});

it('stays inside the viewport wherever the cell is', () => {
  const coordinate = fc.integer({ min: -200, max: 1200 });
  fc.assert(
    fc.property(
      coordinate,
      coordinate,
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 1, max: 60 }),
      (left, top, width, height) => {
        const place = placeCard(
          { left, top, right: left + width, bottom: top + height },
          { width: 340, height: 300 },
          viewport,
        );
        expect(place.left).toBeGreaterThanOrEqual(8);
        expect(place.top).toBeGreaterThanOrEqual(8);
        expect(place.left + 340).toBeLessThanOrEqual(992);
        expect(place.top + 300).toBeLessThanOrEqual(792);
      },
    ),
  );
});
