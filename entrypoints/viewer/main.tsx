import { isWordFor } from '../shared/storage/opened-files.ts';
import { attachAreas } from './debug/areas.ts';
import { Session } from './session/session.ts';
import { lifeOfPage, settingsOfPage, show } from './show.tsx';
import { cellOf, targetOf } from '../shared/files/target.ts';

/** Below this width the panel would leave no room for the pages. */
const wide = 860;

const life = lifeOfPage();
const settings = await settingsOfPage();
const query = new URLSearchParams(location.search);
const target = targetOf(location.search);
const own = target.kind === 'address' && (await isWordFor(query.get('own'), target.url));
const session = new Session(target, settings, innerWidth >= wide, {
  own,
  finding: query.get('finding') ?? undefined,
  cell: cellOf(location.search),
  readHere: query.has('areas'),
});
if (query.has('areas')) attachAreas(session);
show(session, false, life);
