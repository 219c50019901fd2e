import { catalogue } from '../../core/relate/catalogue.ts';
import { ruleGroups } from '../../core/report/rule-list.ts';
import type { Language } from '../shared/locale/messages.ts';
import type { Settings } from '../shared/settings/settings.ts';
import { changeSettings } from '../shared/settings/settings.ts';
import { useKeep } from '../shared/views/sheet.tsx';
import type { OptionsWords } from './words.ts';

const all = catalogue.map(({ id }) => id);

const setOff = (ids: readonly string[], off: boolean) =>
  changeSettings(({ rulesOff }) => {
    const others = rulesOff.filter((rule) => !ids.includes(rule));
    return { rulesOff: off ? [...others, ...ids] : others };
  });

/** Every rule with its explanation and a switch, by family. */
export function Rules({
  settings,
  language,
  spoken,
}: {
  readonly settings: Settings;
  readonly language: Language;
  readonly spoken: OptionsWords;
}) {
  const keep = useKeep();
  const isOn = (id: string) => !settings.rulesOff.includes(id);
  return (
    <section class="block" aria-labelledby="rules">
      <h2 id="rules">{spoken.rules}</h2>
      <p>{spoken.rulesNote(all.filter(isOn).length, all.length)}</p>
      <p class="actions">
        <a class="button" href="/rules.html" target="_blank">
          {spoken.rulesPage}
        </a>
        {settings.rulesOff.length > 0 && (
          <button type="button" onClick={() => void keep(changeSettings({ rulesOff: [] }))}>
            {spoken.rulesAllOn}
          </button>
        )}
      </p>
      {ruleGroups(language).map(({ family, title, rules }) => {
        const ids = rules.map(({ id }) => id);
        const on = ids.filter(isOn).length;
        return (
          <details key={family} class="family">
            <summary>
              <span>{title}</span>
              <small>
                {on} / {ids.length}
              </small>
            </summary>
            {rules.map(({ id, title: name, reasoning, example }) => (
              <div key={id} class="rule">
                <label>
                  <input
                    type="checkbox"
                    data-rule={id}
                    checked={isOn(id)}
                    onChange={(event) => void keep(setOff([id], !event.currentTarget.checked))}
                  />
                  <b>{name}</b>
                </label>
                <p>{reasoning}</p>
                <p class="example">
                  {spoken.example}
                  {example}
                </p>
              </div>
            ))}
          </details>
        );
      })}
    </section>
  );
}
