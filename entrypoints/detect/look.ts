import { frameTags, innerDocument } from './inner-document.ts';

/** Officials space short words out: 合　计. */
const subject = /[决決预預]\s*算|三\s*公/g;
const total = /[合总]\s*计/;

/** Every page of a site links to its 部门决算; only what the page says itself counts. */
const elsewhere = 'a, nav, aside, footer, script, style, option';

/** Is this page worth a look: a table with a total, on a page about final accounts or a budget? Frames of the same site count. */
export function looksLikeDisclosure(page: Document): boolean {
  const tables = page.getElementsByTagName('table');
  if (tables.length > 0 && speaksOfAccounts(page) && Array.from(tables).some((table) => total.test(table.textContent))) return true;
  return Array.from(page.querySelectorAll(frameTags), innerDocument).some((inner) => inner?.body != null && looksLikeDisclosure(inner));
}

function speaksOfAccounts(page: Document): boolean {
  const count = (text: string) => text.match(subject)?.length ?? 0;
  if (count(page.title) > 0) return true;
  let said = count(page.body.textContent);
  if (said === 0) return false;
  for (const element of page.body.querySelectorAll(elsewhere)) {
    if (element.parentElement?.closest(elsewhere) == null) said -= count(element.textContent);
  }
  return said > 0;
}

/** How long to wait for a page to be quiet, how often to look again, and when to give up. */
const quiet = 500;
const looks = 8;
const patience = 20_000;

/**
 * Looks again while the page still grows, for pages whose content is made by scripts.
 * @param found called once, if the page turns out to be worth a look
 */
export function watchLate(page: Document, worthALook: (page: Document) => boolean, found: () => void): void {
  let left = looks;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    observer.disconnect();
    page.removeEventListener('load', lookSoon, true);
    clearTimeout(timer);
    clearTimeout(end);
  };
  const look = () => {
    timer = undefined;
    left -= 1;
    const worth = worthALook(page);
    if (worth || left === 0) stop();
    if (worth) found();
  };
  const lookSoon = () => {
    timer ??= setTimeout(look, quiet);
  };
  const observer = new MutationObserver(lookSoon);
  const end = setTimeout(stop, patience);
  observer.observe(page.documentElement, { childList: true, subtree: true });
  // A frame that has loaded.
  page.addEventListener('load', lookSoon, true);
}
