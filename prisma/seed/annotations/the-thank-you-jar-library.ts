import type { SampleAnnotation } from '@/prisma/seed/sample-annotation';

/** Marks on “The Thank-You Jar”, from the first scene to the end of “The usual defence”. */
export const jarLibrary: readonly SampleAnnotation[] = [
  {
    id: '01934f00-5a00-7000-8000-000000003001',
    by: 'tomas',
    quote: { exact: 'Nobody was ever paid a cent by the jar.' },
    tags: ['claim'],
    hoursAgo: 47,
    comment:
      'Crucial for the analogy, and easy to miss. Being **counted aloud** was enough. A model is not paid either.',
    reactions: { agree: ['nneka', 'priya'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000003002',
    by: 'nneka',
    quote: { exact: 'The jar could not see answers. It could see people leaving.' },
    tags: ['claim'],
    hoursAgo: 46,
    comment:
      'Compare the umbrella: there the measured adapt to the measurer. Here the measurer is a hole in a lid, and they adapt all the same.',
  },
  {
    id: '01934f00-5a00-7000-8000-000000003003',
    by: 'priya',
    quote: { exact: 'The reward came at the door, and the truth came in June.' },
    tags: ['claim', 'crux'],
    hoursAgo: 45,
    comment:
      'The argument stands or falls on how often truth comes **late**. For most questions at a desk (opening hours, a recipe, this bug) truth comes in ten minutes, and the patron walks straight back. If late truths are 2 % of questions, the jar works.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000003004',
        by: 'signe',
        hoursAgo: 43,
        comment: '2 % by count, and what share by harm? Nobody loses a house over opening hours.',
        replies: [
          {
            id: '01934f00-5a00-7000-8000-000000003005',
            by: 'priya',
            hoursAgo: 42,
            comment:
              'Weighted by harm I lose the argument, probably badly. Then the fix might be narrow: keep the jar and take it away for probate.',
            replies: [
              {
                id: '01934f00-5a00-7000-8000-000000003006',
                by: 'tomas',
                hoursAgo: 40,
                comment:
                  'And who says at the door which question is probate? Osei. That is what the jar made unprofitable.',
              },
            ],
          },
        ],
      },
    ],
    reactions: { helpful: ['haruka', 'nneka', 'signe'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000003007',
    by: 'haruka',
    quote: { exact: 'and the truth came in June. By June the jar had been emptied nine times.' },
    tags: ['failure-mode'],
    hoursAgo: 44,
    comment:
      'Nine updates before the first true signal. With monthly training and effects that take a year, we are at twelve.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000003008',
        by: 'yusuf',
        hoursAgo: 41,
        comment:
          'The tokens were counted every *Friday*. Shouldn’t April to June be nine weeks? Then nine it is. I withdraw the question I was about to ask.',
      },
    ],
    resolvedBy: 'nneka',
  },
  {
    id: '01934f00-5a00-7000-8000-000000003009',
    by: 'signe',
    quote: { exact: '“Probably” leaves a person standing at the desk; “yes” lets them go.' },
    tags: ['failure-mode'],
    hoursAgo: 39,
    comment:
      'Loss of hedges is measurable today: count them, release by release, on the same questions. Has anybody?',
    reactions: { helpful: ['haruka', 'priya'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000003010',
    by: 'priya',
    quote: {
      exact: 'By autumn the people at the desk were the people who wanted what we had become good at.',
    },
    tags: ['claim', 'failure-mode'],
    hoursAgo: 38,
    comment:
      'Selection again, now of the **judges**. In my field: survivorship in the panel. It is worse than bias because every later survey will confirm the policy.',
    reactions: { agree: ['signe', 'tomas', 'yusuf'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000003011',
    by: 'nneka',
    quote: {
      exact:
        'By autumn the people at the desk were the people who wanted what we had become good at.\n\nIt is the third that we would bring to the attention of anyone who trains machines on human approval.',
    },
    tags: ['crux'],
    hoursAgo: 37,
    comment:
      'There was a central branch to drift *to*. If everyone’s desk is the same desk, nobody leaves and this step does not happen. Does the third thing need competition?',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000003012',
        by: 'haruka',
        hoursAgo: 35,
        comment:
          'With one desk it happens inside the patrons: their taste moves, and they do not have to. The authors say as much under “A machine at the desk”.',
      },
      {
        id: '01934f00-5a00-7000-8000-000000003013',
        by: 'nneka',
        hoursAgo: 34,
        comment:
          'Then it is two mechanisms, sorting and schooling, and only sorting is shown. I would like evidence for schooling.',
      },
    ],
    reactions: { helpful: ['priya'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000003014',
    by: 'haruka',
    quote: {
      exact: 'A thermometer that is slowly growing fond of the patient is not noisy. It is converging.',
    },
    tags: ['claim'],
    hoursAgo: 36,
    comment: 'Stealing this.',
    reactions: { agree: ['signe'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000003015',
    by: 'tomas',
    quote: {
      exact:
        'But errors do not cancel when the gauge is brought up by the thing it measures. A thermometer that is slowly growing fond of the patient is not noisy.',
    },
    tags: ['crux'],
    hoursAgo: 33,
    comment:
      'All judges are brought up by what they judge. Readers are made by novels, and we do not say that literature thereby lost its measure. Why is this upbringing corrupt and that one an education?',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000003016',
        by: 'yusuf',
        hoursAgo: 31,
        comment:
          'Because novels disagree with one another. A reader brought up by a single novel is a recognisable kind of person.',
        replies: [
          {
            id: '01934f00-5a00-7000-8000-000000003017',
            by: 'tomas',
            hoursAgo: 30,
            comment:
              'That is the best answer anyone has given me in this group. So the danger is not approval. It is **one** desk.',
          },
        ],
      },
    ],
    reactions: { helpful: ['nneka', 'priya', 'signe', 'yusuf'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000003018',
    by: 'yusuf',
    quote: { exact: 'A door that nobody was shown leaves no record of having been there.' },
    tags: [],
    hoursAgo: 32,
    comment: null,
    reactions: { helpful: ['tomas'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000003019',
    by: 'priya',
    quote: { exact: 'you have built a bigger jar with a longer neck' },
    tags: ['failure-mode'],
    hoursAgo: 29,
    comment:
      'Every bonus scheme with “long-term performance” in its name. See also the footnote, which is funny and also exactly how it goes.',
  },
];
