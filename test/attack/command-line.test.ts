import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Checker } from '../../tools/check-apart.ts';
import { bombs, overfull } from './bombs.ts';
import { holdsFor, share } from './cases.ts';

let folder = '';
let checker: Checker;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tieout-apart-'));
  checker = new Checker({ silent: 45_000, longest: 240_000 });
});
afterAll(() => {
  checker.close();
  rmSync(folder, { recursive: true });
});

async function check(name: string, bytes: string | Uint8Array): Promise<unknown> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const checked = await checker.check(path, { tables: false, facts: false });
  if ('sentence' in checked) return checked.sentence;
  const { tooMuchPages, damagedPages, scannedPages } = checked.report.source;
  return { tooMuchPages, damagedPages, scannedPages };
}

describe('PDFs made to be too much, on the command line', () => {
  it('come to an end that is said, and the next file is read', async (context) => {
    await holdsFor(
      context,
      share(Object.keys(bombs), 5),
      (name) => name,
      async (name) => {
        const outcome = await check('bomb.pdf', bombs[name]?.() ?? '');
        if (overfull.includes(name)) expect(outcome).toEqual({ tooMuchPages: [1] });
        expect(
          await check(
            'good.html',
            '<title>示例局2024年度部门决算</title><p>收入决算表<table><tr><td>项目<td>金额<tr><td>一<td>1.00</table>',
          ),
        ).toEqual({});
      },
    );
  });
});
