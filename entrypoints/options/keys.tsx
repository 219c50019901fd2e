import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Language } from '../shared/locale/messages.ts';
import { commandNames } from '../shared/locale/messages.ts';
import type { OptionsWords } from './words.ts';

interface Command {
  readonly name?: string | undefined;
  readonly shortcut?: string | undefined;
}

/** The page on which Chromium lets a reader change shortcuts. */
const shortcutsPage = 'chrome://extensions/shortcuts';

/** The shortcuts as the browser has them now. */
export function Keys({ language, spoken }: { readonly language: Language; readonly spoken: OptionsWords }) {
  const [commands, setCommands] = useState<readonly Command[]>([]);
  useEffect(() => {
    const read = () => void browser.commands.getAll().then(setCommands);
    read();
    // Back from the browser's own page they may be others.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return (
    <>
      <ul class="rows keys">
        {commands.flatMap(({ name, shortcut = '' }) => {
          const label = commandNames[language][name ?? ''];
          return label === undefined
            ? []
            : [
                <li key={name}>
                  <span class="name">{label}</span>
                  {shortcut === '' ? <small>{spoken.noKey}</small> : <kbd>{shortcut}</kbd>}
                </li>,
              ];
        })}
      </ul>
      {import.meta.env.FIREFOX ? (
        <p class="hint">{spoken.changeKeysFirefox}</p>
      ) : (
        <button type="button" onClick={() => void browser.tabs.create({ url: shortcutsPage })}>
          {spoken.changeKeys}
        </button>
      )}
    </>
  );
}
