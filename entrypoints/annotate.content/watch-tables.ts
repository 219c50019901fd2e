import { innerDocument } from '../detect/inner-document.ts';
import { whenQuiet } from './when-quiet.ts';

const readings = 6;

/** Calls back when tables come or go, or a frame loads. */
export function watchTables(page: Document, changed: () => void, signal: AbortSignal): void {
  whenQuiet(page, {
    times: readings,
    observed: { childList: true, subtree: true },
    concerns: touchesTable,
    // What is in a frame of another site is not read.
    concernsFrame: (frame) => innerDocument(frame) !== null,
  }, changed, signal);
}

function touchesTable({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (target instanceof Element && target.closest('table')) return true;
  return [...addedNodes, ...removedNodes].some((node) => node instanceof Element && (node.localName === 'table' || node.querySelector('table') !== null));
}
