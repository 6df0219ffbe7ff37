import { ApiError } from './api-client';

/** Refused since it would show what people marked blind; it says of which round. */
export const endsBlindPhase = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.problem?.type === 'urn:cruxbook:ends-blind-phase';
