import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from '../extension-browser.ts';
import type { PopupHandle } from '../popup-handle.ts';

/** Widths of a window, in CSS pixels. */
export const widths = { wide: 1280, narrow: 320 } as const;

/** What a reader sees at one moment, under one scheme, at one width. */
export interface View {
  /** State, width and scheme, such as `page/card-narrow-dark`. */
  readonly name: string;
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** A picture (PNG). */
  readonly screenshot: () => Promise<Buffer>;
}

/** Brings each state under each scheme and width, and has it looked at. */
export class Camera {
  readonly browser: ExtensionBrowser;
  readonly #look: (view: View) => Promise<void>;
  readonly #folder: string;

  /**
   * @param look what is done with each view: it is kept as a picture, or checked
   * @param folder put before the names
   */
  constructor(browser: ExtensionBrowser, look: (view: View) => Promise<void>, folder = '') {
    this.browser = browser;
    this.#look = look;
    this.#folder = folder;
  }

  /** The same camera, whose views are named as in a folder below. */
  in(folder: string): Camera {
    return new Camera(this.browser, this.#look, `${this.#folder}${folder}/`);
  }

  /** The true popup of a page, whole, in both schemes. @param prepare what the reader does first */
  async popup(
    name: string,
    page: Page,
    prepare: (popup: PopupHandle) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const popup = await this.browser.openPopup(page);
    await popup.waitFor('document.body.innerText.trim() !== ""');
    await prepare(popup);
    // A state that is still on its way settles.
    await page.waitForTimeout(300);
    for (const scheme of ['light', 'dark'] as const) {
      await popup.emulateMedia({ 'prefers-color-scheme': scheme });
      await this.#look({
        name: `${this.#folder}${name}-${scheme}`,
        evaluate: (expression) => popup.evaluate(expression),
        screenshot: () => popup.screenshot(true),
      });
    }
    if (popup.open) await popup.close();
  }

  /** A page as its window shows it, or whole, in both schemes, wide and narrow. @param prepare done again for each */
  async page(
    name: string,
    page: Page,
    prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
    fullPage = false,
  ): Promise<void> {
    for (const [width, pixels] of Object.entries(widths)) {
      await page.setViewportSize({ width: pixels, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await prepare(page);
        await page.waitForTimeout(250);
        await this.#look({
          name: `${this.#folder}${name}-${width}-${colorScheme}`,
          evaluate: (expression) => page.evaluate(expression),
          screenshot: () => page.screenshot({ fullPage }),
        });
      }
    }
    await page.setViewportSize({ width: widths.wide, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
  }
}
