import { z } from 'zod';

/** Whoever asks knows that it reveals a round which waits for nobody any more; else that is a 409, and nothing happens. */
export const endBlindPhase = z.boolean().default(false);
