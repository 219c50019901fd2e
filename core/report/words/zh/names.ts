import type { Label, Name } from '../../statement.ts';

/** 收入决算表“合计”行“财政拨款收入”; 文中“基本支出”. */
export function name(called: Name): string {
  if ('claim' in called) return `文中“${called.claim}”`;
  if ('constant' in called) return constant(called);
  const { table, row, column } = called;
  // “…”行为 reads as 行为: without a column the row's name stands alone.
  return `${table}${row ? `“${row}”${column ? '行' : ''}` : ''}${column ? `“${column}”` : ''}`;
}

export function label(called: Label): string {
  if (typeof called === 'string') return called;
  return 'claim' in called ? `文中 · ${called.claim}` : constant(called);
}

function constant({ constant: which, of }: Extract<Name, { constant: string }>): string {
  if (which === 'hundred') return '100%';
  return `等级“${of}”的${which === 'grade-floor' ? '下限' : '上限'}`;
}
