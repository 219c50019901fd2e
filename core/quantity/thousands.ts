/**
 * Whole digits with their thousands apart: -1234567 → -1,234,567.
 * @param whole digits, perhaps behind a minus sign
 */
export function thousandsApart(whole: string): string {
  const sign = whole.startsWith('-') ? '-' : '';
  const groups: string[] = [];
  for (let end = whole.length; end > sign.length; end -= 3)
    groups.unshift(whole.slice(Math.max(sign.length, end - 3), end));
  return sign + groups.join(',');
}
