import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { run } from './processes.mjs';

/** Everything that the built app is made of. */
const sources = [
  'app',
  'components',
  'lib',
  'prisma/schema.prisma',
  'prisma/migrations',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];
const buildsToKeep = 3;

function* files(entry) {
  if (!existsSync(entry)) return;
  if (!statSync(entry).isDirectory()) yield entry;
  else for (const name of readdirSync(entry).sort()) yield* files(path.join(entry, name));
}

/** A hash of paths and contents of files and folders; tests do not count. */
export function hashSources(root, entries = sources) {
  const hash = createHash('sha256');
  for (const entry of entries)
    for (const file of files(path.join(root, entry))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      const content = readFileSync(file);
      hash.update(`${path.relative(root, file)}\n${content.length}\n`).update(content);
    }
  return hash.digest('hex').slice(0, 16);
}

/** The Prisma client is made anew when the schema or Prisma has changed. */
export function isGenerated(root) {
  const stamp = path.join(root, 'prisma/generated/.made-from');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === generatedFrom(root);
}

const generatedFrom = (root) =>
  hashSources(root, ['prisma/schema.prisma', 'node_modules/prisma/package.json']);

export async function generate(root) {
  await run(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], { cwd: root });
  writeFileSync(path.join(root, 'prisma/generated/.made-from'), generatedFrom(root));
}

/** The folder of the build that belongs to the sources as they are now. It may not exist yet. */
export function buildFolder(root) {
  return path.join(root, `.next-${hashSources(root)}`);
}

/**
 * Builds the app into `folder`, one of its own, so that a server which runs from an older build keeps its files. Call it
 * under a lock: Next works in one place.
 */
export async function build(root, folder) {
  const next = path.join(root, '.next');
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { cwd: root, env });
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(path.join(next, 'standalone'), draft, { recursive: true, verbatimSymlinks: true });
  cpSync(path.join(next, 'static'), path.join(draft, '.next/static'), { recursive: true });
  if (existsSync(path.join(root, 'public')))
    cpSync(path.join(root, 'public'), path.join(draft, 'public'), { recursive: true });
  renameSync(draft, folder);
  removeOldBuilds(root);
}

function removeOldBuilds(root) {
  const age = (folder) => statSync(folder).mtimeMs;
  const builds = readdirSync(root)
    .filter((name) => /^\.next-[0-9a-f]{16}(\.draft)?$/.test(name))
    .map((name) => path.join(root, name))
    .sort((a, b) => age(b) - age(a));
  for (const folder of builds.slice(buildsToKeep)) rmSync(folder, { recursive: true, force: true });
}
