import { fork, type ChildProcess } from 'node:child_process';
import { join, resolve as absolute } from 'node:path';
import { z } from 'zod';
import { mostTooMuch } from '../core/read/pdf/limits.ts';
import { reportSchema, type Report } from '../core/report/schema.ts';
import { ended, longest } from './limits.ts';

/** What the process that checks is asked for: a file, whether its grids and its facts are wanted as text, and pages at which it had to be ended before. */
export const checkOrderSchema = z.object({
  path: z.string(),
  tables: z.boolean(),
  facts: z.boolean(),
  tooMuch: z.array(z.int().positive()),
});
export type CheckOrder = z.infer<typeof checkOrderSchema>;

const fromWorkSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step'), page: z.int().positive().nullable() }),
  z.object({
    kind: z.literal('done'),
    report: reportSchema,
    tables: z.string().optional(),
    facts: z.array(z.string()).optional(),
  }),
  z.object({ kind: z.literal('failed'), sentence: z.string() }),
]);

/** What it says: that it has come a step further, and which page it reads now; what came of it; or a sentence why nothing did. */
export type FromCheckWork = z.infer<typeof fromWorkSchema>;

/** What came of a file. */
export type Checked =
  | { readonly report: Report; readonly tables?: string | undefined; readonly facts?: readonly string[] | undefined }
  | { readonly sentence: string };

/** What is wanted of a file besides its report. */
export interface CheckOptions {
  /** Its grids as text. */
  readonly tables: boolean;
  /** What its amounts are of. */
  readonly facts: boolean;
}

/** So many milliseconds without a step are a hang: the longest page of any published file has taken two seconds. */
const mostSilent = 60_000;

/** Megabytes that a check may fill with objects; memory-guard.ts watches what it takes in all. */
const mostHeap = 1536;

interface Ended {
  readonly kind: keyof typeof ended;
  /** The page that was read. */
  readonly page: number | null;
}

/**
 * Checks files in a process of its own, one after the other: whatever a file does to it, the batch goes on. Where a page of a PDF is too
 * much for it, the file is begun anew without that page.
 */
export class Checker {
  readonly #limits: { readonly silent: number; readonly longest: number };
  #child: ChildProcess | null = null;

  /** @param limits milliseconds without a step, and for a file */
  constructor(limits = { silent: mostSilent, longest }) {
    this.#limits = limits;
  }

  /** Checks a file. */
  async check(path: string, wanted: CheckOptions): Promise<Checked> {
    const tooMuch: number[] = [];
    for (;;) {
      const outcome = await this.#attempt({ path: absolute(path), ...wanted, tooMuch });
      if (!('kind' in outcome)) return outcome;
      if (outcome.page === null || tooMuch.includes(outcome.page) || tooMuch.length >= mostTooMuch)
        return { sentence: ended[outcome.kind] };
      tooMuch.push(outcome.page);
    }
  }

  /** Ends the process. */
  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  #attempt(order: CheckOrder): Promise<Checked | Ended> {
    const child = (this.#child ??= this.#start());
    return new Promise((resolve) => {
      let page: number | null = null;
      const stop = (kind: Ended['kind']) => {
        this.close();
        end({ kind, page });
      };
      const whole = setTimeout(() => stop('slow'), this.#limits.longest);
      // It begins to run with the first word: a process takes its time to start.
      let silence: NodeJS.Timeout | undefined;
      const end = (outcome: Checked | Ended) => {
        clearTimeout(whole);
        clearTimeout(silence);
        child.off('message', hear).off('exit', gone);
        resolve(outcome);
      };
      // The guard kills; a heap that is full aborts.
      const gone = (code: number | null, signal: NodeJS.Signals | null) => {
        this.#child = null;
        end({ kind: signal !== null || code === 134 ? 'memory' : 'broke', page });
      };
      const hear = (raw: unknown) => {
        const message = fromWorkSchema.parse(raw);
        if (message.kind === 'step') {
          page = message.page;
          clearTimeout(silence);
          silence = setTimeout(() => stop('slow'), this.#limits.silent);
        } else
          end(
            message.kind === 'done'
              ? { report: message.report, tables: message.tables, facts: message.facts }
              : { sentence: message.sentence },
          );
      };
      child.on('message', hear).once('exit', gone);
      child.send(order);
    });
  }

  #start(): ChildProcess {
    const heap =
      process.execArgv.find((argument) => argument.startsWith('--max-old-space-size')) ??
      `--max-old-space-size=${mostHeap}`;
    const child = fork(join(import.meta.dirname, 'check-work.ts'), {
      cwd: join(import.meta.dirname, '..'),
      execArgv: ['--import', 'tsx', heap],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    return child;
  }
}
