/** `sessionStorage` goes with the tab, `localStorage` stays. */
type Where = 'sessionStorage' | 'localStorage';

/** What is kept under a key, as whoever kept it says; null where that is nothing, or cannot be read. */
export function stored<T>(where: Where, key: string): T | null {
  try {
    return JSON.parse(window[where].getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps something under a key; null: no more. A browser without storage, or whose storage is full, forgets it with the page. */
export function store(where: Where, key: string, value: object | null): void {
  try {
    if (value === null) window[where].removeItem(key);
    else window[where].setItem(key, JSON.stringify(value));
  } catch {}
}
