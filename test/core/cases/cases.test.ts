import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../tools/run.ts';
import { casesSchema, heldAgainst } from './wanted.ts';

const folder = join(import.meta.dirname, '../../cases');
const cases = casesSchema.parse(JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')));
const caseOf = (file: string) => {
  const found = cases.find((one) => one.file === file);
  if (!found) throw new Error(`no case ${file}`);
  return found;
};
const reportOf = async (file: string) => (await checkFile(join(folder, file))).report;

describe('a small page with one kind of fault or none', () => {
  it('is listed, and says of itself whether it must be silent', () => {
    expect(
      readdirSync(folder)
        .filter((file) => file !== 'cases.json')
        .sort(),
    ).toEqual(cases.map(({ file }) => file).sort());
    expect(cases.filter(({ alarms, silent }) => silent !== (alarms.length === 0))).toEqual([]);
    expect(cases.filter(({ file, kind, silent }) => file !== `${kind}.${silent ? 'right' : 'wrong'}.html`)).toEqual([]);
  });

  it.each(cases)('$file: $about', async ({ file }) => {
    expect(heldAgainst(caseOf(file), await reportOf(file))).toEqual({ missed: [], falseAlarms: [] });
  });

  it('remarks on a form that is said to hold no data and prints some', async () => {
    const notices = async (file: string) =>
      (await reportOf(file)).findings
        .filter(({ rule }) => rule === 'structure/no-data-note')
        .map(({ verdict }) => verdict);
    expect(await notices('no-state-capital-said.wrong.html')).toEqual(['notice']);
    expect(await notices('no-state-capital-said.right.html')).toEqual([]);
  });

  it('is held against what was told: a fault that nobody expects is a false alarm, one that is not there is missed', async () => {
    for (const wrong of cases.filter(({ silent }) => !silent)) {
      const told = heldAgainst(
        { alarms: [{ texts: ['31415.92'], why: 'not printed' }], may: [] },
        await reportOf(wrong.file),
      );
      expect(told.missed, wrong.file).toEqual(['31415.92: not printed']);
      expect(told.falseAlarms, wrong.file).not.toEqual([]);
    }
  });
});
