import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { GatheringSocket } from './gathering-socket.ts'

/** Counts what is handed to the system: how many calls, and how many pieces in each. */
class Counted extends GatheringSocket {
  readonly calls: number[] = []

  override _writev(
    pieces: Parameters<NonNullable<GatheringSocket['_writev']>>[0],
    done: Parameters<NonNullable<GatheringSocket['_writev']>>[1],
  ): void {
    this.calls.push(pieces.length)
    super._writev?.(pieces, done)
  }
}

it('sends statements of one turn in one call, in their order, and those of the next turn in another', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'connexions-socket-'))
  let got = ''
  const server = createServer(peer => peer.on('data', bytes => (got += bytes.toString())))
  const path = join(folder, 's')
  await new Promise<void>(ready => server.listen(path, ready))
  const socket = new Counted()
  try {
    await new Promise<void>(ready => socket.connect(path, ready))
    const ask = (n: number) => {
      socket.cork()
      socket.write(`bind${n} `)
      socket.write(`run${n} `)
      socket.uncork()
    }
    for (let n = 0; n < 5; n++) ask(n)
    expect(socket.calls).toEqual([])
    await turn()
    expect(socket.calls).toEqual([10])
    ask(5)
    await turn()
    expect(socket.calls).toEqual([10, 2])
    while (!got.includes('run5')) await turn()
    expect(got).toBe('bind0 run0 bind1 run1 bind2 run2 bind3 run3 bind4 run4 bind5 run5 ')
  } finally {
    socket.destroy()
    server.close()
    rmSync(folder, { recursive: true })
  }
})
