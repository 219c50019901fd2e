import type { IncomingHttpHeaders } from 'node:http';
import { expect, it } from 'vitest';
import { openHarness, site, waitFor } from '../e2e/harness.ts';

const page =
  '<!doctype html><meta charset="utf-8"><title>部门决算公开</title><h1>2024年度部门决算</h1><embed src="/own.pdf" type="application/pdf" width="800" height="500">';

/** What tells requests apart on a site without a certificate. The language is the driver's own in pages; the page's address we leave out. */
const compared = ['accept', 'accept-encoding', 'upgrade-insecure-requests', 'user-agent'] as const;

it('a file that is read before any click is asked for as the browser asks for it', async () => {
  const seen: IncomingHttpHeaders[] = [];
  const browser = await openHarness({
    handler: (request, response, url) => {
      if (url.pathname === '/page.html')
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      else if (url.pathname === '/own.pdf') {
        seen.push(request.headers);
        response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7');
      } else return false;
      return true;
    },
  });
  try {
    await browser.openPage(`${site}/page.html`);
    await waitFor('the second request', () => Promise.resolve(seen.length > 1 ? true : undefined), 30_000);
    const [own, ours] = seen.map((headers) => Object.fromEntries(compared.map((name) => [name, headers[name]])));
    expect(own?.accept).toContain('text/html');
    expect(ours).toEqual(own);
    // Nothing of the extension.
    expect(JSON.stringify(seen)).not.toContain(browser.extensionId);
  } finally {
    await browser.close();
  }
});
