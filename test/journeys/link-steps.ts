/** Steps of journeys with a secure link: the address and code as they are shown once, and giving the code. */
import type { Walker } from './harness.ts'

export type MadeLink = { readonly path: string; readonly code: string }

/** The link a page shows, once. */
export async function madeLink({ page }: Walker): Promise<MadeLink> {
  const path = new URL((await page.locator('#made-link').textContent()) ?? '').pathname
  return { path, code: (await page.locator('dd strong').first().textContent()) ?? '' }
}

/** Opens a link and gives its code. */
export async function giveCode(walker: Walker, { path, code }: MadeLink): Promise<void> {
  await walker.go(path)
  await walker.fill('Code', code)
  await walker.click('Go on')
}
