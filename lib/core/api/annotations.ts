import { z } from 'zod';
import {
  Annotation,
  AnnotationChange,
  AnnotationDraft,
  AnnotationPage,
  Comment,
  CommentDraft,
  Person,
  Reactions,
  Reply,
  ReplyDraft,
} from '@/lib/core/annotation/annotation';
import type { Contracts } from './contract';
import { Timestamp } from './timestamp';

/** How an annotation or reply was before an edit. */
const Revision = z.object({
  version: z.int(),
  comment: Comment.nullable(),
  tags: z.array(z.string()),
  /** The words that an annotation marked then, of long ones both ends; null of a reply, and where they were not kept. */
  quote: z.string().nullable(),
  editor: Person,
  created: Timestamp,
});

export const annotationContracts = {
  'GET /groups/{group}/essays/{essay}/annotations': {
    summary: 'Annotations of an essay in a group, with threads, oldest first',
    scope: 'public',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(5000).default(1000),
      after: z.uuid().optional(),
      tag: z.string().max(60).optional(),
      creator: z.uuid().optional(),
    }),
    output: AnnotationPage,
  },
  'POST /groups/{group}/essays/{essay}/annotations': {
    summary: 'Annotate a passage',
    scope: 'write',
    body: AnnotationDraft,
    output: Annotation,
    status: 201,
    limit: 'annotate',
  },
  'GET /annotations/{id}': { summary: 'One annotation with its thread', scope: 'public', output: Annotation },
  'PATCH /annotations/{id}': {
    summary: 'Change passage, tags, comment or visibility of your annotation',
    scope: 'write',
    body: AnnotationChange,
    output: Annotation,
    ifMatch: true,
    limit: 'edit',
  },
  'DELETE /annotations/{id}': {
    summary: 'Delete an annotation; undo restores it',
    scope: 'write',
    limit: 'edit',
  },
  'POST /annotations/{id}/restore': {
    summary: 'Undo the deletion of an annotation',
    scope: 'write',
    output: Annotation,
    limit: 'edit',
  },
  'GET /annotations/{id}/history': {
    summary: 'Earlier texts of an annotation, newest first',
    scope: 'public',
    output: z.object({ items: z.array(Revision) }),
  },
  'PUT /annotations/{id}/resolution': {
    summary: 'Resolve a thread',
    scope: 'write',
    output: Annotation,
    limit: 'edit',
  },
  'DELETE /annotations/{id}/resolution': {
    summary: 'Reopen a thread',
    scope: 'write',
    output: Annotation,
    status: 200,
    limit: 'edit',
  },
  'PUT /annotations/{id}/reactions/{kind}': {
    summary: 'React to an annotation; agree and disagree replace each other',
    scope: 'write',
    output: z.object({ reactions: Reactions }),
    limit: 'react',
  },
  'DELETE /annotations/{id}/reactions/{kind}': {
    summary: 'Take a reaction back',
    scope: 'write',
    output: z.object({ reactions: Reactions }),
    limit: 'react',
  },
  'POST /annotations/{id}/replies': {
    summary: 'Reply in a thread',
    scope: 'write',
    body: ReplyDraft,
    output: Reply,
    status: 201,
    limit: 'annotate',
  },
  'PATCH /replies/{id}': {
    summary: 'Change your reply',
    scope: 'write',
    body: z.strictObject({ comment: CommentDraft }),
    output: Reply,
    ifMatch: true,
    limit: 'edit',
  },
  'DELETE /replies/{id}': { summary: 'Delete a reply; undo restores it', scope: 'write', limit: 'edit' },
  'POST /replies/{id}/restore': {
    summary: 'Undo the deletion of a reply',
    scope: 'write',
    output: Reply,
    limit: 'edit',
  },
  'GET /replies/{id}/history': {
    summary: 'Earlier texts of a reply, newest first',
    scope: 'public',
    output: z.object({ items: z.array(Revision) }),
  },
  'PUT /replies/{id}/reactions/{kind}': {
    summary: 'React to a reply',
    scope: 'write',
    output: z.object({ reactions: Reactions }),
    limit: 'react',
  },
  'DELETE /replies/{id}/reactions/{kind}': {
    summary: 'Take a reaction to a reply back',
    scope: 'write',
    output: z.object({ reactions: Reactions }),
    limit: 'react',
  },
} satisfies Contracts;
