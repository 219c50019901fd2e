import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../core/report/schema.ts';
import { sentence } from '../../core/report/tell.ts';
import { checkFile } from '../../tools/run.ts';

// A screen that was never seen with a 提示 in it may break under the first one.
describe.each(['every-verdict.html', 'every-verdict.pdf'])('%s', (name) => {
  it('holds whatever a finding can be', async () => {
    const { report } = await checkFile(join(import.meta.dirname, '../samples', name));
    const inText = ({ places }: Finding): boolean => places.some((place) => 'paragraph' in place);
    const has = (wanted: (finding: Finding) => boolean): boolean => report.findings.some(wanted);
    const kinds: Readonly<Record<string, boolean>> = {
      'contradiction': has((finding) => finding.verdict === 'inconsistent' && !inText(finding)),
      'rounding': has(({ verdict }) => verdict === 'rounding'),
      'notice in a table': has((finding) => finding.verdict === 'notice' && !inText(finding)),
      'notice in the text': has((finding) => finding.verdict === 'notice' && inText(finding)),
      'text against table': has(
        (finding) =>
          finding.verdict === 'inconsistent' && inText(finding) && finding.places.some((place) => 'table' in place),
      ),
      'comparison': has(
        (finding) =>
          finding.verdict === 'inconsistent' && inText(finding) && sentence(finding, 'zh').includes('公务接待费'),
      ),
      'blank where a figure is due': has(({ places }) => places.some(({ text }) => text.trim() === '')),
      'several suspects': has(({ diagnosis }) => (diagnosis?.changes.length ?? 0) > 1),
      'unreadable amount': report.unchecked.some(({ reason }) => reason === 'unreadable-figure'),
    };
    expect(
      Object.entries(kinds)
        .filter(([, there]) => !there)
        .map(([kind]) => kind),
    ).toEqual([]);
  });
});
