import type { Label, Name } from '../../statement.ts';

/** 收入决算表, row “合计”, column “财政拨款收入”; “基本支出” in the text. */
export function name(called: Name): string {
  if ('claim' in called) return `“${called.claim}” in the text`;
  if ('constant' in called) return constant(called);
  const { table, row, column } = called;
  return [table, row && `row “${row}”`, column && `column “${column}”`].filter((part) => part !== '').join(', ');
}

export function label(called: Label): string {
  if (typeof called === 'string') return called;
  return 'claim' in called ? `text · ${called.claim}` : constant(called);
}

function constant({ constant: which, of }: Extract<Name, { constant: string }>): string {
  if (which === 'hundred') return '100%';
  return `“${of}” (${which === 'grade-floor' ? 'lower' : 'upper'} limit of the grade)`;
}
