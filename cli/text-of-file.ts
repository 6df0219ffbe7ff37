import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './command';
import { here } from './here';

/** `most`: bytes that a file may have; a larger one is not read. */
export async function textOfFile(file: string, most = Number.POSITIVE_INFINITY): Promise<string> {
  const place = path.resolve(here(), file);
  const unreadable = (error: NodeJS.ErrnoException) => {
    throw new UsageError(`The file ${file} cannot be read: ${error.code}.`);
  };
  const { size } = await stat(place).catch(unreadable);
  if (size > most)
    throw new UsageError(
      `The file ${file} has ${Math.ceil(size / 1e6)} MB; at most ${most / 1e6} MB come at once. Bring it in parts.`,
    );
  return readFile(place, 'utf8').catch(unreadable);
}
