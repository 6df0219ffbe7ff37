import 'server-only';
import { annotationShownTo, everybody } from '@/lib/server/data/audience';

/** SQL: whether annotator `p` of the revealed round `r` took part: marked something, or said that they were done. */
export const tookPart = `(p.done_at IS NOT NULL
  OR EXISTS (SELECT 1 FROM round_mark k WHERE k.round_id = r.id AND k.user_id = p.user_id))`;

/** SQL: whether `tag` counts in round `r`: it was asked for, or is in use where none was. */
export const tagCounts = `CASE WHEN EXISTS (SELECT 1 FROM round_tag x WHERE x.round_id = r.id)
  THEN tag.id IN (SELECT x.tag_id FROM round_tag x WHERE x.round_id = r.id) ELSE tag.retired_at IS NULL END`;

/** SQL: what annotator `p` marked since round `r` opened, as everybody sees it now: `a`, at `x` in the text that was read. */
export const markedSince = `annotation a
  JOIN anchor x ON x.annotation_id = a.id AND x.essay_version_id = r.essay_version_id AND x.start < x."end"
  WHERE a.group_id = r.group_id AND a.essay_id = r.essay_id AND a.author_id = p.user_id
    AND (a.round_id = r.id OR a.created_at >= r.opens_at) AND ${annotationShownTo(everybody)}`;
