import type { Settings, SettingsChange } from './account';

/** Settings after a change of some of them; null takes a choice back, so that the default is in force again. */
export function changedSettings(before: Settings, change: SettingsChange): Settings {
  const all = Object.entries({ ...before, ...change });
  return Object.fromEntries(all.filter(([, value]) => value !== null && value !== undefined));
}
