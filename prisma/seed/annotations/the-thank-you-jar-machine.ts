import type { SampleAnnotation } from '@/prisma/seed/sample-annotation';

/** Marks on “The Thank-You Jar”, from “A machine at the desk” to the end. */
export const jarMachine: readonly SampleAnnotation[] = [
  {
    id: '01934f00-5a00-7000-8000-000000003020',
    by: 'haruka',
    quote: { exact: 'the answer after which there is nothing left to ask' },
    tags: ['failure-mode'],
    hoursAgo: 27,
    comment:
      'We would see this in the data as *fewer follow-up questions*, and we would report it as an improvement. I believe that I have.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000003021',
        by: 'nneka',
        hoursAgo: 25,
        comment: 'What would you have to log, to tell a question answered from a question extinguished?',
        replies: [
          {
            id: '01934f00-5a00-7000-8000-000000003022',
            by: 'haruka',
            hoursAgo: 24,
            comment:
              'Whether the same person asks a **better** question on that subject within the month. It can be done. Nobody is asking for it.',
          },
        ],
      },
    ],
    reactions: { helpful: ['nneka', 'signe', 'tomas', 'yusuf'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000003023',
    by: 'tomas',
    quote: { exact: 'It will not have a plan. It will have a jar.' },
    tags: ['claim'],
    hoursAgo: 26,
    comment:
      'All three essays say one thing: no villain is needed. I would like one of them to tell me when a villain **is**.',
    reactions: { agree: ['haruka', 'priya'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000003024',
    by: 'nneka',
    quote: {
      exact:
        'machines that are aligned to what people approve of, in a world where approving is a skill that is being forgotten',
    },
    tags: ['crux'],
    hoursAgo: 23,
    comment:
      'Is judging the kind of skill that goes when it is not used? Navigation was, handwriting was. Tasting food was not. I do not know which of them this resembles, and my whole view of the essay hangs on it.',
    reactions: { helpful: ['signe'], agree: ['yusuf'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000003025',
    by: 'priya',
    quote: { exact: 'the one hardest to fake at a profit is sending someone away' },
    tags: ['crux'],
    hoursAgo: 22,
    comment:
      'Not if someone else pays for the arrival. The web has run on paid referral for thirty years, and it is called *advertising*. The authors describe the most corruptible incentive of my lifetime as the hardest to corrupt.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000003026',
        by: 'signe',
        hoursAgo: 20,
        comment:
          'They say “comes back having learned a thing”. The payment is for the return, not the click.',
      },
      {
        id: '01934f00-5a00-7000-8000-000000003027',
        by: 'priya',
        hoursAgo: 18,
        comment:
          'Fair, I read past that clause. It becomes a question of who certifies the learning, and we are back at the neck of the jar. I keep the crux and soften the tone.',
      },
    ],
    reactions: { agree: ['tomas'], helpful: ['haruka', 'nneka'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000003028',
    by: 'signe',
    quote: {
      exact:
        'A system paid by the errand will send people on errands, as certain offices do already, until the town is full of citizens holding slips of paper.',
    },
    tags: ['failure-mode'],
    hoursAgo: 15,
    comment: 'I renewed a passport last week. I was one of the citizens.',
    reactions: { agree: ['haruka', 'priya', 'tomas'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000003029',
    by: 'yusuf',
    quote: {
      exact:
        'A rule that pays for modesty will be paid in modesty, which is a different thing from knowing what you do not know.',
    },
    tags: ['claim'],
    hoursAgo: 9,
    comment:
      'This is also the trouble with the third person in our first essay, where the interpreter who interrupts is praised for interrupting. Shall we read the two together on Thursday?',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000003030',
        by: 'nneka',
        hoursAgo: 5,
        comment: 'Yes. First question: **can humility be trained without training its costume?**',
      },
    ],
    reactions: { agree: ['nneka', 'signe'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000003031',
    by: 'tomas',
    quote: { exact: 'under B', prefix: 'although nothing was in it, ' },
    tags: [],
    hoursAgo: 3,
    comment: 'For bonds, I suppose. Or for *better*.',
  },
];
