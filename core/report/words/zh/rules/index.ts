import { footing } from './footing.ts';
import { crossFooting } from './cross-footing.ts';
import { hierarchy } from './hierarchy.ts';
import { balance } from './balance.ts';
import { tieOut } from './tie-out.ts';
import { narrative } from './narrative.ts';
import { ratio } from './ratio.ts';
import { performance } from './performance.ts';
import { structure } from './structure.ts';
import type { RuleWords } from '../../words.ts';

/** What each rule is called, what it says and an example, by its id. */
export const rules: Readonly<Record<string, RuleWords>> = {
  ...footing,
  ...crossFooting,
  ...hierarchy,
  ...balance,
  ...tieOut,
  ...narrative,
  ...ratio,
  ...performance,
  ...structure,
};
