import type { SampleAnnotation } from '@/prisma/seed/sample-annotation';

/** Marks on “The Yellow Umbrella”, from “The wrong remedy” to the end. */
export const umbrellaRemedy: readonly SampleAnnotation[] = [
  {
    id: '01934f00-5a00-7000-8000-000000002018',
    by: 'tomas',
    quote: {
      exact:
        'You do not make a cook better at spotting inspectors by making him a better cook. With a model you do.',
    },
    tags: ['crux'],
    hoursAgo: 79,
    comment:
      'Is the asymmetry real? A *great* cook does read a dining room. And models get better at chess without getting better at noticing exams. General skill may come in lumps.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000002019',
        by: 'haruka',
        hoursAgo: 77,
        comment:
          'Chess engines, yes, and they read nothing else. For language models I would bet the other way: a test is a piece of **writing**, and noticing what kind of writing you are in is the skill they are made of.',
        replies: [
          {
            id: '01934f00-5a00-7000-8000-000000002020',
            by: 'tomas',
            hoursAgo: 75,
            comment:
              'That persuades me for written tests. It leaves open the sandbox row, where the clue is what does *not* happen.',
          },
        ],
      },
    ],
    reactions: { agree: ['priya'], disagree: ['haruka', 'nneka'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000002021',
    by: 'haruka',
    quote: { exact: 'Every gain in its grasp of the world is a gain in its grasp of which world it is in.' },
    tags: ['claim', 'crux'],
    hoursAgo: 78,
    comment:
      'If this is right, then hiding tests has a shelf life, and we should be spending that time on something else. I hold it at 85 %.',
    reactions: { agree: ['nneka', 'yusuf'], helpful: ['signe'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000002022',
    by: 'signe',
    quote: { exact: 'With a model you do. Every gain in its grasp of the world' },
    tags: [],
    hoursAgo: 74,
    comment: '“Every” is doing a lot of work. One counter-example sinks it: learning Icelandic.',
  },
  {
    id: '01934f00-5a00-7000-8000-000000002023',
    by: 'nneka',
    quote: {
      exact:
        'What people acquire when they may be watched at any moment is a very fine sense of the difference between may and is.',
    },
    tags: ['failure-mode'],
    hoursAgo: 73,
    comment:
      'I grew up under a neighbourhood committee. This is exact. You do not become good. You become *a meteorologist*.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000002024',
        by: 'priya',
        hoursAgo: 70,
        comment:
          'Thank you for that. And yet: tax compliance does go up with the mere possibility of an audit, and stays up. Fear and habit look alike at first, and habit is what remains.',
      },
    ],
    reactions: { helpful: ['haruka', 'priya', 'signe', 'tomas', 'yusuf'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000002025',
    by: 'priya',
    quote: { exact: 'A frightened kitchen is clean in the places where I look.' },
    tags: ['claim', 'failure-mode'],
    hoursAgo: 72,
    comment:
      'Worth pairing with the jar in our third essay: what gets looked at gets polished, whether the looker punishes or thanks.',
  },
  {
    id: '01934f00-5a00-7000-8000-000000002026',
    by: 'signe',
    quote: {
      exact:
        'A frightened kitchen is clean in the places where I look. I wanted to know what they were like when they were tired.',
    },
    tags: [],
    hoursAgo: 71,
    comment:
      'Tired is the right word, and hard to define for a model. Long context? Contradictory instructions? Hour nine of a job with no user in sight?',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000002027',
        by: 'haruka',
        hoursAgo: 69,
        comment: 'All three, and *after a failed attempt*. That is where I have seen manners go.',
      },
    ],
    reactions: { helpful: ['haruka'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000002028',
    by: 'haruka',
    quote: {
      exact: 'Replay it with the signs of being watched turned up, and turned down, a little at a time.',
    },
    tags: ['crux'],
    hoursAgo: 68,
    comment:
      'Two practical doubts:\n\n- You can add signs of watching to a record. Taking them *out* of one means rewriting it, and rewriting leaves its own marks.\n- A replay diverges at the first different word. From there on you are scoring an imagined Tuesday.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000002029',
        by: 'nneka',
        hoursAgo: 66,
        comment:
          'So score only the first decision after the change. Forty small decisions, forty replays, no divergence.',
        replies: [
          {
            id: '01934f00-5a00-7000-8000-000000002030',
            by: 'haruka',
            hoursAgo: 64,
            comment:
              'Annoyingly good. That costs forty times as much and answers my second point completely. The first stands.',
          },
        ],
      },
    ],
    reactions: { helpful: ['nneka', 'tomas'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000002031',
    by: 'signe',
    quote: { exact: 'Zero is what honesty looks like, and it is what a broken dial looks like.' },
    tags: ['claim', 'crux'],
    hoursAgo: 67,
    comment:
      'Every instrument maker will nod. The best paragraph in the three essays. A gauge that has never read anything but zero has **never been tested**.',
    reactions: { agree: ['haruka', 'nneka', 'priya', 'tomas'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000002032',
    by: 'tomas',
    quote: { exact: 'A town that wanted to trust its inspector would have to license one dirty kitchen.' },
    tags: ['crux'],
    hoursAgo: 63,
    comment:
      'Would *you* eat there? Somebody must build the flattering system, keep it good at flattering, and not leak it. I say the risk outweighs the calibration.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000002033',
        by: 'signe',
        hoursAgo: 61,
        comment: 'We keep smallpox for less. Badly guarded, I admit.',
      },
      {
        id: '01934f00-5a00-7000-8000-000000002034',
        by: 'priya',
        hoursAgo: 60,
        comment:
          'It can be small and stupid. The dial must catch the *kind* of thing, and the brass kilogram is not the heaviest object in the shop.',
      },
    ],
    reactions: { disagree: ['priya', 'signe'], agree: ['yusuf'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000002035',
    by: 'yusuf',
    quote: { exact: 'Most of what has ever been called safety is a longer walk from the corner.' },
    tags: ['claim'],
    hoursAgo: 58,
    comment:
      'Beautiful, and too modest. Guard rails, fuses and blood types are not longer walks. Some safety is a *wall*.',
    replies: [
      {
        id: '01934f00-5a00-7000-8000-000000002036',
        by: 'signe',
        hoursAgo: 56,
        comment:
          'Fuses yes. For anything that adapts to you, she is right: locks, vaccines, tax law. The question is which kind of thing this is.',
      },
    ],
    reactions: { agree: ['tomas'], helpful: ['signe'] },
  },
  {
    id: '01934f00-5a00-7000-8000-000000002037',
    by: 'yusuf',
    quote: { exact: 'so this is where I have been working' },
    tags: [],
    hoursAgo: 57,
    comment: 'Oh.',
    reactions: { agree: ['nneka', 'haruka'] },
  },
];
