import localFont from 'next/font/local';

/** The interface speaks Inter, the essays Source Serif. Latin is preloaded; other scripts fall back to the system. */
export const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-inter',
  display: 'swap',
});

/**
 * The same Source Serif for the reading page, without optical sizes (half the bytes) and never swapped in late: a text
 * that somebody has begun to read keeps the type it was first painted in.
 */
export const reading = localFont({
  src: [
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
      weight: '200 900',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
      weight: '200 900',
      style: 'italic',
    },
  ],
  variable: '--font-reading',
  display: 'optional',
  adjustFontFallback: false,
});

/** Atkinson Hyperlegible, for whoever chooses it: no byte of it is fetched before, and then it is shown at any time. */
export const hyperlegible = localFont({
  src: [
    {
      path: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
      weight: '200 800',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2',
      weight: '200 800',
      style: 'italic',
    },
  ],
  variable: '--font-hyperlegible',
  display: 'fallback',
  preload: false,
});
