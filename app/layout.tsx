import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { inter } from './fonts';

export const metadata: Metadata = {
  title: { default: 'Cruxbook', template: '%s · Cruxbook' },
  description: 'Read essays together: highlight, tag, discuss.',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

const themes = new Set(['light', 'sepia', 'dark', 'contrast']);

/** Reading the cookie makes every page dynamic, which the nonces of the content security policy need. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get('theme')?.value ?? '';
  return (
    <html lang="en" className={inter.variable} {...(themes.has(theme) && { 'data-theme': theme })}>
      <body className="min-h-dvh bg-paper font-ui text-ink antialiased">{children}</body>
    </html>
  );
}
