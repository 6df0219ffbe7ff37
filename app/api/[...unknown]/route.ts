import { notFound } from '@/lib/core/api/problem';
import { problemResponse } from '@/lib/server/http/problem-response';

/** An address that no endpoint has: a problem for machines, not a page for people. */
const unknown = () => problemResponse(notFound());

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
