/** What is chosen of a corpus, as it stands in an address: what is as usual is not named. */
export type Choice = Readonly<Record<string, string>>;

/** The same, always in one order. */
export const queryOf = (choice: Choice): string =>
  new URLSearchParams(Object.entries(choice).sort(([a], [b]) => (a < b ? -1 : 1))).toString();

/** Whether nothing can have been made in this time: it ends before it begins, or as it does. Days begin at midnight UTC. */
export const isEmptyTime = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  from !== undefined && to !== undefined && Date.parse(from) >= Date.parse(to);

/** Below the site's address: the page of a group, by its slug, on which this choice is made. */
export const exportPage = (group: string, choice: Choice): string =>
  `/g/${encodeURIComponent(group)}/export?${queryOf(choice)}`;
