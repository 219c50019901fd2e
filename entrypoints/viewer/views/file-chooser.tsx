import { useRef } from 'preact/hooks';
import type { Session } from '../session/session.ts';
import { Tool } from './tool.tsx';
import { viewerWords } from '../words.ts';

/** Opens files of the reader's own. @param main as a button with words, the only one or one of several; without it as a tool */
export function FileChooser({ session, main }: { readonly session: Session; readonly main?: boolean }) {
  const choose = useRef<HTMLInputElement>(null);
  const { openFile } = viewerWords[session.language];
  const ask = () => choose.current?.click();
  return (
    <>
      {main === undefined ? (
        <Tool icon="open" label={openFile} onClick={ask} />
      ) : (
        <button type="button" class={main ? 'button main' : 'button'} onClick={ask}>
          {openFile}
        </button>
      )}
      <input
        ref={choose}
        type="file"
        accept="application/pdf,.pdf"
        multiple
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again.
          event.currentTarget.value = '';
          void session.opener.openFiles(files);
        }}
      />
    </>
  );
}
