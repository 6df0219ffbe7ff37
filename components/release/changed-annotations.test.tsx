// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { show } from '@/components/page.fixture';
import type { ReleaseDiff } from '@/lib/core/api/releases';
import { ChangedAnnotations } from './changed-annotations';

const one: ReleaseDiff['annotations'][number] = {
  id: 'x',
  changes: ['discussed'],
  text: 'The Jar',
  person: 'Ann',
  essay: 'the-jar',
  essayId: 'jar',
  quote: 'full of thanks',
  quoteBefore: null,
  comment: null,
  commentBefore: null,
  tags: [],
  tagsBefore: null,
  answers: [{ id: 'y', person: 'Bo', words: 'Whose?' }],
  moreAnswers: 0,
};

test.each([
  ['leads to an essay that is on the list', ['jar'], ['/g/club/jar#a-x', '/g/club/jar#r-y']],
  ['names one that has left it, and leads nowhere', ['lid'], []],
])('%s', async (_, essays, links) => {
  await show(<ChangedAnnotations group="club" essays={essays} annotations={[one]} tags={[]} />);
  expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(links);
  const words = document.querySelector('li')!.textContent;
  for (const part of ['The Jar', 'full of thanks', 'Bo answered: Whose?']) expect(words).toContain(part);
});
