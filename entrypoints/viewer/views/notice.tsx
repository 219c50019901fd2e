import { useEffect, useRef, useState } from 'preact/hooks';
import { FileAccess } from '../../shared/views/file-access.tsx';
import { FileChooser } from './file-chooser.tsx';
import type { OpenFailure } from '../../shared/files/failure.ts';
import type { Session } from '../session/session.ts';
import type { ViewerState } from '../session/state.ts';
import type { ViewerWords } from '../words.ts';
import { openFailureText } from '../../shared/locale/failure-words.ts';
import { sizeText } from '../../shared/locale/file-text.ts';
import { viewerWords } from '../words.ts';

interface NoticeProps {
  readonly session: Session;
  readonly state: ViewerState;
}

/** What stands in place of the pages: waiting, a plain sentence, a question. */
export function OpeningNotice({ session, state }: NoticeProps) {
  const spoken = viewerWords[session.language];
  const { opening } = state;
  return (
    <div class="instead" role={opening.stage === 'failed' ? 'alert' : undefined}>
      {opening.stage === 'start' && (
        <>
          <h1>{spoken.startTitle}</h1>
          <p>{spoken.startNote}</p>
          <div class="actions">
            <FileChooser session={session} main />
          </div>
        </>
      )}
      {opening.stage === 'fetching' && (
        <>
          <p>
            {opening.progress
              ? spoken.fetching(
                  sizeText(opening.progress.received),
                  opening.progress.total === undefined ? undefined : sizeText(opening.progress.total),
                )
              : spoken.opening}
          </p>
          <progress
            value={
              opening.progress?.total === undefined ? undefined : opening.progress.received / opening.progress.total
            }
          />
          <div class="actions">
            <button type="button" class="button" onClick={() => session.opener.stop()}>
              {spoken.cancel}
            </button>
          </div>
        </>
      )}
      {opening.stage === 'opening' && <p>{spoken.opening}</p>}
      {opening.stage === 'password' && <PasswordForm session={session} wrong={opening.wrong} />}
      {opening.stage === 'failed' && (
        <Failed session={session} state={state} failure={opening.failure} spoken={spoken} />
      )}
    </div>
  );
}

function Failed({
  session,
  state,
  failure,
  spoken,
}: NoticeProps & { readonly failure: OpenFailure; readonly spoken: ViewerWords }) {
  const { target } = state;
  const { title, note } = openFailureText(session.language, failure.kind, failure.status, target.kind === 'file');
  const asks = failure.kind === 'no-permission' && target.kind === 'address';
  const mayInsist = failure.kind === 'too-large';
  const mayRetry =
    !asks && !mayInsist && failure.kind !== 'huge' && (target.kind === 'address' || failure.kind === 'interrupted');
  return (
    <>
      <h1>{title}</h1>
      {asks && <p class="host">{spoken.allowNote(new URL(target.url).hostname)}</p>}
      <p>{note}</p>
      {failure.kind === 'web-page' && target.kind === 'file' && (
        <FileAccess language={session.language} class="button" />
      )}
      <div class="actions">
        {asks && (
          <button type="button" class="button main" onClick={() => void session.opener.allow()}>
            {spoken.allow}
          </button>
        )}
        {mayInsist && (
          <button type="button" class="button main" onClick={() => void session.opener.insist()}>
            {spoken.insist}
          </button>
        )}
        {mayRetry && (
          <button type="button" class="button main" onClick={() => void session.opener.retry()}>
            {spoken.retry}
          </button>
        )}
        {target.kind === 'address' && (
          <a class="button" href={target.url} target="_blank" rel="noopener noreferrer">
            {spoken.original}
          </a>
        )}
        <FileChooser session={session} main={target.kind !== 'address'} />
      </div>
    </>
  );
}

function PasswordForm({ session, wrong }: { readonly session: Session; readonly wrong: boolean }) {
  const spoken = viewerWords[session.language];
  const input = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  useEffect(() => input.current?.focus(), []);
  return (
    <form
      class="password"
      onSubmit={(event) => {
        event.preventDefault();
        session.opener.password(password);
      }}
    >
      <h1>{spoken.passwordTitle}</h1>
      <p id="password-note">{spoken.passwordNote}</p>
      {wrong && (
        <p class="wrong" role="alert" id="password-wrong">
          {spoken.passwordWrong}
        </p>
      )}
      <div class="actions">
        <input
          ref={input}
          type="password"
          autocomplete="off"
          aria-label={spoken.password}
          aria-describedby="password-note"
          aria-invalid={wrong}
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <button type="submit" class="button main">
          {spoken.passwordOpen}
        </button>
      </div>
    </form>
  );
}
