import { expect, it } from 'vitest';
import { z } from 'zod';
import { packed } from '../../../../entrypoints/shared/protocol/packed.ts';

const codec = packed(z.object({ amounts: z.array(z.string()) }));
const value = { amounts: ['1.00', '二'] };

it('keeps a value as a text, and gives it back', () => {
  const text = codec.encode(value);
  expect(typeof text).toBe('string');
  expect(codec.parse(text)).toEqual(value);
});

it('understands neither the value itself, nor a damaged text, nor a text of something else', () => {
  for (const damaged of [value, '{"amounts":["1.00"', '', '{"amounts":[1]}', 'null'])
    expect(codec.safeParse(damaged).success, JSON.stringify(damaged)).toBe(false);
});
