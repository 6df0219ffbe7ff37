import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { CSSProperties, ReactNode } from 'react';
import { PaletteKey } from '@/components/search/palette-key';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { unreadCount } from '@/lib/server/data/inbox/inbox';
import { inter } from './fonts';

export const metadata: Metadata = {
  title: { default: 'Cruxbook', template: '%s · Cruxbook' },
  description: 'Read essays together: highlight, tag, discuss.',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

const themes = new Set(['light', 'sepia', 'dark', 'contrast']);

/** For the bell in every header; most have nothing to count. What goes wrong here goes wrong on the page too, which says so. */
const unreadNow = async (): Promise<number> => {
  try {
    const viewer = await currentViewer();
    return viewer.unread === false ? 0 : await unreadCount(viewer);
  } catch {
    return 0;
  }
};

/** Reading the cookie makes every page dynamic, which the nonces of the content security policy need. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get('theme')?.value ?? '';
  const unread = await unreadNow();
  return (
    <html
      lang="en"
      className={inter.variable}
      {...(themes.has(theme) && { 'data-theme': theme })}
      {...(unread > 0 && { style: { '--unread': `"${unread > 99 ? '99+' : unread}"` } as CSSProperties })}
    >
      <body className="min-h-dvh bg-paper font-ui text-ink antialiased">
        {children}
        <PaletteKey />
      </body>
    </html>
  );
}
