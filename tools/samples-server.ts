import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** One request as it came in: tests look at these to see that nothing else is asked for. */
export interface ServedRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

/** Answers a request itself and says true, or leaves it to the folders and says false. */
export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean | Promise<boolean>;

export interface ServerOptions {
  /** Folder for each path prefix, e.g. `{ '/': 'test/samples', '/corpus/': '…' }`; the longest prefix wins. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Asked first, whatever the host name. */
  readonly handler?: Handler;
}

export interface SamplesServer {
  readonly port: number;
  readonly requests: ServedRequest[];
  close(): Promise<void>;
}

// No charset for HTML: many of these sites send none, and the page's own meta has to do.
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.pdf': 'application/pdf',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

async function readFrom(
  folders: Readonly<Record<string, string>>,
  path: string,
): Promise<{ name: string; bytes: Buffer } | null> {
  const prefixes = Object.keys(folders)
    .filter((prefix) => path.startsWith(prefix))
    .sort((a, b) => b.length - a.length);
  for (const prefix of prefixes) {
    const folder = folders[prefix];
    if (folder === undefined) continue;
    const root = normalize(folder);
    const name = normalize(join(root, path.slice(prefix.length)));
    if (!name.startsWith(root.endsWith(sep) ? root : root + sep)) continue;
    const isFile = await stat(name).then(
      (stats) => stats.isFile(),
      () => false,
    );
    if (isFile) return { name, bytes: await readFile(name) };
  }
  return null;
}

async function answer(options: ServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
  if (options.handler !== undefined && (await options.handler(request, response, url))) return;
  const file = await readFrom(options.folders ?? {}, decodeURIComponent(url.pathname));
  if (file === null) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这个文件');
    return;
  }
  response
    .writeHead(200, {
      'content-type': contentTypes[extname(file.name).toLowerCase()] ?? 'application/octet-stream',
      'content-length': file.bytes.length,
    })
    .end(request.method === 'HEAD' ? undefined : file.bytes);
}

/**
 * Serves folders and handlers on the loopback interface, on a port of the system's choice.
 * @param options what to serve
 * @returns the running server
 */
export async function serveSamples(options: ServerOptions): Promise<SamplesServer> {
  const requests: ServedRequest[] = [];
  const server = createServer((request, response) => {
    requests.push({
      method: request.method ?? '',
      host: request.headers.host ?? '',
      path: request.url ?? '',
      headers: request.headers,
    });
    answer(options, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(error instanceof Error ? error.message : 'error');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
