import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cycles, type Import, readSources, roomOf, type SourceFile } from './architecture-sources';

const sources = readSources(process.cwd());
const product = sources.filter(({ isTest }) => !isTest);

const within = (...rooms: string[]) => {
  const prefixes = rooms.map((room) => `${room}/`);
  return ({ path }: { path: string }) => prefixes.some((prefix) => path.startsWith(prefix));
};

/** One line per arrow that points the wrong way. */
function arrows(files: SourceFile[], isWrong: (one: Import, from: SourceFile) => boolean): string[] {
  return files.flatMap((from) =>
    from.imports.filter((one) => isWrong(one, from)).map((one) => `${from.path} → ${one.specifier}`),
  );
}

const inRoom = (file: string | undefined, rooms: string[]) =>
  file !== undefined && rooms.some((room) => file.startsWith(`${room}/`));

/** Where each room's arrows may point besides packages. Rooms not named here are tools and may look anywhere. */
const open: Record<string, string[]> = {
  'lib/core': ['lib/core'],
  'lib/server': ['lib/server', 'lib/core', 'prisma/generated'],
  components: ['components', 'lib/core'],
  app: ['app', 'components', 'lib/core', 'lib/server'],
  cli: ['cli', 'lib/core', 'lib/server'],
  'prisma/seed': ['prisma/seed', 'lib/core', 'lib/server'],
};

describe('arrows', () => {
  test.each(Object.entries(open))('%s imports only from %j', (room, allowed) => {
    const files = product.filter(within(room));
    expect(arrows(files, ({ file }) => file !== undefined && !inRoom(file, allowed))).toEqual([]);
  });

  /** Who may name a package or a room. */
  const owners: [what: RegExp, rooms: string[]][] = [
    [/^(@\/prisma\/generated|@prisma\/|pg$|pg-)/, ['lib/server/data', 'scripts', 'bench', 'e2e']],
    [/^@auth\/core/, ['lib/server/auth', 'e2e']],
    [/^(@tiptap\/|prosemirror-)/, ['components/editor', 'lib/core/essay', 'lib/core/importing', 'bench']],
    // A text may take seconds: only what runs in a thread of its own reads one.
    [/^@\/lib\/core\/importing\/import-essay/, ['lib/server/importing', 'lib/core/corpus-import/lesswrong']],
    [/^nodemailer/, ['lib/server/mail', 'lib/server/auth', 'e2e']],
  ];
  test.each(owners)('only its owners name %s', (what, rooms) => {
    const others = product.filter((file) => !within(...rooms)(file) && file.path.includes('/'));
    expect(arrows(others, ({ specifier }) => what.test(specifier))).toEqual([]);
  });

  test('lib/core names no Node, React, Next or server', () => {
    const foreign = /^(node:|fs$|path$|crypto$|react|next($|\/)|server-only|pino)/;
    expect(arrows(product.filter(within('lib/core')), ({ specifier }) => foreign.test(specifier))).toEqual(
      [],
    );
  });

  test('a file of another room is named from the root, never by ../', () => {
    expect(arrows(sources, ({ specifier }) => specifier.startsWith('..'))).toEqual([]);
  });

  test('no imports run in a circle', () => {
    const valuesOf = ({ imports }: SourceFile) =>
      imports.flatMap(({ file, isType }) => (file !== undefined && !isType ? [file] : []));
    expect(cycles(new Map(sources.map((file) => [file.module, valuesOf(file)])))).toEqual([]);
  });

  const server = product.filter(within('lib/server'));

  test('lib/server/data stands on what reads files and on what belongs to no room, and on nothing above it', () => {
    const rooms = ['lib/server/data', 'lib/server/importing', 'lib/core', 'prisma/generated'];
    const isBeside = (file: string) => roomOf(file) === 'lib/server';
    const data = server.filter(within('lib/server/data'));
    const isAbove = ({ file }: Import) => file !== undefined && !inRoom(file, rooms) && !isBeside(file);
    expect(arrows(data, isAbove)).toEqual([]);
  });

  test('no rooms of lib/server stand on each other', () => {
    const next = new Map<string, string[]>();
    for (const { path, imports } of server) {
      const room = roomOf(path);
      const others = imports.flatMap(({ file = '' }) => (file.startsWith('lib/server/') ? roomOf(file) : []));
      next.set(room, [...(next.get(room) ?? []), ...others.filter((other) => other !== room)]);
    }
    expect(next.size).toBeGreaterThan(10);
    expect(cycles(next)).toEqual([]);
  });
});

describe('statements', () => {
  test('each has a name of its own: a connection that knows another by it refuses', () => {
    const named = product
      .filter(within('lib/server/data'))
      .flatMap(({ text }) =>
        [...text.matchAll(/\bquery(?:<[^()]*>)?\(\s*'([^']+)',/g)].map(([, name]) => name),
      );
    expect(named.length).toBeGreaterThan(200);
    expect(named.filter((name, at) => named.indexOf(name) < at)).toEqual([]);
  });
});

describe('sides', () => {
  test('"use client" stands on leaves, never in app/ but for the error pages that must have it', () => {
    const doors = product.filter(within('app')).filter(({ directives }) => directives.includes('use client'));
    expect(doors.map(({ path }) => path).filter((path) => !/\/(global-)?error\.tsx$/.test(path))).toEqual([]);
  });

  test('there are no server actions: every change goes through the HTTP API', () => {
    expect(
      product.filter(({ text }) => /^\s*['"]use server['"]/m.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });

  test('lib/core waits for nothing', () => {
    const waits = product
      .filter(within('lib/core'))
      .flatMap(({ path, functions }) =>
        functions.filter((one) => one.isAsync).map(({ name }) => `${path} ${name}`),
      );
    expect(waits).toEqual([]);
  });

  /** What runs before there is a viewer, or serves those that have asked already. */
  const viewerless = new Set([
    'database', // the connection itself
    'database-errors', // says what one means
    'migrations',
    'readiness',
    'auth-adapter', // called by Auth.js
    'rate-limit-store',
    'group-scope', // works on what was found for a viewer
    'jobs', // nobody waits for them
    'inbox/tell',
    'events',
    'event-feed', // one for all who watch a channel; it says who of them may
    'listen',
    'sessions viewerOfSession',
    'sessions viewerOfToken',
    'sessions rememberedViewer',
    'users requireTimeZone',
  ]);
  test('every function that lib/server/data offers to other rooms takes the viewer first', () => {
    const asked = new Set(
      product
        .filter((file) => !within('lib/server/data')(file))
        .flatMap(({ imports }) =>
          imports.flatMap(({ file, names }) => names.map((name) => `${file} ${name}`)),
        ),
    );
    const wrong = product.filter(within('lib/server/data')).flatMap(({ module, functions }) => {
      const file = module.replace('lib/server/data/', '');
      return functions
        .filter(({ name, isExported }) => isExported && asked.has(`${module} ${name}`))
        .filter(({ parameters: [first = ''] }) => !/^_?viewer(: Viewer)?$/.test(first))
        .map(({ name }) => `${file} ${name}`)
        .filter((name) => !viewerless.has(file) && !viewerless.has(name));
    });
    expect(wrong).toEqual([]);
  });
});

describe('budgets', () => {
  const budgeted = sources.filter((file) => !within('components/ui', 'prisma/seed/annotations')(file));
  const written = product.filter((file) => !within('e2e', 'bench', 'prisma/seed/annotations')(file));
  const functions = written.flatMap(({ path, functions }) =>
    functions.map((one) => ({ ...one, where: `${path} ${one.name}` })),
  );
  const at = (numbers: number[], share: number) =>
    numbers.sort((a, b) => a - b)[Math.floor((numbers.length - 1) * share)];

  test('no file is longer than 250 lines, and half of them not than 80', () => {
    expect(budgeted.filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path}: ${lines}`)).toEqual(
      [],
    );
    expect(
      at(
        written.map(({ lines }) => lines),
        0.5,
      ),
    ).toBeLessThanOrEqual(80);
  });

  test('no function is longer than 80 lines, and nine in ten not than 30', () => {
    expect(
      functions.filter(({ lines }) => lines > 80).map(({ where, lines }) => `${where}: ${lines}`),
    ).toEqual([]);
    expect(
      at(
        functions.map(({ lines }) => lines),
        0.9,
      ),
    ).toBeLessThanOrEqual(30);
  });

  test('no function takes more than three positional parameters', () => {
    const spared = new Set(['lib/core/api/problem.ts constructor']);
    const long = functions.filter(({ parameters }) => parameters.length > 3).map(({ where }) => where);
    expect(long.filter((where) => !spared.has(where))).toEqual([]);
  });

  test('route handlers are doors: under 45 lines', () => {
    const routes = product.filter(({ path }) => path.endsWith('/route.ts') && path.startsWith('app/api/v1'));
    expect(routes.filter(({ lines }) => lines > 45).map(({ path }) => path)).toEqual([]);
  });
});

describe('documents', () => {
  const docs = readdirSync('docs', { recursive: true }).map((name) => `docs/${name}`);
  const documents = ['README.md', 'CONTRIBUTING.md', ...docs.filter((name) => name.endsWith('.md'))];
  test.each(documents)('%s names no file or folder that is not there', (document) => {
    const named = readFileSync(document, 'utf8').matchAll(
      /`((?:app|components|lib|cli|scripts|prisma|e2e|bench)\/[\w./[\]-]*)`/g,
    );
    expect([...named].map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe('names', () => {
  test('no file or folder is a drawer for everything', () => {
    const drawer =
      /^(utils?|helpers?|misc|common|shared|types|constants|index|manager|handler|service)(\.\w+)*$/;
    const bad = sources.filter(({ path }) => path.split('/').some((part) => drawer.test(part)));
    expect(bad.map(({ path }) => path)).toEqual([]);
  });

  test('files are in kebab case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/;
    expect(
      sources.map(({ path }) => path).filter((path) => !kebab.test(path.split('/').at(-1) ?? '')),
    ).toEqual([]);
  });

  test('no file only hands on what others export', () => {
    expect(sources.filter(({ isBarrel }) => isBarrel).map(({ path }) => path)).toEqual([]);
  });

  test('nothing is left to be done later', () => {
    // Brackets, or this file would find itself.
    const later = /\b(TO[D]O|FIX[M]E)\b/;
    expect(product.filter(({ text }) => later.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
