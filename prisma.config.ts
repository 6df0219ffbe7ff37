import path from 'node:path';
import { defineConfig } from 'prisma/config';

// The CLI wants its native schema engine before any command, and would download it. Ours is made of what npm
// brings along, so that it works offline: see scripts/schema-engine.mjs.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'scripts/schema-engine.mjs');
process.env.CHECKPOINT_DISABLE ??= '1';
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= '1';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://cruxbook@127.0.0.1:5432/cruxbook' },
});
