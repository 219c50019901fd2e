import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../shared/locale/messages.ts';
import { viewerWords } from '../words.ts';

/** The page's number, to read and to type over; it goes there on Enter or when the focus leaves. */
export function PageNumber({
  page,
  pages,
  disabled,
  language,
  onGo,
}: {
  readonly page: number;
  readonly pages: number;
  readonly disabled: boolean;
  readonly language: Language;
  readonly onGo: (page: number) => void;
}) {
  const spoken = viewerWords[language];
  const [text, setText] = useState('');
  useEffect(() => setText(String(page)), [page]);
  const go = () => {
    const to = Number(text.normalize('NFKC').trim());
    if (Number.isInteger(to) && to >= 1 && to <= pages && to !== page) onGo(to);
    else setText(String(page));
  };
  return (
    <span class="page-number">
      <input
        type="text"
        inputMode="numeric"
        autocomplete="off"
        aria-label={spoken.pageNumber}
        disabled={disabled}
        value={disabled ? '' : text}
        onInput={(event) => setText(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={go}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
        }}
      />
      <span>{disabled ? '' : spoken.pageOf(pages)}</span>
    </span>
  );
}
