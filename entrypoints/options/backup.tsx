import { useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { download } from '../shared/views/download.ts';
import { loadIgnored, saveIgnored } from '../shared/findings/ignored.ts';
import type { Settings } from '../shared/settings/settings.ts';
import { changeSettings, defaultSettings, loadSettings, patternsOf } from '../shared/settings/settings.ts';
import type { SettingsFile } from '../shared/settings/settings-file.ts';
import { largestSettingsFile, readSettingsFile, writeSettingsFile } from '../shared/settings/settings-file.ts';
import { useKeep } from '../shared/views/sheet.tsx';
import type { OptionsWords } from './words.ts';

type Outcome =
  | { readonly kind: 'loaded'; readonly missing: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'too-large' | 'unreadable' }
  | Exclude<SettingsFile, { kind: 'read' }>;

/** How many of these sites the reader has still to allow. */
async function sitesToAllow({ sites }: Settings): Promise<number> {
  const allowed = await Promise.all(sites.map((site) => browser.permissions.contains({ origins: patternsOf(site) })));
  return allowed.filter((each) => !each).length;
}

async function load(file: File): Promise<Outcome> {
  if (file.size > largestSettingsFile) return { kind: 'too-large' };
  const text = await file.text().catch(() => null);
  if (text === null) return { kind: 'unreadable' };
  const read = readSettingsFile(text, await loadSettings());
  if (read.kind !== 'read') return read;
  const settings = await changeSettings(read.settings);
  if (read.ignored !== null) await saveIgnored(read.ignored);
  return { kind: 'loaded', missing: await sitesToAllow(settings) };
}

function outcomeText(outcome: Outcome, spoken: OptionsWords): string {
  switch (outcome.kind) {
    case 'loaded':
      return outcome.missing > 0 ? spoken.loadedWithSites(outcome.missing) : spoken.loaded;
    case 'reset':
      return spoken.resetDone;
    case 'not-json':
    case 'not-ours':
    case 'newer':
    case 'invalid':
    case 'too-large':
    case 'unreadable':
      return spoken.failure(outcome);
  }
}

/** Settings to and from a file. */
export function Backup({ spoken }: { readonly spoken: OptionsWords }) {
  const choose = useRef<HTMLInputElement>(null);
  const keep = useKeep();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const save = async () => {
    const text = writeSettingsFile(await loadSettings(), await loadIgnored());
    download('tieout-settings.json', new Blob([text], { type: 'application/json' }));
  };
  const reset = async () => {
    const { sites } = await loadSettings();
    setOutcome((await keep(changeSettings({ ...defaultSettings, sites }))) ? { kind: 'reset' } : null);
  };
  return (
    <section class="block" aria-labelledby="backup">
      <h2 id="backup">{spoken.file}</h2>
      <p>{spoken.fileNote}</p>
      <p class="actions">
        <button type="button" data-action="save" onClick={() => void save()}>
          {spoken.save}
        </button>
        <button type="button" data-action="load" onClick={() => choose.current?.click()}>
          {spoken.load}
        </button>
        <button type="button" data-action="reset" onClick={() => void reset()}>
          {spoken.reset}
        </button>
        <input
          ref={choose}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={spoken.load}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            setOutcome(null);
            if (file) void keep(load(file).then(setOutcome));
          }}
        />
      </p>
      <p class="outcome" role="status">
        {outcome !== null && outcomeText(outcome, spoken)}
      </p>
    </section>
  );
}
