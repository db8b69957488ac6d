/** The socket to the database: what one turn of the event loop has to say goes out in one go. */
import { Socket } from 'node:net'

/**
 * Holds what is written until the turn is over. `pg` corks and uncorks around each statement of those asked together; each would be
 * a call of the system of its own, which wakes the database up for it: fifteen for a record, a fifth of the program's time. What is
 * written without corking (a statement without values, when nothing is held) goes at once. `write` cannot be where this is done:
 * connecting puts the socket's own back.
 */
export class GatheringSocket extends Socket {
  #isHolding = false

  override cork(): void {
    super.cork()
    if (this.#isHolding) return
    this.#isHolding = true
    super.cork()
    process.nextTick(() => {
      this.#isHolding = false
      this.uncork()
    })
  }
}
