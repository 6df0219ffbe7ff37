// `npm run dev`: the app with reloading, on the embedded database.
import { spawn } from 'node:child_process';
import { installPackages, root } from './checkout.mjs';
import { closeAtEnd, runToTheEnd } from './closing.mjs';
import { needPort, prepareDatabase, readSettings, reserve, siteEnvironment, startDatabase } from './site.mjs';
import { parseFlags, say } from './terminal.mjs';

const help = `
Usage: npm run dev [-- --no-sample]

Settings are environment variables: see docs/self-hosting.md.
`;
const args = process.argv.slice(2);
parseFlags(args, ['--no-sample'], help);

await runToTheEnd(async () => {
  await installPackages({ dev: true });
  const settings = await readSettings();
  await reserve(settings);
  await needPort(settings);
  settings.DATABASE_URL = await startDatabase(settings);
  const { setupLink } = await prepareDatabase(settings, args);
  if (setupLink) say(`Set it up with this link, which works once and for an hour: ${setupLink}\n`);
  const flags = ['dev', '--port', String(settings.PORT), '--hostname', settings.HOST];
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', ...flags], {
    cwd: root,
    env: { ...siteEnvironment(settings), NEXT_TELEMETRY_DISABLED: '1' },
    stdio: 'inherit',
  });
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  closeAtEnd(() => {
    child.kill('SIGTERM');
    return ended;
  });
  return ended;
});
