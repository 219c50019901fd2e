import { words } from '../../shared/locale/messages.ts';
import { FileChooser } from './file-chooser.tsx';
import { Icon } from './icons.tsx';
import { PageNumber } from './page-number.tsx';
import type { Session } from '../session/session.ts';
import type { ViewerState } from '../session/state.ts';
import { Tool } from './tool.tsx';
import { viewerWords } from '../words.ts';

/** The bar above the pages. Downloading and printing belong to the original, one click away. */
export function Toolbar({ session, state }: { readonly session: Session; readonly state: ViewerState }) {
  const spoken = viewerWords[session.language];
  const { target, page, pages } = state;
  const closed = state.opening.stage !== 'open';
  return (
    <header class={closed ? 'toolbar closed' : 'toolbar'} aria-label={spoken.toolbar}>
      <div class="brand" title={state.title}>
        <span class="open-only">
          <Tool
            icon="contents"
            name="show-contents"
            label={spoken.contents}
            pressed={state.contents}
            disabled={closed}
            onClick={() => session.showContents(!state.contents)}
          />
        </span>
        {/* Where something stands in place of the pages, that has the heading. */}
        {state.opening.stage === 'open' ? (
          <h1>{words[session.language].name}</h1>
        ) : (
          <b>{words[session.language].name}</b>
        )}
        <span class="title">{state.title}</span>
      </div>
      <div class="tools middle">
        <span class="page-steps">
          <Tool
            icon="previous"
            label={spoken.previousPage}
            disabled={closed || page <= 1}
            onClick={() => session.pages?.go(page - 1)}
          />
          <Tool
            icon="next"
            label={spoken.nextPage}
            disabled={closed || page >= pages}
            onClick={() => session.pages?.go(page + 1)}
          />
        </span>
        <PageNumber
          page={page}
          pages={pages}
          disabled={closed}
          language={session.language}
          onGo={(to) => session.pages?.go(to)}
        />
        <i class="rule" />
        <Tool icon="minus" label={spoken.zoomOut} disabled={closed} onClick={() => session.pages?.zoom(-1)} />
        <span class="scale">{closed ? '' : `${Math.round(state.scale * 100)}%`}</span>
        <Tool icon="plus" label={spoken.zoomIn} disabled={closed} onClick={() => session.pages?.zoom(1)} />
        <Tool
          icon="fitWidth"
          label={spoken.fitWidth}
          pressed={state.fitsWidth}
          disabled={closed}
          onClick={() => session.pages?.fit(state.fitsWidth ? 'auto' : 'page-width')}
        />
        <span class="optional">
          <Tool icon="rotate" label={spoken.rotate} disabled={closed} onClick={() => session.pages?.rotate()} />
        </span>
        <Tool
          icon="find"
          label={spoken.find}
          pressed={state.finding}
          disabled={closed}
          onClick={() => session.store.set({ finding: !state.finding })}
        />
      </div>
      <div class="tools end">
        <label class="switch open-only" title={words[session.language].marksSwitch}>
          <input
            type="checkbox"
            role="switch"
            checked={state.marks}
            onChange={(event) => session.marker.switchTo({ marks: event.currentTarget.checked })}
          />
          <span class="track" aria-hidden="true" />
          <span>{spoken.marks}</span>
        </label>
        <i class="rule open-only" />
        <span class="optional">
          <FileChooser session={session} />
        </span>
        {target.kind !== 'none' && (
          <a class="tool wide" href={target.url} target="_blank" rel="noopener noreferrer" title={spoken.originalNote}>
            <Icon name="original" />
            <span>{spoken.original}</span>
          </a>
        )}
        <span class="open-only">
          <Tool
            icon="panel"
            label={spoken.panel}
            pressed={state.panel}
            onClick={() => session.store.set({ panel: !state.panel })}
          />
        </span>
      </div>
    </header>
  );
}
