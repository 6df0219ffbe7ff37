import { Bell as Icon } from 'lucide-react';

/** The way to the inbox. How much of it is unread stands in a property of the page (components/live/show-unread.ts). */
export function Bell() {
  return (
    <a href="/inbox" className="bell" title="Inbox">
      <Icon size={18} aria-hidden="true" />
      <span className="sr-only">Inbox</span>
    </a>
  );
}
