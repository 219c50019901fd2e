import type { Language } from '../shared/locale/messages.ts';

/** What stands above the sample. */
export interface SampleWords {
  readonly title: string;
  readonly lead: string;
  readonly next: string;
  readonly back: string;
}

const zh: SampleWords = {
  title: '样例：虚构的部门决算',
  lead: '单位和数字都是虚构的，有意留了几处差错。把鼠标移到红色 ✕ 上，或按 Tab 再按回车，看看为什么对不上。',
  next: '看下一处',
  back: '返回',
};

const en: SampleWords = {
  title: 'Sample: made-up accounts',
  lead: 'Publisher and figures are made up; a few mistakes were left on purpose. Point at a red ✕, or press Tab and Enter, to see why it does not agree.',
  next: 'Next one',
  back: 'Back',
};

/** The words above the sample in every language. */
export const sampleWords: Readonly<Record<Language, SampleWords>> = { zh, en };
