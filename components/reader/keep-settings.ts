import { keepCookie } from '@/components/ui/keep-cookie';
import { keepTheme } from '@/components/ui/theme';
import type { Settings } from '@/lib/core/api/account';
import { settingsCookie } from './apply-settings';

/** Makes the whole page follow the theme, and remembers settings where the next page can see them. */
export function keepSettings(settings: Settings): void {
  keepTheme(settings.theme ?? 'auto');
  // Whom somebody hid concerns nobody who opens this browser after them.
  keepCookie(settingsCookie, JSON.stringify({ ...settings, hiddenPeople: undefined }));
}
