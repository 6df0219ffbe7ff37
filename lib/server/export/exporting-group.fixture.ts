import { GET as takeFile } from '@/app/api/v1/groups/[group]/exports/[id]/file/route';
import { ExportAsked } from '@/lib/core/api/export';
import type { ExportFormatName } from '@/lib/core/export/export-formats';
import { createApiToken } from '@/lib/server/data/api-tokens';
import { db } from '@/lib/server/data/database';
import { exportGroup } from '@/lib/server/data/export/export-group.fixture';
import { createExport, exportOf } from '@/lib/server/data/export/prepared-exports';
import type { Viewer } from '@/lib/server/data/viewer';
import { runDue } from '@/lib/server/jobs/worker';
import { hashToken, secretToken } from '@/lib/server/secret-token';
import { beginExport } from './export-pieces';
import { fileOf } from './export-response';

const asked = (choice: Record<string, string>) => ExportAsked.parse({ format: 'jsonl', ...choice });

/** A group with one annotation of Ann's that Bo answered, where Bo has exports made. */
export async function exportingGroup(visibility: 'public' | 'private' = 'private') {
  const club = await exportGroup(visibility);
  const { group, ann, bo } = club;
  const fox = await club.annotate(ann, 'fox 🦊 jumps', { tags: ['crux'] });
  await club.answer(bo, fox, 'Is it?');
  await db().job.deleteMany();
  const ask = (by: Viewer = bo, choice: Record<string, string> = {}) =>
    createExport(by, group, asked(choice));
  return {
    ...club,
    fox,
    ask,
    /** One that is done, well or not, and told of. */
    async made(by: Viewer = bo, choice: Record<string, string> = {}) {
      const { id } = await ask(by, choice);
      await runDue('export');
      await runDue('tell');
      return exportOf(by, group, id);
    },
    async streamed(format: ExportFormatName): Promise<Buffer> {
      const parts: Uint8Array[] = [];
      for await (const bytes of fileOf(await beginExport(bo, group, asked({ format })))) parts.push(bytes);
      return Buffer.concat(parts);
    },
    /** What the API answers to who takes a file. */
    async take(by: Viewer, id: string, headers: Record<string, string> = {}): Promise<Response> {
      const token = secretToken(24);
      const kept = { name: 'test', scope: 'read', days: null, tokenHash: hashToken(token) } as const;
      await createApiToken(by, kept);
      const request = new Request(`http://127.0.0.1/api/v1/groups/${group}/exports/${id}/file`, {
        headers: { authorization: `Bearer ${token}`, ...headers },
      });
      return takeFile(request, { params: Promise.resolve({ group, id }) });
    },
  };
}

/** Rows that are left of a file. */
export const rowsOf = async (id: string) => ({
  chunks: await db().exportChunk.count({ where: { exportId: id } }),
  contents: await db().exportContent.count({ where: { exportId: id } }),
});
export const noRows = { chunks: 0, contents: 0 };
