import { z } from 'zod';
import { greatestInteger } from './greatest-integer';

/** A version or number that counts from 1, as an integer column holds it. */
export const ordinal = z.int().min(1).max(greatestInteger);
