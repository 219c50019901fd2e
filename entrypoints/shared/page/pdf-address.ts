/**
 * An address as a page writes it, made whole.
 * @param base what it is relative to
 * @returns null if it is none of the web, or holds a name and password
 */
export function webAddress(address: string, base: string): URL | null {
  try {
    const url = new URL(address, base);
    if (!/^https?:$/.test(url.protocol) || url.username + url.password !== '') return null;
    url.hash = '';
    return url;
  } catch {
    return null;
  }
}

const ending = /\.pdf$/i;

/**
 * The PDF behind an address: itself, or the one that a site's own viewer page is asked to show (viewer.html?file=…).
 * @param typed the page says that it is a PDF
 */
export function pdfAddress(address: string, base: string, typed = false): string | null {
  const url = webAddress(address, base);
  if (url === null) return null;
  const named = [...url.searchParams.values()]
    .map((value) => value.replace(/[?#].*$/s, ''))
    .filter((value) => ending.test(value));
  if (named[0] !== undefined && /\.html?$|viewer|pdf-?js/i.test(url.pathname))
    return webAddress(named[0], url.href)?.href ?? null;
  return typed || ending.test(url.pathname) || named.length > 0 ? url.href : null;
}
