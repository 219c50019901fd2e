import type { Settings } from '../settings/settings.ts';
import { changeSettings } from '../settings/settings.ts';
import type { Language } from '../locale/messages.ts';
import { words } from '../locale/messages.ts';
import { useKeep } from './sheet.tsx';
import './choice.css';

const languages = ['browser', 'zh', 'en'] as const;

/** 中文 / English / as the browser: each said in its own language. */
export function LanguageChoice({ settings, language }: { readonly settings: Settings; readonly language: Language }) {
  const spoken = words[language];
  const keep = useKeep();
  return (
    <div class="choice" role="group" aria-label={spoken.languageName}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={settings.language === each}
          data-language={each}
          lang={each === 'browser' ? undefined : each === 'zh' ? 'zh-CN' : 'en'}
          onClick={() => void keep(changeSettings({ language: each }))}
        >
          {each === 'browser' ? spoken.languageBrowser : words[each].languageOwn}
        </button>
      ))}
    </div>
  );
}
