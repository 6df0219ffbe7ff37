import { z } from 'zod';

/** Files are believed so far: what comes after is numbered on from there, and integer columns end at 2,147,483,647. */
const greatestOrdinal = 1_000_000;

/** A version or number of a file, that counts from 1. */
export const ordinal = z.int().min(1).max(greatestOrdinal);
