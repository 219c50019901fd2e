import { expect, it } from 'vitest';
import { documentIdOf, longestAddress } from '../../../../entrypoints/shared/protocol/document-id.ts';

const address = (length: number, end = ''): string => `http://www.shili.gov.cn/down?key=${'k'.repeat(length)}${end}`;

it('is the address itself, as long as servers take them', () => {
  expect(documentIdOf(address(5000))).toBe(address(5000));
  expect(documentIdOf('决算.pdf')).toBe('决算.pdf');
});

it('is short enough to be kept for any address, the same each time, and another for each address', () => {
  const ids = [address(20_000), address(20_000, '1'), address(20_001)].map(documentIdOf);
  expect(ids.every((id) => id.length <= longestAddress)).toBe(true);
  expect(new Set(ids).size).toBe(3);
  expect(documentIdOf(address(20_000))).toBe(ids[0]);
});
