import { essayVersion } from '@/lib/server/data/essay-versions';
import { endpoint } from '@/lib/server/http/endpoint';
import { canonicalText, wantsText } from '@/lib/server/web-annotation/canonical-text';

export const GET = endpoint('GET /essays/{essay}/versions/{number}', async (asked) => {
  const { viewer, params, request } = asked;
  const version = await essayVersion(viewer, params.essay, params.number);
  return wantsText(request) ? canonicalText(version) : version;
});
