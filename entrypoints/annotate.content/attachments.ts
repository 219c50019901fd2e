import {
  addressOf,
  all,
  attribute,
  baseOf,
  bodyOf,
  closest,
  contentType,
  holds,
  isShown,
  parentElement,
  textContent,
} from '../shared/page/dom.ts';
import { frameTags, innerDocument } from '../shared/page/inner-document.ts';
import { pdfAddress, webAddress } from '../shared/page/pdf-address.ts';
import type { FoundFile } from '../shared/protocol/protocol.ts';

/** Endings of files that are attached to articles; what we cannot read is named all the same. */
const formats: ReadonlyMap<string, string> = new Map([
  ...['pdf', 'doc', 'docx', 'xls', 'xlsx', 'et', 'wps', 'ofd', 'zip', 'rar', '7z', 'ppt', 'pptx', 'csv', 'rtf'].map(
    (name) => [name, name] as const,
  ),
  ...['jpg', 'jpeg', 'png', 'gif', 'bmp', 'tif', 'tiff'].map((name) => [name, 'picture'] as const),
]);

/** Parts of a page that are the site's, not the article's: by element, and by a word of their class or id. */
const siteTags = 'nav, aside, footer';
const sitePart =
  /(?:^|[-_\s])(?:nav|navbar|menu|foot|footer|header|top|sidebar|side|crumbs?|breadcrumbs?|friendlinks?|related|recommend)(?:$|[-_\s])/i;

/** Names that say nothing of the file. */
const bareName =
  /^(?:附\s?件\s?[\d一二三四五六七八九十]*|点击(?:下载|查看|打开)?|下载(?:附件|文件)?|查看|预览|打开|全文|详情|download|pdf)[：:。\s]*$/i;

/** No link for people says more, in characters; some hold a page. */
const mostText = 1000;

/** An address that may give a file, though it does not end like one: it says so, names one of many, and is none of a page. */
const gives = /down|attach|upload|file|annex|fujian/i;
const oneOfMany = /\d|[?&][^=&?]+=./;
const ofPage = /\.s?html?$/i;

/** A title that promises a file, or is that of what we check. */
const promises = /附\s*件|下\s*载|attachment|download|[决決预預]\s*算|三\s*公/i;

/** The files that a page links to in its article, or shows in a frame of a frameset, in the order of the page; frames of the same site count. */
export function attachments(page: Document): FoundFile[] {
  const here = webAddress(addressOf(page), addressOf(page))?.href;
  const base = baseOf(page);
  const isOfSite = siteParts(page);
  const own = all(page, 'a[href]').flatMap((link) => {
    const found = attachment(link, base);
    return found === null || found.url === here || isOfSite(link) || !isShown(link) ? [] : [found];
  });
  const inner = all(page, frameTags).flatMap((frame) => {
    const inside = innerDocument(frame);
    return inside === null || bodyOf(inside) === null ? [] : attachments(inside);
  });
  return [...own, ...all(page, 'frame[src]').flatMap((frame) => shownFile(frame, base)), ...inner];
}

/** A PDF that is a frame of a frameset: nothing of ours can take its place there, so it is listed. */
function shownFile(frame: Element, base: string): FoundFile[] {
  const inner = innerDocument(frame);
  const url = pdfAddress(
    attribute(frame, 'src') ?? '',
    base,
    inner !== null && contentType(inner) === 'application/pdf',
  );
  const title = attribute(frame, 'title')?.trim() ?? '';
  return url === null
    ? []
    : [
        {
          where: 'attachment',
          url,
          name: (title === '' ? (fileNameOf(url) ?? url) : title).slice(0, 200),
          format: 'pdf',
        },
      ];
}

function attachment(link: Element, base: string): FoundFile | null {
  const address = attribute(link, 'href') ?? '';
  const url = webAddress(address, base);
  if (url === null || address.startsWith('#')) return null;
  const texts = [textContent(link), attribute(link, 'title') ?? '', attribute(link, 'download') ?? ''].map((text) =>
    text.slice(0, mostText).replace(/\s+/g, ' ').trim(),
  );
  const pdf = pdfAddress(address, base);
  const saysPdf = /^application\/(x-)?pdf/i.test(attribute(link, 'type') ?? '');
  const format =
    pdf !== null || saysPdf
      ? 'pdf'
      : (formatOf(url.pathname) ??
        firstFormat([...url.searchParams.values()]) ??
        firstFormat(texts) ??
        (mayGive(link, url) && texts.some((text) => promises.test(text)) ? 'unknown' : null));
  if (format === null || (format === 'picture' && !texts.some((text) => text !== ''))) return null;
  const name =
    texts.find((text) => text !== '' && !bareName.test(text)) ??
    fileNameOf(pdf ?? url.href) ??
    texts.find((text) => text !== '') ??
    url.href;
  return { where: 'attachment', url: pdf ?? url.href, name: name.slice(0, 200), format };
}

function mayGive(link: Element, { pathname, search }: URL): boolean {
  const address = pathname + search;
  return (
    attribute(link, 'download') !== null || (gives.test(address) && oneOfMany.test(address) && !ofPage.test(pathname))
  );
}

function formatOf(name: string): string | undefined {
  return formats.get(/\.([a-z0-9]{2,4})$/i.exec(name.replace(/[;?#].*$/s, '').trim())?.[1]?.toLowerCase() ?? '');
}

function firstFormat(names: readonly string[]): string | undefined {
  for (const name of names) {
    const format = formatOf(name);
    if (format !== undefined) return format;
  }
  return undefined;
}

/** The name of the file at an address, if it has one that people can read. */
export function fileNameOf(address: string): string | undefined {
  try {
    const { pathname, searchParams } = new URL(address);
    const names = [decodeURIComponent(pathname.split('/').at(-1) ?? ''), ...searchParams.values()];
    return names.find((name) => formatOf(name) !== undefined);
  } catch {
    // An address in GBK is no UTF-8.
    return undefined;
  }
}

/** Tells whether a link is in a part of the site's. Each element around links is looked at once, however many links it holds. */
function siteParts(page: Document): (link: Element) => boolean {
  const body = bodyOf(page);
  const known = new Map<Element, boolean>();
  const isPart = (element: Element): boolean => {
    const names = `${attribute(element, 'class')?.slice(0, mostText) ?? ''} ${attribute(element, 'id')?.slice(0, mostText) ?? ''}`;
    // What holds the headline holds the article.
    return sitePart.test(names) && !holds(element, 'h1, table');
  };
  return (link) => {
    if (closest(link, siteTags) !== null) return true;
    const path: Element[] = [];
    let verdict: boolean | undefined;
    for (
      let part: Element | null = link;
      part !== null && part !== body && verdict === undefined;
      part = parentElement(part)
    ) {
      verdict = known.get(part);
      if (verdict === undefined) path.push(part);
      if (verdict === undefined && isPart(part)) verdict = true;
    }
    for (const part of path) known.set(part, verdict ?? false);
    return verdict ?? false;
  };
}
