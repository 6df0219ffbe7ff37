import { z } from 'zod';
import { ExportChoice } from '@/lib/core/export/export-choice';
import { exportFormatNames } from '@/lib/core/export/export-formats';
import type { Contracts } from './contract';

export const exportContracts = {
  'GET /groups/{group}/export': {
    summary: 'What you may see of a group, as a file in one of many formats, or a ZIP of several; streamed',
    scope: 'public',
    query: ExportChoice.extend({ format: z.enum(exportFormatNames) }),
    output: z.string(),
    contentType: 'application/octet-stream',
    limit: 'export',
  },
} satisfies Contracts;
