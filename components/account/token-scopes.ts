/** What an API token opens, as the settings name it. */
export const tokenScopes = [
  ['feed', 'Feeds only'],
  ['read', 'Read only'],
  ['write', 'Read and write'],
] as const;
