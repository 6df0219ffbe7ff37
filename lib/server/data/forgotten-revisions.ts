/** SQL: what was written in threads while nobody else could read them stays unread. An expression: their ids, as a query. */
export const revisionsForgotten = (threads: string): string => `
  DELETE FROM revision WHERE annotation_id IN (${threads})
    OR reply_id IN (SELECT id FROM reply WHERE annotation_id IN (${threads}))`;
