import { expect, test } from 'vitest';
import { type Told, whatHappened, whoDid, whyTold } from './inbox-entry';

const ann = { id: '0', name: 'Ann' };
const told = (part: Partial<Told>): Told => ({
  kind: 'reply',
  reason: 'reply',
  actor: ann,
  verb: null,
  ...part,
});

test.each<[Partial<Told>, string]>([
  [{}, 'Ann replied to you'],
  [{ reason: 'mention' }, 'Ann mentioned you'],
  [{ kind: 'annotation', reason: 'mention' }, 'Ann mentioned you'],
  [{ reason: 'thread' }, 'Ann replied · You follow this thread'],
  [{ kind: 'annotation', reason: 'person' }, 'Ann marked a passage · You follow Ann'],
  [{ kind: 'annotation', reason: 'tag' }, 'Ann marked a passage · You follow its tag'],
  [{ kind: 'card', reason: 'own', verb: 'accept' }, 'Ann accepted this card · You proposed it'],
  [
    { kind: 'card', reason: 'card', verb: 'a step of tomorrow' },
    'Ann changed this card · You follow this card',
  ],
  [
    { kind: 'moderation', reason: 'moderation', verb: 'hide', actor: null },
    'A moderator hid what you wrote · You can ask for another look',
  ],
  [{ kind: 'annotation-round', reason: 'asked' }, 'Ann asked you to read an essay alone'],
  [
    { kind: 'annotation-round', reason: 'revealed' },
    'The round on this essay is open: all marks can be seen',
  ],
  [
    { kind: 'round', reason: 'round', actor: null },
    'The round of questions is over: all answers can be seen',
  ],
  [{ kind: 'claim', reason: 'claim' }, 'Ann says that this is them · You moderate this group'],
  [{ kind: 'claim', reason: 'agreed', actor: null }, 'A moderator agreed that this is you'],
  [
    { kind: 'adjudication', reason: 'adjudication', actor: null },
    'Moderators decided about passages that you tagged',
  ],
  [{ kind: 'adjudication', reason: 'adjudication' }, 'Ann decided about passages that you tagged'],
  [
    { kind: 'webhook', reason: 'webhook', verb: 'failures', actor: null },
    'Cruxbook turned off this webhook: nothing arrived there for three days',
  ],
  [
    { kind: 'webhook', reason: 'webhook', verb: 'gone', actor: null },
    'Cruxbook turned off this webhook: its address answered that it is gone',
  ],
  [{ kind: 'export', reason: 'export', verb: 'ready', actor: null }, 'Your export is ready'],
  [{ kind: 'export', reason: 'export', verb: 'gone', actor: null }, 'Your export failed'],
  [{ kind: 'export', reason: 'export', verb: 'broken', actor: null }, 'Your export failed'],
])('%o reads “%s”', (part, sentence) => {
  const one = told(part);
  const said = `${whoDid(one)} ${whatHappened(one)}`;
  expect([said, whyTold(one)].filter(Boolean).join(' · ')).toBe(sentence);
});
