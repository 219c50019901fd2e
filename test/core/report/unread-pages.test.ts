import { expect, it } from 'vitest';
import { unreadPages } from '../../../core/report/unread-pages.ts';

const source = { url: 'http://www.shili.gov.cn/a.pdf', title: '', kind: 'pdf', pages: 12 } as const;

it('says nothing of a file that was read whole', () => {
  expect(unreadPages(source, 'zh')).toEqual([]);
  expect(unreadPages({ ...source, scannedPages: [] }, 'en')).toEqual([]);
});

it('names the pages by reason, those in a row together', () => {
  expect(
    unreadPages(
      {
        ...source,
        scannedPages: [7, 1, 2, 3],
        unknownLetterPages: [4],
        damagedPages: [6, 5],
        tooMuchPages: [8],
        leftOutPages: [9, 10, 11, 12],
      },
      'zh',
    ),
  ).toEqual([
    { reason: 'scanned', text: '第 1–3、7 页是扫描图片，无法核对。' },
    { reason: 'unknown-letters', text: '第 4 页的文字无法识别（文件没有说明字体里的字是什么），未核对。' },
    { reason: 'damaged', text: '第 5–6 页有缺损，跨到这些页的表未核对。' },
    { reason: 'too-much', text: '第 8 页的内容多得不正常，已停止读取，跨到这些页的表未核对。' },
    { reason: 'left-out', text: '文件太长，只核对了前 8 页，后面 4 页没有读。' },
  ]);
  expect(unreadPages({ ...source, damagedPages: [2, 9] }, 'en').map(({ text }) => text)).toEqual([
    'Damaged: page 2, 9. Tables that reach there were not checked.',
  ]);
});
