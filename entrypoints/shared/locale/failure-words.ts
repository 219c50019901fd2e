import type { FailureKind } from '../files/failure.ts';
import type { Language } from './messages.ts';

/** A sentence that says what is wrong, and one that says what to do. */
export interface FailureText {
  readonly title: string;
  readonly note: string;
}

const zh: Readonly<Record<FailureKind, FailureText>> = {
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

const en: Readonly<Record<FailureKind, FailureText>> = {
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

/** Why a document could not be opened, by language and reason. */
export const openFailures: Readonly<Record<Language, Readonly<Record<FailureKind, FailureText>>>> = { zh, en };

/** The same for a file of the reader's own, where it differs. */
export const ownFailures: Readonly<Record<Language, Partial<Record<FailureKind, FailureText>>>> = {
  zh: zhOwn,
  en: enOwn,
};

/**
 * Why a document could not be opened, and what to do about it.
 * @param status the server's answer: worth saying where the sentence does not have it
 * @param own a file of the reader's own: no site has sent it
 */
export function openFailureText(language: Language, kind: FailureKind, status?: number, own = false): FailureText {
  const text = (own ? ownFailures[language][kind] : undefined) ?? openFailures[language][kind];
  return status === undefined || text.note.includes(String(status))
    ? text
    : { ...text, title: `${text.title}${language === 'zh' ? '：' : ': '}${status}` };
}
