import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './command';
import { here } from './here';

export async function textOfFile(file: string): Promise<string> {
  try {
    return await readFile(path.resolve(here(), file), 'utf8');
  } catch (error) {
    throw new UsageError(`The file ${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}
