import { languages } from '../../../../core/report/words/language-names.ts';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../core/relate/catalogue.ts';
import { checksLeftOut } from '../../../../core/relate/left-out.ts';
import { ruleBooks } from '../../../../core/report/words/languages.ts';

const chinese = /[\u4e00-\u9fff]/;

describe.each(languages)('the words about the rules in %s', (language) => {
  const book = ruleBooks[language];

  it('are there for every rule, every family and every kind, and for no other', () => {
    expect(Object.keys(book.rules).sort()).toEqual(catalogue.map(({ id }) => id).sort());
    expect(Object.keys(book.families).sort()).toEqual([...new Set(catalogue.map(({ family }) => family))].sort());
    expect(Object.keys(book.kinds).sort()).toEqual([...new Set(catalogue.map(({ kind }) => kind))].sort());
  });

  it('are there for everything that is left out, and for nothing else', () => {
    expect(Object.keys(book.leftOut).sort()).toEqual(checksLeftOut.map(([first]) => first).sort());
    expect(book.heldBack.length).toBe(ruleBooks.zh.heldBack.length);
  });

  it('are written, and in the language', () => {
    const texts = [
      ...[...Object.values(book.rules), ...Object.values(book.leftOut)].flatMap((words) =>
        Object.values(words).map(String),
      ),
      ...Object.values(book.families),
      ...Object.values(book.kinds),
      ...book.heldBack,
    ];
    for (const text of texts) {
      expect(text.trim().length).toBeGreaterThan(language === 'zh' ? 2 : 8);
      if (language === 'zh') expect(text).toMatch(chinese);
      else expect(text).not.toMatch(chinese);
    }
  });
});
