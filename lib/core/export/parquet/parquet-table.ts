import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';

const kinds = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  whole: { type: 'INT32' },
  yes: { type: 'BOOLEAN' },
  /** UTC. */
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
} satisfies Record<string, Partial<SchemaElement>>;

/** Of a column; `texts` is a list. */
type Kind = keyof typeof kinds | 'texts';

/** `time` takes ISO 8601. */
type Cell = string | number | boolean | readonly string[] | null;

/**
 * A table of the columnar format Parquet, which goes out a group of `rows` at a time: that many are in memory. Every cell
 * may be null. Source: https://parquet.apache.org/docs/file-format/
 */
export function parquetTable<Name extends string>(
  columns: Record<Name, Kind>,
  rows: number,
  out: (piece: Uint8Array) => void,
) {
  const names = Object.keys(columns) as Name[];
  const bytes = new Spooled(out);
  const root = { name: 'root', num_children: names.length };
  const schema = [root, ...names.flatMap((name) => elements(name, columns[name]))];
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'hyparquet' });
  let waiting: Record<Name, Cell>[] = [];
  const flush = () => {
    if (waiting.length === 0) return;
    const columnData = names.map((name) => ({
      name,
      data: waiting.map((row) => (columns[name] === 'time' ? timeOf(row[name]) : row[name])),
    }));
    writer.write({ columnData, rowGroupSize: waiting.length });
    waiting = [];
  };
  return {
    add(row: Record<Name, Cell>): void {
      waiting.push(row);
      if (waiting.length === rows) flush();
    },
    end(): void {
      flush();
      writer.finish();
    },
  };
}

const timeOf = (cell: Cell): Date | null => (typeof cell === 'string' ? new Date(cell) : null);

function elements(name: string, kind: Kind): SchemaElement[] {
  if (kind !== 'texts') return [{ name, repetition_type: 'OPTIONAL', ...kinds[kind] }];
  return [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', ...kinds.text },
  ];
}

/** Passes its bytes on after every group of rows; the library counts on in `offset`. */
class Spooled extends ByteWriter {
  constructor(private readonly out: (piece: Uint8Array) => void) {
    super();
  }

  flush(): void {
    if (this.index > 0) this.out(this.getBytes().slice());
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}
