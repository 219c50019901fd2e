import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkFile } from '../../tools/run.ts';

it('a page with the forms of a department and of the unit itself keeps the two apart', async () => {
  const { report } = await checkFile(join(import.meta.dirname, '../samples/two-sets.html'));
  expect(report.sets.map((set) => set.publisher)).toEqual(['示例市政务服务中心', '示例市政务服务中心(本级)']);
  const inUnit = new Set(report.tables.filter((table) => table.set === report.sets[1]?.id).map((table) => table.id));
  expect(inUnit.size).toBe(6);
  const alarms = report.findings.filter((finding) => finding.verdict === 'inconsistent');
  expect(alarms.length).toBeGreaterThan(0);
  // The department's forms agree; every mistake is the unit's, and is told with the unit's figures only.
  for (const finding of alarms)
    for (const place of finding.places) expect('table' in place && inUnit.has(place.table)).toBe(true);
});
