import type { Route } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import type { Group } from '@/lib/core/api/groups';

interface Props {
  group: Group;
  mayAdd: boolean;
  mayInvite: boolean;
}

const invite = ({ slug }: Group): [string, string, string] => [
  'Invite the others',
  'A link joins them, with the role you choose.',
  `/g/${slug}/members`,
];

/** What an empty group says: the steps that the viewer can take to a first discussion. */
export function FirstSteps({ group, mayAdd, mayInvite }: Props) {
  if (!mayAdd) return <p className="py-10 text-ink-2">Nothing to read yet.</p>;
  const steps: [title: string, hint: string, href: string | null][] = [
    ['Add an essay', 'Paste it, or upload a .txt, .md or .html file.', `/g/${group.slug}/add`],
    ...(mayInvite ? [invite(group)] : []),
    [
      'Make the first mark',
      'Select a sentence in the essay and press one key: claim, crux or failure mode.',
      null,
    ],
  ];
  return (
    <ol className="mt-4 grid gap-3">
      {steps.map(([title, hint, href], index) => (
        <li
          key={title}
          className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-rule p-4"
        >
          <span
            aria-hidden="true"
            className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent text-sm"
          >
            {index + 1}
          </span>
          <div className="min-w-0 flex-1 basis-52">
            <h3 className="font-semibold font-ui text-base">{title}</h3>
            <p className="text-ink-2 text-sm">{hint}</p>
          </div>
          {href && (
            <Link href={href as Route} className={buttonClass(index === 0 ? 'primary' : 'outline', 'sm')}>
              {title}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}
