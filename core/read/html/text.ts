import type { HtmlNode } from './node.ts';

const blockTags = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'caption',
]);

/** Elements whose characters are never printed text. */
const silentTags = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'svg',
  'math',
  'select',
  'option',
  'textarea',
  'button',
  'iframe',
  'object',
  'embed',
  'canvas',
  'video',
  'audio',
]);

/** Whether an element starts a new line of text. */
export function isBlock(node: HtmlNode): boolean {
  return node.tag !== null && blockTags.has(node.tag);
}

/** Whether an element and what is in it is not part of what a reader sees as text. */
export function isSilent(node: HtmlNode): boolean {
  return (node.tag !== null && silentTags.has(node.tag)) || node.hidden;
}

const lockable = /^(?:text|number|)$/;

/** What a field shows that its reader is not to change: forms that are filled in and published as they are. Other fields are the page's own. */
function inputText(node: HtmlNode): string {
  const isLocked = node.attribute('readonly') !== null || node.attribute('disabled') !== null;
  return isLocked && lockable.test(node.attribute('type')?.trim().toLowerCase() ?? '')
    ? (node.attribute('value') ?? '')
    : '';
}

/** HTML white space, non-breaking and ideographic spaces to one plain space; zero-width characters out. */
function tidy(line: string): string {
  return line
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
}

/**
 * The visible text of a node, blocks and line breaks as '\n'.
 * @returns lines joined by '\n'; '' if nothing is visible
 */
export function visibleText(node: HtmlNode): string {
  const lines: string[] = [''];
  const walk = (at: HtmlNode): void => {
    if (at.tag === null) {
      lines[lines.length - 1] = (lines[lines.length - 1] ?? '') + at.text.replace(/[\r\n\t]+/g, ' ');
      return;
    }
    if (isSilent(at)) return;
    if (at.tag === 'input') {
      lines[lines.length - 1] = (lines[lines.length - 1] ?? '') + inputText(at);
      return;
    }
    if (at.tag === 'br') {
      lines.push('');
      return;
    }
    const block = isBlock(at);
    if (block) lines.push('');
    for (const child of at.children) walk(child);
    if (block) lines.push('');
  };
  for (const child of node.children) walk(child);
  return lines
    .map(tidy)
    .filter((line) => line !== '')
    .join('\n');
}

/** Tidies a run of text that stands outside any block. */
export function tidyRun(text: string): string {
  return tidy(text);
}
