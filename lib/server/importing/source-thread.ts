import { type ResourceLimits, Worker } from 'node:worker_threads';

/** A thread from sources, as the command line and tests run them: Node 20 needs help with TypeScript. */
export function sourceThread(url: URL, resourceLimits: ResourceLimits): Worker {
  const file = JSON.stringify(url.href);
  const load = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${file}, ${file}))`;
  return new Worker(load, { eval: true, resourceLimits });
}
