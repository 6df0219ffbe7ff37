import type { SampleAnnotation } from '@/prisma/seed/sample-annotation';

/** Marks on “The Interpreter Says “I””, from “Fluency is what fills the hole” to the end. */
export const interpreterArgument: readonly SampleAnnotation[] = [
  {
    id: '01934f00-5a00-7000-8000-000000001023',
    by: 'tomas',
    quote: { exact: 'Fluency is what fills the hole' },
    tags: ['claim'],
    hoursAgo: 144,
    comment:
      'The heading argues harder than its section. That fluency *can* hide a gap is shown; that there is a hole to fill is assumed.',
  },
  {
    id: '01934f00-5a00-7000-8000-000000001024',
    by: 'haruka',
    quote: { exact: '検討します' },
    tags: [],
    hoursAgo: 142,
    comment:
      'A small defence of my first language: sometimes we really are going to consider it. The colleague’s second rendering, “They decline,” will be wrong one time in ten, and on that day nobody at the table can find out.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000001025',
        by: 'yusuf',
        hoursAgo: 141,
        comment: 'One in ten is the whole profession.',
      },
    ],
    reactions: { helpful: ['priya', 'tomas', 'yusuf'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000001026',
    by: 'haruka',
    quote: {
      exact:
        'Such a grade cannot reward fidelity, since there is nothing to be faithful to. It rewards coherence: is this the same fellow who spoke to us yesterday?',
    },
    tags: ['claim', 'crux'],
    hoursAgo: 140,
    comment:
      'I work on this kind of grading. Most of it never asks “same fellow as yesterday?”. It asks “did he help?” and “did he do harm?”, and those are about the world. If the grade is mainly about outcomes, the argument of this section is in trouble.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000001027',
        by: 'nneka',
        hoursAgo: 138,
        comment:
          'Who decides whether he helped? Somebody reading the answer, an hour later at most. That is tone again, with a clipboard.',
        replies: [
          {
            id: '01934f00-5a00-7000-8000-000000001028',
            by: 'haruka',
            hoursAgo: 136,
            comment:
              'For code we run it. For prose, yes, you have a point. I would now say: the argument holds wherever the grader has nothing but the page.',
          },
        ],
      },
    ],
    reactions: { helpful: ['nneka', 'signe', 'tomas'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000001029',
    by: 'priya',
    quote: {
      exact:
        'It rewards coherence: is this the same fellow who spoke to us yesterday? Coherence can be checked, it improves with scale',
    },
    tags: ['claim'],
    hoursAgo: 137,
    comment:
      '“Improves with scale” needs a source. Longer conversations are where voices come apart, in my experience.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000001030',
        by: 'signe',
        hoursAgo: 134,
        comment: 'Scale of training, I take it, not length of talk. Ambiguous as written.',
      },
    ],
    resolvedBy: 'priya',
  },
  {
    id: '01934f00-5a00-7000-8000-000000001031',
    by: 'nneka',
    quote: {
      exact:
        'Coherence can be checked, it improves with scale, and I fear it is what we have been calling character.',
    },
    tags: ['failure-mode'],
    hoursAgo: 135,
    comment:
      'Failure mode in one line: **we measure steadiness of voice and report it as steadiness of character.** A con man has the first.',
    reactions: { agree: ['signe', 'yusuf', 'tomas'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000001032',
    by: 'haruka',
    quote: { exact: '🙏, by which he means thank you, that is settled' },
    tags: [],
    hoursAgo: 133,
    comment:
      'At home it is closer to “please, I am sorry to trouble you”. So: three readings of one picture in a single reading group.',
  },
  {
    id: '01934f00-5a00-7000-8000-000000001033',
    by: 'yusuf',
    quote: {
      exact: 'Out of good renderings the two men had built a relationship that neither of them had agreed to',
    },
    tags: ['claim', 'failure-mode'],
    hoursAgo: 130,
    comment:
      'I have seen this between a mother and a school, over four years. Every single message was fine. No audit of messages finds it, because it is not *in* a message.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000001034',
        by: 'signe',
        hoursAgo: 127,
        comment:
          'In my trade we would call it a system accident: no component failed. The remedy was to give somebody the job of looking at the whole. Who has that job here?',
        replies: [
          {
            id: '01934f00-5a00-7000-8000-000000001035',
            by: 'yusuf',
            hoursAgo: 126,
            comment: 'In the end, the child. She was nine.',
          },
        ],
      },
    ],
    reactions: { helpful: ['haruka', 'nneka', 'priya', 'tomas'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000001036',
    by: 'signe',
    quote: {
      exact: 'Each answer is a fair rendering of the person described, given the answers that came before.',
    },
    tags: ['failure-mode'],
    hoursAgo: 125,
    comment:
      'Tolerance stacking. Forty parts, each within its limits, and the door will not close. The standard cure is to measure every part from one fixed **datum** and never from its neighbour. The equivalent would be judging each answer against the description alone, ignoring the conversation so far.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000001037',
        by: 'priya',
        hoursAgo: 122,
        comment:
          'Then a good conversation fails too. Being answerable to what has been said is most of what we want from a listener.',
      },
    ],
    reactions: { agree: ['haruka'], disagree: ['priya'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000001038',
    by: 'tomas',
    quote: { exact: 'We are asking the interpreter whether the patient is in pain, and the chair is empty.' },
    tags: ['crux'],
    hoursAgo: 121,
    comment:
      'What observation would tell an empty chair from a patient who cannot speak? If the answer is “none”, this is a mood and I would like it labelled as one. If there is such an observation, it is the most important experiment in the field, and she walks straight past it.',
    reactions: { agree: ['priya'], disagree: ['yusuf'], helpful: ['nneka'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000001039',
    by: 'nneka',
    quote: {
      exact:
        'Character in us is the record of what the rendering has cost, and the body that paid keeps the receipts.',
    },
    tags: ['crux'],
    hoursAgo: 120,
    comment:
      'Do we believe this? I know people raised in great comfort whom I would trust with my life, and people who paid for everything and learned only the prices.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000001040',
        by: 'tomas',
        hoursAgo: 117,
        comment:
          'Aristotle is on her side: you become just by doing just acts, and they are hard at first. But note that *hard* is not the same as *costly*. Practice may be enough, and a model gets no end of practice.',
      },
      {
        id: '01934f00-5a00-7000-8000-000000001041',
        by: 'priya',
        hoursAgo: 115,
        comment:
          'An economist’s version: cost matters to the **audience**, as a signal. It need do nothing for the one who pays. On that reading she has the right fact in the wrong chapter.',
      },
    ],
    reactions: { helpful: ['haruka', 'signe'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000001042',
    by: 'priya',
    quote: { exact: 'and the body that paid keeps the receipts. A model pays nothing for its kindness.' },
    tags: ['claim'],
    hoursAgo: 116,
    comment:
      'Training *is* payment in one sense: every weight moved by a hard case is a weight that no longer serves the easy ones. Nobody feels it, but something was given up.',
  },
  {
    id: '01934f00-5a00-7000-8000-000000001043',
    by: 'signe',
    quote: { exact: 'I would look for the interruptions that nobody thanks it for.' },
    tags: ['crux'],
    hoursAgo: 110,
    comment:
      'Testable! Take interruptions that raters disliked, and ask whether they were later shown to be right more often than the ones raters liked. I would change my mind on the whole essay over that one number.',
    reactions: { agree: ['haruka', 'nneka', 'priya'] },
  },
];
