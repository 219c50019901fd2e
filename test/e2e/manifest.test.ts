import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { minimumBrowsers } from '../../minimum-browsers.ts';
import { built } from './harness.ts';

const manifestSchema = z.looseObject({
  permissions: z.array(z.string()),
  host_permissions: z.array(z.string()),
  optional_host_permissions: z.array(z.string()),
  content_scripts: z.array(z.looseObject({ js: z.array(z.string()), matches: z.array(z.string()) })),
  content_security_policy: z.record(z.string(), z.string()),
});
const manifest = manifestSchema.parse(JSON.parse(await readFile(join(built, 'manifest.json'), 'utf8')));

it('asks for exactly these permissions', () => {
  expect([...manifest.permissions].sort()).toEqual([
    'activeTab',
    'contextMenus',
    'offscreen',
    'scripting',
    'sidePanel',
    'storage',
  ]);
  expect(manifest.host_permissions).toEqual(['*://*.gov.cn/*']);
  expect([...manifest.optional_host_permissions].sort()).toEqual(['http://*/*', 'https://*/*']);
  expect(manifest.optional_permissions).toBeUndefined();
});

it('lets its own pages load nothing of others but documents, and only itself and gov.cn frame them', () => {
  const directives: Record<string, string> = Object.fromEntries(
    (manifest.content_security_policy.extension_pages ?? '')
      .split('; ')
      .map((each) => [each.split(' ')[0] ?? '', each.split(' ').slice(1).join(' ')] as const),
  );
  expect(Object.keys(manifest.content_security_policy)).toEqual(['extension_pages']);
  expect(directives).toEqual({
    'default-src': "'none'",
    'script-src': "'self' 'wasm-unsafe-eval'",
    'worker-src': "'self'",
    'object-src': "'none'",
    'style-src': "'self' 'unsafe-inline'",
    'font-src': "'self' data: blob:",
    'img-src': "'self' data: blob:",
    'connect-src': "'self' http: https:",
    'frame-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'self' http://gov.cn:* https://gov.cn:* http://*.gov.cn:* https://*.gov.cn:*",
  });
});

it('has nothing to do with private windows: nothing of them is stored', () => {
  expect(manifest.incognito).toBe('not_allowed');
});

it('says which browsers it needs at least', () => {
  expect(manifest.minimum_chrome_version).toBe(String(minimumBrowsers.chrome));
});

it('runs only the detector by itself, on gov.cn, and keeps it within 8 KB', async () => {
  expect(manifest.content_scripts).toHaveLength(1);
  expect(manifest.content_scripts[0]).toMatchObject({
    matches: ['*://*.gov.cn/*'],
    js: ['content-scripts/detect.js'],
    all_frames: false,
  });
  expect((await stat(join(built, 'content-scripts/detect.js'))).size).toBeLessThanOrEqual(8192);
});

it('lets only pages of gov.cn frame only the viewer, under a name of the session', () => {
  expect(manifest.web_accessible_resources).toEqual([
    { resources: ['frame.html'], matches: ['*://*.gov.cn/*'], use_dynamic_url: true },
  ]);
});

it('does not announce itself to pages', async () => {
  for (const script of ['detect', 'annotate']) {
    expect(await readFile(join(built, `content-scripts/${script}.js`), 'utf8')).not.toContain('content-script-started');
  }
});
