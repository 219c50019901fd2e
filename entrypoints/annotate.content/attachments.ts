import { frameTags, innerDocument } from '../detect/inner-document.ts';
import { pdfAddress, webAddress } from '../detect/pdf-address.ts';
import type { FoundFile } from '../ui/protocol.ts';

/** Endings of files that are attached to articles; what we cannot read is named all the same. */
const formats: ReadonlyMap<string, string> = new Map([
  ...['pdf', 'doc', 'docx', 'xls', 'xlsx', 'et', 'wps', 'ofd', 'zip', 'rar', '7z', 'ppt', 'pptx', 'csv', 'rtf'].map((name) => [name, name] as const),
  ...['jpg', 'jpeg', 'png', 'gif', 'bmp', 'tif', 'tiff'].map((name) => [name, 'picture'] as const),
]);

/** Parts of a page that are the site's, not the article's: by element, and by a word of their class or id. */
const siteParts = 'nav, aside, footer';
const sitePart = /(?:^|[-_\s])(?:nav|navbar|menu|foot|footer|header|top|sidebar|side|crumbs?|breadcrumbs?|friendlinks?|related|recommend)(?:$|[-_\s])/i;

/** Names that say nothing of the file. */
const bareName = /^(?:附\s?件\s?[\d一二三四五六七八九十]*|点击(?:下载|查看|打开)?|下载(?:附件|文件)?|查看|预览|打开|全文|详情|download|pdf)[：:。\s]*$/i;

/** An address that may give a file, though it does not end like one: it says so, names one of many, and is none of a page. */
const gives = /down|attach|upload|file|annex|fujian/i;
const oneOfMany = /\d|[?&][^=&?]+=./;
const ofPage = /\.s?html?$/i;

/** A title that promises a file, or is that of what we check. */
const promises = /附\s*件|下\s*载|attachment|download|[决決预預]\s*算|三\s*公/i;

/** The files that a page links to in its article, or shows in a frame of a frameset, in the order of the page; frames of the same site count. */
export function attachments(page: Document): FoundFile[] {
  const here = webAddress(page.URL, page.URL)?.href;
  const own = Array.from(page.querySelectorAll('a[href]')).flatMap((link) => {
    const found = attachment(link, page.baseURI);
    return found === null || found.url === here || inSitePart(link) || isHidden(link) ? [] : [found];
  });
  const inner = Array.from(page.querySelectorAll(frameTags), innerDocument).flatMap((inside) => (inside?.body == null ? [] : attachments(inside)));
  return [...own, ...Array.from(page.querySelectorAll('frame[src]')).flatMap((frame) => shownFile(frame, page.baseURI)), ...inner];
}

/** A PDF that is a frame of a frameset: nothing of ours can take its place there, so it is listed. */
function shownFile(frame: Element, base: string): FoundFile[] {
  const url = pdfAddress(frame.getAttribute('src') ?? '', base, innerDocument(frame)?.contentType === 'application/pdf');
  const title = frame.getAttribute('title')?.trim() ?? '';
  return url === null ? [] : [{ where: 'attachment', url, name: (title === '' ? fileNameOf(url) ?? url : title).slice(0, 200), format: 'pdf' }];
}

function attachment(link: Element, base: string): FoundFile | null {
  const address = link.getAttribute('href') ?? '';
  const url = webAddress(address, base);
  if (url === null || address.startsWith('#')) return null;
  const texts = [link.textContent, link.getAttribute('title') ?? '', link.getAttribute('download') ?? ''].map((text) => text.replace(/\s+/g, ' ').trim());
  const pdf = pdfAddress(address, base);
  const saysPdf = /^application\/(x-)?pdf/i.test(link.getAttribute('type') ?? '');
  const format = pdf !== null || saysPdf ? 'pdf' : formatOf(url.pathname) ?? firstFormat([...url.searchParams.values()]) ?? firstFormat(texts)
    ?? (mayGive(link, url) && texts.some((text) => promises.test(text)) ? 'unknown' : null);
  if (format === null || (format === 'picture' && !texts.some((text) => text !== ''))) return null;
  const name = texts.find((text) => text !== '' && !bareName.test(text)) ?? fileNameOf(pdf ?? url.href) ?? texts.find((text) => text !== '') ?? url.href;
  return { where: 'attachment', url: pdf ?? url.href, name: name.slice(0, 200), format };
}

function mayGive(link: Element, { pathname, search }: URL): boolean {
  const address = pathname + search;
  return link.hasAttribute('download') || (gives.test(address) && oneOfMany.test(address) && !ofPage.test(pathname));
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

function inSitePart(link: Element): boolean {
  if (link.closest(siteParts) !== null) return true;
  const { body } = link.ownerDocument;
  for (let part: Element | null = link; part !== null && part !== body; part = part.parentElement) {
    // What holds the headline holds the article.
    if (sitePart.test(`${part.getAttribute('class') ?? ''} ${part.id}`) && part.querySelector('h1, table') === null) return true;
  }
  return false;
}

function isHidden(link: Element): boolean {
  return 'checkVisibility' in link && !link.checkVisibility();
}
