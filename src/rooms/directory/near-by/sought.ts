/** What is sought in a list of things that help: by need and by words. One way for services and for what works. */
import { z } from 'zod'

export const soughtQuery = z.object({
  q: z
    .string()
    .max(200)
    .catch('')
    .default('')
    .transform(text => text.trim()),
  need: z.string().max(60).catch('').default(''),
})

/** `need` is a code of a factor, `q` words; each empty where it is not sought. */
export type Sought = z.infer<typeof soughtQuery>

export const isSought = (sought: Sought): boolean => sought.need !== '' || sought.q !== ''

/**
 * What of a list fits what is sought.
 * @param textOf what the words are sought in, whatever the case
 */
export function fitting<One extends { readonly needs: readonly string[] }>(
  list: readonly One[],
  sought: Sought,
  textOf: (one: One) => string,
): One[] {
  const words = sought.q.toLowerCase()
  return list.filter(
    one => (sought.need === '' || one.needs.includes(sought.need)) && textOf(one).toLowerCase().includes(words),
  )
}
