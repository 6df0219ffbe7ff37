// The database side of scripts/schema-engine.mjs: Prisma's own adapter, with the gaps closed that the schema engine falls into.
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';

const resolve = createRequire(import.meta.url);
// The very `pg` that the adapter uses.
const pg = createRequire(resolve.resolve('@prisma/adapter-pg'))('pg');
const { parseIntoClientConfig } = createRequire(resolve.resolve('pg'))('pg-connection-string');

// adapter-pg 7.10 maps neither the catalog type "char" (oid 18) nor name[] (1003), which schema introspection reads
// (prisma/orm#27403): the engine wants the first as Character and the second as TextArray.
const catalogTypes = new Map([
  [18, [25, ColumnTypeEnum.Character]],
  [1003, [1009, ColumnTypeEnum.TextArray]],
]);

function withCatalogTypes(adapter) {
  const { queryRaw, performIO, startTransaction } = adapter;
  adapter.queryRaw = async (query) => {
    const renamed = [];
    const reading = Object.create(adapter, {
      performIO: {
        value: async (q) => {
          const result = await performIO.call(adapter, q);
          result.fields.forEach((field, i) => {
            const as = catalogTypes.get(field.dataTypeID);
            if (!as) return;
            field.dataTypeID = as[0];
            renamed.push([i, as[1]]);
          });
          return result;
        },
      },
    });
    const result = await queryRaw.call(reading, query);
    for (const [i, type] of renamed) result.columnTypes[i] = type;
    return result;
  };
  if (adapter.underlyingDriver) adapter.executeScript = (script) => executeWhole(adapter, script);
  if (startTransaction)
    adapter.startTransaction = async (...args) =>
      withCatalogTypes(await startTransaction.apply(adapter, args));
  return adapter;
}

/** The adapter splits a script at every `;`, inside function bodies too. The native engine sends it whole. */
async function executeWhole(adapter, script) {
  const client = await adapter.underlyingDriver().connect();
  try {
    await client.query(script);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {}); // a script may have opened a transaction itself
    adapter.onError(error);
  } finally {
    client.release();
  }
}

class MigratePg extends PrismaPg {
  constructor(url, ...rest) {
    super(...rest);
    this.url = url;
  }

  async connect() {
    return withCatalogTypes(await super.connect());
  }

  async connectToShadowDb() {
    const shadow = withCatalogTypes(await super.connectToShadowDb());
    const pool = shadow.underlyingDriver();
    const name = pool.options.database;
    // A connection that is still closing when its database is dropped reports so: not an error of ours.
    pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
    // The adapter drops the database while its own pool still holds it open, which PostgreSQL refuses.
    shadow.dispose = async () => {
      await pool.end();
      await dropDatabase(this.url, name);
    };
    return shadow;
  }
}

/** node-postgres has no `schema` URL parameter: take it off and hand it to the adapter. */
export function parseTarget(url) {
  const parsed = new URL(url);
  const schema = parsed.searchParams.get('schema') ?? undefined;
  for (const key of ['schema', 'connection_limit', 'pool_timeout', 'pgbouncer'])
    parsed.searchParams.delete(key);
  const database = decodeURIComponent(parsed.pathname.slice(1));
  return { connectionString: parsed.toString(), schema, database, parsed };
}

export function adapterFactory(url) {
  const { connectionString, schema } = parseTarget(url);
  // Never `connectionString` itself: node-postgres lets it win over `database`, so that the adapter's shadow
  // database would be the real one.
  const config = parseIntoClientConfig(connectionString);
  return bindMigrationAwareSqlAdapterFactory(new MigratePg(url, config, { schema }));
}

async function query(connectionString, sql) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    if (sql) await client.query(sql(client));
  } finally {
    await client.end();
  }
}

function maintenanceUrl(url) {
  const { parsed } = parseTarget(url);
  return new URL('/postgres', parsed).toString();
}

export const ping = (url) => query(parseTarget(url).connectionString);
export const createDatabase = (url) =>
  query(maintenanceUrl(url), (c) => `CREATE DATABASE ${c.escapeIdentifier(parseTarget(url).database)}`);
export const dropDatabase = (url, name = parseTarget(url).database) =>
  query(maintenanceUrl(url), (c) => `DROP DATABASE IF EXISTS ${c.escapeIdentifier(name)} WITH (FORCE)`);
