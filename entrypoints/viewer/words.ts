import type { UnreadPage } from '../../core/document/document.ts';
import type { Language } from '../shared/locale/messages.ts';

/** What only the viewer says; the rest is in shared/locale/messages.ts. */
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
};

/** The viewer's words in every language. */
export const viewerWords: Readonly<Record<Language, ViewerWords>> = { zh, en };
