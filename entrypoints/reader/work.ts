import { signOfLife } from '../shared/protocol/sign-of-life.ts';
import { readBytes } from './read-bytes.ts';
import type { FromWork, ToWork } from './work-messages.ts';

// A worker that reads one file and is then ended. Whatever the file does to it, the page that began it goes on, and so do the others.
const say = (message: FromWork) => postMessage(message);

setInterval(() => say({ kind: 'alive' }), signOfLife);

addEventListener('message', ({ data: { bytes, url, title, tooMuch } }: MessageEvent<ToWork>) => {
  void readBytes(bytes, { url, title }, new Set(tooMuch), (progress, page) =>
    say({ kind: 'progress', progress, page }),
  ).then((outcome) => say({ kind: 'outcome', outcome }));
});
