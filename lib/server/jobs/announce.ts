import 'server-only';
import { planMails } from '@/lib/server/data/inbox/mails';
import type { News } from '@/lib/server/data/inbox/notify';
import { tell } from '@/lib/server/data/inbox/tell';
import { visitor } from '@/lib/server/data/viewer';
import { mailIsOn } from '@/lib/server/mail/mailer';

/** Has people find news in their inbox, and plans the mails that tell of it; `since` as in `tell`. */
export async function announce(news: News, since: number | null = null): Promise<void> {
  const told = await tell(news, since);
  if (mailIsOn()) await planMails(visitor, told);
}
