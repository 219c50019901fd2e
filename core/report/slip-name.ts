import type { SlipStatement, SlipName } from './statement.ts';

/**
 * How a figure most likely became wrong, as it is put into words.
 * @param text the figure as printed: an amount may be left out, or a zero stand in its place
 * @returns undefined for what is no slip that we know
 */
export function slipName(slip: SlipStatement, text: string): SlipName | undefined {
  if (slip === 'other') return undefined;
  return slip === 'missing' && text.trim() !== '' ? 'zeroed' : slip;
}
