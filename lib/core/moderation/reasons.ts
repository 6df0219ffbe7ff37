/** Why something is flagged, hidden or removed: the same words for whoever asks and whoever decides. */
export const reasons = {
  unkind: { name: 'Unkind', told: 'It speaks of a person rather than of what they said.' },
  'off-topic': { name: 'Off topic', told: 'It is not about the passage or the thread that it stands in.' },
  spam: { name: 'Advertising', told: 'It advertises something.' },
  private: { name: 'Private', told: 'It tells something about a person that is theirs to tell.' },
  copied: { name: 'Copied', told: 'It repeats more of somebody else’s text than a quotation may.' },
  other: { name: 'Something else', told: '' },
} as const;

export type Reason = keyof typeof reasons;
export const reasonKeys = Object.keys(reasons) as [Reason, ...Reason[]];

/** The reason of a flag by which an author asks for another look at a decision. */
export const appeal = 'appeal';

export const isReason = (key: string): key is Reason => key in reasons;

/** A reason's name on screens; what is no key is its own name. */
export const reasonName = (key: string): string =>
  key === appeal ? 'Asks for another look' : isReason(key) ? reasons[key].name : key;
