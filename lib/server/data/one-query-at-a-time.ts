/**
 * Set-up of every data test: two queries at once on one connection, as within a transaction, fail it. pg queues them
 * for now, with a warning, and will not in its next version.
 */
process.on('warning', (warning) => {
  if (/client\.query\(\) when the client is already executing/.test(warning.message)) throw warning;
});
