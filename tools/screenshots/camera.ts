import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from '../extension-browser.ts';
import type { PopupHandle } from '../popup-handle.ts';

/** How a shot is taken: under each scheme, at each width. */
export type Scheme = 'light' | 'dark';

/** Widths of a window, in CSS pixels. */
export const widths = { wide: 1280, narrow: 420 } as const;

/** Takes pictures and files them under a folder, by name, scheme and width. */
export class Camera {
  readonly browser: ExtensionBrowser;
  readonly #folder: string;
  readonly taken: string[];

  constructor(browser: ExtensionBrowser, folder: string, taken: string[] = []) {
    this.taken = taken;
    this.browser = browser;
    this.#folder = folder;
  }

  /** The same camera, whose pictures go into a folder below. */
  in(folder: string): Camera {
    return new Camera(this.browser, join(this.#folder, folder), this.taken);
  }

  async #keep(name: string, picture: Buffer): Promise<void> {
    const path = join(this.#folder, `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, picture);
    this.taken.push(name);
  }

  /** The true popup of a page, whole, in both schemes. @param prepare what the reader does first */
  async popup(name: string, page: Page, prepare: (popup: PopupHandle) => Promise<void> = () => Promise.resolve()): Promise<void> {
    const popup = await this.browser.openPopup(page);
    await popup.waitFor('document.body.innerText.trim() !== ""');
    await prepare(popup);
    // A state that is still on its way settles.
    await page.waitForTimeout(300);
    for (const scheme of ['light', 'dark'] as const) {
      await popup.emulateMedia({ 'prefers-color-scheme': scheme });
      await this.#keep(`${name}-${scheme}`, await popup.screenshot(true));
    }
    if (popup.open) await popup.close();
  }

  /** A page as its window shows it, or whole, in both schemes, wide and narrow. @param prepare done again for each */
  async page(name: string, page: Page, prepare: (page: Page) => Promise<void> = () => Promise.resolve(), fullPage = false): Promise<void> {
    for (const [width, pixels] of Object.entries(widths)) {
      await page.setViewportSize({ width: pixels, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await prepare(page);
        await page.waitForTimeout(250);
        await this.#keep(`${name}-${width}-${colorScheme}`, await page.screenshot({ fullPage }));
      }
    }
    await page.setViewportSize({ width: widths.wide, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
  }
}
