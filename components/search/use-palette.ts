'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/api-client';
import type { GroupRole } from '@/lib/core/access/permissions';
import type { JumpTarget } from '@/lib/core/api/search';
import { fitting, groupOf, ordered, type PaletteEntry, pageActions } from './page-actions';

/** Milliseconds without a key before a name is looked up. */
const PAUSE = 120;

/** What was read last, as long as the page lives: it stands there at once when the palette opens again. */
let recent: JumpTarget[] = [];

/** What fits what was typed: what is known at once, then what the server finds. */
export function usePalette(typed: string): { entries: PaletteEntry[]; problem: string | null } {
  const q = typed.trim();
  const [found, setFound] = useState<{ q: string; items: JumpTarget[] }>({ q: '', items: recent });
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    const look = async () => {
      try {
        const group = groupOf(location.pathname);
        const query = { q, ...(group && { group }) };
        const { items } = await api('GET /jump', { query, signal: gone.signal });
        if (q === '') recent = items;
        setFound((before) => (q === '' && before.q !== '' ? { ...before } : { q, items }));
        setProblem(null);
      } catch {
        if (!gone.signal.aborted)
          setProblem('The search does not answer right now. More may be found in a moment.');
      }
    };
    const timer = setTimeout(look, q === '' ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      // What was read last is of use, too, to whoever types at once.
      if (q !== '') gone.abort();
    };
  }, [q]);
  return { entries: entriesFor(q, found), problem };
}

/** What somebody chose stays chosen while more is found around it; until they do, that is the first that leads anywhere. */
export function useChosen(entries: readonly PaletteEntry[]) {
  const [chosen, setChosen] = useState<string>();
  const at = entries.findIndex(({ path }) => path === chosen);
  const first = entries.findIndex((entry) => !isHere(entry));
  return {
    current: Math.max(at < 0 ? first : at, 0),
    /** Nothing: the first again. */
    choose: (entry?: PaletteEntry) => setChosen(entry?.path),
  };
}

function entriesFor(q: string, found: { q: string; items: JumpTarget[] }): PaletteEntry[] {
  const account = document.getElementById('account');
  const actions = pageActions(location.pathname, {
    isSignedIn: account !== null,
    role: (account?.dataset.role as GroupRole | undefined) ?? null,
  });
  if (q === '') return unique([...recent, ...actions].filter((entry) => !isHere(entry)));
  const targets = found.q === q ? found.items : fitting([...found.items, ...recent], q);
  const words = {
    kind: 'page',
    label: `Search for “${q}”`,
    detail: '',
    path: `/search?q=${encodeURIComponent(q)}`,
  } as const;
  return hereLast(unique([...ordered(targets, fitting(actions, q), q), words]));
}

/** The page that one is on, which leads nowhere, told so and behind all others of its kind. */
function hereLast(entries: PaletteEntry[]): PaletteEntry[] {
  const here = entries.find(isHere);
  if (!here) return entries;
  const others = entries.filter((entry) => entry !== here);
  const behind = others.findLastIndex(({ kind }) => kind === here.kind);
  const detail = [here.detail, 'you are here'].filter(Boolean).join(' · ');
  return others.toSpliced(behind < 0 ? entries.indexOf(here) : behind + 1, 0, { ...here, detail });
}

/** The page that one is on leads nowhere: it is only told to whoever looks for it. */
export const isHere = ({ path }: PaletteEntry) => path === location.pathname + location.search;

const unique = (entries: readonly PaletteEntry[]): PaletteEntry[] => [
  ...new Map(entries.map((entry) => [entry.path, entry])).values(),
];
