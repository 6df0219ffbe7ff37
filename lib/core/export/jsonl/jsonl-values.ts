import { z } from 'zod';

export const id = z.uuid();
export const person = id.meta({ description: 'Id of one of `people` of the same line.' });
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const held = z.enum(['pending', 'hidden']).nullable();
