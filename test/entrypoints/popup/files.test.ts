import { expect, it } from 'vitest';
import { statusText } from '../../../entrypoints/popup/files.tsx';
import { words } from '../../../entrypoints/shared/locale/messages.ts';
import type { FileEntry } from '../../../entrypoints/shared/protocol/protocol.ts';

const entry: FileEntry = {
  documentId: 'a',
  url: 'http://www.shili.gov.cn/a.pdf',
  name: 'a',
  where: 'attachment',
  format: 'pdf',
  own: true,
  stage: 'idle',
  progress: 0,
  since: 0,
};
const say = (change: Partial<FileEntry>) => statusText({ ...entry, ...change }, 'zh', words.zh);
const result = { inconsistent: 0, notices: 0, amounts: 0, checked: 0, tables: 1, scanned: false, partial: false };

it('says how a file stands', () => {
  expect(say({})).toBe('');
  expect(say({ format: 'ofd' })).toBe('暂不能核对：OFD 格式');
  expect(say({ format: 'picture' })).toBe('暂不能核对：图片格式');
  expect(say({ stage: 'fetching', progress: 0.42 })).toBe('正在下载 42%');
  expect(say({ stage: 'failed', failure: { kind: 'too-large' } })).toBe('文件超过 100 MB，没有核对');
  expect(say({ stage: 'failed', failure: { kind: 'server', status: 502 } })).toBe('网站出错，没能下载：502');
  expect(say({ stage: 'read', result: { ...result, inconsistent: 2, checked: 18, amounts: 20 } })).toBe(
    '2 处不一致 · 20 个数中核对了 18 个',
  );
  expect(say({ stage: 'read', result: { ...result, checked: 18, amounts: 20 } })).toBe(
    '核对过的数都对得上 · 20 个数中核对了 18 个',
  );
  expect(say({ stage: 'read', result: { ...result, checked: 12, amounts: 20 } })).toBe(
    '已核对部分对得上，8 个未核对 · 20 个数中核对了 12 个',
  );
  expect(say({ stage: 'read', result: { ...result, scanned: true } })).toBe('扫描件，无法核对');
  expect(say({ stage: 'read', result })).toBe('没有可以核对的数');
});
