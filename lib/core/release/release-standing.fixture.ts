import type { ReleaseStanding } from './shown-record';

/** A release of which everything comes. */
export const asFrozen: ReleaseStanding = {
  personOf: (user) => ({ id: user, name: '', pseudonymous: false }),
  isGone: () => false,
  isWithheld: () => false,
  isSilent: () => false,
  mayPass: () => true,
  isBlind: () => false,
};
