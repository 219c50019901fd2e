import { expect, it } from 'vitest';
import { pdfAddress, webAddress } from '../../../../entrypoints/shared/page/pdf-address.ts';

const base = 'http://www.shili.gov.cn/art/2025/index.html';

it('finds the PDF behind an address', () => {
  expect(pdfAddress('a.pdf#view=FitH&toolbar=1', base)).toBe('http://www.shili.gov.cn/art/2025/a.pdf');
  expect(pdfAddress('/P0123.PDF?v=2', base)).toBe('http://www.shili.gov.cn/P0123.PDF?v=2');
  expect(pdfAddress('/download.jsp?name=决算.pdf', base)).toBe(
    'http://www.shili.gov.cn/download.jsp?name=%E5%86%B3%E7%AE%97.pdf',
  );
  expect(pdfAddress('/download.jsp?id=7', base)).toBeNull();
  expect(pdfAddress('/download.jsp?id=7', base, true)).toBe('http://www.shili.gov.cn/download.jsp?id=7');
});

it('looks through a site’s own viewer, whose file is relative to it', () => {
  expect(pdfAddress('./_viewer/web/viewer.html?file=..%2F..%2Fa.pdf', base)).toBe(
    'http://www.shili.gov.cn/art/2025/a.pdf',
  );
  expect(pdfAddress('/pdfjs/view?file=/files/a.pdf%23page=2', base)).toBe('http://www.shili.gov.cn/files/a.pdf');
  expect(pdfAddress('/viewer.html?file=javascript:x.pdf', base)).toBeNull();
});

it('follows no address that is not of the web, and none with a password', () => {
  for (const address of [
    'javascript:alert(1)//a.pdf',
    'data:application/pdf,a.pdf',
    'blob:http://www.shili.gov.cn/a.pdf',
    'http://name:word@www.shili.gov.cn/a.pdf',
    'http://[/a.pdf',
  ]) {
    expect(pdfAddress(address, base, true)).toBeNull();
  }
  expect(webAddress('#top', base)?.href).toBe(base);
});
