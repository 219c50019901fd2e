import { describe, expect, it, test } from 'vitest';
import { cellOf, cellQuery, fileName, originsOf, targetOf } from '../../../../entrypoints/shared/files/target.ts';

test.each([
  [
    '?file=http%3A%2F%2Fwww.shili.gov.cn%2F%E5%86%B3%E7%AE%97.pdf',
    { kind: 'address', url: 'http://www.shili.gov.cn/%E5%86%B3%E7%AE%97.pdf' },
  ],
  ['?file=https://www.shili.gov.cn/a.pdf?id=3', { kind: 'address', url: 'https://www.shili.gov.cn/a.pdf?id=3' }],
  ['?file=javascript:alert(1)', { kind: 'none' }],
  ['?file=data:application/pdf,x', { kind: 'none' }],
  ['?file=chrome-extension://abc/x.pdf', { kind: 'none' }],
  ['?file=file:///etc/passwd', { kind: 'none' }],
  ['?file=no address', { kind: 'none' }],
  ['', { kind: 'none' }],
] as const)('targetOf %s', (search, target) => {
  expect(targetOf(search)).toEqual(target);
});

test('fileName', () => {
  expect(fileName('http://www.shili.gov.cn/a/%E5%86%B3%E7%AE%97.pdf?x=1#page=2')).toBe('决算.pdf');
  expect(fileName('http://www.shili.gov.cn/%BE%F6%CB%E3.pdf')).toBe('%BE%F6%CB%E3.pdf');
  expect(fileName('http://www.shili.gov.cn/')).toBe('www.shili.gov.cn');
});

test('a permission covers both schemes and every port of the host', () => {
  expect(originsOf('http://a.example:8080/x.pdf')).toEqual(['http://a.example/*', 'https://a.example/*']);
});

describe('the cell in the viewer’s address', () => {
  it('is the one that was put there', () => {
    const cell = { table: 't12', row: 30, column: 4 };
    expect(cellOf(`?file=http%3A%2F%2Fa.gov.cn%2Fa.pdf&cell=${cellQuery(cell)}`)).toEqual(cell);
  });

  it.each([
    '',
    '?cell=',
    '?cell=t1.2',
    '?cell=t1.2.3.4',
    '?cell=x1.2.3',
    '?cell=t1.-2.3',
    '?cell=t1.2.1e9',
    '?cell=t1.99999999.0',
  ])('is none in %s', (search) => {
    expect(cellOf(search)).toBeUndefined();
  });
});
