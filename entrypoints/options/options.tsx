import { LanguageChoice } from '../shared/views/language-choice.tsx';
import type { Language } from '../shared/locale/messages.ts';
import type { Settings } from '../shared/settings/settings.ts';
import { changeSettings } from '../shared/settings/settings.ts';
import { FileAccess } from '../shared/views/file-access.tsx';
import { PageSheet, useKeep } from '../shared/views/sheet.tsx';
import { useSettings, useSpoken } from '../shared/settings/use-settings.ts';
import { words } from '../shared/locale/messages.ts';
import { Backup } from './backup.tsx';
import { IgnoredList } from './ignored.tsx';
import { Keys } from './keys.tsx';
import { Rules } from './rules.tsx';
import { Sites } from './sites.tsx';
import { Toggle } from './toggle.tsx';
import { optionsWords } from './words.ts';

const title = (language: Language) => `${optionsWords[language].title} · ${words[language].name}`;

/** Everything that can be chosen, on one page. */
export function Options({ first }: { readonly first: Settings }) {
  const settings = useSettings(first);
  const language = useSpoken(settings, title);
  return (
    <PageSheet language={language}>
      <Choices settings={settings} language={language} />
    </PageSheet>
  );
}

function Choices({ settings, language }: { readonly settings: Settings; readonly language: Language }) {
  const spoken = optionsWords[language];
  const keep = useKeep();
  const set = (change: Partial<Settings>) => void keep(changeSettings(change));
  return (
    <>
      <header class="masthead">
        <img src="/icon/128.png" alt="" />
        <div>
          <h1>
            {words[language].name} · {spoken.title}
          </h1>
          <p>
            {spoken.subtitle}{' '}
            <a href="/welcome.html" target="_blank">
              {spoken.about}
            </a>
          </p>
        </div>
      </header>
      <section class="block" aria-labelledby="language">
        <h2 id="language">{spoken.language}</h2>
        <LanguageChoice settings={settings} language={language} />
      </section>
      <section class="block" aria-labelledby="shown">
        <h2 id="shown">{spoken.shown}</h2>
        <p>{spoken.shownNote}</p>
        <Toggle
          name="inconsistent"
          label={spoken.inconsistent}
          note={spoken.inconsistentNote}
          on
          disabled
          onChange={() => undefined}
        />
        <Toggle
          name="notices"
          label={spoken.notices}
          note={spoken.noticesNote}
          on={settings.showNotices}
          onChange={(showNotices) => set({ showNotices })}
        />
        <Toggle
          name="rounding"
          label={spoken.rounding}
          note={spoken.roundingNote}
          on={settings.showRounding}
          onChange={(showRounding) => set({ showRounding })}
        />
      </section>
      <section class="block" aria-labelledby="where">
        <h2 id="where">{spoken.where}</h2>
        <Toggle
          name="automatic"
          label={spoken.automatic}
          note={spoken.automaticNote}
          on={settings.automatic}
          onChange={(automatic) => set({ automatic })}
        />
        <Toggle
          name="readPdfs"
          label={spoken.readPdfs}
          note={spoken.readPdfsNote}
          on={settings.readPdfs}
          onChange={(readPdfs) => set({ readPdfs })}
        />
        <Sites settings={settings} spoken={spoken} />
        <h3>{spoken.local}</h3>
        <p class="hint">{spoken.localNote}</p>
        <p class="actions">
          <a class="button" href="/viewer.html" data-action="local-file">
            {words[language].localFile}
          </a>
        </p>
        <FileAccess language={language} class="plain" />
      </section>
      <section class="block" aria-labelledby="keys">
        <h2 id="keys">{spoken.keys}</h2>
        <Toggle
          name="stepKeys"
          label={spoken.stepKeys}
          note={spoken.stepKeysNote}
          on={settings.stepKeys}
          onChange={(stepKeys) => set({ stepKeys })}
        />
        <p class="hint">{spoken.keysNote}</p>
        <Keys language={language} spoken={spoken} />
      </section>
      <IgnoredList language={language} spoken={spoken} />
      <Rules settings={settings} language={language} spoken={spoken} />
      <Backup spoken={spoken} />
    </>
  );
}
