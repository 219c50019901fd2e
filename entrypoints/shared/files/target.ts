import type { CellAddress } from '../protocol/protocol.ts';

/** What the viewer was asked to show. */
export type Target =
  | { readonly kind: 'address'; readonly url: string }
  /** A file of the reader's own, dropped or chosen: its address is ours, and ends with the page. */
  | { readonly kind: 'file'; readonly name: string; readonly url: string }
  /** Nothing, or an address that is not of the web: the viewer follows no javascript:, data: or extension address. */
  | { readonly kind: 'none' };

/**
 * What /viewer.html?file=… asks for.
 * @param search the page's query string
 */
export function targetOf(search: string): Target {
  const address = new URLSearchParams(search).get('file');
  const url = address !== null && URL.canParse(address) ? new URL(address) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
    ? { kind: 'address', url: url.href }
    : { kind: 'none' };
}

/**
 * The name of the file at an address, for a title: the last part of its path, decoded where it can be.
 * @param url an absolute address
 */
export function fileName(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const last = parsed?.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || (parsed?.hostname ?? url);
  } catch {
    // An address in GBK is no UTF-8.
    return last;
  }
}

/**
 * The host permissions that reading an address takes: both schemes, because servers redirect between them.
 * @param url an absolute address of the web
 */
export function originsOf(url: string): string[] {
  const host = new URL(url).hostname;
  return [`http://${host}/*`, `https://${host}/*`];
}

/** A cell as the viewer's address holds it: t3.12.4. */
export function cellQuery({ table, row, column }: CellAddress): string {
  return encodeURIComponent(`${table}.${row}.${column}`);
}

/**
 * The cell that the viewer's address asks for.
 * @param search the page's query string
 * @returns undefined for none, or for what is no cell
 */
export function cellOf(search: string): CellAddress | undefined {
  const [, table, row, column] =
    /^(t\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(new URLSearchParams(search).get('cell') ?? '') ?? [];
  return table === undefined ? undefined : { table, row: Number(row), column: Number(column) };
}
