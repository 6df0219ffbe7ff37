import { ApiError } from './api-client';

/**
 * For the refusal of a change to what somebody else changed meanwhile: the page is fetched anew, and its form shows what was
 * saved where nobody typed, and says so; to send it once more replaces that.
 */
export const refreshWhenBehind =
  (router: { refresh: () => void }) =>
  (refusal: unknown): never => {
    if (refusal instanceof ApiError && refusal.status === 412) router.refresh();
    throw refusal;
  };
