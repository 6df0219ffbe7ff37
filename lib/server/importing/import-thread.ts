import { parentPort } from 'node:worker_threads';
import { parseDocument } from '@/lib/core/essay/document-schema';
import { ImportError } from '@/lib/core/importing/import-error';
import { type ImportedEssay, importEssay } from '@/lib/core/importing/import-essay';

export type Source = Parameters<typeof importEssay>[0];

/** What becomes of a source. Errors lose their class on the way to another thread, so the expected ones go as data. */
export type Finding = { essay: ImportedEssay } | { refusal: Pick<ImportError, 'code' | 'message'> };

/** The whole life of this thread; any other error ends it and arrives as what it is. */
parentPort?.on('message', (source: Source) => parentPort?.postMessage(find(source)));

function find(source: Source): Finding {
  try {
    const essay = importEssay(source);
    // The last wall: a version can never be changed, so nothing that no page could show becomes one.
    parseDocument(essay.document);
    return { essay };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { refusal: { code: error.code, message: error.message } };
  }
}
