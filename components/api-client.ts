import type { Call, EndpointKey, Output } from '@/lib/core/api/contracts';
import type { ProblemDetails } from '@/lib/core/api/problem';

/** A refusal of the server, or its silence (`status` 0: offline, timed out). Nothing typed is lost by it. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: ProblemDetails | null;

  constructor(status: number, problem: ProblemDetails | null) {
    super(problem?.detail ?? 'The server cannot be reached. What you wrote is kept on this device.');
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }
}

/** Parts without content are left out: `api('GET /me', {})`. */
type Argument<Key extends EndpointKey> = {
  [Part in keyof Call<Key> as Call<Key>[Part] extends undefined
    ? never
    : Record<never, never> extends Call<Key>[Part]
      ? never
      : Part]: Call<Key>[Part];
} & { [Part in keyof Call<Key>]?: Call<Key>[Part] } & {
  /** Version the change is based on, sent as If-Match. */
  version?: number;
  signal?: AbortSignal;
  /** Sent as it is, where an endpoint takes a file. */
  file?: Blob;
  /** Goes on when the page is left; for bodies below 64 kB. */
  keepalive?: boolean;
};

/** Calls one endpoint of the HTTP API, typed by its contract. */
export async function api<Key extends EndpointKey>(key: Key, call: Argument<Key>): Promise<Output<Key>> {
  const {
    params,
    query,
    body,
    version,
    signal,
    file,
    keepalive = false,
  } = call as Partial<Call<EndpointKey>> & {
    version?: number;
    signal?: AbortSignal;
    file?: Blob;
    keepalive?: boolean;
  };
  const [method = 'GET', template = ''] = key.split(' ');
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((params as Record<string, string> | undefined)?.[name] ?? ''),
  );
  const search = new URLSearchParams(
    Object.entries(query ?? {}).map(([name, value]) => [name, String(value)]),
  );
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (version !== undefined) headers['if-match'] = `"v${version}"`;
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}${search.size > 0 ? `?${search}` : ''}`, {
      method,
      headers,
      keepalive,
      signal: signal ?? AbortSignal.timeout(10_000),
      ...(body === undefined ? file && { body: file } : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError(0, null);
  }
  if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => null));
  return (response.status === 204 ? undefined : await response.json()) as Output<Key>;
}
