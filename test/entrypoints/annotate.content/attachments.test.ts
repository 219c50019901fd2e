// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { attachments, fileNameOf } from '../../../entrypoints/annotate.content/attachments.ts';

const found = (html: string) => {
  document.body.innerHTML = html;
  return attachments(document).map(({ name, format }) => `${format} ${name}`);
};

it('lists files by format, by address or by name', () => {
  expect(
    found(
      '<a href="/1.pdf">决算.pdf</a><a href="/2.XLSX">表</a><a href="/d?f=3.doc">说明</a><a href="/d?id=4">报表.et</a><a href="/5.jpg">公章图</a><a href="/6.jpg"></a>',
    ),
  ).toEqual(['pdf 决算.pdf', 'xlsx 表', 'doc 说明', 'et 报表.et', 'picture 公章图']);
});

it('lists addresses that promise a file, and no other page', () => {
  expect(
    found(
      '<a href="/download.jsp?id=7">附件：决算</a><a href="/download.jsp?id=8">关于我们</a><a href="/art/9.html">附件说明</a><a href="#附件">附件</a>',
    ),
  ).toEqual(['unknown 附件：决算']);
});

it('lists addresses without an ending whose title is that of accounts', () => {
  expect(
    found(
      '<a href="/download?id=3">2024年度部门决算公开</a><a href="/attachment/123">部门预算</a><a href="/get.do?fileId=9">三公经费</a><a href="/x/12" download>决算说明</a>',
    ),
  ).toEqual(['unknown 2024年度部门决算公开', 'unknown 部门预算', 'unknown 三公经费', 'unknown 决算说明']);
  // An article about accounts, the site's own corner for files, and a file about nothing.
  expect(
    found(
      '<a href="/art/2024/9/art_12_3.html">2024年度部门决算公开</a><a href="/download/">下载中心</a><a href="/upload/12.shtml">部门决算</a><a href="/download?id=4">办事指南</a>',
    ),
  ).toEqual([]);
});

it('names the format of what cannot be checked, wherever the name stands', () => {
  const names = ['rar', 'zip', 'ofd', 'doc', 'docx', 'xls', 'xlsx', 'wps', 'et'];
  expect(found(names.map((name, index) => `<a href="/f/${index}.${name}">决算</a>`).join(''))).toEqual(
    names.map((name) => `${name} 决算`),
  );
  expect(found(names.map((name, index) => `<a href="/f?id=${index}">决算.${name.toUpperCase()}</a>`).join(''))).toEqual(
    names.map((name) => `${name} 决算.${name.toUpperCase()}`),
  );
  expect(found(names.map((name, index) => `<a href="/f?id=${index}" title="决算.${name}">附件</a>`).join(''))).toEqual(
    names.map((name) => `${name} 决算.${name}`),
  );
});

it('believes a link that says it gives a PDF', () => {
  expect(found('<a href="/f?id=5" type="application/pdf">全文</a>')).toEqual(['pdf 全文']);
});

it('takes a name that says something', () => {
  expect(
    found(
      '<a href="/%E5%86%B3%E7%AE%97.pdf">点击下载</a><a href="/1.pdf" title="部门决算">附件1</a><a href="/%C1.pdf">附件2：</a>',
    ),
  ).toEqual(['pdf 决算.pdf', 'pdf 部门决算', 'pdf 附件2：']);
  expect(fileNameOf('http://www.shili.gov.cn/get?file=a.pdf')).toBe('a.pdf');
});

it('leaves what is the site’s', () => {
  expect(
    found(
      '<nav><a href="/1.pdf">指南</a></nav><div class="main-nav"><a href="/2.pdf">指南</a></div><div id="footer"><a href="/3.pdf">声明</a></div>',
    ),
  ).toEqual([]);
  // What holds the headline holds the article, whatever it is called.
  expect(found('<div class="top"><h1>部门决算</h1><a href="/4.pdf">决算</a></div>')).toEqual(['pdf 决算']);
});

it('follows only addresses of the web', () => {
  expect(
    found(
      '<a href="javascript:open(\'a.pdf\')">a.pdf</a><a href="file:///a.pdf">a.pdf</a><a href="http://u:p@www.shili.gov.cn/a.pdf">a.pdf</a>',
    ),
  ).toEqual([]);
});

it('lists a PDF that is a frame of a frameset, in whose place nothing of ours can stand', () => {
  document.body.replaceChildren(
    ...['/menu.html', '/%E5%86%B3%E7%AE%97.pdf'].map((src) => {
      const frame = document.createElementNS('http://www.w3.org/1999/xhtml', 'frame');
      frame.setAttribute('src', src);
      // Not loaded yet.
      Object.assign(frame, { contentDocument: null });
      return frame;
    }),
  );
  expect(attachments(document)).toMatchObject([{ where: 'attachment', name: '决算.pdf', format: 'pdf' }]);
});
