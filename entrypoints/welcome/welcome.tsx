import { LanguageChoice } from '../shared/views/language-choice.tsx';
import type { Language } from '../shared/locale/messages.ts';
import { words } from '../shared/locale/messages.ts';
import type { Settings } from '../shared/settings/settings.ts';
import { PageSheet } from '../shared/views/sheet.tsx';
import { useSettings, useSpoken } from '../shared/settings/use-settings.ts';
import { verdictGlyph } from '../shared/findings/verdict.ts';
import { welcomeWords } from './words.ts';

const title = (language: Language) => words[language].name;

/** After installing: what this does, where, and that nothing leaves the device. */
export function Welcome({ first }: { readonly first: Settings }) {
  const settings = useSettings(first);
  const language = useSpoken(settings, title);
  const spoken = welcomeWords[language];
  return (
    <PageSheet language={language} name="welcome">
      <header class="masthead">
        <img src="/icon/128.png" alt="" />
        <h1>{spoken.title}</h1>
        <div class="languages">
          <LanguageChoice settings={settings} language={language} />
        </div>
      </header>
      <p class="lead">{spoken.lead}</p>
      <p class="try">
        <a class="button main" href="/sample.html" data-action="sample">
          {spoken.sample}
        </a>
        <span>{spoken.sampleNote}</span>
      </p>
      <section class="block">
        <h2>{spoken.does}</h2>
        <ol class="steps">
          {spoken.doesSteps.map(([name, text]) => (
            <li key={name}>
              <b>{name}</b>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      </section>
      <section class="block">
        <h2>{spoken.verdicts}</h2>
        <ul class="verdicts">
          {spoken.verdictNotes.map(([verdict, name, text]) => (
            <li key={verdict}>
              <span class={`glyph ${verdict}`} aria-hidden="true">
                {verdictGlyph[verdict]}
              </span>
              <b>{name}</b>
              <span>{text}</span>
            </li>
          ))}
        </ul>
        <p class="hint">{spoken.verdictsEnd}</p>
      </section>
      <div class="pair">
        <section class="block">
          <h2>{spoken.where}</h2>
          <ul class="notes">
            {spoken.whereNotes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
        <section class="block">
          <h2>{spoken.private}</h2>
          <ul class="notes">
            {spoken.privateNotes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      </div>
      <p class="onward">
        <a class="button" href="/viewer.html" data-action="local-file">
          {words[language].localFile}
        </a>
        <a class="button" href="/options.html">
          {spoken.settings}
        </a>
        <a class="button" href="/rules.html">
          {spoken.rules}
        </a>
      </p>
    </PageSheet>
  );
}
