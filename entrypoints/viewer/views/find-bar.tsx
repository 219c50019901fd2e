import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { words } from '../../shared/locale/messages.ts';
import { Icon } from './icons.tsx';
import type { Session } from '../session/session.ts';
import type { ViewerState } from '../session/state.ts';
import { viewerWords } from '../words.ts';

/** Looks for words in the document, as the browser's own search would if the pages were all there. */
export function FindBar({ session, state }: { readonly session: Session; readonly state: ViewerState }) {
  const spoken = viewerWords[session.language];
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  // Before the next key is pressed: it belongs to the search already.
  useLayoutEffect(() => {
    input.current?.focus();
    return () => session.pages?.endFind();
  }, [session]);
  const { current, total, pending } = state.find;
  const count = query === '' || pending ? '' : total === 0 ? spoken.findNone : spoken.findCount(current, total);
  const step = (backwards: boolean) => {
    if (query !== '') session.pages?.find(query, backwards);
  };
  return (
    <div class="find-bar" role="search">
      <input
        ref={input}
        type="search"
        aria-label={spoken.find}
        placeholder={spoken.find}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          session.pages?.find(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey);
        }}
      />
      <button
        type="button"
        class="tool"
        title={spoken.findPrevious}
        aria-label={spoken.findPrevious}
        disabled={total === 0}
        onClick={() => step(true)}
      >
        <Icon name="previous" />
      </button>
      <button
        type="button"
        class="tool"
        title={spoken.findNext}
        aria-label={spoken.findNext}
        disabled={total === 0}
        onClick={() => step(false)}
      >
        <Icon name="next" />
      </button>
      <span class="count" role="status">
        {count}
      </span>
      <button
        type="button"
        class="tool"
        title={words[session.language].close}
        aria-label={words[session.language].close}
        onClick={() => session.store.set({ finding: false })}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
