import { Bell } from 'lucide-react';

/** In the place of the entries, when there are none. */
export function InboxEmpty({ unreadOnly }: { unreadOnly: boolean }) {
  return (
    <div className="grid justify-items-start gap-3 rounded-lg border border-rule border-dashed px-6 py-12 text-ink-2">
      <Bell size={28} aria-hidden="true" className="text-ink-3" />
      <h2 className="text-ink text-xl">{unreadOnly ? 'All read' : 'Nothing here yet'}</h2>
      <p className="max-w-prose text-pretty">
        {unreadOnly
          ? 'What is new appears here by itself.'
          : 'Here you see when somebody mentions you or replies to you, and what happens to your cards. Follow an essay, a thread, a card, a tag or a person to see more.'}
      </p>
    </div>
  );
}
