import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Language } from '../locale/messages.ts';
import { words } from '../locale/messages.ts';

/** How pages that lie on the reader's own disk can be checked in the browser: it has to be allowed first, on the extension's own page of the browser. */
export function FileAccess({ language, class: look }: { readonly language: Language; readonly class: string }) {
  const spoken = words[language];
  const [allowed, setAllowed] = useState(false);
  useEffect(() => {
    void browser.extension.isAllowedFileSchemeAccess().then(setAllowed);
  }, []);
  // Firefox lets no extension into them.
  if (import.meta.env.FIREFOX) return <div class="file-access">{spoken.fileAccessNone}</div>;
  if (allowed) return <div class="file-access">{spoken.fileAccessAllowed}</div>;
  return (
    <div class="file-access">
      <div>{spoken.fileAccess}</div>
      <button
        type="button"
        class={look}
        data-action="file-access"
        onClick={() => void browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` })}
      >
        {spoken.fileAccessOpen}
      </button>
    </div>
  );
}
