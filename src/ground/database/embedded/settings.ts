/** The server's settings, sized to the machine. Written anew at each start: what is edited by hand goes in `local.conf`. */
import { totalmem } from 'node:os'

const MB = 1024 * 1024

/** How much memory we may count on, in bytes: the machine's, or what a container is allowed of it. */
export function usableMemory(): number {
  const allowed = process.constrainedMemory()
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem()
}

/**
 * The text of postgresql.conf.
 * @param memory bytes to size for
 * @param throwAway for tests: gives up every promise to keep data in exchange for speed
 */
export function serverSettings(options: {
  socketDir: string
  port: number
  memory: number
  throwAway: boolean
}): string {
  const memory = options.memory / MB
  const megabytes = (share: number, least: number, most: number) =>
    `${Math.round(Math.min(most, Math.max(least, memory * share)))}MB`
  const settings: Record<string, string | number> = {
    // Nobody can come in by the network: the only door is a socket in a folder that belongs to the server's account.
    listen_addresses: `''`,
    unix_socket_directories: quoted(options.socketDir),
    unix_socket_permissions: '0700',
    port: options.port,
    max_connections: 60,
    shared_buffers: megabytes(1 / 8, 32, 1024),
    effective_cache_size: megabytes(1 / 2, 128, 65_536),
    work_mem: megabytes(1 / 256, 16, 64),
    maintenance_work_mem: megabytes(1 / 32, 64, 512),
    random_page_cost: 1.1,
    jit: 'off',
    // Containers give /dev/shm 64 MB; shared memory of parallel workers goes into files of the data folder instead.
    dynamic_shared_memory_type: 'mmap',
    huge_pages: 'off',
    max_wal_size: '1GB',
    wal_compression: 'on',
    // No replica and no archiving: without these two a small installation writes less.
    wal_level: 'minimal',
    max_wal_senders: 0,
    timezone: `'UTC'`,
    log_timezone: `'UTC'`,
    datestyle: `'ISO, YMD'`,
    lc_messages: `'C'`,
    // The log holds no one's data: neither the statement nor the row that failed.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_line_prefix: `'%m [%p] '`,
    log_checkpoints: 'off',
    logging_collector: 'off',
    ...(options.throwAway
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 100, autovacuum: 'off' }
      : {}),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`)
  return [
    '# Written by Connexions at each start. Settings of your own go in local.conf beside this file.',
    ...lines,
    "include_if_exists = 'local.conf'",
    '',
  ].join('\n')
}

/** Who may come in: whoever can open the socket, that is the server's own account and root. */
export const ACCESS_RULES = [
  '# Written by Connexions at each start. The socket lies in a folder only the account of the server can enter; whoever',
  '# can enter it can also read the data files beside it, so a password would guard nothing.',
  'local all all trust',
  '',
].join('\n')

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
