import type { CorpusPerson } from './corpus';

/** `id('a1')` is always the same, and reads as what it is. */
export const id = (name: string) =>
  `01900000-0000-7000-8000-${Buffer.from(name).toString('hex').padStart(12, '0').slice(-12)}`;
export const at = (minute: number) => `2026-01-02T03:${String(minute).padStart(2, '0')}:00.000Z`;

export const ada: CorpusPerson = { id: id('ada'), name: 'Ada "A." Löw', pseudonymous: false };
export const bo: CorpusPerson = { id: id('bo'), name: 'reader-k7f3qa2m', pseudonymous: true };
