/** What journeys with partners' lists share. */
import type { Locator } from 'playwright-core'
import type { Walker } from './harness.ts'

/** Looks again until something is there. A page may be on its way to do so itself: then it is left alone. */
export async function reloadUntil(walker: Walker, wanted: Locator, seconds = 15): Promise<void> {
  for (let n = 0; n < seconds * 4 && (await wanted.count()) === 0; n++) {
    await walker.page.waitForTimeout(250)
    await walker.page.reload().catch(() => {})
    await walker.page.waitForLoadState('load')
  }
  await wanted.first().waitFor()
}

/** Sends a list of a partner in: what its columns are is on the page then, or why it goes back. */
export async function sendIn(
  walker: Walker,
  partner: RegExp,
  name: string,
  list: readonly string[] | Buffer,
): Promise<void> {
  await walker.go('/lists/new')
  const choice = walker.page.getByLabel('Partner', { exact: true })
  const offered = await choice.locator('option').allTextContents()
  const label = offered.find(text => partner.test(text))
  if (label === undefined) throw new Error(`no partner like ${partner} among ${offered.join(', ')}`)
  await choice.selectOption({ label })
  await walker.page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.isBuffer(list) ? list : Buffer.from(list.join('\n')) })
  await walker.click('Look at it')
}

/** Sends a list of a partner in and lets it be read: what it would change is on the page then. */
export async function readIn(...sent: Parameters<typeof sendIn>): Promise<void> {
  const [walker] = sent
  await sendIn(...sent)
  await walker.click('Read the list')
  await reloadUntil(walker, walker.page.getByRole('button', { name: 'Apply', exact: true }))
}

/** Applies the list on the page, and waits until it is. */
export async function applyIt(walker: Walker): Promise<void> {
  await walker.click(walker.page.getByRole('button', { name: 'Apply', exact: true }))
  await reloadUntil(walker, walker.page.getByRole('button', { name: 'Undo' }))
}
