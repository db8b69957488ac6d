/** Where a form leads back to, as a page before it said: taken only when it is an address of this very program. */

/**
 * The address (path, query, fragment) when it is local; undefined for anything else: another site, another scheme, or what a
 * browser would read as one ("//", "/\", "/.//", a tab between the strokes).
 */
export function localAddress(asked: unknown): string | undefined {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > 1000) return undefined
  const here = 'http://here.invalid'
  if (!URL.canParse(asked, here)) return undefined
  const { origin, pathname, search, hash } = new URL(asked, here)
  // As the browser reads it: what was in front of a second stroke may be gone by now.
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : undefined
}
