/** The status of what cannot be done at once, and can be in a moment (RFC 9110, 15.6.4). */
export const BUSY = 503

/** Too many ask for something slow at once: nothing was done, and the page says to ask again in a moment. */
export class BusyTrouble extends Error {
  override readonly name = 'BusyTrouble'
  readonly statusCode = BUSY
}
