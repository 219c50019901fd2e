/** What opens a list: 其中：, 主要用于以下方面：, 主要用于以下方面（按大类）：. */
const opener = /其中:?，?|主要用于(?:以下方面)?(?:\([^)]*\))?:?|主要包括:?|具体(?:情况)?(?:如下|为):?/g;
const openerEnd = /(?:其中|主要用于以下方面(?:\([^)]*\))?|具体(?:情况)?如下|分别为)[:，]?$/;

/** Where the last opener of a text ends; null if there is none. */
export function lastOpener(text: string): number | null {
  const last = [...text.matchAll(opener)].at(-1);
  return last ? last.index : null;
}

/** How many lists are opened in a text. */
export const openersIn = (text: string): number => [...text.matchAll(opener)].length;

/** Whether a paragraph ends with an opener, so that its list follows in the next ones. */
export const isOpenerEnd = (text: string): boolean => openerEnd.test(text);
