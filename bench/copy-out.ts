import type pg from 'pg';

/** Reads `COPY … TO STDOUT` and throws it away: as fast as rows can leave PostgreSQL. pg has no way for it of its own. */
export async function copyOut(
  client: pg.PoolClient,
  select: string,
): Promise<{ rows: number; bytes: number }> {
  const taken = { rows: 0, bytes: 0 };
  await new Promise<void>((resolve, reject) => {
    const submittable = {
      submit: (connection: { query(text: string): void }) => connection.query(`COPY (${select}) TO STDOUT`),
      handleCopyData({ chunk }: { chunk: Uint8Array }) {
        taken.rows++;
        taken.bytes += chunk.length;
      },
      handleRowDescription: () => {},
      handleCommandComplete: () => {},
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    };
    client.query(submittable as unknown as pg.Submittable);
  });
  return taken;
}
