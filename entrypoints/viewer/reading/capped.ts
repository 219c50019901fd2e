import { capBuffers, mostUnpacked } from '../../../core/read/pdf/limits.ts';
import { excessWord } from './excess.ts';

// For pdf.js's worker: it hears of what was cut off by a word of ours beside its own.
capBuffers(globalThis, mostUnpacked, () => postMessage(excessWord));
