import { useEffect, useState } from 'preact/hooks';
import type { Ignored } from '../shared/findings/ignored.ts';
import { followIgnored, saveIgnored, setIgnored } from '../shared/findings/ignored.ts';
import type { Language } from '../shared/locale/messages.ts';
import { useKeep } from '../shared/views/sheet.tsx';
import type { OptionsWords } from './words.ts';

/** What the reader does not want to see any more, the latest first, each to be taken back. */
export function IgnoredList({ language, spoken }: { readonly language: Language; readonly spoken: OptionsWords }) {
  const [ignored, setList] = useState<readonly Ignored[]>([]);
  useEffect(() => {
    const life = new AbortController();
    void followIgnored(setList, life.signal);
    return () => life.abort();
  }, []);
  const keep = useKeep();
  const latest = [...ignored].sort((a, b) => b.since - a.since);
  return (
    <section class="block" aria-labelledby="ignored">
      <h2 id="ignored">{spoken.ignored}</h2>
      <p>{ignored.length === 0 ? spoken.ignoredNone : spoken.ignoredNote}</p>
      {latest.length > 0 && (
        <ul class="rows findings">
          {latest.map((entry) => {
            const message = entry.messages[language] ?? '';
            return (
              <li key={`${entry.document} ${entry.rule} ${entry.cell}`}>
                <span class="name">
                  {message}
                  <small>{entry.title}</small>
                </span>
                <button
                  type="button"
                  class="plain"
                  aria-label={spoken.restoreFinding(message)}
                  onClick={() => void keep(setIgnored(entry, false))}
                >
                  {spoken.restore}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {latest.length > 1 && (
        <button type="button" onClick={() => void keep(saveIgnored([]))}>
          {spoken.restoreAll}
        </button>
      )}
    </section>
  );
}
