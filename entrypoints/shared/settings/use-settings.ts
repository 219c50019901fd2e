import { useEffect, useState } from 'preact/hooks';
import type { Settings } from './settings.ts';
import { followSettings, languageFor, speakLanguage } from './settings.ts';

/** The settings in a component, which renders again when they change, here or on another page. */
export function useSettings(first: Settings): Settings {
  const [settings, setSettings] = useState(first);
  useEffect(() => {
    const life = new AbortController();
    void followSettings(setSettings, life.signal);
    return () => life.abort();
  }, []);
  return settings;
}

/** Keeps the page's own language and title with the settings. */
export function useSpoken(settings: Settings, title: (language: ReturnType<typeof languageFor>) => string) {
  const language = languageFor(settings);
  useEffect(() => {
    speakLanguage(document, language);
    document.title = title(language);
  }, [language, title]);
  return language;
}
