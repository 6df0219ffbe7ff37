import { cookies } from 'next/headers';
import { cache } from 'react';
import { settingsCookie } from '@/components/reader/apply-settings';
import type { Reading } from '@/components/reader/reading';
import { may } from '@/lib/core/access/permissions';
import { Settings } from '@/lib/core/api/account';
import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';
import type { Tag } from '@/lib/core/api/groups';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { currentRound } from '@/lib/server/data/annotation-rounds/annotation-rounds';
import { type ReadingHead, readingHead } from '@/lib/server/data/reading-page';
import type { Viewer } from '@/lib/server/data/viewer';

/** The essay for whoever asks, once a request; what is not theirs to see is not found. */
export const loadReading = cache(async (group: string, essay: string) => {
  const viewer = await currentViewer();
  const head = await readingHead(viewer, group, essay);
  const kept = await settingsOfBrowser();
  const settings = viewer.user ? { ...head.settings, ...(kept.theme && { theme: kept.theme }) } : kept;
  const round = head.hasRounds
    ? await currentRound(
        viewer,
        { group: head.group.id, essay: head.essay.id },
        { leads: may('round.open', head.group) },
      )
    : null;
  return {
    viewer,
    head,
    round,
    reading: readingOf(viewer, { ...head, settings, tags: askedIn(round, head.tags) }),
  };
});

/** Who reads alone is offered the words that are looked for. */
function askedIn(round: AnnotationRound | null, tags: Tag[]): Tag[] {
  if (round?.state !== 'alone' || round.mine === null || round.tags.length === 0) return tags;
  return tags.map((tag) => ({ ...tag, retired: tag.retired || !round.tags.includes(tag.slug) }));
}

function readingOf({ user }: Viewer, { group, essay, version, ...head }: ReadingHead): Reading {
  const { id, slug, title, language } = essay;
  return {
    group: { id: group.id, slug: group.slug, name: group.name },
    essay: { id, slug, title, language, number: version.number, words: version.words },
    viewer: user && { id: user.id, name: user.name },
    isMember: group.role !== 'stranger',
    follows: group.role === 'stranger' ? null : head.follows,
    writes: may('annotation.create', group),
    moderates: may('annotation.resolve', group),
    tags: head.tags,
    email: head.email,
    settings: head.settings,
    place: head.place,
    hasDecisions: head.hasDecisions && !head.alone,
    readsAlone: head.alone,
    cursor: head.cursor,
  };
}

/** The theme that the page is painted in is the browser's, whoever is signed in. */
async function settingsOfBrowser(): Promise<Settings> {
  const kept = await cookies();
  const theme = Settings.shape.theme.safeParse(kept.get('theme')?.value).data;
  return { ...parsed(kept.get(settingsCookie)?.value ?? '{}'), ...(theme && { theme }) };
}

function parsed(json: string): Settings {
  try {
    return Settings.safeParse(JSON.parse(json)).data ?? {};
  } catch {
    return {};
  }
}
