/** Whether the browser shows pictures of a type; where it can't be asked, it does not. */
const shows = async (type: string): Promise<boolean> =>
  'ImageDecoder' in globalThis && (await ImageDecoder.isTypeSupported(type));

/** What browsers say they take when they open an address; Chromium names JPEG XL where it shows it (156 does). */
const accepted = async (): Promise<string> =>
  import.meta.env.FIREFOX
    ? 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
    : `text/html,application/xhtml+xml,application/xml;q=0.9,${(await shows('image/jxl')) ? 'image/jxl,' : ''}image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7`;

/**
 * What a browser says of itself when it opens an address, as far as we may say it: a server chooses for us as for the browser, and does not see
 * that a file is asked for by a program. No address of a page goes with it.
 */
export async function documentHeaders(): Promise<Record<string, string>> {
  return { 'accept': await accepted(), 'upgrade-insecure-requests': '1' };
}
