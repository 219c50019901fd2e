import { describe, expect, it } from 'vitest';
import { emptyCoverage } from '../../../../core/report/coverage.ts';
import { ignoredEntry } from '../../../../entrypoints/shared/findings/ignored-entry.ts';
import { words } from '../../../../entrypoints/shared/locale/messages.ts';
import type { DocumentTally } from '../../../../entrypoints/shared/findings/outcome.ts';
import { isFileUnread, outcomeOf, outcomeText, tallyOf } from '../../../../entrypoints/shared/findings/outcome.ts';
import { findingFixture, reportFixture } from '../../report-fixture.ts';

const tally: DocumentTally = { inconsistent: 0, amounts: 100, checked: 95, ignored: 0, tables: 3, partial: false };
const say = (change: Partial<DocumentTally>, fileUnread = false) => {
  const changed = { ...tally, ...change };
  return outcomeText(changed, outcomeOf(changed, fileUnread), words.zh);
};

describe('what may be said of documents', () => {
  it('is without reserve only when nearly everything was checked', () => {
    expect(say({})).toBe('核对过的数都对得上');
    expect(say({ checked: 90 })).toBe('核对过的数都对得上');
    expect(say({ checked: 87 })).toBe('已核对部分对得上，13 个未核对');
    expect(say({ partial: true, checked: 100 })).toBe('已核对部分对得上，有一部分没有读');
    expect(say({ checked: 0 })).toBe('没有可以核对的数');
  });

  it('is none of the file that nobody has read', () => {
    expect(say({ checked: 100 }, true)).toBe('网页上的数对得上，文件还没有核对');
    expect(say({ inconsistent: 2 }, true)).toBe('2 处不一致');
  });

  it('names what the reader has set aside, whatever else is said', () => {
    expect(say({ ignored: 3 })).toBe('3 处已忽略，其余对得上');
    expect(say({ ignored: 3, inconsistent: 1 })).toBe('1 处不一致，3 处已忽略');
    expect(say({ ignored: 3, checked: 50 })).toBe('已核对部分对得上，50 个未核对，3 处已忽略');
    expect(say({ ignored: 3, checked: 0 })).toBe('3 处已忽略');
  });

  it('is made of all reports, and tells what is ignored from what was never found', () => {
    const report = reportFixture({
      findings: [findingFixture({ id: 'a' }), findingFixture({ id: 'b', rule: 'footing/section' })],
      coverage: { ...emptyCoverage, amounts: 9, checked: 9, recognised: 1 },
    });
    const [first] = report.findings;
    const all = tallyOf(
      [
        report,
        reportFixture({
          findings: [],
          coverage: { ...emptyCoverage, amounts: 4, checked: 1 },
          source: { ...report.source, url: 'http://www.shili.gov.cn/b', scannedPages: [3] },
        }),
      ],
      first === undefined ? [] : [ignoredEntry(first, report, 1)],
    );
    expect(all).toEqual({ inconsistent: 1, amounts: 13, checked: 10, ignored: 1, tables: 1, partial: true });
  });

  it('waits for what the page shows, and for attachments where the page has no table', () => {
    expect(isFileUnread({ tables: 2 }, [{ where: 'embedded', stage: 'queued' }])).toBe(true);
    expect(
      isFileUnread({ tables: 2 }, [
        { where: 'embedded', stage: 'read' },
        { where: 'attachment', stage: 'idle' },
      ]),
    ).toBe(false);
    expect(isFileUnread({ tables: 0 }, [{ where: 'attachment', stage: 'idle' }])).toBe(true);
    expect(isFileUnread({ tables: 0 }, [{ where: 'page', stage: 'reading' }])).toBe(false);
  });
});
