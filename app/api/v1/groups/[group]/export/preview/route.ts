import { previewCorpus } from '@/lib/server/data/export/preview-corpus';
import { amongPreviews } from '@/lib/server/export/running-exports';
import { clientAddress } from '@/lib/server/http/client-address';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/export/preview', ({ viewer, params, query, request }) =>
  amongPreviews(viewer.user?.id ?? clientAddress(request.headers), () =>
    previewCorpus(viewer, params.group, { ...query, signal: request.signal }),
  ),
);
