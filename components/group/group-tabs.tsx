import { TabRow } from '@/components/ui/tab-row';
import type { Group } from '@/lib/core/api/groups';

interface Props {
  group: Pick<Group, 'slug' | 'role' | 'openLog' | 'waiting'>;
  current: 'essays' | 'cards' | 'corpus' | 'members' | 'moderation' | 'settings';
}

/** The rooms of a group. */
export function GroupTabs({ group: { slug, role, openLog, waiting }, current }: Props) {
  const moderation = (
    <>
      Moderation
      <Waiting count={waiting} />
    </>
  );
  const tabs = [
    ['essays', 'Essays', `/g/${slug}`],
    ['cards', 'Cards', `/g/${slug}/cards`],
    ['corpus', 'Corpus', `/g/${slug}/corpus`],
    ['members', 'Members', `/g/${slug}/members`],
    ...(role === 'owner' || role === 'moderator'
      ? ([
          ['moderation', moderation, `/g/${slug}/moderation`],
          ['settings', 'Settings', `/g/${slug}/settings`],
        ] as const)
      : role && openLog
        ? ([['moderation', moderation, `/g/${slug}/moderation/log`]] as const)
        : []),
  ] as const;
  return <TabRow label="Group" current={current} tabs={tabs} />;
}

function Waiting({ count }: { count: number | null }) {
  if (!count) return null;
  return (
    <span className="ms-1.5 rounded-full bg-danger-soft px-1.5 font-medium text-danger text-xs tabular-nums forced-colors:border">
      {count}
      <span className="sr-only"> waiting</span>
    </span>
  );
}
