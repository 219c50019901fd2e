import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../../shared/locale/messages.ts';
import { Icon } from './icons.tsx';
import type { OutlineEntry } from '../pages/outline.ts';
import { hasInner, lineAt, tablesAsOutline, linesInView } from '../pages/outline.ts';
import type { Session } from '../session/session.ts';
import type { ViewerState } from '../session/state.ts';
import { viewerWords } from '../words.ts';

/** Beside the pages: the file's own table of contents, or its tables where it has none. Arrow keys go through it. */
export function ContentsPanel({ session, state }: { readonly session: Session; readonly state: ViewerState }) {
  const own = viewerWords[session.language];
  const spoken = words[session.language];
  const { outline, checking, page } = state;
  const entries =
    outline.length > 0 ? outline : checking.stage === 'done' ? tablesAsOutline(checking.report, spoken) : [];
  return (
    <nav class="contents" aria-labelledby="contents-title">
      <div class="contents-head">
        <h2 id="contents-title">{outline.length > 0 || entries.length === 0 ? own.contents : own.contentsTables}</h2>
        <button
          type="button"
          class="tool"
          title={spoken.close}
          aria-label={spoken.close}
          onClick={() => session.showContents(false)}
        >
          <Icon name="close" />
        </button>
      </div>
      {entries.length === 0 ? (
        <p class="faint">
          {checking.stage === 'reading' || checking.stage === 'idle' ? own.contentsLater : own.contentsNone}
        </p>
      ) : (
        <Tree key={outline.length > 0 ? 'outline' : 'tables'} entries={entries} page={page} session={session} />
      )}
    </nav>
  );
}

function Tree({
  entries,
  page,
  session,
}: {
  readonly entries: readonly OutlineEntry[];
  readonly page: number;
  readonly session: Session;
}) {
  const own = viewerWords[session.language];
  const list = useRef<HTMLUListElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const here = lineAt(entries, page);
  const [chosen, setChosen] = useState(Math.max(0, here));
  const seen = linesInView(entries, folded);
  // One line at a time is in the tab order; a folded line stands for those that it hides.
  const focusable = seen.includes(chosen) ? chosen : (seen.findLast((index) => index <= chosen) ?? 0);
  const line = (index: number) => list.current?.querySelector<HTMLElement>(`[data-line="${index}"]`);
  useEffect(() => line(focusable)?.focus({ preventScroll: false }), []);
  useEffect(() => line(here)?.scrollIntoView({ block: 'nearest' }), [here]);

  const focus = (index: number | undefined) => {
    if (index === undefined) return;
    setChosen(index);
    line(index)?.focus();
  };
  const fold = (index: number, close: boolean) => {
    const next = new Set(folded);
    if (close) next.add(index);
    else next.delete(index);
    setFolded(next);
  };
  const onKey = (event: KeyboardEvent, index: number) => {
    const at = seen.indexOf(index);
    const inner = hasInner(entries, index);
    const level = entries[index]?.level ?? 0;
    switch (event.key) {
      case 'ArrowDown':
        focus(seen[at + 1]);
        break;
      case 'ArrowUp':
        focus(seen[at - 1]);
        break;
      case 'Home':
        focus(seen[0]);
        break;
      case 'End':
        focus(seen.at(-1));
        break;
      case 'ArrowRight':
        if (inner && folded.has(index)) fold(index, false);
        else if (inner) focus(index + 1);
        break;
      case 'ArrowLeft':
        if (inner && !folded.has(index)) fold(index, true);
        else focus(entries.findLastIndex((entry, other) => other < index && entry.level < level));
        break;
      case 'Enter':
      case ' ':
        go(index);
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  const go = (index: number) => {
    const entry = entries[index];
    setChosen(index);
    if (entry) session.goTo(entry);
  };
  return (
    <ul role="tree" aria-labelledby="contents-title" ref={list}>
      {seen.map((index) => {
        const entry = entries[index];
        if (!entry) return null;
        const inner = hasInner(entries, index);
        return (
          <li
            key={index}
            role="treeitem"
            data-line={index}
            tabIndex={index === focusable ? 0 : -1}
            aria-level={entry.level + 1}
            aria-selected={index === here}
            aria-current={index === here ? 'location' : undefined}
            aria-expanded={inner ? !folded.has(index) : undefined}
            style={`--level: ${Math.min(entry.level, 6)}`}
            onClick={() => go(index)}
            onKeyDown={(event) => onKey(event, index)}
            onFocus={() => setChosen(index)}
          >
            {inner && (
              <span
                class="fold"
                aria-hidden="true"
                onClick={(event) => {
                  event.stopPropagation();
                  fold(index, !folded.has(index));
                }}
              >
                <Icon name={folded.has(index) ? 'unfold' : 'next'} />
              </span>
            )}
            <span class="line" title={entry.title}>
              {entry.title}
            </span>
            {entry.page !== null && <small aria-label={own.contentsPage(entry.page)}>{entry.page}</small>}
          </li>
        );
      })}
    </ul>
  );
}
