import type { PreparedExport } from '@/lib/core/api/export';

/** Why an export failed, and what to do. */
export const problemWords: Record<NonNullable<PreparedExport['problem']>, string> = {
  withdrawn:
    'Something in this file was taken back since it was made, or somebody changed how they appear, so the file was deleted.',
  gone: 'What it was to hold is not there any more.',
  'archive-too-large':
    'It takes more of the disk than one archive may. Choose less, or take a format of one file.',
  broken: 'It could not be made.',
};
