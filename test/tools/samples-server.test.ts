import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSamples, type SamplesServer } from '../../tools/samples-server.ts';

let folder: string;
let server: SamplesServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-'));
  await mkdir(join(folder, 'site/子'), { recursive: true });
  await mkdir(join(folder, 'more'));
  await writeFile(join(folder, 'secret.html'), '外');
  await writeFile(join(folder, 'site/子/页.html'), '页');
  await writeFile(join(folder, 'more/a.pdf'), '%PDF-');
  server = await serveSamples({
    folders: { '/': join(folder, 'site'), '/more/': join(folder, 'more') },
    handler: (_request, response, url) => {
      if (url.pathname !== '/own') return false;
      response.end(url.host);
      return true;
    },
  });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Asks for a path as it is: fetch would tidy it. */
function get(path: string): Promise<{ status: number; type: string; body: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path, headers: { host: 'www.shili.gov.cn' } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('serves folders by prefix, and Chinese names', async () => {
  expect(await get(encodeURI('/子/页.html'))).toEqual({ status: 200, type: 'text/html', body: '页' });
  expect(await get('/more/a.pdf')).toEqual({ status: 200, type: 'application/pdf', body: '%PDF-' });
  expect((await get('/none.html')).status).toBe(404);
});

test('does not leave its folders', async () => {
  expect((await get('/../secret.html')).status).toBe(404);
  expect((await get('/%2e%2e%2fsecret.html')).status).toBe(404);
  expect((await get('/more/%2e%2e/secret.html')).status).toBe(404);
});

test('asks the handler first, and notes each request with its host', async () => {
  expect((await get('/own')).body).toBe('www.shili.gov.cn');
  expect(server.requests.at(-1)).toMatchObject({ method: 'GET', host: 'www.shili.gov.cn', path: '/own' });
});
