import { expect, test } from 'vitest';
import { passageContext } from './passage-context';

test.each([
  [
    'goes on on both sides',
    'ver looked at the ',
    ' of the hive when it ra',
    '…looked at the ',
    ' of the hive when it…',
  ],
  ['ends with its sentence', 'ver looked at ', ' the hive.', '…looked at ', ' the hive.'],
  ['begins its block', 'iases.\n\nIntro\n\n', ' going to sa', '', ' going to…'],
  ['is near the ends of its block', 'Intro\n\nI am ', ' to say\n\nA headin', 'I am ', ' to say'],
  ['is the whole block', 'Intro\n\n', '\n\nNext', '', ''],
  ['is quoted alone', '', '', '', ''],
])('the context of a passage that %s', (_, prefix, suffix, before, after) => {
  expect(passageContext({ prefix, suffix })).toEqual({ before, after });
});
