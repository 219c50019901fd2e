import { all, allIn, bodyOf, closest, listen, parentElement, textContent, titleOf } from '../shared/page/dom.ts';
import { frameTags, innerDocument } from '../shared/page/inner-document.ts';

/** Officials space short words out: 合　计. */
const subject = /[决決预預]\s*算|三\s*公/g;
const total = /[合总]\s*计/;

/** Every page of a site links to its 部门决算; only what the page says itself counts. */
const elsewhere = 'a, nav, aside, footer, script, style, option';

/** Is this page worth a look: a table with a total, on a page about final accounts or a budget? Frames of the same site count. */
export function looksLikeDisclosure(page: Document): boolean {
  const tables = all(page, 'table');
  if (tables.length > 0 && speaksOfAccounts(page) && tables.some((table) => total.test(textContent(table))))
    return true;
  return all(page, frameTags).some((frame) => {
    const inner = innerDocument(frame);
    return inner !== null && bodyOf(inner) !== null && looksLikeDisclosure(inner);
  });
}

function speaksOfAccounts(page: Document): boolean {
  const count = (text: string) => text.match(subject)?.length ?? 0;
  if (count(titleOf(page)) > 0) return true;
  const body = bodyOf(page);
  let said = body === null ? 0 : count(textContent(body));
  if (body === null || said === 0) return false;
  for (const element of allIn(body, elsewhere)) {
    const around = parentElement(element);
    if (around === null || closest(around, elsewhere) === null) said -= count(textContent(element));
  }
  return said > 0;
}

/** How long a page may be quiet before it is looked at again, and the longest that one which never is waits, in milliseconds. */
const soonest = 500;
const latest = 30_000;

/** A look may take a hundredth of the page's time. */
const share = 100;

/**
 * Looks again whenever the page has grown, for as long as it is there: some pages fetch their accounts when the reader asks for them. What a look
 * costs says how long the next one waits.
 * @param found called once, if the page turns out to be worth a look
 */
export function watchLate(page: Document, worthALook: (page: Document) => boolean, found: () => void): void {
  const ended = new AbortController();
  let pause = soonest;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    timer = undefined;
    const began = performance.now();
    const worth = worthALook(page);
    pause = Math.min(latest, Math.max(soonest, share * (performance.now() - began)));
    if (!worth) return;
    ended.abort();
    found();
  };
  const lookSoon = () => {
    timer ??= setTimeout(look, pause);
  };
  const observer = new MutationObserver(lookSoon);
  observer.observe(page, { childList: true, subtree: true });
  // A frame that has loaded.
  listen(
    page,
    'load',
    ({ isTrusted }) => {
      if (isTrusted) lookSoon();
    },
    { capture: true, signal: ended.signal },
  );
  ended.signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
