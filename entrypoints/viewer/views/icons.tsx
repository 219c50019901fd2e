/** Outlines on a 20 by 20 grid. */
const paths = {
  previous: 'M5 12.5 10 7.5l5 5',
  next: 'M5 7.5l5 5 5-5',
  minus: 'M4.5 10h11',
  plus: 'M4.5 10h11M10 4.5v11',
  fitWidth: 'M3 4v12M17 4v12M6 10h8M8 7.5 5.5 10 8 12.5M12 7.5l2.500 2.500-2.500 2.500',
  rotate: 'M15.500 8.500A6 6 0 1 0 16 11M16 4.500v4.200h-4.200',
  find: 'M8.800 13.600a4.800 4.800 0 1 0 0-9.600 4.800 4.800 0 0 0 0 9.600zM12.400 12.400 16.500 16.500',
  open: 'M3 15.500v-10A1 1 0 0 1 4 4.500h3.600l1.800 2H15a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1z',
  original: 'M11.500 4H16v4.500M16 4l-6.500 6.500M8 5H5a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-3',
  panel: 'M3.500 4.500h13v11h-13zM12.500 4.500v11',
  contents: 'M4 5.500h1M4 10h1M4 14.500h1M8 5.500h8.500M8 10h8.500M8 14.500h8.500',
  unfold: 'M7.500 5l5 5-5 5',
  close: 'M5.500 5.500l9 9M14.500 5.500l-9 9',
} as const;

/** A line drawing beside, or in place of, a word. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
