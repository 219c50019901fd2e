import { isFileUnread, outcomeOf, outcomeText } from '../shared/findings/outcome.ts';
import type { FileEntry, TabState } from '../shared/protocol/protocol.ts';
import type { InterfaceWords } from '../shared/locale/messages.ts';
import { batchOf } from './files/files.ts';

/** What the toolbar shows for a tab. */
export interface Badge {
  readonly text: string;
  readonly title: string;
  readonly colour: string;
}

/** Dark enough that white text on them can be read. */
const colours = { inconsistent: '#b8232a', agree: '#1e6b52', quiet: '#5d5a55' };

/** No toolbar has room for more. */
const widest = 4;

/**
 * The badge of a tab: the number of inconsistent findings; a tick when all that was to be read agrees without reserve; how far the reading
 * has come while it goes on; nothing while there is nothing to say. The title says it in words.
 * @param files those of the tab's page
 */
export function badgeOf(state: TabState | null, files: readonly FileEntry[], spoken: InterfaceWords): Badge {
  const quiet = { text: '', title: state?.page === 'pdf' ? spoken.badgePdf : spoken.name, colour: colours.quiet };
  if (state === null) return quiet;
  const colour = state.inconsistent > 0 ? colours.inconsistent : colours.quiet;
  const batch = batchOf(files);
  if (batch.all > 1) {
    const counted = `${batch.done}/${batch.all}`;
    return {
      text: counted.length > widest ? `${Math.floor((100 * batch.done) / batch.all)}%` : counted,
      title: spoken.badgeFiles(batch.done, batch.all),
      colour,
    };
  }
  const busy = { text: '…', title: spoken.badgeReading, colour };
  switch (state.stage) {
    case 'waiting':
      return batch.all > 0 ? busy : quiet;
    case 'restricted':
      return quiet;
    case 'reading':
      return busy;
    case 'failed':
      return { ...quiet, text: '!', title: spoken.badgeFailed };
    case 'read': {
      if (batch.all > 0) return busy;
      const outcome = outcomeOf(state, isFileUnread(state, files));
      const title = spoken.badgeSays(outcomeText(state, outcome, spoken));
      switch (outcome) {
        case 'inconsistent':
          return { text: state.inconsistent > 99 ? '99+' : String(state.inconsistent), title, colour };
        case 'agree':
          return { text: '✓', title, colour: colours.agree };
        case 'set-aside':
          return { text: `(${state.ignored})`, title, colour };
        case 'partly':
        case 'unread':
          return { text: '·', title, colour };
        case 'nothing':
          return quiet;
      }
    }
  }
}
