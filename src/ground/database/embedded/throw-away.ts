/** A server that keeps nothing: for tests and for reading the tables' types off the migrations. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../../log.ts'
import { lockOwner } from './folder-lock.ts'
import { type EmbeddedServer, startEmbedded } from './index.ts'

const PREFIX = 'connexions-throw-away-'
const ROOM_NEEDED = 1024 ** 3

/** Starts one in memory where there is room, else on disk. Whatever ends it, its files go. */
export async function startThrowAway(options: { log: Log; what: string }): Promise<EmbeddedServer> {
  const base = hasRoom('/dev/shm') ? '/dev/shm' : tmpdir()
  sweep(base)
  const dataDir = mkdtempSync(join(base, PREFIX))
  // The server may run as another account, which must be able to pass through.
  chmodSync(dataDir, 0o711)
  const server = await startEmbedded({ ...options, dataDir, throwAway: true })
  const stop = async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...server, stop }
}

// A run that was killed leaves an almost empty folder: the server's keeper could remove its files, not the folder.
function sweep(base: string): void {
  for (const name of readdirSync(base).filter(entry => entry.startsWith(PREFIX))) {
    const folder = join(base, name)
    try {
      if (
        statSync(folder).uid === process.getuid?.() &&
        existsSync(join(folder, 'database.lock')) &&
        !lockOwner(folder)
      ) {
        rmSync(folder, { recursive: true, force: true })
      }
    } catch {
      // Another run is sweeping the same folder.
    }
  }
}

/** Whether a folder's disk has so many bytes to give; false for one that is not there. */
export function hasRoom(folder: string, bytes = ROOM_NEEDED): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= bytes
  } catch {
    return false
  }
}
