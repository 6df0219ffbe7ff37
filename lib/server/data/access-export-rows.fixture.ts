import { ExportChoice } from '@/lib/core/corpus/export-choice';
import { runDue } from '@/lib/server/jobs/worker';
import { author, type Row, readers } from './access-row.fixture';
import type { World } from './access-world.fixture';
import { createExport } from './export/prepared-exports';
import type { Viewer } from './viewer';

/** One that is ready. */
export async function exportIn(group: string, viewer: Viewer): Promise<{ export: string }> {
  const { id } = await createExport(viewer, group, { ...ExportChoice.parse({}), format: 'jsonl' });
  while ((await runDue('export')) > 0);
  return { export: id };
}

/** The member's; there are none for anybody else. */
const mine: Pick<Row, 'who' | 'hidden' | 'signedIn' | 'ids'> = {
  who: author,
  hidden: true as const,
  signedIn: true as const,
  ids: (world: World) => ({ id: world.ids.export }),
};

export const exportRows: Row[] = [
  { key: 'GET /groups/{group}/exports', who: 'readers', status: 200, signedIn: true },
  {
    key: 'POST /groups/{group}/exports',
    who: 'readers',
    status: 202,
    signedIn: true,
    body: () => ({ format: 'csv', tags: 'claim' }),
  },
  { key: 'GET /groups/{group}/exports/{id}', status: 200, ...mine },
  { key: 'DELETE /groups/{group}/exports/{id}', status: 204, ...mine },
  { key: 'GET /groups/{group}/exports/{id}/file', status: 200, ...mine },
  { key: 'GET /me/export-consents', who: 'account', status: 200 },
  { key: 'GET /groups/{group}/export/consent', who: readers, status: 200, except: { exMember: 200 } },
  {
    key: 'PUT /groups/{group}/export/consent',
    who: readers,
    status: 204,
    body: () => ({ choice: 'left-out' }),
    except: { exMember: 204 },
  },
];
