/** Name that instances LISTEN on; the payload is the id of a person whose inbox is no longer as it was. */
export const inboxNotification = 'cruxbook_inbox';
