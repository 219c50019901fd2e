import type { Language } from '../../../core/report/words/language-names.ts';
import type { Report, Verdict } from '../../../core/report/schema.ts';

export type { Language };

/** Families of rules: the part of a rule's id before the slash. */
type Family =
  | 'footing'
  | 'cross-footing'
  | 'hierarchy'
  | 'balance'
  | 'tie-out'
  | 'narrative'
  | 'ratio'
  | 'performance'
  | 'structure';

/** Every sentence of the interface. Findings bring their own sentence in each language. */
export interface InterfaceWords {
  readonly name: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly family: Readonly<Record<Family, string>>;
  readonly kind: Readonly<Record<Report['document']['kind'], string>>;
  readonly where: Readonly<Record<'page' | 'frame' | 'embedded' | 'attachment' | 'viewer', string>>;
  year(year: number): string;
  readonly marksSwitch: string;
  shortcutHint(keys: string): string;
  readonly headlineAgree: string;
  headlineInconsistent(count: number): string;
  readonly headlineNothingChecked: string;
  /** What was checked agrees, but much was not. */
  headlinePartly(unchecked: number): string;
  /** What was checked agrees, but pages were not read. */
  readonly headlinePagesUnread: string;
  /** What the page says agrees, but the file that holds the accounts was not read. */
  readonly headlineFileUnread: string;
  /** What was checked agrees, but for what the reader has set aside. */
  headlineSetAside(count: number): string;
  setAside(count: number): string;
  readonly comma: string;
  coverage(checked: number, amounts: number): string;
  coverageTables(recognised: number, tables: number): string;
  coverageRelations(relations: number): string;
  readonly findings: string;
  readonly text: string;
  page(page: number): string;
  readonly untitledTable: string;
  readonly blank: string;
  readonly uncheckedTitle: string;
  uncheckedCount(amounts: number): string;
  readonly reading: string;
  readonly readingNote: string;
  readonly noTables: string;
  readonly noTablesNote: string;
  readonly notDisclosure: string;
  readonly notDisclosureNote: string;
  readonly emptyForms: string;
  readonly emptyFormsNote: string;
  readonly failed: string;
  readonly restricted: string;
  readonly restrictedNote: string;
  readonly pdf: string;
  readonly pdfNote: string;
  readonly openViewer: string;
  readonly openMarked: string;
  readonly dropped: string;
  readonly again: string;
  readonly export: string;
  readonly exportFigures: string;
  readonly exportFiguresNote: string;
  readonly exportTables: string;
  readonly exportGone: string;
  readonly privacy: string;
  readonly neutral: string;
  readonly difference: string;
  readonly suspectTitle: string;
  readonly candidatesTitle: string;
  readonly printedAs: string;
  readonly likelyValue: string;
  readonly moreChanges: (count: number) => string;
  /** Equations that hold and speak for the likely value. */
  holding(count: number): string;
  /** Marks on every figure: checked, or not and why. */
  readonly coverageSwitch: string;
  checkedMark(figure: string, relations: number): string;
  uncheckedMark(figure: string, reason: string): string;
  readonly filters: string;
  readonly search: string;
  readonly allRules: string;
  readonly ruleFilter: string;
  found(count: number, all: number): string;
  readonly nothingFound: string;
  readonly clearFilters: string;
  readonly setScope: Readonly<Record<'department' | 'unit', string>>;
  readonly unnamedSet: string;
  readonly coverageTitle: string;
  tableCoverage(checked: number, amounts: number): string;
  reasonCount(reason: string, amounts: number): string;
  fullyChecked(amounts: number): string;
  partly(unchecked: number): string;
  readonly partlyWhy: string;
  readonly scannedTitle: string;
  readonly scannedNote: string;
  readonly unknownLettersTitle: string;
  readonly unknownLettersNote: string;
  readonly noAmounts: string;
  readonly printTitle: string;
  printedOn(date: string): string;
  readonly sidePanel: string;
  sidePanelMany(count: number): string;
  /** To the page that opens files of the reader's own. */
  readonly localFile: string;
  readonly localPdf: string;
  readonly localPdfNote: string;
  readonly fileAccess: string;
  readonly fileAccessOpen: string;
  readonly fileAccessAllowed: string;
  readonly fileAccessNone: string;
  readonly sidePanelAsk: string;
  readonly sidePanelAskNote: string;
  readonly checkPage: string;
  readonly copyNote: string;
  readonly copyNoteHint: string;
  /** How many more relations fail for the same cause. */
  related(count: number): string;
  /** Other sets say the same. @param finding the sentence of the first */
  alike(count: number, finding: string): string;
  readonly jumpTo: string;
  locate(finding: string): string;
  readonly copy: string;
  readonly copied: string;
  readonly close: string;
  markName(figure: string, verdict: string, index: number, count: number): string;
  cardName(verdict: string): string;
  cardMore(index: number, count: number): string;
  /** One figure, several findings. */
  cardSeveral(count: number): string;
  markPosition(index: number, count: number): string;
  readonly equation: string;
  readonly ignore: string;
  readonly unignore: string;
  readonly ignoredNow: string;
  /** The browser did not keep what the reader wanted to ignore. */
  readonly notKept: string;
  /** The extension was updated or switched off while its marks were on. */
  readonly farewell: string;
  ignoredCount(count: number): string;
  readonly notCopied: string;
  readonly previous: string;
  readonly next: string;
  /** What the badge's sign means, in words. */
  badgeSays(sentence: string): string;
  readonly badgeReading: string;
  /** So many of so many files have been read. */
  badgeFiles(done: number, all: number): string;
  readonly badgeFailed: string;
  readonly badgePdf: string;
  readonly colon: string;
  readonly filesAttached: string;
  readonly filesEmbedded: string;
  readonly filesBoth: string;
  readonly filesHint: string;
  filesMore(count: number): string;
  readonly checkFile: string;
  readonly checkAllFiles: string;
  readonly checkFileAgain: string;
  readonly allowFile: string;
  readonly cancelFile: string;
  readonly cancelAllFiles: string;
  cancelFileName(name: string): string;
  readonly openFile: string;
  openFileName(name: string): string;
  readonly fileQueued: string;
  fileFetching(share: number): string;
  fileReading(share: number): string;
  readonly fileCancelled: string;
  readonly fileScanned: string;
  readonly filePartial: string;
  fileNotices(count: number): string;
  fileFormat(format: string): string;
  readonly fileFindings: string;
  /** The file lies on another site than the page. */
  fileHost(host: string): string;
  /** The file came from another site than its address names. */
  fileFrom(host: string): string;
  readonly picture: string;
  readonly unknownFormat: string;
  readonly tablesMayBeAttached: string;
  readonly fileFailure: Readonly<
    Record<
      | 'too-large'
      | 'encrypted'
      | 'too-long'
      | 'stuck'
      | 'read-failed'
      | 'page-too-long'
      | 'page-too-deep'
      | 'page-restless'
      | 'page-shadows'
      | 'no-room'
      | 'cancelled',
      { readonly title: string; readonly note: string }
    >
  >;
  frameTitle(name: string): string;
  /** What to choose a language is called, and the choices. */
  readonly languageName: string;
  readonly languageBrowser: string;
  /** The language's own name. */
  readonly languageOwn: string;
  readonly settings: string;
}

const zh: InterfaceWords = {
  name: '对得上',
  verdict: { inconsistent: '不一致', rounding: '尾差', notice: '提示' },
  family: {
    'footing': '合计校验',
    'cross-footing': '横向校验',
    'hierarchy': '层级校验',
    'balance': '收支平衡',
    'tie-out': '表间勾稽',
    'narrative': '文表核对',
    'ratio': '占比与增幅',
    'performance': '绩效自评',
    'structure': '规范性',
  },
  kind: { 'final-accounts': '部门决算', 'budget': '部门预算', 'performance': '绩效自评', 'unknown': '未识别的文件' },
  where: { page: '网页', frame: '页内框架', embedded: '内嵌文件', attachment: '附件', viewer: 'PDF' },
  year: (year) => `${year} 年度`,
  marksSwitch: '在页面上标出',
  shortcutHint: (keys) => `也可按 ${keys}`,
  headlineAgree: '核对过的数都对得上',
  headlineInconsistent: (count) => `${count} 处不一致`,
  headlineNothingChecked: '没有可以核对的数',
  headlinePartly: (unchecked) => `已核对部分对得上，${unchecked} 个未核对`,
  headlinePagesUnread: '已核对部分对得上，有一部分没有读',
  headlineFileUnread: '网页上的数对得上，文件还没有核对',
  headlineSetAside: (count) => `${count} 处已忽略，其余对得上`,
  setAside: (count) => `${count} 处已忽略`,
  comma: '，',
  coverage: (checked, amounts) => `${amounts} 个数中核对了 ${checked} 个`,
  coverageTables: (recognised, tables) => `${tables} 张表认出 ${recognised} 张`,
  coverageRelations: (relations) => `${relations} 条等式`,
  findings: '核对结果',
  text: '文字说明',
  page: (page) => `第 ${page} 页`,
  untitledTable: '无标题的表',
  blank: '空白',
  uncheckedTitle: '未能核对',
  uncheckedCount: (amounts) => `${amounts} 个未能核对`,
  reading: '正在核对……',
  readingNote: '逐表读数、逐条相加，不影响浏览。',
  noTables: '本页没有表格',
  noTablesNote: '没有找到可以核对的表。如果表在附件里，请打开附件后再试。',
  notDisclosure: '本页不像预决算公开',
  notDisclosureNote: '有表格，但没有认出预算、决算的表样，未做核对。',
  emptyForms: '都是空表',
  emptyFormsNote: '表已认出，表内没有金额，没有需要核对的数。',
  failed: '没能读完本页',
  restricted: '浏览器不允许扩展读取本页',
  restrictedNote: '设置页、扩展商店等页面不能核对。本机的 PDF 可以在这里打开核对，不会上传。',
  pdf: '这是一份 PDF',
  pdfNote: '在“对得上”里打开，就能逐页标出对不上的数；随时可以回到原文件。',
  openViewer: '打开并核对',
  openMarked: '打开并逐页标出',
  dropped: '打开的页面太多，本页的结果已经清除',
  again: '重新核对',
  export: '导出',
  exportFigures: '认出的数字',
  exportFiguresNote: '每个金额一行：单位、年度、表、编码、项目、栏目、金额、结论。',
  exportTables: '原表',
  exportGone: '文件已经关闭，请重新核对后再导出。',
  privacy: '一切在本机完成，不上传任何内容。',
  neutral: '对不上不等于有错：也可能是口径不同，请以原文和单位解释为准。',
  difference: '相差',
  suspectTitle: '最可能有误',
  candidatesTitle: '可能有误的几处',
  printedAs: '所载',
  likelyValue: '可能应为',
  moreChanges: (count) => `其余 ${count} 处`,
  holding: (count) => `可作印证的 ${count} 条等式`,
  coverageSwitch: '显示已核对的数',
  checkedMark: (figure, relations) => `${figure}，已核对：在 ${relations} 条等式里`,
  uncheckedMark: (figure, reason) => `${figure}，未核对：${reason}`,
  filters: '筛选',
  search: '在结果里找：项目、表名或金额',
  allRules: '全部规则',
  ruleFilter: '按规则筛选',
  found: (count, all) => `${all} 条中的 ${count} 条`,
  nothingFound: '没有符合条件的结果。',
  clearFilters: '清除筛选',
  setScope: { department: '部门汇总', unit: '单位本级' },
  unnamedSet: '未写明单位的一套',
  coverageTitle: '各表核对情况',
  tableCoverage: (checked, amounts) => `${amounts} 个数核对 ${checked} 个`,
  reasonCount: (reason, amounts) => `${reason} ${amounts} 个`,
  fullyChecked: (amounts) => `${amounts} 个数全部核对`,
  partly: (unchecked) => `另有 ${unchecked} 个数未能核对`,
  partlyWhy: '未核对的原因',
  scannedTitle: '扫描件，无法核对',
  scannedNote: '整份文件都是图片，没有可以读的文字，不作猜测。可向公开单位索要文字版。',
  unknownLettersTitle: '文字无法识别，没有核对',
  unknownLettersNote: '看上去有字，但文件没有说明字体里的字是什么，不作猜测。可向公开单位索要能复制文字的版本。',
  noAmounts: '没有金额',
  printTitle: '核对结果',
  printedOn: (date) => `打印于 ${date}`,
  sidePanel: '在侧栏中打开',
  sidePanelMany: (count) => `在侧栏里逐条看 ${count} 条`,
  localFile: '核对本机文件',
  localPdf: '这是本机的一份 PDF',
  localPdfNote: '浏览器不让扩展自己去读本机的文件。点下面，再选中这份文件，或把它拖进去；文件不会上传。',
  fileAccess:
    '本机的网页文件（.html）：先在浏览器的扩展详情页打开“允许访问文件网址”，用浏览器打开文件，再点工具栏上的“对得上”。',
  fileAccessOpen: '打开扩展详情页',
  fileAccessAllowed: '本机的网页文件（.html）：用浏览器打开，再点工具栏上的“对得上”。已经允许访问文件网址。',
  fileAccessNone: '本机的网页文件（.html）：Firefox 不让扩展读取。可以在浏览器里“打印”成 PDF，再在这里打开。',
  sidePanelAsk: '本页还没有核对',
  sidePanelAskNote: '点浏览器工具栏上的“对得上”，核对本页。',
  checkPage: '核对本页',
  copyNote: '复制反馈文字',
  copyNoteHint: '一段可以发给公开单位的说明：位置、数据、算式和来源',
  related: (count) => `同一原因，另有 ${count} 条等式不成立`,
  alike: (count, finding) => `另有 ${count} 处同类：${finding}`,
  jumpTo: '跳到',
  locate: (finding) => `在页面上找到：${finding}`,
  copy: '复制',
  copied: '已复制',
  close: '关闭',
  markName: (figure, verdict, index, count) => `${figure}，${verdict}，第 ${index} 处，共 ${count} 处`,
  cardName: (verdict) => `${verdict}：说明`,
  cardMore: (index, count) => `标记 ${index} / ${count}`,
  cardSeveral: (count) => `此处有 ${count} 条`,
  markPosition: (index, count) => `第 ${index} 处，共 ${count} 处`,
  equation: '等式',
  ignore: '忽略此处',
  unignore: '撤销忽略',
  ignoredNow: '已忽略：本文件此处今后不再标出，也不计数。',
  notKept: '没有存下来：可能是浏览器给扩展的存储空间满了。',
  farewell: '“对得上”刚刚更新或停用，标记已收起。刷新网页后可以重新标出。',
  ignoredCount: (count) => `已忽略 ${count} 条`,
  notCopied: '没能复制',
  previous: '上一处',
  next: '下一处',
  badgeSays: (sentence) => `对得上：${sentence}`,
  badgeReading: '对得上：正在核对',
  badgeFiles: (done, all) => `对得上：正在核对，${all} 个文件已完成 ${done} 个`,
  badgeFailed: '对得上：没能读完本页',
  badgePdf: '对得上：点此打开并核对这份 PDF',
  colon: '：',
  filesAttached: '附件',
  filesEmbedded: '页内文件',
  filesBoth: '页内文件与附件',
  filesHint: '点“核对”才下载，只在本机读取。',
  filesMore: (count) => `另有 ${count} 个附件未列出`,
  checkFile: '核对',
  checkAllFiles: '全部核对',
  checkFileAgain: '重试',
  allowFile: '允许并核对',
  cancelFile: '取消',
  cancelAllFiles: '全部取消',
  cancelFileName: (name) => `取消：${name}`,
  openFile: '打开',
  openFileName: (name) => `在“对得上”里打开：${name}`,
  fileQueued: '等候核对',
  fileFetching: (share) => (share > 0 ? `正在下载 ${Math.round(100 * share)}%` : '正在下载'),
  fileReading: (share) => `正在核对 ${Math.round(100 * share)}%`,
  fileCancelled: '已取消',
  fileScanned: '扫描件，无法核对',
  filePartial: '只核对了一部分，打开可看是哪些页',
  fileNotices: (count) => `${count} 处提示`,
  fileFormat: (format) => `暂不能核对：${format}${/[A-Z\d]$/.test(format) ? ' ' : ''}格式`,
  fileFindings: '逐条看',
  fileHost: (host) => `在另一个网站：${host}`,
  fileFrom: (host) => `实际来自 ${host}`,
  picture: '图片',
  unknownFormat: '文件',
  tablesMayBeAttached: '表可能在下面的附件里。',
  fileFailure: {
    'too-large': { title: '文件超过 100 MB，没有核对', note: '点“打开”，在那里仍可打开核对（最大 300 MB）。' },
    'encrypted': { title: '文件加了密，需要密码', note: '点“打开”，输入密码后核对。' },
    'too-long': { title: '下载太慢，十分钟内没有完成，已停止', note: '请重试，或打开来看。' },
    'stuck': { title: '读这份文件时卡住了，已停止', note: '文件可能有问题，没有核对。别的文件照常核对。' },
    'read-failed': { title: '读表时出错，未能核对', note: '可以打开来看。' },
    'page-too-long': { title: '没能读完本页', note: '页面太大，一分钟内没有核对完，已停止。' },
    'page-too-deep': { title: '没能读完本页', note: '页面的层次太深，无法读取。' },
    'page-restless': {
      title: '本页一直在变',
      note: '页面上的表和数不停地变动，先前的核对结果已不作数。等页面静下来，可以再核对一次。',
    },
    'page-shadows': {
      title: '没能进入本页',
      note: '网页里有框架取了浏览器接口的名字（chrome 或 browser），扩展在这里无法工作，没有核对。可以把文件下载下来，用“核对本机文件”。',
    },
    'no-room': {
      title: '没有地方记下结果',
      note: '浏览器给扩展的存储空间满了，或者这份结果太大。可以关掉一些标签页，再重试。',
    },
    'cancelled': { title: '已停止，未核对', note: '文件可以照常看。' },
  },
  frameTitle: (name) => `对得上：${name}`,
  languageName: '语言',
  languageBrowser: '跟随浏览器',
  languageOwn: '中文',
  settings: '设置',
};

const en: InterfaceWords = {
  name: 'Tieout',
  verdict: { inconsistent: 'Inconsistent', rounding: 'Rounding', notice: 'Notice' },
  family: {
    'footing': 'Footing',
    'cross-footing': 'Cross-footing',
    'hierarchy': 'Hierarchy',
    'balance': 'Balance',
    'tie-out': 'Tie-out',
    'narrative': 'Text against table',
    'ratio': 'Shares and growth',
    'performance': 'Performance',
    'structure': 'Form',
  },
  kind: {
    'final-accounts': 'Final accounts',
    'budget': 'Budget',
    'performance': 'Performance review',
    'unknown': 'Unrecognised document',
  },
  where: { page: 'Page', frame: 'Frame', embedded: 'Embedded file', attachment: 'Attachment', viewer: 'PDF' },
  year: (year) => String(year),
  marksSwitch: 'Mark on the page',
  shortcutHint: (keys) => `or press ${keys}`,
  headlineAgree: 'All checked figures agree',
  headlineInconsistent: (count) => (count === 1 ? '1 inconsistency' : `${count} inconsistencies`),
  headlineNothingChecked: 'Nothing that can be checked',
  headlinePartly: (unchecked) => `What was checked agrees; ${unchecked} not checked`,
  headlinePagesUnread: 'What was checked agrees; a part was not read',
  headlineFileUnread: 'The page agrees; its file has not been checked',
  headlineSetAside: (count) => `${count} ignored, the rest agrees`,
  setAside: (count) => `${count} ignored`,
  comma: ', ',
  coverage: (checked, amounts) => `${checked} of ${amounts} figures checked`,
  coverageTables: (recognised, tables) => `${recognised} of ${tables} tables recognised`,
  coverageRelations: (relations) => (relations === 1 ? '1 equation' : `${relations} equations`),
  findings: 'Findings',
  text: 'Text',
  page: (page) => `page ${page}`,
  untitledTable: 'Untitled table',
  blank: 'blank',
  uncheckedTitle: 'Not checked',
  uncheckedCount: (amounts) => `${amounts} not checked`,
  reading: 'Checking…',
  readingNote: 'Reading table by table; the page stays usable.',
  noTables: 'No tables on this page',
  noTablesNote: 'There is nothing to check. If the tables are in an attachment, open it and try again.',
  notDisclosure: 'This does not look like a budget or final accounts',
  notDisclosureNote: 'There are tables, but none is a form we know. Nothing was checked.',
  emptyForms: 'All forms are empty',
  emptyFormsNote: 'The forms were recognised and hold no amounts.',
  failed: 'This page could not be read',
  restricted: 'The browser does not let extensions read this page',
  restrictedNote:
    'Settings and the extension store cannot be checked. A PDF on your device can be opened and checked here; it is not uploaded.',
  pdf: 'This is a PDF',
  pdfNote: 'Open it in Tieout to see on each page which figures do not agree. The original is one click away.',
  openViewer: 'Open and check',
  openMarked: 'Open with marks',
  dropped: 'Too many pages are open: the results of this one were dropped',
  again: 'Check again',
  export: 'Export',
  exportFigures: 'Figures',
  exportFiguresNote: 'One amount a row: publisher, year, form, code, item, column, amount, verdict.',
  exportTables: 'Tables',
  exportGone: 'The document has gone: check it again, then export.',
  privacy: 'Everything stays on this device.',
  neutral:
    'A figure that does not tie out is not an accusation: scopes may differ. The publisher’s explanation decides.',
  difference: 'Difference',
  suspectTitle: 'Most likely wrong',
  candidatesTitle: 'Any of these may be wrong',
  printedAs: 'printed',
  likelyValue: 'probably meant',
  moreChanges: (count) => `${count} more`,
  holding: (count) => (count === 1 ? '1 equation bears this out' : `${count} equations bear this out`),
  coverageSwitch: 'Show checked figures',
  checkedMark: (figure, relations) =>
    `${figure}, checked: in ${relations === 1 ? '1 equation' : `${relations} equations`}`,
  uncheckedMark: (figure, reason) => `${figure}, not checked: ${reason}`,
  filters: 'Filter',
  search: 'Find: item, table, amount',
  allRules: 'All rules',
  ruleFilter: 'Filter by rule',
  found: (count, all) => `${count} of ${all}`,
  nothingFound: 'No result matches.',
  clearFilters: 'Clear filters',
  setScope: { department: 'department', unit: 'unit' },
  unnamedSet: 'A set without a unit name',
  coverageTitle: 'What was checked, by table',
  tableCoverage: (checked, amounts) => `${checked} of ${amounts} checked`,
  reasonCount: (reason, amounts) => `${reason}: ${amounts}`,
  fullyChecked: (amounts) => (amounts === 1 ? '1 checked' : `all ${amounts} checked`),
  partly: (unchecked) => `${unchecked} more could not be checked`,
  partlyWhy: 'Why not',
  scannedTitle: 'Scanned: cannot be checked',
  scannedNote:
    'The whole file is pictures without text, and nothing is guessed. The publisher may have a text version.',
  unknownLettersTitle: 'The text cannot be recognised: not checked',
  unknownLettersNote:
    'There are letters to see, but the file does not say which ones they are, and nothing is guessed. The publisher may have a version whose text can be copied.',
  noAmounts: 'no amounts',
  printTitle: 'Results of the check',
  printedOn: (date) => `printed ${date}`,
  sidePanel: 'Open in side panel',
  sidePanelMany: (count) => `Go through ${count} in the side panel`,
  localFile: 'Check a file on this device',
  localPdf: 'This PDF lies on your device',
  localPdfNote:
    'The browser does not let extensions fetch local files. Click below and choose the file, or drop it there; it is not uploaded.',
  fileAccess:
    'Web pages on your device (.html): allow access to file URLs on the extension’s page of the browser, open the file in the browser, then click Tieout in the toolbar.',
  fileAccessOpen: 'Open the extension’s page',
  fileAccessAllowed:
    'Web pages on your device (.html): open the file in the browser, then click Tieout in the toolbar. Access to file URLs is allowed.',
  fileAccessNone:
    'Web pages on your device (.html): Firefox does not let extensions read them. Print the page to a PDF and open that here.',
  sidePanelAsk: 'This page has not been checked',
  sidePanelAskNote: 'Click Tieout in the browser’s toolbar to check it.',
  checkPage: 'Check this page',
  copyNote: 'Copy note',
  copyNoteHint: 'A note for the publishing office: place, figures, equation and source',
  alike: (count, finding) => `${count} more of the same kind: ${finding}`,
  related: (count) => (count === 1 ? 'Same cause: 1 more equation fails' : `Same cause: ${count} more equations fail`),
  jumpTo: 'Go to',
  locate: (finding) => `Show on the page: ${finding}`,
  copy: 'Copy',
  copied: 'Copied',
  close: 'Close',
  markName: (figure, verdict, index, count) => `${figure}, ${verdict.toLowerCase()}, ${index} of ${count}`,
  cardName: (verdict) => `${verdict}: explanation`,
  cardMore: (index, count) => `Mark ${index} / ${count}`,
  cardSeveral: (count) => `${count} findings here`,
  markPosition: (index, count) => `${index} of ${count}`,
  equation: 'Equation',
  ignore: 'Ignore here',
  unignore: 'Undo',
  ignoredNow: 'Ignored: no longer marked or counted at this place of this document.',
  notKept: 'Not kept: the storage that the browser gives to extensions may be full.',
  farewell: 'Tieout has just been updated or switched off, and its marks are gone. Reload the page to see them again.',
  ignoredCount: (count) => `${count} ignored`,
  notCopied: 'Could not be copied',
  previous: 'Previous',
  next: 'Next',
  badgeSays: (sentence) => `Tieout: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
  badgeReading: 'Tieout: checking',
  badgeFiles: (done, all) => `Tieout: checking, ${done} of ${all} files done`,
  badgeFailed: 'Tieout: this page could not be read',
  badgePdf: 'Tieout: click to open and check this PDF',
  colon: ': ',
  filesAttached: 'Attachments',
  filesEmbedded: 'Files on this page',
  filesBoth: 'Files on this page and attachments',
  filesHint: 'Fetched only when you check them, and read on this device.',
  filesMore: (count) => (count === 1 ? '1 more attachment is not listed' : `${count} more attachments are not listed`),
  checkFile: 'Check',
  checkAllFiles: 'Check all',
  checkFileAgain: 'Try again',
  allowFile: 'Allow and check',
  cancelFile: 'Cancel',
  cancelAllFiles: 'Cancel all',
  cancelFileName: (name) => `Cancel: ${name}`,
  openFile: 'Open',
  openFileName: (name) => `Open in Tieout: ${name}`,
  fileQueued: 'Waiting',
  fileFetching: (share) => (share > 0 ? `Fetching ${Math.round(100 * share)}%` : 'Fetching'),
  fileReading: (share) => `Checking ${Math.round(100 * share)}%`,
  fileCancelled: 'Cancelled',
  fileScanned: 'Scanned: cannot be checked',
  filePartial: 'only a part was checked; open it to see which',
  fileNotices: (count) => (count === 1 ? '1 notice' : `${count} notices`),
  fileFormat: (format) => `Cannot be checked yet: ${format}`,
  fileFindings: 'One by one',
  fileHost: (host) => `On another site: ${host}`,
  fileFrom: (host) => `Came from ${host}`,
  picture: 'picture',
  unknownFormat: 'File',
  tablesMayBeAttached: 'The tables may be in the attachments below.',
  fileFailure: {
    'too-large': {
      title: 'Larger than 100 MB: not checked',
      note: 'Open it: there it can be read all the same, up to 300 MB.',
    },
    'encrypted': { title: 'Encrypted: a password is needed', note: 'Open it and type the password.' },
    'too-long': { title: 'Too slow: stopped after ten minutes', note: 'Try again, or open it.' },
    'stuck': {
      title: 'Reading got stuck and was stopped',
      note: 'There may be something wrong with the file: it was not checked. Other files are.',
    },
    'read-failed': { title: 'The tables could not be read', note: 'Open it to have a look.' },
    'page-too-long': {
      title: 'This page could not be read',
      note: 'It is too large: checking stopped after a minute.',
    },
    'page-too-deep': { title: 'This page could not be read', note: 'It is nested too deeply.' },
    'page-restless': {
      title: 'This page keeps changing',
      note: 'Its tables and figures do not rest, so what was found before no longer holds. Check again once the page is still.',
    },
    'page-shadows': {
      title: 'This page could not be entered',
      note: 'A frame in it bears the name of a browser interface (chrome or browser), so that extensions do not work here. Nothing was checked. Files can be downloaded and opened with “Check a local file”.',
    },
    'no-room': {
      title: 'No room to keep the results',
      note: 'The storage that the browser gives to extensions is full, or these results are too large. Close some tabs and try again.',
    },
    'cancelled': { title: 'Stopped, not checked', note: 'The document can be read as usual.' },
  },
  frameTitle: (name) => `Tieout: ${name}`,
  languageName: 'Language',
  languageBrowser: 'As the browser',
  languageOwn: 'English',
  settings: 'Settings',
};

/** What the shortcuts do; the browser's own name for the click on the toolbar button is `_execute_action`. */
export const commandNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { 'toggle-marks': '显示或隐藏标记', 'next-finding': '下一处', 'previous-finding': '上一处' },
  en: { 'toggle-marks': 'Show or hide the marks', 'next-finding': 'Next mark', 'previous-finding': 'Previous mark' },
};

/** The interface's words in every language. */
export const words: Readonly<Record<Language, InterfaceWords>> = { zh, en };

/**
 * The language to speak to a reader.
 * @param tag the browser's language, such as `zh-CN`
 */
export function languageOf(tag: string): Language {
  return /^zh\b/i.test(tag) ? 'zh' : 'en';
}

/**
 * The name of a rule's family.
 * @param rule a rule's id, such as `footing/section-of-items`
 */
export function familyName(rule: string, spoken: InterfaceWords): string {
  const family = rule.split('/')[0] ?? rule;
  return Object.entries(spoken.family).find(([name]) => name === family)?.[1] ?? family;
}
