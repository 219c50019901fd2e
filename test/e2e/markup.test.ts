import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Report } from '../../core/report/schema.ts';
import { equationText, sentence } from '../../core/report/tell.ts';
import { accounts, withCell } from '../core/accounts.ts';
import { drawnBody, drawnPage } from '../drawn-page.ts';
import type { ExtensionBrowser } from './harness.ts';
import { openHarness, site, waitFor } from './harness.ts';

const title = '示例市政务服务中心2024年度部门决算公开';
const forms = withCell(
  'income',
  6,
  2,
  '345.00',
  withCell('summary', 5, 5, '62.25', withCell('threePublic', 4, 11, '9.00', accounts)),
);
const plain = drawnPage(forms, title);
const body = `<h1>${title}</h1>\n${drawnBody(forms)}`;

/** The double bytes of GB18030, as the browser's own decoder reads them. */
function toGbk(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) bytes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  return Buffer.from(
    Array.from(text).flatMap((sign) =>
      sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : (bytes.get(sign) ?? [0x3f]),
    ),
  );
}

const type = 'text/html';
const pages: Readonly<Record<string, readonly [type: string, bytes: Buffer]>> = {
  'plain.html': [`${type}; charset=utf-8`, Buffer.from(plain)],
  'quirks.html': [
    `${type}; charset=utf-8`,
    Buffer.from(
      plain
        .replace('<!doctype html>\n', '')
        .replaceAll('<table border="1">', '<TABLE BORDER=1 WIDTH=100% BGCOLOR=white>')
        .replaceAll('<td', '<TD ALIGN=right NOWRAP'),
    ),
  ],
  'gbk.html': [
    type,
    toGbk(
      plain.replace('<meta charset="utf-8">', '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
    ),
  ],
  'gbk-by-header.html': [`${type}; charset=GBK`, toGbk(plain.replace('<meta charset="utf-8">', ''))],
  'unclosed.html': [`${type}; charset=utf-8`, Buffer.from(plain.replaceAll(/<\/(?:td|tr|p|html|body|head)>/g, ''))],
  'torn.html': [
    `${type}; charset=utf-8`,
    Buffer.from(
      plain
        .replaceAll('</tr>', '</td></td></tr></font>')
        .replaceAll('<tr>', '<font><tr>')
        .replaceAll('<p>', '<p><b><i>')
        .replaceAll('</p>', '</b></i></p>'),
    ),
  ],
  'layout.html': [
    `${type}; charset=utf-8`,
    Buffer.from(
      plain.replace(
        body,
        `<table width="100%" cellspacing="0"><tr><td width="10">&nbsp;</td><td><table width="960"><tr><td>首页 &gt; 预决算公开</td></tr><tr><td><table><tr><td>${body}</td></tr></table></td></tr></table></td></tr></table>`,
      ),
    ),
  ],
  'spaced.html': [
    `${type}; charset=utf-8`,
    Buffer.from(
      plain
        .replaceAll(/>(\d[\d,]*)\.(\d\d)</g, '><span>$1</span><span lang="EN-US">.$2</span><o:p></o:p><')
        .replaceAll('合计', '合　&nbsp;计'),
    ),
  ],
  'boxless.html': [
    `${type}; charset=utf-8`,
    Buffer.from(
      plain.replaceAll(
        /<td>([\d,.]+)<\/td>/g,
        '<td><font style="display:contents"><span style="display:contents">$1</span></font><i style="display:none">9</i><i style="visibility:hidden">8</i></td>',
      ),
    ),
  ],
  'xhtml.html': [
    `${type}; charset=utf-8`,
    Buffer.from(
      plain.replace(
        '<!doctype html>',
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
      ),
    ),
  ],
  'iframe.html': [
    `${type}; charset=utf-8`,
    Buffer.from(
      `<!doctype html><title>${title}</title><h1>${title}</h1><iframe src="plain.html" width="1100" height="700"></iframe>`,
    ),
  ],
  'frameset.html': [
    `${type}; charset=utf-8`,
    Buffer.from(
      `<html><head><title>${title}</title></head><frameset rows="60,*"><frame src="menu.html"><frame src="plain.html" name="main"></frameset></html>`,
    ),
  ],
  'menu.html': [`${type}; charset=utf-8`, Buffer.from('<p><a href="plain.html" target="main">部门决算</a>')],
};

let browser: ExtensionBrowser;
beforeAll(async () => {
  browser = await openHarness({
    handler: (_, response, url) => {
      const page = pages[url.pathname.slice(1)];
      if (page !== undefined) response.writeHead(200, { 'content-type': page[0] }).end(page[1]);
      return page !== undefined;
    },
  });
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const page of browser.context.pages()) if (!page.url().startsWith('about:')) await page.close();
});

/** What is said, without what differs between two pages that print the same. */
const said = ({ findings, coverage }: Report) => ({
  coverage: {
    amounts: coverage.amounts,
    checked: coverage.checked,
    relations: coverage.relations,
    recognised: coverage.recognised,
  },
  findings: findings.map(({ rule, verdict, likely, ...finding }) => ({
    rule,
    verdict,
    message: sentence(finding, 'zh').replaceAll('　 ', ''),
    equation: equationText(finding, 'zh'),
    likely,
  })),
});

async function read(path: string) {
  const page = await browser.openPage(`${site}/${path}`);
  const tabId = await browser.tabId(page);
  const report = await waitFor(
    `the report of ${path}`,
    async () => {
      const reports = (await browser.documents(tabId)).map((document) => document.report);
      return reports.find(({ findings }) => findings.length > 0);
    },
    30_000,
  );
  return { page, report };
}

it.each(Object.keys(pages).filter((path) => path !== 'menu.html'))(
  '%s is read as the well-formed page is, and marked',
  async (path) => {
    const expected = said((await read('plain.html')).report);
    expect(expected.findings.filter(({ verdict }) => verdict === 'inconsistent').length).toBeGreaterThanOrEqual(3);
    const { page, report } = await read(path);
    expect(said(report)).toEqual(expected);
    await browser.openPopup(page);
    await waitFor('a mark', async () => {
      for (const frame of page.frames()) if ((await frame.locator('button.mark').count()) > 0) return true;
      return undefined;
    });
  },
);
