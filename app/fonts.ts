import localFont from 'next/font/local';

/** The interface speaks Inter, the essays Source Serif. Latin is preloaded; other scripts fall back to the system. */
export const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-inter',
  display: 'swap',
});
