import type { Session } from '../session/session.ts';
import type { ViewerState } from '../session/state.ts';
import { viewerWords } from '../words.ts';

/** The files that were dropped or chosen together, one of them open. */
export function FileBar({ session, state }: { readonly session: Session; readonly state: ViewerState }) {
  const spoken = viewerWords[session.language];
  return (
    <nav class="file-bar" aria-label={spoken.filesTogether(state.files.length)}>
      {state.files.map((file, index) => (
        <button
          key={index}
          type="button"
          class="file-tab"
          title={file.name}
          aria-current={index === state.file ? 'true' : undefined}
          onClick={() => void session.opener.showFile(index)}
        >
          {file.name}
        </button>
      ))}
    </nav>
  );
}
