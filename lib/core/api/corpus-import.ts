import { z } from 'zod';
import { Person } from '@/lib/core/annotation/annotation';
import { corpusSourceNames } from '@/lib/core/corpus-import/corpus-source-names';
import { ImportReport } from '@/lib/core/corpus-import/import-report';
import type { Contracts } from './contract';

/** Largest file that is imported at once, in bytes. */
export const largestCorpusFile = 50_000_000;

/** Somebody who wrote what was imported into a group. */
export const ExternalPerson = z.object({
  person: Person,
  annotations: z.int(),
  replies: z.int(),
  /** The member who says that it is them. */
  askedBy: Person.nullable(),
  /** The member who it is. */
  claimedBy: Person.nullable(),
  /** More of them came after that: told to that member alone, since it may be private. */
  cameSince: z.boolean(),
});
export type ExternalPerson = z.infer<typeof ExternalPerson>;

export const corpusImportContracts = {
  'POST /groups/{group}/import': {
    summary:
      'Bring an annotated corpus into a group, from a file; the same file again brings what is missing',
    scope: 'write',
    query: z.strictObject({ format: z.enum(corpusSourceNames), dryRun: z.stringbool().default(false) }),
    output: ImportReport,
    fileBytes: largestCorpusFile,
    limit: 'import',
  },
  'GET /groups/{group}/external-people': {
    summary: 'Who wrote what was imported into a group, and which members they turned out to be',
    scope: 'public',
    output: z.array(ExternalPerson),
  },
  'PUT /groups/{group}/external-people/{person}/claim': {
    summary:
      'Say that you are somebody who wrote what was imported, or that what came since is yours, too; a moderator has to agree',
    scope: 'write',
    limit: 'edit',
  },
  'DELETE /groups/{group}/external-people/{person}/claim': {
    summary: 'Take back that you are somebody or, for moderators, refuse it',
    scope: 'write',
    limit: 'edit',
  },
  'POST /groups/{group}/external-people/{person}/claim/agreement': {
    summary:
      'Agree that a member is who they say: all that was imported of that person becomes theirs, for good',
    scope: 'write',
    body: z.strictObject({ member: z.uuid() }),
    limit: 'edit',
  },
} satisfies Contracts;
