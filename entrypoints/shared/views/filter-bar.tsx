import type { Report, Verdict } from '../../../core/report/schema.ts';
import { countVerdicts } from '../findings/count-verdicts.ts';
import type { ListView } from '../findings/list-view.ts';
import { familiesOf, filtered, isFiltered } from '../findings/list-view.ts';
import type { Language } from '../locale/messages.ts';
import { familyName, words } from '../locale/messages.ts';
import { verdictGlyph, verdicts } from '../findings/verdict.ts';

/** A list that one glance takes in needs no search. */
const manyFindings = 6;

/** What the filters show and can do. */
export interface FilterBarProps {
  readonly reports: readonly Report[];
  readonly language: Language;
  readonly view: ListView;
  /** Verdicts that are marked. */
  readonly shown: readonly Verdict[];
  readonly onView: (change: Partial<ListView>) => void;
  /** Rounding differences are marked only on request: to list them is to ask for that. */
  readonly onRounding: (rounding: boolean) => void;
}

/** Counts by verdict that are switches, and for longer lists a search and a choice of rule. */
export function FilterBar({ reports, language, view, shown, onView, onRounding }: FilterBarProps) {
  const spoken = words[language];
  const counts = countVerdicts(reports);
  const all = shown.reduce((sum, verdict) => sum + counts[verdict], 0);
  const families = familiesOf(reports, shown);
  const found = reports.reduce(
    (sum, report) =>
      sum + filtered(report, view, spoken).findings.filter(({ verdict }) => shown.includes(verdict)).length,
    0,
  );
  const press = (verdict: Verdict) => {
    const isShown = shown.includes(verdict) && !view.hidden.includes(verdict);
    if (verdict === 'rounding') onRounding(!isShown);
    onView({
      hidden:
        isShown && verdict !== 'rounding' ? [...view.hidden, verdict] : view.hidden.filter((each) => each !== verdict),
    });
  };
  const present = verdicts.filter((verdict) => counts[verdict] > 0);
  if (present.length === 0) return null;
  return (
    <div class="filter-bar" role="search" aria-label={spoken.filters}>
      <div class="chips" role="group" aria-label={spoken.filters}>
        {present.map((verdict) => (
          <button
            key={verdict}
            type="button"
            class={`chip ${verdict}`}
            data-verdict={verdict}
            aria-pressed={shown.includes(verdict) && !view.hidden.includes(verdict)}
            onClick={() => press(verdict)}
          >
            <span class={`verdict-glyph ${verdict}`} aria-hidden="true">
              {verdictGlyph[verdict]}
            </span>
            {spoken.verdict[verdict]} <b>{counts[verdict]}</b>
          </button>
        ))}
      </div>
      {(all >= manyFindings || isFiltered(view)) && (
        <div class="narrow">
          <input
            type="search"
            value={view.search}
            placeholder={spoken.search}
            aria-label={spoken.search}
            onInput={({ currentTarget }) => onView({ search: currentTarget.value.slice(0, 200) })}
          />
          {(families.length > 1 || view.family !== '') && (
            <select
              value={view.family}
              aria-label={spoken.ruleFilter}
              onChange={({ currentTarget }) => onView({ family: currentTarget.value })}
            >
              <option value="">{spoken.allRules}</option>
              {[...new Set([...families, ...(view.family === '' ? [] : [view.family])])].map((family) => (
                <option key={family} value={family}>
                  {familyName(`${family}/`, spoken)}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
      {isFiltered(view) && (
        <p class="found" role="status">
          <span>{found === 0 ? spoken.nothingFound : spoken.found(found, all)}</span>
          <button type="button" class="link" onClick={() => onView({ search: '', hidden: [], family: '' })}>
            {spoken.clearFilters}
          </button>
        </p>
      )}
    </div>
  );
}
