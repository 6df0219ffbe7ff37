import { follow, unfollow } from '@/lib/server/data/inbox/subscriptions';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint('PUT /groups/{group}/subscriptions/{kind}/{subject}', ({ viewer, params }) =>
  follow(viewer, params),
);
export const DELETE = endpoint(
  'DELETE /groups/{group}/subscriptions/{kind}/{subject}',
  ({ viewer, params }) => unfollow(viewer, params),
);
