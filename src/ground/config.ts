/** Settings, from the environment. A bad one stops the start with one clear line. docs/running/install.md names each. */
import { z } from 'zod'
import { ok, type Result, refused } from './result.ts'

const url = (what: string) => z.string().regex(/^postgres(ql)?:\/\//, `${what} must begin with postgres://`)

const schema = z.object({
  PORT: z.coerce
    .number()
    .int('PORT must be a whole number')
    .min(0, 'PORT must be 0 to 65535')
    .max(65_535, 'PORT must be 0 to 65535')
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url('PUBLIC_URL must be a full address, like https://connexions.example.org').optional(),
  TRUSTED_PROXIES: z.string().optional(),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: url('DATABASE_URL').optional(),
  DATABASE_OWNER_URL: url('DATABASE_OWNER_URL').optional(),
  DATABASE_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(2, 'DATABASE_CONNECTIONS must be 2 to 200')
    .max(200, 'DATABASE_CONNECTIONS must be 2 to 200')
    .default(10),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'LOG_LEVEL must be silent, error, warn, info or debug')
    .default('info'),
  METRICS_PORT: z.coerce
    .number()
    .int('METRICS_PORT must be a whole number')
    .min(1, 'METRICS_PORT must be 1 to 65535')
    .max(65_535, 'METRICS_PORT must be 1 to 65535')
    .optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  UPLOAD_MB: z.coerce
    .number()
    .int()
    .min(1, 'UPLOAD_MB must be 1 to 2000')
    .max(2000, 'UPLOAD_MB must be 1 to 2000')
    .default(200),
})

export type Config = z.infer<typeof schema>

/**
 * Reads the settings. Unknown variables are left alone: the environment is shared.
 * @returns the settings, or one line per fault, saying which variable and what it must be
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Result<Config> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = schema.safeParse(given)
  if (!read.success)
    return refused(
      read.error.issues
        .map(issue =>
          issue.message.includes(String(issue.path[0])) ? issue.message : `${String(issue.path[0])}: ${issue.message}`,
        )
        .join('; '),
    )
  const { DATABASE_URL, DATABASE_OWNER_URL } = read.data
  if ((DATABASE_URL === undefined) !== (DATABASE_OWNER_URL === undefined))
    return refused(
      'DATABASE_URL and DATABASE_OWNER_URL go together: the first is the program’s login, the second the owner’s, for migrations',
    )
  return ok(read.data)
}
