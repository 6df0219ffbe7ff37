import { essayVersion } from '@/lib/server/data/essay-versions';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /essays/{essay}/versions/{number}', ({ viewer, params }) =>
  essayVersion(viewer, params.essay, params.number),
);
