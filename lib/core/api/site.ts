import { z } from 'zod';
import type { Contracts } from './contract';

export const siteContracts = {
  'GET /openapi.json': {
    summary: 'This description',
    scope: 'public',
    output: z.record(z.string(), z.unknown()),
  },
} satisfies Contracts;
