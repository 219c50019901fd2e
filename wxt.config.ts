import { cp, mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { minimumBrowsers } from './minimum-browsers.ts';

const pdfjs = resolve('node_modules/pdfjs-dist');

/** The CMaps that Chinese files use; the whole set would add 0.9 MB. */
const usedCMaps = /^(GB|UniGB|Adobe-GB1|Adobe-CNS1|UniCNS|B5|ETen|Identity|UniJIS|Adobe-Japan1|90ms|H\.|V\.)/;

/**
 * What our own pages may do: code, styles and pictures of their own only, nothing framed or sent elsewhere by a form, and nobody may move their
 * addresses. Documents are fetched from the web; the page of gov.cn that shows our viewer in a frame is its ancestor.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "object-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data: blob:",
  "img-src 'self' data: blob:",
  "connect-src 'self' http: https:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self' http://gov.cn:* https://gov.cn:* http://*.gov.cn:* https://*.gov.cn:*",
].join('; ');

// https://wxt.dev/api/config.html
export default defineConfig({
  publicDir: 'assets/public',
  outDir: '.output',
  manifestVersion: 3,
  zip: {
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    // What the store's reviewers need to build it: everything but the repository's own machinery.
    excludeSources: ['.ci/**', '.output/**'],
  },
  vite: () => ({
    plugins: [preact()],
    build: {
      chunkSizeWarningLimit: 2000,
      target: [`chrome${minimumBrowsers.chrome}`, `firefox${minimumBrowsers.firefox}`],
    },
    // WXT's own would announce our scripts, and the extension's id, to every page.
    resolve: { alias: { 'wxt/utils/content-script-context': resolve('entrypoints/shared/page/quiet-context.ts') } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: '__MSG_extensionShortName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    // Nothing of a private window is to be stored. `split` would share storage.local (what is ignored, with its titles) with the other windows, and Firefox knows no `split`.
    incognito: 'not_allowed',
    // The menu is that of the toolbar button; no site sees it, and the browser asks nobody for it.
    permissions: [
      'storage',
      'scripting',
      'activeTab',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['offscreen', 'sidePanel']),
    ],
    host_permissions: ['*://*.gov.cn/*'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    content_security_policy: { extension_pages: policy },
    // The viewer in a page's frame, and under a name that no page can know before we put it there.
    web_accessible_resources: [
      {
        resources: ['frame.html'],
        matches: ['*://*.gov.cn/*'],
        ...(browser !== 'firefox' && { use_dynamic_url: true }),
      },
    ],
    minimum_chrome_version: String(minimumBrowsers.chrome),
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: { default_title: '__MSG_extensionShortName__' },
    commands: {
      'toggle-marks': { suggested_key: { default: 'Alt+Shift+T' }, description: '__MSG_commandToggleMarks__' },
      'next-finding': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_commandNextFinding__' },
      'previous-finding': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_commandPreviousFinding__' },
    },
    // The popup's page serves as the side panel, too.
    ...(browser === 'firefox'
      ? {
          sidebar_action: {
            default_panel: 'popup.html?side',
            default_title: '__MSG_extensionShortName__',
            open_at_install: false,
          },
        }
      : { side_panel: { default_path: 'popup.html?side' } }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: '{b3f2a6d4-8c1e-4f57-9a0b-6d2e71c45f90}',
          strict_min_version: `${minimumBrowsers.firefox}.0`,
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  hooks: {
    // pdf.js reads its CMaps, fonts and decoders at run time: they lie beside the pages that use it.
    async 'build:done'(wxt) {
      const to = join(wxt.config.outDir, 'pdfjs');
      await mkdir(join(to, 'cmaps'), { recursive: true });
      for (const name of await readdir(join(pdfjs, 'cmaps'))) {
        if (usedCMaps.test(name)) await cp(join(pdfjs, 'cmaps', name), join(to, 'cmaps', name));
      }
      for (const folder of ['standard_fonts', 'wasm', 'iccs'])
        await cp(join(pdfjs, folder), join(to, folder), { recursive: true });
      await cp(join(pdfjs, 'web', 'images'), join(to, 'images'), {
        recursive: true,
        filter: (path) => !path.includes('.') || /annotation-[\w-]+\.svg$/.test(path),
      });
    },
  },
});
