import { z } from 'zod';

/** A moment on the wire: ISO 8601 in UTC, always with milliseconds and `Z`, so that texts compare as times do. */
export const Timestamp = z.iso.datetime({ precision: 3 });
