import type { WayBack } from '@/app/dead-end';

/** From a release that the group does not have. */
export async function allReleases({ params }: { params: Promise<{ group: string }> }): Promise<WayBack> {
  return { path: `/g/${encodeURIComponent((await params).group)}/releases`, name: 'All releases' };
}
