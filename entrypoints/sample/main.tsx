import { render } from 'preact';
import { check } from '../../core/check.ts';
import { readHtml } from '../../core/read/html/read-html.ts';
import sample from '../../test/samples/disclosure.html?raw';
import { DomNode } from '../annotate.content/dom-node.ts';
import type { Overlay } from '../annotate.content/overlay.ts';
import { drawOverlay } from '../annotate.content/overlay.ts';
import { runInSlices } from '../shared/page/slices.ts';
import { highlightCss } from '../shared/page/highlight-css.ts';
import '../shared/views/theme.css';
import './sample.css';
import type { Ignored } from '../shared/findings/ignored.ts';
import { ignoredEntry } from '../shared/findings/ignored-entry.ts';
import { isIgnored, sameIgnored, withoutIgnored } from '../shared/findings/ignored.ts';
import type { Language } from '../shared/locale/messages.ts';
import { words } from '../shared/locale/messages.ts';
import type { Settings } from '../shared/settings/settings.ts';
import { asChosen, followSettings, languageFor, speakLanguage } from '../shared/settings/settings.ts';
import { shownVerdicts } from '../shared/findings/verdict.ts';
import { sampleWords } from './words.ts';

/** The page as a publisher would print it, from our own samples. */
const printed = new DOMParser().parseFromString(sample, 'text/html');
document.head.append(...printed.querySelectorAll('style'));
const marks = document.createElement('style');
marks.textContent = highlightCss;
document.head.append(marks);
const page = document.createElement('div');
page.lang = 'zh-CN';
page.className = 'printed';
page.append(...printed.body.childNodes);
// A sample leads nowhere.
for (const link of page.querySelectorAll('a')) link.removeAttribute('href');
document.body.append(page);

const reading = await runInSlices(
  readHtml(new DomNode(page), { url: 'http://www.shili.gov.cn/disclosure.html', title: printed.title }),
  new AbortController().signal,
);
const report = await runInSlices(check(reading.document), new AbortController().signal, () => undefined);

let overlay: Overlay | null = null;
let activation = new AbortController();
/** What is ignored here is forgotten with the page. */
let ignored: readonly Ignored[] = [];
let speaking: Settings | null = null;

function bar(language: Language) {
  const spoken = sampleWords[language];
  return (
    <section class="tieout sample-bar" aria-label={spoken.title}>
      <img src="/icon/48.png" alt="" />
      <div>
        <b>{spoken.title}</b>
        <p>{spoken.lead}</p>
      </div>
      <button type="button" data-action="next" onClick={() => overlay?.step(1)}>
        {spoken.next}
      </button>
      <a href="/welcome.html">{spoken.back}</a>
    </section>
  );
}

function draw(settings: Settings): void {
  speaking = settings;
  const language = languageFor(settings);
  speakLanguage(document, language);
  document.title = `${sampleWords[language].title} · ${words[language].name}`;
  const place = document.getElementById('page');
  if (place !== null) render(bar(language), place);
  activation.abort();
  activation = new AbortController();
  overlay = drawOverlay(
    {
      report: asChosen(withoutIgnored(report, ignored), settings),
      reading,
      language,
      coverage: false,
      shown: shownVerdicts(settings.showRounding),
      stepKeys: settings.stepKeys,
      ignoring: {
        isIgnored: (finding) => isIgnored(finding, report, ignored),
        onIgnore: (finding, ignore) => {
          const entry = ignoredEntry(finding, report, Date.now());
          ignored = [...ignored.filter((each) => !sameIgnored(each, entry)), ...(ignore ? [entry] : [])];
          overlay?.refresh();
          return Promise.resolve(true);
        },
      },
      onCard: (finding) => {
        if (finding !== null || speaking === null || ignored.length === 0) return;
        const now = speaking;
        queueMicrotask(() => draw(now));
      },
    },
    activation.signal,
  );
}

await followSettings(draw);
