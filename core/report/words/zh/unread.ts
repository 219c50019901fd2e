import type { UnreadWords } from '../words.ts';

/** Why pages of a file were not checked. */
export const unread: UnreadWords = {
  'scanned': (pages) => `第 ${pages} 页是扫描图片，无法核对。`,
  'unknown-letters': (pages) => `第 ${pages} 页的文字无法识别（文件没有说明字体里的字是什么），未核对。`,
  'damaged': (pages) => `第 ${pages} 页有缺损，跨到这些页的表未核对。`,
  'too-much': (pages) => `第 ${pages} 页的内容多得不正常，已停止读取，跨到这些页的表未核对。`,
  'left-out': (read, left) => `文件太长，只核对了前 ${read} 页，后面 ${left} 页没有读。`,
};
