export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ config }, { endGracefully }] = await Promise.all([
    import('@/lib/server/config'),
    import('@/lib/server/shutdown'),
  ]);
  config();
  if (process.env.NODE_ENV === 'production') endGracefully();
}
