import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportOf } from '../build.ts';
import { withText } from '../explanations.ts';
import { flows, tell, wordings } from './told.ts';

describe('random explanations', () => {
  it('never alarm when they are consistent, however they are worded, rounded and broken into lines', () => {
    fc.assert(
      fc.property(flows, wordings, (told, wording) => {
        const lines = tell(told, wording);
        const { findings, coverage } = reportOf(withText(lines, []));
        expect(
          findings.filter((finding) => finding.verdict === 'inconsistent').map((finding) => finding.equation),
          lines.join('\n'),
        ).toEqual([]);
        expect(coverage.relations).toBeGreaterThan(0);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
