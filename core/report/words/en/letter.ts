import type { LetterWords } from '../letter-words.ts';

const kinds = {
  'final-accounts': 'final accounts',
  'budget': 'budget',
  'performance': 'performance report',
  'unknown': 'disclosure',
} as const;

export const letter: LetterWords = {
  to: (publisher) => `To ${publisher ?? 'the publishing office'}:`,
  opening: (_publisher, year, kind) =>
    `Reading the ${year === null ? '' : `${year} `}${kinds[kind]} you published, I found figures that do not agree. Could you please check them?`,
  spot: ({ title, row, column, around, page }) => {
    const onPage = page === undefined ? '' : ` (page ${page})`;
    if (title === null) return `the text, “…${around}…”${onPage}`;
    const parts = [
      title === '' ? 'an untitled table' : `《${title}》`,
      row === '' ? '' : `row “${row}”`,
      column === '' ? '' : `column “${column}”`,
    ];
    return `${parts.filter((part) => part !== '').join(', ')}${onPage}`;
  },
  where: (spot) => `Where: ${spot}`,
  printed: (text, unit) => `As printed: ${text || '(blank)'}${unit === null ? '' : ` (unit: ${unit})`}`,
  what: (sentence) => `What: ${sentence}`,
  equation: (line, number) => `Equation${number === null ? '' : ` ${number}`}: ${line}`,
  moreEquations: (count) => `(${count} more equations of the same kind are not listed.)`,
  together: (sentence) => `Possibly: ${sentence} Your original data decide.`,
  likely: (spot, value, slip) =>
    `Possibly: ${spot ?? 'this figure'} was meant to be ${value}${slip === null ? '' : ` (${slip})`}; your original data decide.`,
  undecided: 'The published figures alone do not tell which side is wrong; your original data decide.',
  source: (source) => `Source: ${source}`,
  closing:
    'This comes from comparing the published figures with each other. If I have misread them, please tell me. Thank you.',
};
