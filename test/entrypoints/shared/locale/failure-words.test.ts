import { expect, test } from 'vitest';
import type { FailureKind } from '../../../../entrypoints/shared/files/failure.ts';
import { openFailureText } from '../../../../entrypoints/shared/locale/failure-words.ts';
import { sizeText } from '../../../../entrypoints/shared/locale/file-text.ts';

const kinds: readonly FailureKind[] = [
  'no-address',
  'no-permission',
  'network',
  'stalled',
  'not-found',
  'refused',
  'server',
  'web-page',
  'office',
  'archive',
  'picture',
  'empty',
  'not-pdf',
  'broken',
  'truncated',
  'too-large',
];

test.each(kinds)('%s says what is wrong and what to do, in both languages', (kind) => {
  for (const language of ['zh', 'en'] as const) {
    const { title, note } = openFailureText(language, kind);
    expect(title).not.toBe('');
    expect(note).not.toBe('');
  }
  expect(openFailureText('zh', kind).title).not.toBe(openFailureText('en', kind).title);
});

test('a web page behind a .pdf address is called one', () => {
  expect(openFailureText('zh', 'web-page').title).toContain('网页');
});

test('the status is said once', () => {
  expect(openFailureText('zh', 'not-found', 404).title).toBe('网站上没有这份文件');
  expect(openFailureText('zh', 'server', 502).title).toBe('网站出错，没能下载：502');
});

test('sizes', () => {
  expect(sizeText(10)).toBe('1 KB');
  expect(sizeText(5.25 * 1024 * 1024)).toBe('5.3 MB');
});
