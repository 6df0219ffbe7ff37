import { remindAnnotators } from '@/lib/server/data/annotation-rounds/lead-round';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint(
  'POST /groups/{group}/essays/{essay}/rounds/{round}/reminders',
  ({ viewer, params }) => remindAnnotators(viewer, params),
);
