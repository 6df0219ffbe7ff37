import { expect, test } from 'vitest';
import { removeMember } from '@/lib/server/data/members';
import { person } from '@/lib/server/data/person.fixture';
import { visitor } from '@/lib/server/data/viewer';
import { consentOf, consentsOf, setConsent } from './consent';
import { exportGroup, ofKind, readAll } from './export-group.fixture';

const { group, owner, ann, bo, annotate, answer, join } = await exportGroup();
const fox = await annotate(ann, 'quick');
await answer(bo, fox, 'Is it?');

test('who left a group can still withdraw what they wrote there, and change their mind', async () => {
  const theirs = async () => ofKind(await readAll(owner, group), 'annotation').length;
  await removeMember(owner, group, ann.user.id);
  expect(await consentsOf(ann)).toMatchObject([{ group: { id: group }, member: false, choice: 'pseudonym' }]);
  await setConsent(ann, group, 'left-out');
  expect([await consentOf(ann, group), await theirs()]).toEqual(['left-out', 0]);
  await setConsent(ann, group, 'pseudonym');
  expect([await consentOf(ann, group), await theirs()]).toEqual(['pseudonym', 1]);
});

test('a reply is enough to have a say after leaving, and nothing is not', async () => {
  const cy = await join('Cy', 'member');
  await removeMember(owner, group, bo.user.id);
  await removeMember(owner, group, cy.user.id);
  await setConsent(bo, group, 'left-out');
  expect(await consentOf(bo, group)).toBe('left-out');
  expect(await consentsOf(cy)).toEqual([]);
  for (const somebody of [cy, await person('Eve'), visitor])
    await expect(setConsent(somebody, group, 'named')).rejects.toMatchObject({ status: 404 });
});
