/** Where the feed of a group lies, or of one of its essays. */
export const feedPath = (group: string, essay?: string): string =>
  `/api/v1/groups/${encodeURIComponent(group)}${essay === undefined ? '' : `/essays/${encodeURIComponent(essay)}`}/feed.atom`;

export const atomType = 'application/atom+xml';
