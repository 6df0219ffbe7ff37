import { z } from 'zod';
import type { Contract, Contracts } from './contract';

const feed = {
  scope: 'public',
  feed: true,
  contentType: 'application/atom+xml',
  output: z.string(),
  limit: 'visit',
} satisfies Partial<Contract>;

export const feedContracts = {
  'GET /groups/{group}/feed.atom': {
    summary: 'New annotations and cards of a group, as an Atom feed',
    ...feed,
  },
  'GET /groups/{group}/essays/{essay}/feed.atom': {
    summary: 'New annotations of an essay, as an Atom feed',
    ...feed,
  },
  'GET /groups/{group}/tags/{tag}/feed.atom': {
    summary: 'New annotations that bear a tag, as an Atom feed',
    ...feed,
  },
} satisfies Contracts;
