/** Name that instances LISTEN on; the payload is the id of a person whose inbox is no longer as it was. */
export const inboxNotification = 'cruxbook_inbox';

/** The end of a statement whose `told` has the people (`user_id`) that got news: returns them, and wakes their inboxes. */
export const wokenSql = `SELECT user_id AS "user", pg_notify('${inboxNotification}', user_id::text)::text AS notified FROM told`;
