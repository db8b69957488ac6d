import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('Settings', () => {
  it('need none', () => {
    expect(readConfig({ PATH: '/bin', PORT: '' })).toMatchObject({
      ok: true,
      value: { PORT: 3000, HOST: '127.0.0.1', LOG_LEVEL: 'info' },
    })
  })

  it.each([
    [{ PORT: 'eighty' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT must be 0 to 65535'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must begin with postgres://'],
    [{ DATABASE_URL: 'postgres://x' }, 'DATABASE_URL and DATABASE_OWNER_URL go together'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be'],
    [{ PUBLIC_URL: 'connexions' }, 'PUBLIC_URL must be a full address'],
    [{ UPLOAD_MB: '0' }, 'UPLOAD_MB must be 1 to 2000'],
  ])('refuse %j, saying which and what it must be', (environment, words) => {
    const read = readConfig(environment)
    expect(read.ok ? '' : read.why).toContain(words)
  })

  it('are each named in docs/running/install.md', () => {
    const told = readFileSync(new URL('../../docs/running/install.md', import.meta.url), 'utf8')
    const source = readFileSync(new URL('./config.ts', import.meta.url), 'utf8')
    const names = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(m => m[1])
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter(name => !told.includes(`\`${name}\``))).toEqual([])
  })
})
