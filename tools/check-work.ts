import { withinCaps } from '../core/caps.ts';
import { recognise } from '../core/recognise/recognise.ts';
import { factLines } from '../core/report/export/fact-lines.ts';
import { capBuffers, mostUnpacked } from '../core/read/pdf/limits.ts';
import { NoPages } from '../core/read/pdf/read-pdf.ts';
import { NestedTooDeeply } from '../core/read/html/survey.ts';
import { dumpTables } from '../core/report/tables.ts';
import { checkOrderSchema, type CheckOrder, type FromCheckWork } from './check-apart.ts';
import { ended } from './limits.ts';
import { guardMemory } from './memory-guard.ts';
import { noteExcess, noteFaults, PdfError } from './pdf.ts';
import { checkFile, drain, TookTooLong } from './run.ts';

// The process in which files are checked (check-apart.ts).

/** It is told that steps are made so often, in milliseconds. */
const often = 500;

/** A sentence instead of a system error with its path. */
function plainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return '没有这个文件。 There is no such file.';
  if (code === 'EISDIR') return '这是一个文件夹。 This is a folder.';
  if (code === 'EACCES') return '没有读取这个文件的权限。 No permission to read this file.';
  if (
    error instanceof PdfError ||
    error instanceof NoPages ||
    error instanceof NestedTooDeeply ||
    error instanceof TookTooLong
  )
    return error.message;
  console.error(error);
  return ended.broke;
}

function say(message: FromCheckWork): void {
  process.send?.(message);
}

async function work({ path, tables, facts, tooMuch }: CheckOrder): Promise<void> {
  let said = 0;
  let page: number | null = null;
  const onStep = (next: number | null = null) => {
    if (next === page && performance.now() - said < often) return;
    page = next;
    said = performance.now();
    say({ kind: 'step', page });
  };
  // From now on it is waited for.
  say({ kind: 'step', page });
  try {
    const { document, report } = await checkFile(path, { tooMuch: new Set(tooMuch), onStep });
    say({
      kind: 'done',
      report,
      ...(tables && { tables: JSON.stringify(dumpTables(document, report)) }),
      ...(facts && {
        facts: factLines(drain(recognise(withinCaps(document).document))).map((line) =>
          JSON.stringify({ source: report.source.url, ...line }),
        ),
      }),
    });
  } catch (error) {
    say({ kind: 'failed', sentence: plainError(error) });
  }
}

guardMemory();
capBuffers(globalThis, mostUnpacked, noteExcess);
noteFaults();
process.on('message', (order) => void work(checkOrderSchema.parse(order)));
process.on('disconnect', () => process.exit());
