/** Names as lists write them. */
import type { ReadName, Trouble } from './read-row.ts'

const PARTICLES = /^(van|von|der|den|de|da|di|del|della|la|le|el|al|bin|bint|ibn|ap|ab|mac|mc|st|ter|ten|dos|dos|du)$/i

/** `Surname, Forename Middle` or `Forename Middle Surname`; undefined when there is only one word. */
export function splitFullName(text: string): (ReadName & { readonly middle: string }) | undefined {
  const comma = text.indexOf(',')
  if (comma >= 0) {
    const [given = '', ...middle] = words(text.slice(comma + 1).replaceAll(',', ' '))
    const family = words(text.slice(0, comma)).join(' ')
    return given === '' || family === '' ? undefined : { given, middle: middle.join(' '), family }
  }
  const all = words(text)
  if (all.length < 2) return undefined
  let start = all.length - 1
  while (start > 1 && PARTICLES.test(all[start - 1] ?? '')) start--
  return { given: all[0] ?? '', middle: all.slice(1, start).join(' '), family: all.slice(start).join(' ') }
}

/** What is wrong with a name, if anything. Only what can be no name: lists of "real" names insult somebody. */
export function nameTrouble(
  name: string,
): Extract<Trouble, 'broken-letters' | 'name-with-figures' | 'too-long'> | null {
  if (name.length > 100) return 'too-long'
  // The sign for a lost letter, or the two letters UTF-8 becomes when it is read as Windows-1252.
  if (/\ufffd|[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\p{L}\?\p{L}/u.test(name)) return 'broken-letters'
  return /\d/.test(name) || !/\p{L}/u.test(name) ? 'name-with-figures' : null
}

/** `SPECIMEN-EXAMPLE` and `specimen` as people write them; anything in mixed letters is left as it is. */
export function tidyName(name: string): string {
  const spaced = name.replaceAll(/\s+/g, ' ').trim()
  if (spaced !== spaced.toUpperCase() && spaced !== spaced.toLowerCase()) return spaced
  return spaced.toLowerCase().replaceAll(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => {
    return before + letter.toUpperCase()
  })
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(word => word !== '')
}
