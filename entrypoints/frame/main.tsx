import { receiveFrame } from '../viewer/opening/framed.ts';
import { Session } from '../viewer/session/session.ts';
import { lifeOfPage, settingsOfPage, show } from '../viewer/show.tsx';

// The viewer in a page's frame. It is the one page of ours that pages may load, so its address has no say: it shows what our script in the page hands
// over, and in a tab of its own nothing.
const life = lifeOfPage();
// Listens before anything is waited for: the page speaks once, as soon as the frame has loaded.
const handedOver = parent === window ? null : receiveFrame(life);
const settings = await settingsOfPage();
void handedOver?.then(({ documentId, name, rounding, finding, bytes }) => {
  const session = new Session({ kind: 'address', url: documentId }, settings, false, { finding, bytes, title: name });
  session.marker.show({ marks: true, rounding });
  show(session, true, life);
});
