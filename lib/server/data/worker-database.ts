/** The address of a worker's own database on the server of this run. */
export function workerDatabase(server: string, worker: number | string): string {
  const url = new URL(server);
  url.pathname += `_vitest_${worker}`;
  return url.href;
}
