import { z } from 'zod';
import type { CDPSession } from 'playwright-core';

const replySchema = z.object({
  id: z.int().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
});

const evaluatedSchema = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z
    .object({ text: z.string(), exception: z.object({ description: z.string().optional() }).optional() })
    .optional(),
});

type Reply = z.infer<typeof replySchema>;

/**
 * A devtools session on a target that Playwright doesn't show (popups, tabs). Messages travel inside the browser's own
 * session: such targets can't be attached flat from outside.
 */
export class NestedSession {
  readonly #browser: CDPSession;
  readonly #sessionId: string;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #events: { method: string; params: unknown }[] = [];
  #lastId = 0;
  #open = true;

  private constructor(browser: CDPSession, sessionId: string) {
    this.#browser = browser;
    this.#sessionId = sessionId;
    browser.on('Target.receivedMessageFromTarget', this.#receive);
    browser.on('Target.detachedFromTarget', this.#detached);
  }

  /** Attaches to a target. */
  static async attach(browser: CDPSession, targetId: string): Promise<NestedSession> {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return new NestedSession(browser, sessionId);
  }

  readonly #receive = (event: { sessionId: string; message: string }): void => {
    if (event.sessionId !== this.#sessionId) return;
    const reply = replySchema.parse(JSON.parse(event.message));
    if (reply.id !== undefined) {
      this.#waiting.get(reply.id)?.(reply);
      this.#waiting.delete(reply.id);
    } else if (reply.method !== undefined) {
      this.#events.push({ method: reply.method, params: reply.params });
    }
  };

  readonly #detached = (event: { sessionId: string }): void => {
    if (event.sessionId !== this.#sessionId) return;
    this.#open = false;
    for (const answer of this.#waiting.values()) answer({ error: { message: 'target closed' } });
    this.#waiting.clear();
  };

  /** False once the target has gone. */
  get open(): boolean {
    return this.#open;
  }

  /** The events received so far of one kind. */
  events(method: string): unknown[] {
    return this.#events.filter((event) => event.method === method).map((event) => event.params);
  }

  /** Sends one devtools command and gives its result. */
  async send(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    if (!this.#open) throw new Error(`${method}: target closed`);
    const id = ++this.#lastId;
    const reply = await new Promise<Reply>((resolve, reject) => {
      this.#waiting.set(id, resolve);
      this.#browser
        .send('Target.sendMessageToTarget', {
          sessionId: this.#sessionId,
          message: JSON.stringify({ id, method, params }),
        })
        .catch(reject);
    });
    if (reply.error !== undefined) throw new Error(`${method}: ${reply.error.message}`);
    return reply.result ?? {};
  }

  /** Detaches; the target lives on. */
  async detach(): Promise<void> {
    this.#browser.off('Target.receivedMessageFromTarget', this.#receive);
    this.#browser.off('Target.detachedFromTarget', this.#detached);
    if (!this.#open) return;
    this.#open = false;
    await this.#browser.send('Target.detachFromTarget', { sessionId: this.#sessionId }).catch(() => undefined);
  }
}

/** How long a condition may take before a wait gives up. */
const patience = 15_000;

/**
 * Asks until the answer is something; asks again at short intervals, because nothing announces these changes.
 * @param what named in the error when time runs out
 * @param ask gives undefined while the condition does not hold
 */
export async function waitFor<Value>(
  what: string,
  ask: () => Promise<Value | undefined>,
  timeout = patience,
): Promise<Value> {
  const end = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const value = await ask();
      if (value !== undefined) return value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      const why = last instanceof Error ? ` (${last.message})` : '';
      throw new Error(`waited ${timeout} ms in vain for ${what}${why}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The true popup, opened by the toolbar button. */
export class PopupHandle {
  readonly #session: NestedSession;
  readonly #browser: CDPSession;
  readonly targetId: string;

  constructor(browser: CDPSession, session: NestedSession, targetId: string) {
    this.#browser = browser;
    this.#session = session;
    this.targetId = targetId;
  }

  /** False once the popup has closed itself or was closed. */
  get open(): boolean {
    return this.#session.open;
  }

  /** Evaluates an expression in the popup (a promise is awaited); its value must be JSON. */
  async evaluate(expression: string): Promise<unknown> {
    const evaluated = evaluatedSchema.parse(
      await this.#session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
      }),
    );
    if (evaluated.exceptionDetails !== undefined) {
      throw new Error(evaluated.exceptionDetails.exception?.description ?? evaluated.exceptionDetails.text);
    }
    return evaluated.result.value;
  }

  /** The text a reader sees. */
  async text(): Promise<string> {
    return z.string().parse(await this.evaluate('document.body?.innerText ?? ""'));
  }

  /** Waits until the popup's text has this in it, then gives the text. */
  async waitForText(pattern: RegExp | string, timeout = patience): Promise<string> {
    return waitFor(
      `popup text ${String(pattern)}`,
      async () => {
        const text = await this.text();
        return (typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text)) ? text : undefined;
      },
      timeout,
    );
  }

  /** Waits until an expression is truthy in the popup. */
  async waitFor(expression: string, timeout = patience): Promise<void> {
    await waitFor(
      expression,
      async () => ((await this.evaluate(`Boolean(${expression})`)) === true ? true : undefined),
      timeout,
    );
  }

  /** Clicks the first element of a selector with a real mouse press in its middle. */
  async click(selector: string): Promise<void> {
    const middleSchema = z.object({ x: z.number(), y: z.number() });
    let before = '';
    // A popup that is still being drawn moves what is in it: only what stays where it was is clicked.
    const { x, y } = await waitFor(`popup element ${selector}`, async () => {
      const middle = middleSchema.safeParse(
        await this.evaluate(`(() => {
        const element = document.querySelector(${JSON.stringify(selector)});
        if (element === null) return null;
        element.scrollIntoView({ block: 'nearest' });
        const box = element.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      })()`),
      );
      const now = JSON.stringify(middle.data);
      const isStill = now === before;
      before = now;
      return middle.success && isStill ? middle.data : undefined;
    });
    for (const type of ['mousePressed', 'mouseReleased']) {
      await this.#session
        .send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 })
        .catch((error: unknown) => {
          // A popup that goes with the click was clicked.
          if (this.#session.open || type === 'mousePressed') throw error;
        });
    }
  }

  /** Presses a key such as 'Enter', 'Tab', 'Escape' or ' '. */
  async press(key: string): Promise<void> {
    const codes: Readonly<Record<string, number>> = {
      'Enter': 13,
      'Tab': 9,
      'Escape': 27,
      ' ': 32,
      'ArrowDown': 40,
      'ArrowUp': 38,
    };
    const common = { key, code: key === ' ' ? 'Space' : key, windowsVirtualKeyCode: codes[key] ?? 0 };
    const text = key === 'Enter' ? '\r' : key === ' ' ? ' ' : undefined;
    await this.#session.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      ...common,
      ...(text !== undefined && { text }),
    });
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
  }

  /** Shows the popup to a reader with these preferences, e.g. `{ 'prefers-color-scheme': 'dark' }`. */
  async emulateMedia(features: Readonly<Record<string, string>>): Promise<void> {
    await this.#session.send('Emulation.setEmulatedMedia', {
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
  }

  /** A picture of the popup (PNG). @param whole all of it, however long, and not only what its window shows */
  async screenshot(whole = false): Promise<Buffer> {
    const sizeSchema = z.object({ width: z.number(), height: z.number() });
    const clip = whole
      ? {
          captureBeyondViewport: true,
          clip: {
            x: 0,
            y: 0,
            scale: 1,
            ...sizeSchema.parse(
              await this.evaluate('({ width: innerWidth, height: document.documentElement.scrollHeight })'),
            ),
          },
        }
      : {};
    const { data } = z
      .object({ data: z.string() })
      .parse(await this.#session.send('Page.captureScreenshot', { format: 'png', ...clip }));
    return Buffer.from(data, 'base64');
  }

  /** Closes the popup. */
  async close(): Promise<void> {
    await this.#browser.send('Target.closeTarget', { targetId: this.targetId }).catch(() => undefined);
    await this.#session.detach();
  }
}
