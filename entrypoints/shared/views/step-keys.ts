/** Where there is text to type, letters are letters. */
const typing = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/**
 * Which way a key goes from mark to mark: N or J on, P or K back.
 * @returns null for any other key, and while the reader types
 */
export function stepOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>): 1 | -1 | null {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (ctrlKey || metaKey || altKey || (target instanceof Element && target.matches(typing))) return null;
  switch (key.toLowerCase()) {
    case 'n':
    case 'j':
      return 1;
    case 'p':
    case 'k':
      return -1;
    default:
      return null;
  }
}
