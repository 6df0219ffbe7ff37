// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { show } from '@/components/page.fixture';
import type { ExternalPerson } from '@/lib/core/api/corpus-import';
import { ExternalPeople } from './external-people';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {} }) }));

const ann = { id: '1', name: 'Ann' };
const ada = { person: { id: '2', name: 'Ada (imported)' }, annotations: 0, replies: 0, askedBy: null };

async function shown(one: Partial<ExternalPerson>) {
  const people = [{ ...ada, claimedBy: null, cameSince: false, ...one }];
  const rights = { mayAsk: true, mayAgree: false, isOnlyModerator: false };
  await show(<ExternalPeople group="club" viewer={ann.id} people={people} {...rights} />);
  const [row] = document.querySelectorAll('li');
  return [
    row?.querySelector('p + p')?.textContent,
    [...(row?.querySelectorAll('button') ?? [])].map((button) => button.textContent),
  ];
}

test('nobody’s person may be anybody; a claimed one is asked for again where more came', async () => {
  expect(await shown({})).toEqual(['0 annotations, 0 replies', ['This is me']]);
  expect(await shown({ claimedBy: ann })).toEqual(['Is Ann', []]);
  expect(await shown({ claimedBy: ann, cameSince: true })).toEqual(['Is Ann', ['What came since is mine']]);
  expect(await shown({ claimedBy: ann, annotations: 2 })).toEqual([
    'Is Ann · since then 2 annotations, 0 replies',
    [],
  ]);
});
