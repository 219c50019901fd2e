import type { Words } from '../words.ts';
import { exported } from './export.ts';
import { letter } from './letter.ts';
import { label, name } from './names.ts';
import { onFigures } from './on-figures.ts';
import { reasons } from './reasons.ts';
import { remarks } from './remarks.ts';
import { equation, sentences } from './sentences.ts';
import { slips } from './slips.ts';
import { unread } from './unread.ts';

export const words: Words = {
  name,
  label,
  sentences,
  remarks,
  equation,
  onFigures,
  slips,
  reasons,
  unread,
  between: ', ',
  asSentence: (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
  letter,
  exported,
};
