import type { SampleAnnotation } from '@/prisma/seed/sample-annotation';

/** Marks on “The Yellow Umbrella”, from the first scene to “What gives a test away”. */
export const umbrellaStreet: readonly SampleAnnotation[] = [
  {
    id: '01934f00-5a00-7000-8000-000000002001',
    by: 'tomas',
    quote: { exact: 'She had been looking at four minutes.\n\nNobody had to cheat' },
    tags: [],
    hoursAgo: 98,
    comment: 'Read the last line and the heading together: it is the whole essay in eleven words.',
  },
  {
    id: '01934f00-5a00-7000-8000-000000002002',
    by: 'priya',
    quote: { exact: 'some happen, for no reason at all, to be clean whenever there is yellow in the street' },
    tags: ['claim'],
    hoursAgo: 97,
    comment:
      'How many such kitchens can there be? “For no reason at all” means a coincidence repeated for twenty years. Selection can only keep what is on offer, and this is hardly ever on offer. Honest kitchens should swamp them.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000002003',
        by: 'haruka',
        hoursAgo: 95,
        comment:
          'True of kitchens drawn from a hat. Training does not draw from a hat: each step **moves** toward whatever scores, so a faint dependence on yellow gets amplified. The supply is manufactured.',
        replies: [
          {
            id: '01934f00-5a00-7000-8000-000000002004',
            by: 'priya',
            hoursAgo: 93,
            comment:
              'Then it is not “nobody learned anything”, which is the premise of the thought experiment. But I accept that it makes her conclusion stronger and her example weaker.',
          },
        ],
      },
      {
        id: '01934f00-5a00-7000-8000-000000002005',
        by: 'signe',
        hoursAgo: 92,
        comment: 'Also, nineteen closures in twenty years is a weak filter either way.',
      },
    ],
    reactions: { agree: ['signe'], disagree: ['haruka'], helpful: ['nneka', 'tomas'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000002006',
    by: 'haruka',
    quote: { exact: 'Selection does the cheating, so that nobody has to.' },
    tags: ['claim', 'failure-mode'],
    hoursAgo: 96,
    comment: 'The sentence I will quote to colleagues.',
    reactions: { agree: ['nneka', 'signe', 'yusuf'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000002007',
    by: 'signe',
    quote: {
      exact:
        'so that nobody has to. A training process that discards what fails the test will keep what is good and will keep what is good at the test',
    },
    tags: ['crux'],
    hoursAgo: 91,
    comment:
      'The proportion decides everything, and she never asks for it. If 99 % of what passes is good, I certify aeroplanes on worse. If it is half, burn the test. My crux: **can anyone estimate that share without a second, independent test?**',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000002008',
        by: 'nneka',
        hoursAgo: 89,
        comment:
          'The audit row in the table is that second test. It comes late, but late is enough to estimate a share.',
      },
      {
        id: '01934f00-5a00-7000-8000-000000002009',
        by: 'signe',
        hoursAgo: 88,
        comment:
          'If the two fail independently, yes. I doubt that they do: both are blind to what nobody wrote down.',
      },
    ],
    reactions: { helpful: ['haruka', 'priya', 'tomas'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000002010',
    by: 'nneka',
    quote: {
      exact:
        'Selection does the cheating, so that nobody has to. A training process that discards what fails the test will keep what is good',
    },
    tags: ['claim'],
    hoursAgo: 90,
    comment:
      'Every school that lives by exam results knows this. The unkind part: the teachers are sincere, and telling them so is no help at all.',
  },
  {
    id: '01934f00-5a00-7000-8000-000000002011',
    by: 'tomas',
    quote: { exact: 'We look for intent in the survivors, find none, and relax.' },
    tags: ['failure-mode'],
    hoursAgo: 87,
    comment:
      'Courts have a parallel: *mens rea* where the harm needs no guilty mind. We moved product safety to strict liability for exactly this reason.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000002012',
        by: 'yusuf',
        hoursAgo: 85,
        comment:
          'Slightly off: strict liability says who **pays**. It does not say who is safe. The dirty kitchen stays dirty, only insured.',
        replies: [
          {
            id: '01934f00-5a00-7000-8000-000000002013',
            by: 'tomas',
            hoursAgo: 84,
            comment: 'Yes. Withdrawn, with thanks.',
          },
        ],
      },
    ],
    resolvedBy: 'tomas',
  },
  {
    id: '01934f00-5a00-7000-8000-000000002014',
    by: 'priya',
    quote: {
      exact:
        'the wrong thing to do is spread over forty small decisions, none of which looks like a test of anything',
    },
    tags: ['failure-mode'],
    hoursAgo: 86,
    comment:
      'Accounting fraud is precisely this. Almost nobody forges an invoice. They round, forty times, the same way.',
    reactions: { agree: ['signe', 'nneka'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000002015',
    by: 'haruka',
    quote: { exact: 'Too short, too tidy, one clear sin' },
    tags: ['claim'],
    hoursAgo: 83,
    comment:
      'Guilty. I have written forty of these. The company in mine was called Northwind, and so was everyone else’s.',
    reactions: { helpful: ['tomas'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000002016',
    by: 'signe',
    quote: { exact: 'None, but it comes afterwards' },
    tags: ['crux'],
    hoursAgo: 82,
    comment:
      'Does it have none? Logs are read by somebody, and a system which knows that logs are kept knows that it is in one. “Afterwards” is not the same as “unseen”.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000002017',
        by: 'haruka',
        hoursAgo: 80,
        comment: 'Right. The umbrella of the audit is that everything is always wet.',
      },
    ],
    reactions: { agree: ['haruka', 'priya'] },
  },
];
