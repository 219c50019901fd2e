import { createContext, type ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Language } from '../locale/messages.ts';
import { words } from '../locale/messages.ts';

/** Awaits a change that is to be kept. @returns whether it was; false or a throw says that it was not */
type Keep = (change: Promise<unknown>) => Promise<boolean>;

const wasKept: Keep = (change) =>
  change.then(
    (kept) => kept !== false,
    () => false,
  );
const Keeping = createContext<Keep>(wasKept);

/** How the parts of a sheet keep what the reader changes, so that the reader hears of what was not kept. */
export const useKeep = (): Keep => useContext(Keeping);

/** A page of the extension that is read like a page: settings, welcome, rules. It says so when something that the reader changed could not be kept. */
export function PageSheet({
  language,
  name = '',
  children,
}: {
  readonly language: Language;
  readonly name?: string;
  readonly children: ComponentChildren;
}) {
  // A new one each time: what shows the unkept change has to be drawn again as it is.
  const [trouble, setTrouble] = useState<{ readonly since: number } | null>(null);
  const keep: Keep = async (change) => {
    const kept = await wasKept(change);
    setTrouble(kept ? null : { since: Date.now() });
    return kept;
  };
  return (
    <Keeping.Provider value={keep}>
      <main class={`sheet ${name}`}>{children}</main>
      <p class="unkept" role="alert">
        {trouble !== null && words[language].notKept}
      </p>
    </Keeping.Provider>
  );
}
