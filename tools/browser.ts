import { execFile, spawn } from 'node:child_process';
import { access, constants, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A browser of the Chromium family that was found on this machine. */
export interface FoundBrowser {
  readonly path: string;
  /** Branded Chrome since 137 and Edge ignore --load-extension: they are the last resort. */
  readonly branded: boolean;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function isReadable(path: string): Promise<boolean> {
  return access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
}

/** Folders of Playwright and Puppeteer that hold downloaded browsers, one folder a version. */
async function downloadedBrowsers(): Promise<string[]> {
  const home = homedir();
  const caches =
    process.platform === 'darwin'
      ? [join(home, 'Library/Caches/ms-playwright')]
      : process.platform === 'win32'
        ? [join(process.env.LOCALAPPDATA ?? join(home, 'AppData/Local'), 'ms-playwright')]
        : [join(home, '.cache/ms-playwright')];
  const asked = process.env.PLAYWRIGHT_BROWSERS_PATH;
  if (asked !== undefined && asked !== '' && asked !== '0') caches.unshift(asked);
  caches.push(join(home, '.cache/puppeteer/chrome'));
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  const found: string[] = [];
  for (const cache of caches) {
    const versions = await readdir(cache).catch(() => []);
    // The newest version first; Playwright's headless shell cannot load extensions.
    const usable = versions
      .filter((name) => !name.includes('headless'))
      .sort()
      .reverse();
    found.push(...usable.flatMap((version) => inside.map((path) => join(cache, version, path))));
  }
  return found;
}

function onPath(...names: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function programFiles(...tails: string[]): string[] {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
  return roots.flatMap((root) => (root === undefined ? [] : tails.map((tail) => join(root, tail))));
}

/** Where this system keeps Chromium and Chrome for Testing. */
function unbrandedPlaces(): string[] {
  if (process.platform === 'darwin')
    return [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ];
  if (process.platform === 'win32') return programFiles('Chromium\\Application\\chrome.exe');
  return ['/usr/bin/chromium', ...onPath('chromium', 'chromium-browser', 'ungoogled-chromium'), '/snap/bin/chromium'];
}

/** Where this system keeps the branded browsers. */
function brandedPlaces(): string[] {
  if (process.platform === 'darwin')
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  if (process.platform === 'win32')
    return programFiles('Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe');
  return onPath('google-chrome', 'google-chrome-stable', 'microsoft-edge');
}

/**
 * Looks for a browser of the Chromium family: the one named by TIEOUT_BROWSER, else the usual places, those first that
 * still take an extension from the command line.
 * @returns the browser, or null if there is none
 * @throws when TIEOUT_BROWSER names something that can't be run
 */
export async function findBrowser(): Promise<FoundBrowser | null> {
  const asked = process.env.TIEOUT_BROWSER;
  if (asked !== undefined && asked !== '') {
    if (await isExecutable(asked)) return { path: asked, branded: /google-chrome|msedge|Microsoft Edge/i.test(asked) };
    throw new Error(
      `TIEOUT_BROWSER 所指的 ${asked} 不存在或不能运行。TIEOUT_BROWSER names ${asked}, which is absent or can't be run.`,
    );
  }
  for (const path of [...unbrandedPlaces(), ...(await downloadedBrowsers())]) {
    if (await isExecutable(path)) return { path, branded: false };
  }
  for (const path of brandedPlaces()) {
    if (await isExecutable(path)) return { path, branded: true };
  }
  return null;
}

/**
 * Whether the system has a font with Chinese characters. Elsewhere than on Linux it always has.
 * @returns true if Chinese text will be legible
 */
export async function hasChineseFont(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  return run('fc-list', [':lang=zh', 'family']).then(
    ({ stdout }) => stdout.trim() !== '',
    () => false,
  );
}

/** Runs a command with its output shown; resolves with its exit code. */
function show(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

const packages = ['chromium', 'chromium-l10n', 'fonts-noto-cjk', 'fonts-wqy-zenhei'];

/** Debian keeps Chromium's languages in a package of their own; without it our popup speaks English. */
async function speaksChinese(browser: FoundBrowser): Promise<boolean> {
  const locales = '/usr/lib/chromium/locales';
  if (!browser.path.startsWith('/usr/bin/chromium') || !(await isReadable(locales))) return true;
  return isReadable(join(locales, 'zh-CN.pak'));
}

/** Debian and its kin, as root: installs what is missing. Elsewhere does nothing. */
async function installOnDebian(packages: readonly string[]): Promise<void> {
  const mayInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && (await isExecutable('/usr/bin/apt-get'));
  if (!mayInstall) return;
  console.log(`正在安装 ${packages.join('、')}… Installing ${packages.join(', ')}…`);
  // An update that fails (no network for one of the sources) need not stop the installation.
  await show('/usr/bin/apt-get', ['update', '-q']);
  await show('/usr/bin/apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages]);
}

/**
 * Finds a browser and a Chinese font; on Debian as root installs them when they are missing.
 * @returns the browser
 * @throws one plain sentence that says what to install
 */
export async function ensureBrowser(): Promise<FoundBrowser> {
  let browser = await findBrowser();
  let font = await hasChineseFont();
  if (browser === null || browser.branded || !font || !(await speaksChinese(browser))) {
    await installOnDebian(packages);
    browser = await findBrowser();
    font = await hasChineseFont();
  }
  if (browser === null) {
    throw new Error(
      '没有找到 Chromium：请安装 Chromium（Debian/Ubuntu：apt-get install chromium），或用环境变量 TIEOUT_BROWSER 指明它的路径。' +
        ' No Chromium found: install it (Debian/Ubuntu: apt-get install chromium) or name its path in TIEOUT_BROWSER.',
    );
  }
  if (!font) {
    throw new Error(
      '没有中文字体：请安装（Debian/Ubuntu：apt-get install fonts-noto-cjk fonts-wqy-zenhei）。' +
        ' No Chinese font: install one (Debian/Ubuntu: apt-get install fonts-noto-cjk fonts-wqy-zenhei).',
    );
  }
  return browser;
}

/**
 * Looks for Firefox: the one named by TIEOUT_FIREFOX, else the usual places.
 * @returns its path, or null
 */
export async function findFirefox(): Promise<string | null> {
  const asked = process.env.TIEOUT_FIREFOX;
  const places =
    asked !== undefined && asked !== ''
      ? [asked]
      : [
          ...onPath('firefox-esr', 'firefox'),
          '/Applications/Firefox.app/Contents/MacOS/firefox',
          ...programFiles('Mozilla Firefox\\firefox.exe'),
        ];
  for (const path of places) if (await isExecutable(path)) return path;
  return null;
}

/**
 * Finds Firefox; on Debian as root installs it when it is missing.
 * @returns its path, or null where it is neither there nor to be had
 */
export async function ensureFirefox(): Promise<string | null> {
  const found = await findFirefox();
  if (found !== null) return found;
  await installOnDebian(['firefox-esr']);
  return findFirefox();
}
