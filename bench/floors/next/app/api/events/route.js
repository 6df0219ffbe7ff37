import pg from 'pg';

const store = globalThis;
const encoder = new TextEncoder();

/** One listening connection, one encoded frame for all. */
async function listen() {
  const readers = new Set();
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  client.on('notification', ({ payload }) => {
    const frame = encoder.encode(`event: annotation\ndata: ${payload}\n\n`);
    for (const reader of readers) reader.enqueue(frame);
  });
  await client.query('LISTEN floor');
  return readers;
}

export async function GET(request) {
  store.floorReaders ??= listen();
  const readers = await store.floorReaders;
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(': hello\n\n'));
      readers.add(controller);
      request.signal.addEventListener('abort', () => readers.delete(controller));
    },
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform' },
  });
}
