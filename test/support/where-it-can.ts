/** Tests that want something of the machine: root, a disk of their own, a program beside ours. */
import { expect, test } from 'vitest'

/**
 * Enters a test where the machine can run it. Elsewhere it is not entered, and one line says so and why: whoever runs the
 * tests as an ordinary user proves what an ordinary user can. On the build machine (CI) nothing may be left out.
 */
export function testWhere(can: boolean, why: string): (name: string, work: () => unknown) => void {
  return (name, work) => {
    if (can) test(name, work as () => Promise<void>)
    else if (process.env['CI'] === 'true')
      test(name, () => {
        expect.fail(`the build machine must be able to run this: ${why}`)
      })
    else process.stderr.write(`Not tried on this machine (${why}): ${name}\n`)
  }
}
