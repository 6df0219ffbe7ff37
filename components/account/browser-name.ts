const browsers: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
];

const firstOf = (names: [RegExp, string][], text: string) => names.find(([shape]) => shape.test(text))?.[1];

/** "Firefox on Windows", as far as a User-Agent header tells; good enough for a person to know their own devices. */
export function browserName(userAgent: string | null): string {
  const text = userAgent ?? '';
  const names = [firstOf(browsers, text), firstOf(systems, text)].filter((name) => name !== undefined);
  return names.join(' on ') || 'Unknown browser';
}
