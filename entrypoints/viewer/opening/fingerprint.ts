/**
 * What tells these bytes from all others: their SHA-256.
 * @returns null where the browser has no digests for us (a frame in a page without https, in some browsers)
 */
export async function fingerprint(bytes: Uint8Array): Promise<string | null> {
  if (!isSecureContext) return null;
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
