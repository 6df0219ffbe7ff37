import 'server-only';
import { annotationShownTo, cardShownTo, type Eyes, replyShownTo } from './audience';
import { unseen } from './events';

/**
 * Joins `is_said` to `news`, annotation `a` and card `c`: news say nothing of something that those with these eyes no longer
 * see, since they may be read long after. That it was deleted is what there is to say of that.
 */
export const stillSaid = (
  eyes: Eyes,
) => `CROSS JOIN LATERAL (SELECT news.change IN ('deleted', '${unseen.change}') OR CASE news.kind
    WHEN 'annotation' THEN ${annotationShownTo(eyes)} AND (news.reply_id IS NULL OR EXISTS (
      SELECT 1 FROM reply r WHERE r.id = news.reply_id AND ${replyShownTo(eyes)}))
    WHEN 'card' THEN ${cardShownTo(eyes)} ELSE true END AS is_said) said`;
