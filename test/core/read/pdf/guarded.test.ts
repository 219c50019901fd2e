import { expect, it } from 'vitest';
import { TooMuch } from '../../../../core/read/pdf/content/operators.ts';
import { guarded } from '../../../../core/read/pdf/guarded.ts';
import type { PdfSource } from '../../../../core/read/pdf/source.ts';

/** Two pages, and what happens while the steps of each are read. */
function source(during: (page: number) => void): PdfSource {
  return {
    numPages: 2,
    getPage: (number) =>
      Promise.resolve({
        view: [0, 0, 595, 842],
        rotate: 0,
        userUnit: 1,
        commonObjs: { has: () => false, get: () => null },
        cleanup: () => undefined,
        getOperatorList: () => {
          during(number);
          return Promise.resolve({ fnArray: [number], argsArray: [[]] });
        },
      }),
  };
}

it('a page whose streams were cut off is too much, and the one before it is read', async () => {
  let excesses = 0;
  const pages = guarded(
    source((page) => {
      if (page === 2) excesses += 1;
    }),
    { excesses: () => excesses },
  );
  expect((await (await pages.getPage(1)).getOperatorList()).fnArray).toEqual([1]);
  await expect((await pages.getPage(2)).getOperatorList()).rejects.toBeInstanceOf(TooMuch);
});

it('a page that fails is too much where it was cut off, and else fails as it did', async () => {
  let excesses = 0;
  const pages = guarded(
    source(() => undefined),
    {
      excesses: () => excesses,
      operatorsOf: (_, number) => {
        if (number === 1) excesses += 1;
        return Promise.reject(new Error(`page ${number} is damaged`));
      },
    },
  );
  await expect((await pages.getPage(1)).getOperatorList()).rejects.toBeInstanceOf(TooMuch);
  await expect((await pages.getPage(2)).getOperatorList()).rejects.toThrow('page 2 is damaged');
});

it('each page is told of before it is read', async () => {
  const told: string[] = [];
  const pages = guarded(
    source((page) => told.push(`read ${page}`)),
    { excesses: () => 0, begins: () => told.push('begins') },
  );
  for (const number of [1, 2]) await (await pages.getPage(number)).getOperatorList();
  expect(told).toEqual(['begins', 'read 1', 'begins', 'read 2']);
});
