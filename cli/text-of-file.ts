import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './command';
import { here } from './here';

export const textOfFile = async (file: string): Promise<string> =>
  Buffer.from((await bytesOfFile(file, Number.POSITIVE_INFINITY)).buffer).toString();

/** In memory of their own. `most`: how many a file may have; a larger one is not read. */
export async function bytesOfFile(file: string, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const place = path.resolve(here(), file);
  const unreadable = (error: NodeJS.ErrnoException) => {
    throw new UsageError(`The file ${file} cannot be read: ${error.code}.`);
  };
  const { size } = await stat(place).catch(unreadable);
  if (size > most)
    throw new UsageError(
      `The file ${file} has ${Math.ceil(size / 1e6)} MB; at most ${most / 1e6} MB come at once. Bring it in parts.`,
    );
  return new Uint8Array(await readFile(place).catch(unreadable));
}
