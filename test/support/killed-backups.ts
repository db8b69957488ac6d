/** Backups that are made while the command, the program, the database or all are killed: a file is whole, or there is none. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'

const command = resolve(import.meta.dirname, '../../scripts/connexions.mjs')

/** Makes backups of a demo's folder that is being served. */
export function backupMaker(dataDir: string) {
  const folder = mkdtempSync(join(tmpdir(), 'connexions-killed-backups-'))
  let made = 0
  const { PATH = '', HOME = '/' } = process.env
  const env = { PATH, HOME, LOG_LEVEL: 'silent' }
  const begin = (): { file: string; child: ChildProcess } => {
    made += 1
    const file = join(folder, `killed-${made}.zip`)
    const words = [command, 'backup', file, '--demo', '--data', dataDir]
    return { file, child: spawn(process.execPath, words, { cwd: dataDir, env, stdio: 'ignore' }) }
  }
  return {
    begin,
    /** Makes one undisturbed and says how long it took, in milliseconds. */
    async rehearse(): Promise<number> {
      const began = performance.now()
      const { file, child } = begin()
      const [code] = (await once(child, 'exit')) as [number | null]
      if (code !== 0 || !existsSync(file)) throw new Error('a backup failed that nobody disturbed')
      return performance.now() - began
    },
    /** What is wrong with what a killed backup left under its name. */
    async faults(file: string): Promise<string[]> {
      if (!existsSync(file)) return []
      return promisify(execFile)(process.execPath, [command, 'backup', '--check', file], { cwd: dataDir, env }).then(
        () => [],
        (trouble: Error) => [`a backup that is not whole bears its name: ${trouble.message}`],
      )
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}
