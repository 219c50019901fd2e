import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Settings } from '../shared/settings/settings.ts';
import { changeSettings, patternsOf, siteOf } from '../shared/settings/settings.ts';
import { useKeep } from '../shared/views/sheet.tsx';
import type { OptionsWords } from './words.ts';

/** What the extension may read beyond what it was installed with. */
function useGranted(): readonly string[] {
  const [granted, setGranted] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = () => void browser.permissions.getAll().then(({ origins = [] }) => setGranted(origins));
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  return granted;
}

const hostOf = (pattern: string): string => pattern.replace(/^[^:]*:\/\//, '').replace(/\/\*$/, '');
const ours = '*.gov.cn';

/** The sites that the reader has added, and the hosts that were allowed for a file. */
export function Sites({ settings, spoken }: { readonly settings: Settings; readonly spoken: OptionsWords }) {
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState<'siteBad' | 'siteKnown' | 'siteRefused' | null>(null);
  const granted = useGranted();
  const keep = useKeep();
  const hosts = new Set(granted.map(hostOf));
  const others = [...hosts].filter((host) => host !== ours && !settings.sites.includes(host));
  // Straight from the click: the browser asks only where there is a gesture.
  const allow = (site: string) => browser.permissions.request({ origins: patternsOf(site) }).catch(() => false);
  const add = () => {
    const site = siteOf(typed);
    const known = site !== null && (settings.sites.includes(site) || site === 'gov.cn' || site.endsWith('.gov.cn'));
    if (site === null || known) {
      setTrouble(known ? 'siteKnown' : 'siteBad');
      return;
    }
    void allow(site).then(async (agreed) => {
      if (!agreed) {
        setTrouble('siteRefused');
        return;
      }
      if (!(await keep(changeSettings(({ sites }) => ({ sites: [...sites.filter((each) => each !== site), site] })))))
        return;
      setTyped('');
      setTrouble(null);
    });
  };
  const withdraw = (site: string) => browser.permissions.remove({ origins: patternsOf(site) }).catch(() => false);
  const remove = (site: string) =>
    void keep(changeSettings(({ sites }) => ({ sites: sites.filter((each) => each !== site) }))).then((kept) =>
      kept ? withdraw(site) : false,
    );
  return (
    <div class="sites">
      <h3>{spoken.sites}</h3>
      <p class="hint">{spoken.sitesNote}</p>
      <form
        class="add"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          type="text"
          name="site"
          value={typed}
          placeholder={spoken.siteExample}
          aria-label={spoken.siteField}
          aria-invalid={trouble !== null}
          aria-describedby="site-trouble"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setTrouble(null);
          }}
        />
        <button type="submit">{spoken.siteAdd}</button>
      </form>
      <p class="trouble" id="site-trouble" role="alert">
        {trouble !== null && spoken[trouble]}
      </p>
      {settings.sites.length === 0 ? (
        <p class="hint">{spoken.noSites}</p>
      ) : (
        <ul class="rows">
          {settings.sites.map((site) => (
            <li key={site} data-site={site}>
              <span class="name">{site}</span>
              {!hosts.has(site) && (
                <>
                  <small>{spoken.siteMissing}</small>
                  <button type="button" onClick={() => void allow(site)}>
                    {spoken.siteAllow}
                  </button>
                </>
              )}
              <button type="button" class="plain" aria-label={spoken.removeSite(site)} onClick={() => remove(site)}>
                {spoken.siteRemove}
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <>
          <h3>{spoken.granted}</h3>
          <p class="hint">{spoken.grantedNote}</p>
          <ul class="rows">
            {others.map((site) => (
              <li key={site}>
                <span class="name">{site}</span>
                <button
                  type="button"
                  class="plain"
                  aria-label={spoken.withdrawFrom(site)}
                  onClick={() => void withdraw(site)}
                >
                  {spoken.withdraw}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
