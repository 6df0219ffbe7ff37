import type { SampleAnnotation } from '@/prisma/seed/sample-annotation';

/** Marks on “The Interpreter Says “I””, from the first scene to the end of “Whose pronoun is it?”. */
export const interpreterOpening: readonly SampleAnnotation[] = [
  {
    id: '01934f00-5a00-7000-8000-000000001001',
    by: 'signe',
    quote: { exact: 'I have been pregnant; I have been widowed; I have refused dialysis.' },
    tags: [],
    hoursAgo: 168,
    comment: null,
    reactions: { helpful: ['yusuf'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000001002',
    by: 'yusuf',
    quote: { exact: 'إن شاء الله' },
    tags: [],
    hoursAgo: 167,
    comment:
      'For those who do not read it: *in shāʾ Allāh*. My grandmother said it about tomorrow’s breakfast, and breakfast always came. Where you learn whether it is a yes is in what the speaker does **next**.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000001003',
        by: 'haruka',
        hoursAgo: 165,
        comment: 'So a transcript could never settle it?',
        replies: [
          {
            id: '01934f00-5a00-7000-8000-000000001004',
            by: 'yusuf',
            hoursAgo: 164,
            comment: 'Not a transcript that stops there. Which is every transcript.',
          },
        ],
      },
    ],
    reactions: { helpful: ['haruka', 'nneka', 'signe'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000001005',
    by: 'yusuf',
    quote: {
      exact: 'In some mouths it is a yes with humility in it. In others it is the politest no there is.',
    },
    tags: ['claim'],
    hoursAgo: 166,
    comment:
      'Fair, but two boxes are too few. The commonest meaning in a clinic is a third: *I have stopped deciding; you decide.* An interpreter who renders that as either yes or no has done harm.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000001006',
        by: 'nneka',
        hoursAgo: 160,
        comment:
          'That third meaning is the one consent law has no word for. It also sounds uncomfortably like what people do when an assistant offers them a plan.',
      },
    ],
    reactions: { agree: ['nneka', 'tomas'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000001007',
    by: 'priya',
    quote: {
      exact:
        '“The interpreter would like to ask a question,” I said, which is what we say when we need to exist.',
    },
    tags: [],
    hoursAgo: 163,
    comment: 'Perfect.',
  },
  {
    id: '01934f00-5a00-7000-8000-000000001008',
    by: 'nneka',
    quote: {
      exact:
        'An actor at least has read the play. My worry is that the model is an interpreter whose patient never came in.',
    },
    tags: ['claim', 'crux'],
    hoursAgo: 162,
    comment:
      'The thesis. If you think there **is** somebody on the far side (a base model with wants of its own), you should fear the actor and can skip the rest. If you think there is nobody, everything below follows. I am at about 60 % for nobody.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000001009',
        by: 'tomas',
        hoursAgo: 158,
        comment:
          'There is a third option: somebody, but not a *speaker*. A tide is on the far side of a harbour master’s forecast. It wants nothing, and you can still be wrong about it.',
        replies: [
          {
            id: '01934f00-5a00-7000-8000-000000001010',
            by: 'nneka',
            hoursAgo: 156,
            comment:
              'Then the tide would keep him honest, because ships run aground. I will take that as a third position and not as a compromise. Down to 45 %.',
          },
        ],
      },
    ],
    reactions: { helpful: ['priya', 'signe'], agree: ['yusuf'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000001011',
    by: 'tomas',
    quote: { exact: 'the model is an interpreter whose patient never came in' },
    tags: ['crux'],
    hoursAgo: 159,
    comment:
      'The author owes us an argument that an interpretation without an original is even possible. If nothing is being rendered, there is no such thing as rendering it **badly**, and the fear loses its object. You cannot have an unfaithful translation of nothing.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000001012',
        by: 'haruka',
        hoursAgo: 157,
        comment:
          'There is an original, though: the written description. It is unfaithful when it departs from that.',
        replies: [
          {
            id: '01934f00-5a00-7000-8000-000000001013',
            by: 'tomas',
            hoursAgo: 155,
            comment:
              'A description is not a speaker. Two incompatible people can both satisfy it. Which of them was betrayed?',
          },
        ],
      },
      {
        id: '01934f00-5a00-7000-8000-000000001014',
        by: 'signe',
        hoursAgo: 150,
        comment:
          'You can have a bad map of an island that was never surveyed. You find out by landing on it.',
      },
    ],
    reactions: { agree: ['priya'], disagree: ['haruka', 'nneka'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000001015',
    by: 'haruka',
    quote: {
      exact:
        'My worry is that the model is an interpreter whose patient never came in.\n\nConsider what keeps me honest.',
    },
    tags: [],
    hoursAgo: 154,
    comment:
      'Notice what happens across this break. She goes from *what the model is* to *what surrounds it*, and only the second can be checked. I think the essay is better than its own thesis here.',
    reactions: { agree: ['signe'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000001016',
    by: 'haruka',
    quote: { exact: 'The speaker is in the room, and can hear that my version is too short.' },
    tags: ['claim'],
    hoursAgo: 153,
    comment:
      'Somebody does sit in that chair for a model: the people who wrote the description also read its answers. They can say “too short” and they do, thousands of times a week.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000001017',
        by: 'yusuf',
        hoursAgo: 149,
        comment:
          'They can say *we would not have put it so*. The welder can say *I did not mean that*. Those are different objections, and only the second one is evidence.',
      },
      {
        id: '01934f00-5a00-7000-8000-000000001018',
        by: 'haruka',
        hoursAgo: 148,
        comment: 'Conceded. I had collapsed author and speaker.',
      },
    ],
    resolvedBy: 'haruka',
  },
  {
    id: '01934f00-5a00-7000-8000-000000001019',
    by: 'signe',
    quote: { exact: 'I go home. The pronoun ends with the shift' },
    tags: [],
    hoursAgo: 147,
    comment:
      'But a model goes home *every time*: the context ends and nothing comes along. Surely that makes it safer than her, since nothing builds up?',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000001020',
        by: 'priya',
        hoursAgo: 145,
        comment:
          'What comes along is the transcript, once it goes into the next round of training. It goes home, and then its diary is published and it grows up reading it.',
      },
    ],
    reactions: { helpful: ['nneka'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000001021',
    by: 'priya',
    quote: { exact: 'I have worked from documents. A document never frowns.' },
    tags: ['claim'],
    hoursAgo: 146,
    comment:
      'Lovely, and I think false. Have a second model read the answer against the document and object: there is your frown. It costs a cent.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000001022',
        by: 'tomas',
        hoursAgo: 143,
        comment: 'That is a second interpreter frowning at the first. Neither of them has met the patient.',
      },
    ],
    reactions: { disagree: ['tomas', 'yusuf'] },
  },
];
