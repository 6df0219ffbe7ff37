import 'server-only';
import { Problem } from '@/lib/core/api/problem';
import { anyOrigin } from '@/lib/server/http/machine-door';
import { problemResponse } from '@/lib/server/http/problem-response';

/** Of everything that the protocol serves. */
export const mediaType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

const cors = {
  ...anyOrigin,
  'access-control-allow-headers': 'Authorization, Content-Type, If-Match, If-None-Match, Prefer, Slug',
  'access-control-expose-headers':
    'ETag, Allow, Vary, Link, Content-Type, Location, Content-Location, Preference-Applied, Accept-Post, Retry-After',
  'access-control-max-age': '600',
};

const ldp = (name: string) => `<http://www.w3.org/ns/ldp#${name}>; rel="type"`;

/** What every answer for a container says, and for an annotation, errors included. */
const usual = {
  container: {
    allow: 'GET, HEAD, OPTIONS, POST',
    'accept-post': mediaType,
    link: `${ldp('BasicContainer')}, <http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"`,
    vary: 'Accept, Prefer, Authorization',
  },
  annotation: {
    allow: 'GET, HEAD, OPTIONS, PUT, DELETE',
    link: `${ldp('Resource')}, <http://www.w3.org/ns/oa#Annotation>; rel="type"`,
    vary: 'Accept, Authorization',
  },
} as const;

type Kind = keyof typeof usual;
type Context<Params> = { params: Promise<Params> };

/** A route of the protocol: what `run` answers, or why it does not, with the headers of its kind. */
export const protocolRoute =
  <Params>(kind: Kind, run: (request: Request, params: Params) => Promise<Response>) =>
  async (request: Request, { params }: Context<Params>): Promise<Response> => {
    const response = await run(request, await params).catch(problemResponse);
    const { headers } = response;
    for (const [name, value] of Object.entries({ ...usual[kind], ...cors })) headers.set(name, value);
    headers.set('access-control-allow-methods', usual[kind].allow);
    if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
    if (response.status === 401) headers.set('www-authenticate', 'Bearer realm="Cruxbook"');
    return response;
  };

/** Of every resource alike, whether there is one or not: it tells nothing that is not in the specification. */
export const optionsRoute = (kind: Kind) =>
  protocolRoute(kind, async () => new Response('', { status: 200, headers: { 'content-length': '0' } }));

/** Throws a 406 unless JSON-LD is among what is asked for. */
export function acceptLd({ headers }: Request): void {
  const accept = headers.get('accept') ?? '*/*';
  if (/(application\/ld\+json|application\/json|application\/\*|\*\/\*)/i.test(accept)) return;
  throw new Problem(406, 'accept', `Annotations are served as ${mediaType}.`);
}
