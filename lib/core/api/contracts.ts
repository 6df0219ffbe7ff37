import type { z } from 'zod';
import { accountContracts } from './account';
import { adjudicationContracts } from './adjudication';
import { agreementContracts } from './agreement';
import { annotationRoundContracts } from './annotation-rounds';
import { annotationContracts } from './annotations';
import { cardContracts } from './cards';
import type { Contract, ParamsOf } from './contract';
import { corpusImportContracts } from './corpus-import';
import { coverageContracts } from './coverage';
import { curationContracts } from './curation';
import { essayContracts } from './essays';
import { exportContracts } from './export';
import { feedContracts } from './feeds';
import { groupContracts } from './groups';
import { inboxContracts } from './inbox';
import { moderationContracts } from './moderation';
import { pictureContracts } from './pictures';
import { positionContracts } from './positions';
import { releaseContracts } from './releases';
import { roundContracts } from './rounds';
import { searchContracts } from './search';
import { siteContracts } from './site';
import { webhookContracts } from './webhooks';

/** The whole HTTP API, one entry per endpoint, below /api/v1. */
export const contracts = {
  ...siteContracts,
  ...accountContracts,
  ...groupContracts,
  ...essayContracts,
  ...annotationContracts,
  ...annotationRoundContracts,
  ...cardContracts,
  ...curationContracts,
  ...positionContracts,
  ...inboxContracts,
  ...pictureContracts,
  ...roundContracts,
  ...coverageContracts,
  ...agreementContracts,
  ...adjudicationContracts,
  ...moderationContracts,
  ...exportContracts,
  ...searchContracts,
  ...releaseContracts,
  ...webhookContracts,
  ...feedContracts,
  ...corpusImportContracts,
};

export type EndpointKey = keyof typeof contracts;

type Part<Key extends EndpointKey, Name extends keyof Contract> =
  (typeof contracts)[Key] extends Record<Name, infer Schema> ? Schema : undefined;
type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Sent<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** What the server's code of an endpoint receives, parsed. */
export interface Input<Key extends EndpointKey> {
  params: ParamsOf<Key>;
  query: Parsed<Part<Key, 'query'>>;
  body: Parsed<Part<Key, 'body'>>;
}

/** What a client of an endpoint sends. */
export interface Call<Key extends EndpointKey> {
  params: ParamsOf<Key>;
  query: Sent<Part<Key, 'query'>>;
  body: Sent<Part<Key, 'body'>>;
}

export type Output<Key extends EndpointKey> = Parsed<Part<Key, 'output'>>;

export const contractOf = (key: EndpointKey): Contract => contracts[key];
