import { annotationPage } from '@/lib/server/data/annotation-list';
import { createAnnotation, createAnnotationAtOnce } from '@/lib/server/data/create-annotation';
import { endpoint, JsonText } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/essays/{essay}/annotations', async (asked) => {
  const known = asked.request.headers.get('if-none-match');
  const { json, etag } = await annotationPage(asked.viewer, asked, known);
  return new JsonText(json, etag);
});

export const POST = endpoint(
  'POST /groups/{group}/essays/{essay}/annotations',
  ({ viewer, params, body }) => createAnnotation(viewer, params, body),
  { attempt: ({ viewer, params, body }) => createAnnotationAtOnce(viewer, params, body) },
);
