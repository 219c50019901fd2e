import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileEntry } from '../../entrypoints/shared/protocol/protocol.ts';
import type { ExtensionBrowser } from '../e2e/harness.ts';
import { openHarness, otherSite, site, waitFor } from '../e2e/harness.ts';
import { holdsFor } from './cases.ts';
import type { TabFiles } from './tab-files.ts';
import { openHand } from './tab-files.ts';

const pdf = readFileSync(join(import.meta.dirname, '../samples/disclosure.pdf'));
const mega = 1024 * 1024;
const pdfType = { 'content-type': 'application/pdf' };
const page = '<!DOCTYPE html><title>请登录</title><form></form>';

/** Says what HTTP would not let a server say. */
const raw = (response: ServerResponse, ...parts: readonly (string | Buffer)[]) => {
  for (const part of parts) response.socket?.write(part);
  response.socket?.end();
};

type Answer = (response: ServerResponse) => unknown;

type Outcome = NonNullable<FileEntry['failure']>['kind'] | 'read';

/** Servers that come to an end, and what is to come of the file: a reason, or `read`; several where it hangs on which of the server’s packets the browser sees first. */
const ending: Readonly<Record<string, readonly [answer: Answer, ...outcomes: readonly Outcome[]]>> = {
  'cuts off': [
    (response) =>
      response
        .writeHead(200, { ...pdfType, 'content-length': pdf.length })
        .write(pdf.subarray(0, 60_000), () => response.destroy()),
    'cut-off',
    'network',
  ],
  'resets at once': [(response) => response.socket?.resetAndDestroy(), 'network'],
  'says too much': [
    (response) =>
      raw(response, `HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 5000\r\n\r\n`, pdf),
    'truncated',
  ],
  'says two lengths': [
    (response) => raw(response, 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\n%PDF-1.'),
    'network',
  ],
  'says a length that is none': [
    (response) => raw(response, 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n%PDF-1.7'),
    'truncated',
  ],
  'has broken chunks': [
    (response) => raw(response, 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n%PDF-1.7\nzzz\r\nnonsense'),
    'cut-off',
    'network',
  ],
  // Taken for a server of the first days, which gave files without heads.
  'speaks no HTTP': [(response) => raw(response, 'hello\r\n'), 'not-pdf'],
  'has a megabyte of heads': [
    (response) =>
      raw(
        response,
        `HTTP/1.1 200 OK\r\n${Array.from({ length: 16_000 }, (_, index) => `X-${index}: ${'x'.repeat(60)}`).join('\r\n')}\r\n\r\n`,
        pdf,
      ),
    'network',
  ],
  'announces more than we take': [
    (response) => response.writeHead(200, { 'content-length': 100 * mega + 1 }).write('%PDF-1.7\n'),
    'too-large',
  ],
  'announces more than anybody takes': [
    (response) => response.writeHead(200, { 'content-length': 9_000_000_000_000 }).write('%PDF-1.7\n'),
    'huge',
  ],
  'packs a bomb': [
    (response) =>
      response
        .writeHead(200, { ...pdfType, 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(120 * mega, '%PDF-1.7\n'))),
    'too-large',
  ],
  'packs badly': [
    (response) => response.writeHead(200, { ...pdfType, 'content-encoding': 'gzip' }).end('%PDF-1.7 is not packed'),
    'network',
  ],
  'calls a PDF a page': [(response) => response.writeHead(200, { 'content-type': 'text/html' }).end(pdf), 'read'],
  'calls a page a PDF': [(response) => response.writeHead(200, pdfType).end(page), 'web-page'],
  'wants it saved': [
    (response) =>
      response
        .writeHead(200, {
          'content-type': 'application/octet-stream',
          'content-disposition': 'attachment; filename="a.exe"',
        })
        .end(pdf),
    'read',
  ],
  'gives a part and calls it one': [
    (response) =>
      response.writeHead(206, { ...pdfType, 'content-range': `bytes 0-4999/${pdf.length}` }).end(pdf.subarray(0, 5000)),
    'truncated',
  ],
  'gives a part that begins elsewhere': [
    (response) => response.writeHead(206, { ...pdfType, 'content-range': 'bytes 9-20/21' }).end(pdf.subarray(500)),
    'not-pdf',
  ],
  'asks who we are': [
    (response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end(page),
    'refused',
  ],
  'asks who we are, in another way': [
    (response) => response.writeHead(401, { 'www-authenticate': 'NTLM' }).end(page),
    'refused',
  ],
  'has nothing': [(response) => response.writeHead(204).end(), 'empty'],
  'has an empty file': [(response) => response.writeHead(200, { ...pdfType, 'content-length': 0 }).end(), 'empty'],
  'fails with a file': [(response) => response.writeHead(500, pdfType).end(pdf), 'server'],
  'does not find what it sends': [(response) => response.writeHead(404, pdfType).end(pdf), 'not-found'],
  'leads round in a circle': [(response) => response.writeHead(302, { location: '/circle.pdf' }).end(), 'network'],
  'leads to the disk': [(response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(), 'network'],
  'leads to a script': [(response) => response.writeHead(302, { location: 'javascript:alert(1)' }).end(), 'network'],
  'leads to a site that we may not read': [
    (response) => response.writeHead(302, { location: `${otherSite}/open.pdf` }).end(),
    'network',
  ],
  'leads to a page of its own': [(response) => response.writeHead(302, { location: '/login.html' }).end(), 'web-page'],
};

/** Servers that never come to an end by themselves. */
const endless: Readonly<Record<string, Answer>> = {
  'silent': () => undefined,
  'a byte a second': (response) => {
    response.writeHead(200, { ...pdfType, 'content-length': pdf.length });
    let at = 0;
    const timer = setInterval(() => response.write(pdf.subarray(at, (at += 1))), 1000);
    response.on('close', () => clearInterval(timer));
  },
  'heads and no more': (response) =>
    response.writeHead(200, { ...pdfType, 'content-length': pdf.length }).flushHeaders(),
  'all but the last byte': (response) =>
    response.writeHead(200, { ...pdfType, 'content-length': pdf.length }).write(pdf.subarray(0, -1)),
};

const address = (name: string) => `${site}/${encodeURIComponent(name)}.pdf`;
const listing = (
  names: readonly string[],
) => `<!DOCTYPE html><meta charset="utf-8"><title>部门决算公开</title><h1>2024 年度部门决算</h1>
<table><tr><td>合计</td><td>1.00</td></tr></table><ul>${names.map((name) => `<li><a href="${address(name)}">附件：${name}.pdf</a></li>`).join('')}</ul>`;

let browser: ExtensionBrowser;
let files: TabFiles;
beforeAll(async () => {
  browser = await openHarness({
    handler: (_, response, url) => {
      const name = decodeURIComponent(url.pathname).slice(1);
      const answer = ending[name.replace(/\.pdf$/, '')]?.[0] ?? endless[name.replace(/\.pdf$/, '')];
      if (name.endsWith('.pdf') && answer !== undefined) answer(response);
      else if (name === 'circle.pdf') response.writeHead(302, { location: '/circle.pdf' }).end();
      else if (name === 'open.pdf')
        response.writeHead(200, { ...pdfType, 'access-control-allow-origin': '*' }).end(pdf);
      else if (name === 'login.html') response.writeHead(200, { 'content-type': 'text/html' }).end(page);
      else if (name === 'all.html')
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(listing(Object.keys(ending)));
      else if (name in endless)
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(listing([name, 'cuts off']));
      else return false;
      return true;
    },
  });
  files = await openHand(browser);
});
afterAll(() => browser.close());

async function openListing(path: string): Promise<number> {
  const tabId = await browser.tabId(await browser.openPage(`${site}/${encodeURIComponent(path)}`));
  await waitFor('the list of files', async () => ((await files.of(tabId)).length > 0 ? true : undefined), 30_000);
  return tabId;
}

describe('what servers do', () => {
  it('keeps nobody waiting who looks at something else, and is said of each', async (context) => {
    // All that never end, first; then those that do; then a tab that has nothing to do with any of it.
    const slow = new Map<string, number>();
    for (const name of Object.keys(endless)) {
      const tabId = await openListing(name);
      slow.set(name, tabId);
      await files.say({ kind: 'check-files', tabId, documentIds: [address(name)] });
    }
    const tabId = await openListing('all.html');
    await files.say({ kind: 'check-files', tabId, documentIds: Object.keys(ending).map(address) });
    const witness = await browser.openPage(`${site}/disclosure.pdf`);
    const witnessed = await files.ended(await browser.tabId(witness), `${site}/disclosure.pdf`);
    expect(witnessed.stage).toBe('read');

    await holdsFor(
      context,
      [...Object.keys(ending), ...Object.keys(endless)],
      (name) => name,
      async (name) => {
        const slowTab = slow.get(name);
        if (slowTab === undefined) {
          const { stage, failure } = await files.ended(tabId, address(name), 90_000);
          expect(ending[name]?.slice(1)).toContain(stage === 'read' ? 'read' : failure?.kind);
          return;
        }
        // It says that it goes on, or in the end that it did not; and the next file of its own page is read meanwhile.
        const entry = (await files.of(slowTab)).find(({ url }) => url === address(name));
        expect(entry?.stage === 'fetching' || entry?.failure?.kind === 'stalled').toBe(true);
        await files.say({ kind: 'check-files', tabId: slowTab, documentIds: [address('cuts off')] });
        expect(ending['cuts off']?.slice(1)).toContain((await files.ended(slowTab, address('cuts off'))).failure?.kind);
        if (entry?.stage !== 'fetching') return;
        await files.say({ kind: 'cancel-files', tabId: slowTab, documentIds: [address(name)] });
        await waitFor('it to be given up', async () =>
          (await files.of(slowTab)).find(({ url }) => url === address(name))?.stage !== 'fetching' ? true : undefined,
        );
      },
    );
    await waitFor(
      'the reader to be closed',
      async () => ((await browser.inWorker('chrome.offscreen.hasDocument()')) === false ? true : undefined),
      90_000,
    );
  });
});
