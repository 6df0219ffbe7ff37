import 'server-only';
import { z } from 'zod';

const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  PORT: z.coerce.number().int().default(3000),
  HOST: z.string().default('127.0.0.1'),
  APP_URL: z.string().optional(),
  CRUXBOOK_DATA: z.string().default('.data'),
  AUTH_SECRET: z.string().min(32).optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  OIDC_ISSUER: z.string().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
  PG_POOL: z.coerce.number().int().positive().default(10),
});

export type Config = z.infer<typeof Environment> & { APP_URL: string };

let known: Config | undefined;

export function config(): Config {
  if (!known) {
    const parsed = Environment.parse(process.env);
    known = { ...parsed, APP_URL: parsed.APP_URL ?? `http://${parsed.HOST}:${parsed.PORT}` };
  }
  return known;
}
