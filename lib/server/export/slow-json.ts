import 'server-only';

/**
 * The JSON of what takes long, with a blank before it for each hundredth of the work that is done: JSON may begin with blanks
 * (RFC 8259, 2), so whoever reads it need not know, and no proxy takes the silence for a breakdown. `work` yields from 0 to 1.
 */
export async function* slowJson(work: AsyncGenerator<number, unknown>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let told = 0;
  try {
    let step = await work.next();
    for (; !step.done; step = await work.next()) {
      const blanks = Math.floor(100 * step.value) - told;
      if (blanks <= 0) continue;
      told += blanks;
      yield encoder.encode(' '.repeat(blanks));
    }
    yield encoder.encode(JSON.stringify(step.value));
  } finally {
    await work.return(undefined);
  }
}
