import { classByName } from '../classes.ts';
import type { AccountName } from './claim.ts';

/** What a code of so many digits stands for. */
const levelOf = (code: string): AccountName['level'] =>
  (({ 3: 'class', 5: 'section', 7: 'item' }) as const)[code.length] ?? null;

const levels = { 类: 'class', 款: 'section', 项: 'item' } as const;

/** 农林水支出(213)水利(03)行政运行(01), 公共安全支出(204类)司法(06款)行政运行(01项): the code of each level behind its name. */
function codedPath(name: string): AccountName[] {
  const parts = name.split(/(?<=\))/).map((part) => /^([^()]+)\((\d{2,7})[类款项]?\)$/.exec(part));
  if (parts.some((part) => part === null)) return [];
  let code = '';
  return parts.map((part): AccountName => {
    const [, own = '', digits = ''] = part ?? [];
    code = digits.length === 2 && code !== '' ? code + digits : digits;
    const level = levelOf(code);
    return { name: own, level, ...(level === null ? {} : { code }) };
  });
}

const inOrder = ['class', 'section', 'item'] as const;

/** Marks of level without brackets: 卫生健康支出类公共卫生款疾病预防控制机构项. */
const unbracketed = /^([^()类]{2,30})类([^()款]{2,40})款(?:([^()]{2,40}?)项?)?$/;

/**
 * 一般公共服务支出-商贸事务-行政运行, 住房保障支出类住房改革支出款住房公积金项: a class by its name, and what it is divided into.
 * @returns its names; none where the first is no class
 */
function classPath(name: string): AccountName[] {
  const marked = unbracketed.exec(name);
  const names = marked
    ? marked.slice(1).filter((part) => part)
    : name.split(/(?:[-—–―→>/]|——)/).filter((part) => part !== '');
  const [first = ''] = names;
  if (names.length < 2 || names.length > 3 || classByName(first) === null || names.some((part) => /\d/.test(part)))
    return [];
  return names.flatMap((part, index): AccountName[] => {
    const level = inOrder[index];
    return level === undefined ? [] : [{ name: part.replace(/\((?:类|款|项)\)$/, ''), level }];
  });
}

/** 一般公共服务支出(类)政府办公厅(室)及相关机构事务(款)行政运行(项) → its three names. */
export function accountPath(name: string): AccountName[] {
  // 2010301行政运行: the code in front of its name.
  const numbered = /^(2\d{2}(?:\d{2}){0,2})[-—]?([\u4e00-\u9fff].*)$/.exec(name);
  if (numbered) {
    const [, code = '', own = ''] = numbered;
    return own.includes('(类)') || own.includes('(款)') || own.includes('(项)')
      ? accountPath(own)
      : [{ name: own, level: levelOf(code), code }];
  }
  const coded = codedPath(name);
  if (coded.length > 0) return coded.every(({ code }) => code !== undefined) ? coded : [];
  const divided = classPath(name);
  if (divided.length > 0) return divided;
  const path: AccountName[] = [];
  let rest = name;
  for (;;) {
    const match = /^(.+?)\((类|款|项)\)/.exec(rest);
    if (!match) break;
    const [whole, own = '', mark = ''] = match;
    path.push({
      name: own.replace(/^支出/, ''),
      level: mark === '类' || mark === '款' || mark === '项' ? levels[mark] : null,
    });
    rest = rest.slice(whole.length);
  }
  // 一般公共服务(类)支出: the word behind the mark belongs to the name.
  const last = path.at(-1);
  if (last && rest !== '' && rest !== '支出') return [];
  if (last) return path;
  return rest === '' ? [] : [{ name: rest, level: null }];
}
