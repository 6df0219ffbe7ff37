/** Where the script of ELK's worker is served; the same on the server and in the browser. */
export const elkAddress = new URL('elkjs/lib/elk-worker.min.js', import.meta.url).pathname;
