import 'server-only';
import { standOf } from './event-feed';
import { type GroupMatter, groupMatterChannel, nothingYet } from './events';
import { groupFor } from './group-scope';
import type { Viewer } from './viewer';

/**
 * Where live events go on for a page of the group that is loaded now. Ask before anything else is loaded: what happens
 * meanwhile is then told again, and never left out.
 */
export async function groupCursor(viewer: Viewer, group: string, about: GroupMatter): Promise<string> {
  const { id } = await groupFor(viewer, group, 'group.read');
  const channel = groupMatterChannel(about, id);
  return (await standOf([channel])).get(channel) ?? nothingYet;
}
