import 'server-only';
import type { PositionsChoice } from '@/lib/core/api/agreement';
import { positionsJson, positionsJsonHead } from '@/lib/core/export/agreement-positions-json';
import { positionsCsv, positionsCsvHead } from '@/lib/core/export/csv/agreement-csv';
import { agreementPositions, type RunningPositions } from '@/lib/server/data/agreement/positions';
import type { Viewer } from '@/lib/server/data/viewer';
import { turns } from '@/lib/server/in-turns';
import { attachment } from './export-response';
import { leasedStream } from './leased-stream';
import { runningAs } from './running-as';

const writers = {
  json: {
    type: 'application/json',
    async *write({ essays, ...head }: RunningPositions) {
      yield positionsJsonHead(head);
      let isFirst = true;
      for await (const essay of essays) {
        if (!isFirst) yield ',';
        isFirst = false;
        yield* positionsJson(essay);
      }
      yield ']}';
    },
  },
  csv: {
    type: 'text/csv; charset=utf-8',
    async *write({ essays }: RunningPositions) {
      yield positionsCsvHead();
      for await (const essay of essays) yield* positionsCsv(essay);
    },
  },
};

/** What figures were made of, as it is read, text by text: one of the exports that run at once. */
export const positionsResponse = (
  { viewer, request }: { viewer: Viewer; request: Request },
  { group, ...choice }: PositionsChoice & { group: string },
  format: keyof typeof writers,
): Promise<Response> =>
  runningAs(viewer, request, async (lease) => {
    const { type, write } = writers[format];
    const positions = await agreementPositions(viewer, group, choice);
    const headers = {
      'content-type': type,
      ...(format === 'csv' && { 'content-disposition': attachment('agreement-positions.csv') }),
      'cache-control': 'private, no-store',
    };
    return new Response(leasedStream(inPieces(write(positions)), lease), { headers });
  });

/** UTF-16 code units: each way through a stream costs as much as writing some hundred spans. */
const pieceLength = 65_536;

async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const turn = turns();
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length >= pieceLength) {
      yield encoder.encode(piece);
      piece = '';
    }
    if (turn.isOver()) await turn.pass();
  }
  if (piece !== '') yield encoder.encode(piece);
}
