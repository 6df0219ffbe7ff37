import type { z } from 'zod';

/** What a caller must bring: nothing, a viewer who may only read, or one who may write. */
type Scope = 'public' | 'read' | 'write';

/** One endpoint of the HTTP API: the server enforces it, the client is typed by it, OpenAPI describes it. */
export interface Contract {
  summary: string;
  scope: Scope;
  /** Only for somebody signed in: an API token, which may leak, must not bring forth another or take the account over. */
  session?: true;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Absent: the answer has no body (204). */
  output?: z.ZodType;
  /** Of success; 200 unless told (204 without output). */
  status?: number;
  /** Updates of versioned things: `If-Match: "v7"` is read, 412 answered when it is old. */
  ifMatch?: boolean;
  /** The path holds a secret that allows it, so it may come from anywhere: a mail program, another site. */
  anyOrigin?: true;
  /** A feed: programs that read them sign in by HTTP Basic (RFC 7617), with any name, and an API token for a password. */
  feed?: true;
  /** Name of the rate limit that applies, see lib/server/http/rate-limit.ts. */
  limit?: string;
  /** The body is a file of at most so many bytes, which the endpoint reads itself. Sent twice, it must do nothing the second time. */
  fileBytes?: number;
  /** Largest body in bytes; 256 kB unless told. */
  maximumBytes?: number;
  /** The answer holds a secret that is shown once (a session's cookie too), so an Idempotency-Key does not keep it. */
  secret?: true;
  /** The answer has the `id` of what was made, which is then below this path: `Location` says where. */
  located?: true;
  /** A range of the answer may be asked for (206), and whether it is still the same (304). */
  ranges?: true;
  /** Answers something other than JSON, e.g. text/event-stream. */
  contentType?: string;
}

/** Keyed by `METHOD /path/{param}`, below /api/v1. */
export type Contracts = Record<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`, Contract>;

/** `"group" | "essay"` of `/groups/{group}/essays/{essay}`. */
type ParamName<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamName<Rest>
  : never;

export type ParamsOf<Key extends string> = { [Name in ParamName<Key>]: string };
