import 'server-only';
import { agreementFigures } from '@/lib/core/agreement/agreement-figures';
import { notFound } from '@/lib/core/api/problem';
import { demandNotAlone } from '@/lib/server/data/annotation-rounds/is-alone';
import { essayFor } from '@/lib/server/data/essay-scope';
import { groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { type EssayState, essayStates } from './essay-states';
import { type MeasuredEssay, measuredEssays } from './measured-essay';

/** The texts of a group that figures are made of, and what they rest on. */
export async function measuredGroup(viewer: Viewer, group: string) {
  const { id } = await groupFor(viewer, group, 'annotation.read');
  const states = await essayStates(viewer, id);
  return { id, states, essays: await measuredEssays(states) };
}

/** Ids of a group and an essay of it, unless the viewer reads that alone. */
export async function placeToMeasure(viewer: Viewer, place: { group: string; essay: string }) {
  const { group, id } = await essayFor(viewer, place, 'annotation.read');
  const ids = { group: group.id, essay: id };
  await demandNotAlone(viewer, ids);
  return ids;
}

/** The newest text of an essay, both given by ids, and what its figures rest on. */
export async function measuredText(viewer: Viewer, { group, essay }: { group: string; essay: string }) {
  const [state] = await essayStates(viewer, group, essay);
  if (!state) throw notFound();
  const [found] = await measuredEssays([state]);
  return { state, found: found! };
}

export const named = ({ slug, title, version }: Pick<EssayState, 'slug' | 'title' | 'version'>) => ({
  slug,
  title,
  version,
});

export const figuresOf = (...essays: MeasuredEssay[]) => agreementFigures(essays.map(({ sums }) => sums));

/** How far the annotators of a group agree, over all its essays and in each, and nothing besides. */
export async function groupFigures(viewer: Viewer, group: string) {
  const { states, essays } = await measuredGroup(viewer, group);
  return {
    figures: figuresOf(...essays),
    essays: states.map((state, i) => ({ ...named(state), figures: figuresOf(essays[i]!) })),
  };
}

/** The same of one essay. */
export async function essayFigures(viewer: Viewer, place: { group: string; essay: string }) {
  const { state, found } = await measuredText(viewer, await placeToMeasure(viewer, place));
  return { essay: named(state), figures: figuresOf(found) };
}
