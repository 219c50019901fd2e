import { localName } from './dom.ts';

/** The elements that hold another document; old sites still build their pages of framesets. */
export const frameTags = 'iframe, frame';
const frameNames: readonly string[] = frameTags.split(', ');

/** The document in a frame (told by its name: elements in frames are of other windows' classes); null for any other element, and for a frame of another site, which we may not look into. */
export function innerDocument(element: Element): Document | null {
  return frameNames.includes(localName(element)) ? (element as HTMLIFrameElement).contentDocument : null;
}
