import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { HtmlNode } from '../core/read/html/node.ts';
import { deepest, NestedTooDeeply } from '../core/read/html/survey.ts';
import { tableRole } from '../core/read/html/table-role.ts';

type Tree = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/**
 * Decodes a page as a browser would: byte order mark, then the charset a meta element names, then GB18030 if the bytes are no UTF-8.
 * @param bytes the file
 */
export function decodeHtml(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const named = /<meta[^<>]{1,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{1,40})/i.exec(head)?.[1]?.toLowerCase();
  if (named?.startsWith('gb')) return new TextDecoder('gb18030').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Not laid out at all. */
function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  return attributes.has('hidden') || /(?:^|;)\s*display\s*:\s*none/i.test(attributes.get('style') ?? '');
}

/** What is only invisible keeps its place, a cell above all; its own words are not to be seen. */
function isInvisible(attributes: ReadonlyMap<string, string>, inherited: boolean): boolean {
  const own = /(?:^|;)\s*visibility\s*:\s*(hidden|collapse|visible)/i
    .exec(attributes.get('style') ?? '')?.[1]
    ?.toLowerCase();
  return own === undefined ? inherited : own !== 'visible';
}

/** Gives the text of a frame's page by its address; null for one that is not at hand. */
type FrameSource = (source: string) => { html: string; frames: FrameSource } | null;

const noFrames: FrameSource = () => null;

function adapt(node: Tree, frames: FrameSource, invisible = false, depth = 0): HtmlNode | null {
  if (depth > deepest) throw new NestedTooDeeply();
  if (node.nodeName === '#text' && 'value' in node)
    return invisible ? null : { tag: null, text: node.value, attribute: () => null, children: [], hidden: false };
  if (!('childNodes' in node)) return null;
  const attributes = new Map('attrs' in node ? node.attrs.map((attribute) => [attribute.name, attribute.value]) : []);
  const unseen = isInvisible(attributes, invisible);
  const tag = 'tagName' in node ? node.tagName : 'html';
  const page = tag === 'iframe' || tag === 'frame' ? frames(attributes.get('src') ?? '') : null;
  return {
    // A frame that is at hand is a block like any other.
    tag: page ? 'div' : tableRole(tag, (name) => attributes.get(name) ?? null),
    text: '',
    attribute: (name) => attributes.get(name) ?? null,
    children: page
      ? [parseHtml(page.html, page.frames).root]
      : node.childNodes.map((child) => adapt(child, frames, unseen, depth + 1)).filter((child) => child !== null),
    hidden: isHidden(attributes),
  };
}

/**
 * Parses a page for the reader.
 * @param html the page's text
 * @param frames where to find the pages of its frames
 * @throws {NestedTooDeeply}
 * @returns its root and its title ('' if it has none)
 */
export function parseHtml(html: string, frames: FrameSource = noFrames): { root: HtmlNode; title: string } {
  const root = adapt(parse(html), frames);
  if (root === null) throw new Error('parse5 gave no document');
  const find = (node: HtmlNode, tag: string): HtmlNode | null => {
    if (node.tag === tag) return node;
    for (const child of node.children) {
      const found = find(child, tag);
      if (found) return found;
    }
    return null;
  };
  const title = (find(root, 'title')?.children ?? [])
    .map((child) => child.text)
    .join('')
    .trim();
  return { root: find(root, 'body') ?? root, title };
}

/** Frames within frames within frames: enough for any page that is meant to be read. */
const deepestFrame = 3;

/** The pages of frames that lie in the same folder. */
function framesIn(folder: string, depth = 0): FrameSource {
  return (source) => {
    let name: string;
    try {
      name = decodeURIComponent(source.replace(/[?#].*$/s, '').replace(/^\.\//, ''));
    } catch {
      return null;
    }
    if (depth >= deepestFrame || !/^[^/\\:]+\.html?$/i.test(name)) return null;
    const path = join(folder, name);
    return existsSync(path) ? { html: decodeHtml(readFileSync(path)), frames: framesIn(folder, depth + 1) } : null;
  };
}

/**
 * Reads an HTML file for the reader, with its frames that lie in the same folder.
 * @param path the file
 */
export async function openHtml(path: string): Promise<{ root: HtmlNode; title: string }> {
  return parseHtml(decodeHtml(await readFile(path)), framesIn(dirname(path)));
}
