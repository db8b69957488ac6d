/** Lets so much work go on at a time; the rest waits in its order, holding nothing. */

/**
 * A gate for work that is dear and comes in crowds.
 * @param most how much of it may go on at once
 */
export function openGate(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let inside = 0
  return async work => {
    // Whoever goes hands their place to the next, so that nobody slips in between.
    if (inside < most) inside++
    else await new Promise<void>(enter => waiting.push(enter))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) inside--
      else next()
    }
  }
}
