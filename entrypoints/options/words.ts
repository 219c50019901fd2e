import type { Language } from '../shared/locale/messages.ts';
import type { SettingsFile } from '../shared/settings/settings-file.ts';

/** What the page of settings says. */
export interface OptionsWords {
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  readonly shown: string;
  readonly shownNote: string;
  readonly inconsistent: string;
  readonly inconsistentNote: string;
  readonly notices: string;
  readonly noticesNote: string;
  readonly rounding: string;
  readonly roundingNote: string;
  readonly where: string;
  readonly automatic: string;
  readonly automaticNote: string;
  readonly readPdfs: string;
  readonly readPdfsNote: string;
  readonly sites: string;
  readonly sitesNote: string;
  readonly siteField: string;
  readonly siteExample: string;
  readonly siteAdd: string;
  readonly siteBad: string;
  readonly siteKnown: string;
  readonly siteRefused: string;
  readonly siteMissing: string;
  readonly siteAllow: string;
  readonly siteRemove: string;
  removeSite(site: string): string;
  readonly granted: string;
  readonly grantedNote: string;
  readonly withdraw: string;
  withdrawFrom(site: string): string;
  readonly noSites: string;
  readonly local: string;
  readonly localNote: string;
  readonly keys: string;
  readonly keysNote: string;
  readonly stepKeys: string;
  readonly stepKeysNote: string;
  readonly noKey: string;
  readonly changeKeys: string;
  readonly changeKeysFirefox: string;
  readonly rules: string;
  rulesNote(on: number, all: number): string;
  readonly rulesPage: string;
  readonly rulesAllOn: string;
  readonly example: string;
  readonly ignored: string;
  readonly ignoredNone: string;
  readonly ignoredNote: string;
  readonly restore: string;
  restoreFinding(finding: string): string;
  readonly restoreAll: string;
  readonly file: string;
  readonly fileNote: string;
  readonly save: string;
  readonly load: string;
  readonly reset: string;
  readonly resetDone: string;
  readonly loaded: string;
  loadedWithSites(count: number): string;
  failure(file: Exclude<SettingsFile, { kind: 'read' }> | { kind: 'too-large' | 'unreadable' }): string;
  readonly about: string;
}

const zh: OptionsWords = {
  title: '设置',
  subtitle: '改动立即生效，只存在本机。',
  language: '语言',
  shown: '显示什么',
  shownNote: '在页面上标出、在列表里列出的结论。',
  inconsistent: '不一致',
  inconsistentNote: '四舍五入也解释不了的矛盾，始终显示。',
  notices: '提示',
  noticesNote: '编码、年度、单位、模板残留等规范性问题，不是数字矛盾。',
  rounding: '尾差',
  roundingNote: '四舍五入能解释的差额。弹窗里也可以只为当前页打开。',
  where: '在哪里核对',
  automatic: '在 gov.cn 的公开页面上自动核对',
  automaticNote: '关掉后，点工具栏图标才核对。',
  readPdfs: '自动读取打开或嵌在网页里的 PDF',
  readPdfsNote: '图标上直接显示结果。关掉后，点一下才下载和读取。',
  sites: '其他网站',
  sitesNote: '有些单位的决算公开在自己的网站上。加在这里的网站与 gov.cn 一样自动核对；浏览器会先问你是否允许。',
  siteField: '网站地址',
  siteExample: '例如 www.example.edu.cn，或 *.example.org',
  siteAdd: '添加',
  siteBad: '这不像一个网站地址。请写成 www.example.edu.cn 的样子。',
  siteKnown: '这个网站已经在列。',
  siteRefused: '浏览器没有给许可，未添加。',
  siteMissing: '还没有许可',
  siteAllow: '允许',
  siteRemove: '移除',
  removeSite: (site) => `移除 ${site}`,
  granted: '只用来下载文件的许可',
  grantedNote: '在弹窗或 PDF 页面里给过的许可，随时可以收回。',
  withdraw: '收回',
  withdrawFrom: (site) => `收回对 ${site} 的许可`,
  noSites: '还没有添加网站。',
  local: '本机文件',
  localNote: '本机的 PDF 选中或拖进来就能核对，只在本机读取。',
  keys: '键盘',
  keysNote: '快捷键由浏览器管理。',
  stepKeys: '标记打开时，用 N、P（或 J、K）逐处查看',
  stepKeysNote: '在输入框里打字时不起作用。',
  noKey: '未设置',
  changeKeys: '修改快捷键',
  changeKeysFirefox: '修改快捷键：打开 about:addons，点右上角齿轮，选“管理扩展快捷键”。',
  rules: '规则',
  rulesNote: (on, all) =>
    `共 ${all} 条，打开 ${on} 条。关掉的规则不再显示结果；如果另一条规则也发现了同一处问题，仍会显示。`,
  rulesPage: '规则说明',
  rulesAllOn: '全部打开',
  example: '例：',
  ignored: '已忽略的结果',
  ignoredNone: '没有忽略任何结果。在结果卡片上点“忽略此处”，它就会到这里来。',
  ignoredNote: '只对这一份文件、这条规则、这个单元格有效；数字一改，就会重新显示。',
  restore: '恢复显示',
  restoreFinding: (finding) => `恢复显示：${finding}`,
  restoreAll: '全部恢复',
  file: '备份',
  fileNote: '把设置和已忽略的结果存成一个文件，可以拿到另一台电脑上用。',
  save: '导出设置',
  load: '导入设置',
  reset: '恢复默认',
  resetDone: '已恢复默认设置；网站许可和已忽略的结果没有动。',
  loaded: '已导入。',
  loadedWithSites: (count) => `已导入。其中 ${count} 个网站还要你逐个允许。`,
  failure: (file) => {
    switch (file.kind) {
      case 'not-json':
        return '没有导入：这不是设置文件，或者文件已损坏。现有设置没有改动。';
      case 'not-ours':
        return '没有导入：这不是“对得上”的设置文件。现有设置没有改动。';
      case 'newer':
        return '没有导入：这个文件来自更新的版本，请先更新扩展。现有设置没有改动。';
      case 'invalid':
        return `没有导入：文件里的“${file.field}”有误。现有设置没有改动。`;
      case 'too-large':
        return '没有导入：文件超过 2 MB，不会是设置文件。';
      case 'unreadable':
        return '没有导入：文件读不出来。';
    }
  },
  about: '使用说明',
};

const en: OptionsWords = {
  title: 'Settings',
  subtitle: 'Changes take effect at once and stay on this device.',
  language: 'Language',
  shown: 'What is shown',
  shownNote: 'The verdicts that are marked on the page and listed.',
  inconsistent: 'Inconsistent',
  inconsistentNote: 'Contradictions that rounding cannot explain. Always shown.',
  notices: 'Notices',
  noticesNote: 'Codes, years, units, template leftovers: matters of form, not of arithmetic.',
  rounding: 'Rounding',
  roundingNote: 'Differences that rounding explains. The popup can switch them on for one page.',
  where: 'Where it checks',
  automatic: 'Check disclosures on gov.cn automatically',
  automaticNote: 'When off, a click on the toolbar checks a page.',
  readPdfs: 'Read PDFs that are opened or embedded in pages automatically',
  readPdfsNote: 'The badge then tells the result. When off, they are fetched and read on a click.',
  sites: 'Other sites',
  sitesNote:
    'Some bodies publish on sites of their own. Sites added here are checked like gov.cn; the browser asks you first.',
  siteField: 'Address of the site',
  siteExample: 'for example www.example.edu.cn, or *.example.org',
  siteAdd: 'Add',
  siteBad: 'This does not look like a site. Write it like www.example.edu.cn.',
  siteKnown: 'This site is in the list already.',
  siteRefused: 'The browser gave no permission; nothing was added.',
  siteMissing: 'no permission yet',
  siteAllow: 'Allow',
  siteRemove: 'Remove',
  removeSite: (site) => `Remove ${site}`,
  granted: 'Permissions for fetching files only',
  grantedNote: 'Given in the popup or the PDF page; each can be withdrawn.',
  withdraw: 'Withdraw',
  withdrawFrom: (site) => `Withdraw the permission for ${site}`,
  noSites: 'No site was added.',
  local: 'Files on this device',
  localNote: 'Choose a PDF or drop it to have it checked; it is read on this device only.',
  keys: 'Keyboard',
  keysNote: 'The browser manages these shortcuts.',
  stepKeys: 'While marks are on, N and P (or J and K) go from one to the next',
  stepKeysNote: 'Not while you type in a field.',
  noKey: 'not set',
  changeKeys: 'Change shortcuts',
  changeKeysFirefox: 'To change them: open about:addons, the gear at the top right, “Manage Extension Shortcuts”.',
  rules: 'Rules',
  rulesNote: (on, all) =>
    `${on} of ${all} are on. A rule that is off shows no findings; what another rule finds as well is still shown.`,
  rulesPage: 'The rules explained',
  rulesAllOn: 'Switch all on',
  example: 'Example: ',
  ignored: 'Ignored findings',
  ignoredNone: 'Nothing is ignored. “Ignore here” on the card of a finding puts it here.',
  ignoredNote: 'For this document, rule and cell only; if the figure changes, it is shown again.',
  restore: 'Show again',
  restoreFinding: (finding) => `Show again: ${finding}`,
  restoreAll: 'Show all again',
  file: 'Backup',
  fileNote: 'Settings and ignored findings as a file, for another computer.',
  save: 'Export settings',
  load: 'Import settings',
  reset: 'Restore defaults',
  resetDone: 'The settings are as they were in the beginning; permissions and ignored findings were left alone.',
  loaded: 'Imported.',
  loadedWithSites: (count) =>
    count === 1
      ? 'Imported. 1 site still needs your permission.'
      : `Imported. ${count} sites still need your permission.`,
  failure: (file) => {
    switch (file.kind) {
      case 'not-json':
        return 'Not imported: this is no file of settings, or it is damaged. Nothing was changed.';
      case 'not-ours':
        return 'Not imported: this is no file of Tieout settings. Nothing was changed.';
      case 'newer':
        return 'Not imported: the file comes from a newer version. Update the extension first. Nothing was changed.';
      case 'invalid':
        return `Not imported: “${file.field}” in the file is wrong. Nothing was changed.`;
      case 'too-large':
        return 'Not imported: a file over 2 MB is no file of settings.';
      case 'unreadable':
        return 'Not imported: the file could not be read.';
    }
  },
  about: 'How it works',
};

/** The words of the page of settings in every language. */
export const optionsWords: Readonly<Record<Language, OptionsWords>> = { zh, en };
