/**
 * Stands in for WXT's ContentScriptContext (see wxt.config.ts). WXT's announces every content script to the page, with the
 * extension's id, and lets the page switch it off: a page must neither notice nor drive us.
 */
export class ContentScriptContext {
  readonly isValid = true;
}
