import { languages } from '../../core/report/words/language-names.ts';
import { useEffect, useState } from 'preact/hooks';
import { catalogue } from '../../core/relate/catalogue.ts';
import { ruleGroups, ruleWords } from '../../core/report/rule-list.ts';
import { ruleBooks } from '../../core/report/words/languages.ts';
import { LanguageChoice } from '../shared/views/language-choice.tsx';
import type { Language } from '../shared/locale/messages.ts';
import { words } from '../shared/locale/messages.ts';
import type { Settings } from '../shared/settings/settings.ts';
import { PageSheet } from '../shared/views/sheet.tsx';
import { useSettings, useSpoken } from '../shared/settings/use-settings.ts';
import { rulesWords } from './words.ts';

const title = (language: Language) => `${rulesWords[language].title} · ${words[language].name}`;

/** Does a rule speak of this, in any language? */
function speaksOf(id: string, wanted: string): boolean {
  const told = languages.flatMap((language) => {
    const { title: name, reasoning, example } = ruleWords(id, language);
    return [name, reasoning, example];
  });
  const text = [id, ...told].join('\n').toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Every rule: what must hold, and an example. A rule's id behind the # of the address leads to it. */
export function RulesPage({ first }: { readonly first: Settings }) {
  const settings = useSettings(first);
  const language = useSpoken(settings, title);
  const spoken = rulesWords[language];
  const [wanted, setWanted] = useState('');
  const shown = ruleGroups(language)
    .map((group) => ({ ...group, rules: group.rules.filter(({ id }) => speaksOf(id, wanted.trim())) }))
    .filter(({ rules }) => rules.length > 0);
  const found = shown.reduce((sum, { rules }) => sum + rules.length, 0);
  useEffect(() => {
    const go = () =>
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView({ block: 'start' });
    go();
    addEventListener('hashchange', go);
    return () => removeEventListener('hashchange', go);
  }, []);
  return (
    <PageSheet language={language} name="rules">
      <header class="masthead">
        <img src="/icon/128.png" alt="" />
        <div>
          <h1>{spoken.title}</h1>
          <p>
            {spoken.lead(catalogue.length)} <a href="/options.html">{spoken.settings}</a>
          </p>
        </div>
        <div class="languages">
          <LanguageChoice settings={settings} language={language} />
        </div>
      </header>
      <p class="search">
        <input
          type="search"
          name="search"
          value={wanted}
          placeholder={spoken.search}
          aria-label={spoken.search}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
        <span role="status">{wanted.trim() === '' ? '' : found === 0 ? spoken.none : spoken.found(found)}</span>
      </p>
      {shown.map(({ family, title: name, rules }) => (
        <section key={family} class="block">
          <h2>{name}</h2>
          {rules.map((rule) => (
            <article key={rule.id} id={rule.id}>
              <h3>
                {rule.title}
                {settings.rulesOff.includes(rule.id) && <small class="off">{spoken.off}</small>}
              </h3>
              <p>{rule.reasoning}</p>
              <p class="example">
                {spoken.example}
                {rule.example}
              </p>
              <p class="id">
                <code>{rule.id}</code>
                <span>{ruleBooks[language].kinds[rule.kind]}</span>
              </p>
            </article>
          ))}
        </section>
      ))}
    </PageSheet>
  );
}
