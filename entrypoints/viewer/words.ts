import type { UnreadPage } from '../../core/document/document.ts';
import type { Language } from '../ui/messages.ts';
import type { FailureKind } from './failure.ts';

/** A sentence that says what is wrong, and one that says what to do. */
export interface FailureText {
  readonly title: string;
  readonly note: string;
}

/** What only the viewer says; the rest is in ui/messages.ts. */
export interface ViewerWords {
  readonly toolbar: string;
  readonly pages: string;
  readonly pageNumber: string;
  pageOf(pages: number): string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fitWidth: string;
  readonly rotate: string;
  readonly find: string;
  readonly findPrevious: string;
  readonly findNext: string;
  findCount(current: number, total: number): string;
  readonly findNone: string;
  readonly original: string;
  readonly originalNote: string;
  readonly marks: string;
  readonly panel: string;
  readonly contents: string;
  readonly contentsTables: string;
  readonly contentsLater: string;
  readonly contentsNone: string;
  contentsPage(page: number): string;
  /** The debug view's layers. */
  readonly areas: Readonly<Record<'title' | 'runs' | 'rules' | 'cells' | 'grid', string>>;
  readonly openFile: string;
  readonly dropHere: string;
  readonly startTitle: string;
  readonly startNote: string;
  fetching(received: string, total: string | undefined): string;
  readonly opening: string;
  readingPage(page: number, pages: number): string;
  readonly checking: string;
  readonly cancel: string;
  /** Over a page that was not read. */
  readonly pageNotes: Readonly<Record<UnreadPage['reason'], string>>;
  /** Not everything was read: up to which page of how many. */
  readonly readRest: string;
  readonly allScanned: string;
  readonly allScannedNote: string;
  readonly noTables: string;
  readonly noTablesNote: string;
  readonly notDisclosure: string;
  readonly incomplete: string;
  /** The file came from another host than its address says. */
  servedFrom(host: string): string;
  readonly retry: string;
  /** Opens a file although it is large. */
  readonly insist: string;
  readonly allow: string;
  allowNote(host: string): string;
  readonly password: string;
  readonly passwordTitle: string;
  readonly passwordNote: string;
  readonly passwordWrong: string;
  readonly passwordOpen: string;
  filesTogether(count: number): string;
  /** @param own a file of the reader's own: no site has sent it */
  failure(kind: FailureKind, status?: number, own?: boolean): FailureText;
}

const zhFailures: Readonly<Record<FailureKind, FailureText>> = {
  'no-address': { title: '没有要打开的文件', note: '请打开或拖入一份 PDF。' },
  'no-permission': {
    title: '还没有读取这个网站的许可',
    note: '许可只用来下载这份文件，随时可以在浏览器的扩展设置里收回。',
  },
  'network': { title: '没能下载这份文件', note: '网络不通，或者网站没有响应。可以重试，或先存到本机再打开。' },
  'cut-off': { title: '下载到一半断了', note: '网站或网络中断，只收到前面一部分。可以重试，或先存到本机再打开。' },
  'stalled': { title: '下载停住了', note: '网站一分钟没有再发来数据。可以重试，或先存到本机再打开。' },
  'not-found': { title: '网站上没有这份文件', note: '网站答复“找不到”（404），文件可能已经移走或撤下。' },
  'refused': { title: '网站拒绝了下载', note: '这份文件也许要先登录，或只能从原网页点开。可以先存到本机再打开。' },
  'server': { title: '网站出错，没能下载', note: '过一会儿再试，或先存到本机再打开。' },
  'redirected': {
    title: '网站把下载转到了别的地址',
    note: '没有你的要求，不跟到别处去下载。点“重新核对”后再去取，不带你的登录信息。',
  },
  'elsewhere': {
    title: '文件转到了另一个网站',
    note: '那个网站还没有读取的许可，没有采用它给的内容。请打开原地址看看，或先存到本机再打开。',
  },
  'web-page': {
    title: '这个地址给的是网页，不是 PDF',
    note: '地址像 PDF，网站给的却是一张网页：可能要先登录或验证，也可能文件已撤下。请打开原地址看看。',
  },
  'office': {
    title: '这是 Office 或 WPS 文件，不是 PDF',
    note: '暂不能核对 Word、Excel、PPT 格式。可以另存为 PDF 再打开。',
  },
  'ofd': { title: '这是 OFD 文件，不是 PDF', note: '暂不能核对 OFD 格式。可以用阅读器另存为 PDF 再打开。' },
  'archive': { title: '这是压缩包，不是 PDF', note: '请解压后打开其中的 PDF。' },
  'picture': { title: '这是图片，不是 PDF', note: '暂不能核对：图片里的表。' },
  'empty': { title: '文件是空的', note: '网站给了一份没有内容的文件。可以重试，或打开原地址看看。' },
  'not-pdf': { title: '这不是 PDF', note: '文件开头没有 PDF 的标记。请打开原地址看看。' },
  'broken': { title: 'PDF 已损坏，打不开', note: '文件内部有错。可以重新下载试试，或打开原文件看看。' },
  'truncated': { title: 'PDF 不完整，打不开', note: '文件缺了后面一段，多半是下载或上传时中断了。可以重新下载试试。' },
  'too-large': { title: '文件超过 100 MB，没有打开', note: '打开它要占用较多内存和时间，随时可以停止。' },
  'huge': { title: '文件太大，打不开', note: '超过 300 MB 的文件不在这里核对。' },
  'stopped': { title: '已停止下载', note: '文件没有打开。' },
  'unreadable': { title: '没能读取这个文件', note: '文件可能已经移走，也可能是一个文件夹。请拖入 PDF 文件本身。' },
  'interrupted': { title: '浏览器中断了核对', note: '多半是内存不够。请重试。' },
};

/** What to say instead of a file that no site has sent. */
const zhOwn: Partial<Record<FailureKind, FailureText>> = {
  'web-page': { title: '这是网页文件，不是 PDF', note: '这里只能打开 PDF；网页文件要用浏览器打开来核对。' },
  'empty': { title: '文件是空的', note: '文件里没有内容。请重新下载或拷贝一份。' },
  'not-pdf': { title: '这不是 PDF', note: '这里只能打开 PDF 文件。' },
  'broken': { title: 'PDF 已损坏，打不开', note: '文件内部有错。请重新下载或拷贝一份。' },
};

const enFailures: Readonly<Record<FailureKind, FailureText>> = {
  'no-address': { title: 'No file to open', note: 'Open a PDF or drop one here.' },
  'no-permission': {
    title: 'No permission to read this site yet',
    note: 'It is used to fetch this file only, and can be withdrawn in the browser’s extension settings.',
  },
  'network': {
    title: 'The file could not be fetched',
    note: 'The network is down or the site does not answer. Try again, or save the file and open it here.',
  },
  'cut-off': {
    title: 'The download broke off',
    note: 'The site or the network went away half-way. Try again, or save the file and open it here.',
  },
  'stalled': {
    title: 'The download stopped',
    note: 'The site has sent nothing for a minute. Try again, or save the file and open it here.',
  },
  'not-found': {
    title: 'The site has no such file',
    note: 'It answered “not found” (404): the file may have been moved or withdrawn.',
  },
  'refused': {
    title: 'The site refused the download',
    note: 'It may want a login, or a click on its own page. Save the file and open it here.',
  },
  'server': { title: 'The site failed', note: 'Try again later, or save the file and open it here.' },
  'redirected': {
    title: 'The site sends the download to another address',
    note: 'We follow it only when you ask: check again, and it is fetched without your login.',
  },
  'elsewhere': {
    title: 'The file leads to another site',
    note: 'We have no permission to read that site, and took nothing from it. Open the original address, or save the file and open it here.',
  },
  'web-page': {
    title: 'This address gives a web page, not a PDF',
    note: 'The site may want a login or a check first, or the file was withdrawn. Have a look at the original address.',
  },
  'office': {
    title: 'This is an Office or WPS file, not a PDF',
    note: 'Word, Excel and PowerPoint files cannot be checked yet. Save it as a PDF and open that.',
  },
  'ofd': {
    title: 'This is an OFD file, not a PDF',
    note: 'OFD files cannot be checked yet. Save it as a PDF with its reader and open that.',
  },
  'archive': { title: 'This is an archive, not a PDF', note: 'Unpack it and open the PDF inside.' },
  'picture': { title: 'This is a picture, not a PDF', note: 'Tables in pictures cannot be checked.' },
  'empty': {
    title: 'The file is empty',
    note: 'The site sent a file without content. Try again, or have a look at the original address.',
  },
  'not-pdf': {
    title: 'This is not a PDF',
    note: 'The file does not begin like a PDF. Have a look at the original address.',
  },
  'broken': {
    title: 'The PDF is damaged and cannot be opened',
    note: 'It has an inner fault. Fetching it again may help.',
  },
  'truncated': {
    title: 'The PDF is incomplete and cannot be opened',
    note: 'Its end is missing: a download or an upload broke off. Fetching it again may help.',
  },
  'too-large': {
    title: 'Larger than 100 MB: not opened',
    note: 'Opening it takes memory and time; you can stop it at any moment.',
  },
  'huge': { title: 'The file is too large', note: 'Files over 300 MB are not opened here.' },
  'stopped': { title: 'Fetching was stopped', note: 'The file was not opened.' },
  'unreadable': {
    title: 'The file could not be read',
    note: 'It may have been moved, or it is a folder. Drop the PDF itself.',
  },
  'interrupted': { title: 'The browser interrupted the check', note: 'Probably for want of memory. Try again.' },
};

/** What to say instead of a file that no site has sent. */
const enOwn: Partial<Record<FailureKind, FailureText>> = {
  'web-page': {
    title: 'This is a web page, not a PDF',
    note: 'Only PDFs can be opened here; a web page is checked in the browser.',
  },
  'empty': { title: 'The file is empty', note: 'There is nothing in it. Download or copy it again.' },
  'not-pdf': { title: 'This is not a PDF', note: 'Only PDF files can be opened here.' },
  'broken': {
    title: 'The PDF is damaged and cannot be opened',
    note: 'It has an inner fault. Download or copy it again.',
  },
};

/** The server's number is worth saying where the sentence does not have it. */
function withStatus(text: FailureText, status: number | undefined, colon: string): FailureText {
  return status === undefined || text.note.includes(String(status))
    ? text
    : { ...text, title: `${text.title}${colon}${status}` };
}

const zh: ViewerWords = {
  toolbar: '工具栏',
  pages: '文件',
  pageNumber: '页码',
  pageOf: (pages) => `/ ${pages}`,
  previousPage: '上一页',
  nextPage: '下一页',
  zoomIn: '放大',
  zoomOut: '缩小',
  fitWidth: '适合宽度',
  rotate: '旋转',
  find: '查找',
  findPrevious: '上一处',
  findNext: '下一处',
  findCount: (current, total) => `${current} / ${total}`,
  findNone: '没有找到',
  original: '原文件',
  originalNote: '打开原文件（下载、打印都在那里）',
  marks: '标出',
  panel: '核对结果',
  contents: '目录',
  contentsTables: '目录：各表',
  contentsLater: '文件自己没有目录；读完后这里列出各表。',
  contentsNone: '文件没有目录，也没有读出表。',
  contentsPage: (page) => `第 ${page} 页`,
  areas: { title: '读到了什么', runs: '字串', rules: '线', cells: '单元格', grid: '行列' },
  openFile: '打开本机文件',
  dropHere: '松开即打开',
  startTitle: '打开一份 PDF 来核对',
  startNote: '选择本机文件，或把它拖到这里。文件只在本机读取，不会上传。',
  fetching: (received, total) => (total === undefined ? `正在下载：${received}` : `正在下载：${received}，共 ${total}`),
  opening: '正在打开……',
  readingPage: (page, pages) => `正在读表：第 ${page} 页，共 ${pages} 页`,
  checking: '正在核对……',
  cancel: '停止',
  pageNotes: {
    'scanned': '扫描件，无法核对',
    'unknown-letters': '这一页的文字无法识别，未核对',
    'damaged': '这一页有缺损，未核对',
    'too-much': '这一页的内容多得不正常，没有读',
    'left-out': '这一页没有读',
  },
  readRest: '读完全部',
  allScanned: '扫描件，无法核对',
  allScannedNote: '各页都是图片，没有可读的文字；不作猜测。',
  noTables: '没有读出表格',
  noTablesNote: '没有找到有线框的表。没有线框的表、图片里的表，暂时读不出来。',
  notDisclosure: '不像预决算公开',
  incomplete: '文件结尾缺失，可能不完整：只核对读到的部分。',
  servedFrom: (host) => `网站把下载转到了别处，文件实际来自 ${host}。`,
  retry: '重试',
  insist: '仍然打开',
  allow: '允许并打开',
  allowNote: (host) => `文件在 ${host}`,
  password: '密码',
  passwordTitle: '这份 PDF 加了密',
  passwordNote: '输入打开密码后才能看和核对。密码只用这一次，不会保存。',
  passwordWrong: '密码不对，请再试一次。',
  passwordOpen: '打开',
  filesTogether: (count) => `${count} 个文件`,
  failure: (kind, status, own = false) => withStatus((own ? zhOwn[kind] : undefined) ?? zhFailures[kind], status, '：'),
};

const en: ViewerWords = {
  toolbar: 'Toolbar',
  pages: 'Document',
  pageNumber: 'Page number',
  pageOf: (pages) => `of ${pages}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fitWidth: 'Fit width',
  rotate: 'Rotate',
  find: 'Find',
  findPrevious: 'Previous match',
  findNext: 'Next match',
  findCount: (current, total) => `${current} of ${total}`,
  findNone: 'Not found',
  original: 'Original',
  originalNote: 'Open the original (to download or print)',
  marks: 'Marks',
  panel: 'Findings',
  contents: 'Contents',
  contentsTables: 'Contents: tables',
  contentsLater: 'The file brings no table of contents; its tables will be listed here once they have been read.',
  contentsNone: 'The file has no table of contents, and no tables were read.',
  contentsPage: (page) => `page ${page}`,
  areas: { title: 'What was read', runs: 'Glyph runs', rules: 'Rules', cells: 'Cells', grid: 'Grid' },
  openFile: 'Open a file',
  dropHere: 'Drop to open',
  startTitle: 'Open a PDF to check it',
  startNote: 'Choose a file or drop it here. It is read on this device only.',
  fetching: (received, total) => (total === undefined ? `Fetching: ${received}` : `Fetching: ${received} of ${total}`),
  opening: 'Opening…',
  readingPage: (page, pages) => `Reading tables: page ${page} of ${pages}`,
  checking: 'Checking…',
  cancel: 'Stop',
  pageNotes: {
    'scanned': 'Scanned: cannot be checked',
    'unknown-letters': 'Its text cannot be recognised: not checked',
    'damaged': 'Damaged: not checked',
    'too-much': 'It holds more than a page can: not read',
    'left-out': 'Not read',
  },
  readRest: 'Read all of it',
  allScanned: 'Scanned: cannot be checked',
  allScannedNote: 'All pages are pictures without text; nothing is guessed.',
  noTables: 'No tables could be read',
  noTablesNote: 'No ruled table was found. Tables without rules and tables in pictures cannot be read yet.',
  notDisclosure: 'This does not look like a budget or final accounts',
  incomplete: 'The end of the file is missing: only what could be read is checked.',
  servedFrom: (host) => `The site sent the download elsewhere: the file comes from ${host}.`,
  retry: 'Try again',
  insist: 'Open all the same',
  allow: 'Allow and open',
  allowNote: (host) => `The file is on ${host}`,
  password: 'Password',
  passwordTitle: 'This PDF is encrypted',
  passwordNote: 'Its password opens it. The password is not kept.',
  passwordWrong: 'That password is wrong. Try again.',
  passwordOpen: 'Open',
  filesTogether: (count) => `${count} files`,
  failure: (kind, status, own = false) => withStatus((own ? enOwn[kind] : undefined) ?? enFailures[kind], status, ': '),
};

/** The viewer's words in every language. */
export const viewerWords: Readonly<Record<Language, ViewerWords>> = { zh, en };

/** A file's size as people say it. */
export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
