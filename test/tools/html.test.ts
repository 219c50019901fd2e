import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { visibleText } from '../../core/read/html/text.ts';
import { decodeHtml, openHtml, parseHtml } from '../../tools/html.ts';

// 决算 in GB18030 and GBK.
const gbk = [0xbe, 0xf6, 0xcb, 0xe3];
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const bytes = (...parts: readonly (readonly number[])[]): Uint8Array => Uint8Array.from(parts.flat());

describe('decodeHtml', () => {
  it.each([
    ['UTF-8', bytes([...Buffer.from('决算')])],
    ['UTF-8 with a byte order mark', bytes([0xef, 0xbb, 0xbf], [...Buffer.from('决算')])],
    ['UTF-16 with a byte order mark', bytes([0xff, 0xfe], [...Buffer.from('决算', 'utf16le')])],
    ['GB18030 without a word about it', bytes(gbk)],
  ])('reads %s', (_name, file) => expect(decodeHtml(file)).toBe('决算'));

  it.each([
    '<meta charset=gb2312>',
    '<meta http-equiv="Content-Type" content="text/html; charset=gbk">',
    "<META CHARSET='GB18030'>",
  ])('goes by %s', (meta) => {
    expect(decodeHtml(bytes(ascii(meta), gbk))).toBe(`${meta}决算`);
  });

  it('does not believe a page that calls itself UTF-8 and is not', () => {
    expect(decodeHtml(bytes(ascii('<meta charset="utf-8">'), gbk))).toBe('<meta charset="utf-8">决算');
  });

  it('reads the four-byte characters of GB18030', () => {
    // U+3400 and U+20000.
    expect(decodeHtml(bytes(ascii('<meta charset=gb18030>'), [0x81, 0x39, 0xee, 0x39], [0x95, 0x32, 0x82, 0x36]))).toBe(
      '<meta charset=gb18030>\u3400\u{20000}',
    );
  });

  it('reads an empty file', () => expect(decodeHtml(bytes())).toBe(''));
});

describe('parseHtml', () => {
  it('gives the body and the title', () => {
    const { root, title } = parseHtml('<html><head><title> 部门决算 </title></head><body><p>甲</p></body></html>');
    expect([root.tag, title, root.children.map((child) => child.tag)]).toEqual(['body', '部门决算', ['p']]);
    expect(parseHtml('').title).toBe('');
  });

  it('sees what is hidden by attribute or style', () => {
    const { root } = parseHtml(
      '<p hidden></p><p style="display:none"></p><p style="color:red;visibility : hidden"></p><p style="visibility:collapse"></p><p style="display:block"></p><p style="--display:none"></p><p></p>',
    );
    expect(root.children.map((child) => child.hidden)).toEqual([true, true, false, false, false, false, false]);
  });

  it('leaves what is only invisible in its place, without its words', () => {
    const { root } = parseHtml('<p>1</p><p style="visibility:hidden">2<b>3</b><b style="visibility:visible">4</b></p>');
    expect(root.children.map((child) => visibleText(child))).toEqual(['1', '4']);
  });

  it('gives attributes by name, and null for none', () => {
    const [cell] = parseHtml('<p ROWSPAN=2></p>').root.children;
    expect([cell?.attribute('rowspan'), cell?.attribute('colspan')]).toEqual(['2', null]);
  });

  it('reads frames that lie in the same folder, and no others', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tieout-frames-'));
    try {
      writeFileSync(join(folder, 'inner.html'), '<p>里面</p><iframe src="inner.html"></iframe>');
      writeFileSync(
        join(folder, 'outer.html'),
        '<p>外面</p><iframe src="./inner.html?v=1"></iframe><iframe src="../x/inner.html"></iframe><iframe src="http://www.shili.gov.cn/inner.html"></iframe>',
      );
      const { root } = await openHtml(join(folder, 'outer.html'));
      // A page that frames itself ends after a few rounds.
      expect(visibleText(root).split('\n')).toEqual(['外面', '里面', '里面', '里面']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
