export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [
    { config },
    { endGracefully },
    { settleAddresses },
    { rememberAnswers },
    { purgeHourly },
    { startWorker },
  ] = await Promise.all([
    import('@/lib/server/config'),
    import('@/lib/server/shutdown'),
    import('@/lib/server/http/client-address'),
    import('@/lib/server/http/answer-status'),
    import('@/lib/server/data/purge'),
    import('@/lib/server/jobs/worker'),
  ]);
  config();
  settleAddresses();
  rememberAnswers();
  startWorker();
  if (process.env.NODE_ENV !== 'production') return;
  endGracefully();
  purgeHourly();
}
