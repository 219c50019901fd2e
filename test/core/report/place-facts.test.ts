import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../../core/report/schema.ts';
import { accounts, withCell } from '../accounts.ts';
import { documentOf, drain, reportOf } from '../build.ts';
import { check } from '../../../core/check.ts';

describe('the places of a finding', () => {
  const broken = documentOf(withCell('income', 3, 3, '504.00', accounts));

  it('say what their amounts are of, as far as the print tells', () => {
    const places = reportOf(broken).findings.flatMap((finding) => finding.places);
    const changed = places.find((place) => 'row' in place && place.text === '504.00');
    expect(changed?.fact).toMatchObject({
      body: '示例市政务服务中心',
      year: 2024,
      stage: 'outturn',
      flow: 'income',
      fund: 'fiscal',
      measure: 'amount',
    });
  });

  it('and are read back with that', () => {
    const report = drain(check(broken));
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });
});

describe('a report of the first version', () => {
  it('is none', () => {
    const report = drain(check(documentOf(accounts)));
    expect(reportSchema.safeParse(report).success).toBe(true);
    expect(reportSchema.safeParse({ ...report, schema: 'tieout-report/1' }).success).toBe(false);
  });
});
