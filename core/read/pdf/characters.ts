/** What a character that cannot be read is shown as; never taken for a digit. */
export const unreadable = '\uFFFD';

/**
 * CJK radicals (U+2E80 to U+2EFF), each followed by the character it is drawn as. Fonts whose glyphs serve both code
 * points are printed by Chromium with the radical in the text layer (⺠政 for 民政). Unicode has no compatibility
 * mapping for these, unlike the Kangxi radicals at U+2F00.
 */
const radicals =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬' +
  '⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶' +
  '⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

// 戶 too shares its glyph with 户 in common faces; no mainland document means it.
const everyday = new Map<string, string>([
  ['⸺', '——'],
  ['⸻', '———'],
  ['戶', '户'],
]);
{
  let radical = '';
  for (const character of radicals) {
    if (radical === '') {
      radical = character;
    } else {
      everyday.set(radical, character);
      radical = '';
    }
  }
}

const privateUse = /^\p{Co}$/u;
const invisible = /^[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]$/u;
const cjk =
  /^[\p{Script=Han}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6\u2014\u2018\u2019\u201C\u201D\u2026\u2460-\u249B\u3220-\u33FF]$/u;

function everydayCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) {
    return code === 9 || code === 10 || code === 13 ? ' ' : unreadable;
  }
  if (code < 0xad) {
    return code === 0xa0 ? ' ' : character;
  }
  if (invisible.test(character)) {
    return '';
  }
  if (privateUse.test(character)) {
    return unreadable;
  }
  if ((code >= 0x2f00 && code < 0x2fe0) || (code >= 0xf900 && code < 0xfb00) || (code >= 0x2f800 && code < 0x2fa20)) {
    const plain = character.normalize('NFKC');
    return everyday.get(plain) ?? plain;
  }
  return everyday.get(character) ?? character;
}

/**
 * The text of a glyph as a person reads it: radicals as the characters they are drawn as, controls and private use
 * characters as U+FFFD, soft hyphens and zero width characters left out.
 * @param text the glyph's text as the font maps it
 */
export function readable(text: string): string {
  if (text.length === 1) {
    const code = text.charCodeAt(0);
    if ((code >= 0x20 && code < 0x7f) || (code >= 0x4e00 && code < 0xa000 && code !== 0x6236)) {
      return text;
    }
  }
  let result = '';
  for (const character of text) {
    result += everydayCharacter(character);
  }
  return result;
}

/**
 * Whether a character is set on the Chinese grid: written without spaces around it, free to wrap after.
 * @param character one character, or '' (which is not)
 */
export function isCjk(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x4e00 && code < 0xa000) || (code > 0xff && cjk.test(character));
}

/** Characters that Chinese, and foreign words in it, are written with; private ones are unreadable each for itself. */
const everydayBlocks =
  /^[\s\u0020-\u024F\u02B0-\u036F\u0391-\u03C9\u0401-\u0451\u2000-\u27BF\u2B00-\u2BFF\u2E80-\u312F\u31A0-\u31FF\u3220-\u32FF\u3380-\u33DF\u4E00-\u9FFF\uE000-\uFAFF\uFB00-\uFB06\uFE10-\uFE4F\uFF00-\uFFEF\uFFFD]+$/u;
const zeroWidth = /^[\u0000\u00AD\u200B-\u200F\uFEFF]*$/u;
/** This many different characters from elsewhere, and this share of a font's, are no writing. */
const leastStrange = 2;
const strangeShare = 0.12;

/**
 * Whether a font's letters are what the file says. Where it does not say, pdf.js gives each glyph the character of its number
 * in the font: among them controls and rare scripts, and digits that are none.
 * @param texts the different texts of the font's glyphs on a page
 */
export function isKnownScript(texts: ReadonlySet<string>): boolean {
  const strange = [...texts].filter(
    (text) =>
      !zeroWidth.test(text) && !everydayBlocks.test(text) && !/^\p{Script=Han}$/u.test(text.length > 1 ? text : ''),
  );
  return strange.length < leastStrange || strange.length < strangeShare * texts.size;
}

/** Words and figures as Latin letters are used, in capitals only when they are short, and what a table has in place of a figure. */
const latinWord =
  /^["'(\[]{0,2}(?:[A-Z]?[a-z]{1,24}|[A-Z]{1,6})(?:[-'’/&.@_][A-Za-z0-9]{1,24}){0,8}[)\]"'.,;:!?]{0,3}$/u;
const figure = /^[-+−(（]{0,2}[¥$]?[\d.,:/%-]{1,24}[)）%]{0,2}[.,;:]?$/u;
const nil = /^[-–—_*.·…|#%]{1,40}$/u;
/** Between the words of a table of contents and their pages, or between any two words. */
const leaders = /\s+|[-_.·…]{3,}/u;
/** What Chinese of public accounts cannot do without. */
const everydayHan = new Set('的一是不在有年度月日支出收入预算决合计单位项目基本公共财政用费行业务部门人中国');
/** Fewer letters tell nothing. */
const leastLatin = 20;
const leastHan = 100;
/** So few of a page's Latin letters in words, or of its Chinese characters among the most usual, are no writing. */
const inWords = 0.4;
const usualHan = 0.01;

/**
 * Whether what a page says is writing of some kind: in words, or in Chinese as everyone writes it. A text layer whose codes were made up
 * gives marks in between letters, or characters that nobody uses.
 * @param texts the texts of a page
 */
export function isWriting(texts: readonly string[]): boolean {
  const letters = texts.join('');
  const han = Array.from(letters).filter((letter) => /^\p{Script=Han}$/u.test(letter));
  if (han.length >= leastHan) return han.filter((letter) => everydayHan.has(letter)).length >= usualHan * han.length;
  const tokens = texts
    .flatMap((text) => text.split(leaders))
    .filter((token) => token !== '' && /^[!-~]+$/u.test(token) && !figure.test(token) && !nil.test(token));
  const length = (own: readonly string[]): number => own.reduce((sum, token) => sum + token.length, 0);
  const latin = length(tokens);
  return (
    latin < leastLatin ||
    han.length > latin ||
    length(tokens.filter((token) => latinWord.test(token))) >= inWords * latin
  );
}
