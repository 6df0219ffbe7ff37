import { Notice } from '@/components/ui/notice';

/** Says where the way in is; the link itself is for whoever runs the site. */
export const SetUpNotice = () => (
  <Notice>
    This site is not set up yet. Whoever started it finds a link for that in its terminal, and a new one after
    each start.
  </Notice>
);
