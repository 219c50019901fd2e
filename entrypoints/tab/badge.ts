import type { TabState } from '../ui/protocol.ts';
import type { Words } from '../ui/messages.ts';

/** What the toolbar shows for a tab. */
export interface Badge {
  readonly text: string;
  readonly title: string;
  readonly colour: string;
}

/** Dark enough that white text on them can be read. */
const colours = { inconsistent: '#b8232a', agree: '#1e6b52', quiet: '#5d5a55' };

/**
 * The badge of a tab: the number of inconsistent findings; a tick when figures were checked and all agree;
 * nothing while there is nothing to say. The title says it in words.
 */
export function badgeOf(state: TabState | null, spoken: Words): Badge {
  const quiet = { text: '', title: state?.page === 'pdf' ? spoken.badgePdf : spoken.name, colour: colours.quiet };
  if (state === null) return quiet;
  switch (state.stage) {
    case 'waiting':
    case 'restricted': return quiet;
    case 'reading': return { ...quiet, title: spoken.badgeReading };
    case 'failed': return { ...quiet, text: '!', title: spoken.badgeFailed };
    case 'read':
      if (state.inconsistent > 0) {
        return { text: state.inconsistent > 99 ? '99+' : String(state.inconsistent), title: spoken.badgeInconsistent(state.inconsistent), colour: colours.inconsistent };
      }
      return state.checked > 0 ? { text: '✓', title: spoken.badgeAgree, colour: colours.agree } : quiet;
  }
}
