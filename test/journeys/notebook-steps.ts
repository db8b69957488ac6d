/** What the journeys of the notebook do, and what they find on the device. */
import type { Page } from 'playwright-core'
import type { Walker } from './harness.ts'

export const WORDS = 'harbour seven kettle'

/** Takes the caseload along, locked by WORDS. */
export async function take(walker: Walker): Promise<void> {
  await walker.go('/notebook/open')
  await walker.page.locator('#words').fill(WORDS)
  await walker.page.locator('#again').fill(WORDS)
  await walker.click('Take it along')
  await walker.see('Your young people')
}

/** Opens a locked notebook by WORDS. */
export async function unlock(walker: Walker): Promise<void> {
  await walker.page.locator('#words').fill(WORDS)
  await walker.click('Open')
  await walker.see('Your young people')
}

/** Presses a button that leads to writing a note. */
export async function write(walker: Walker, name: string): Promise<void> {
  await walker.page.getByRole('button', { name }).click()
  await walker.see(/^A note about/)
}

/** Signs out by the menu of a page. */
export async function signOutFrom(walker: Walker, path: string): Promise<void> {
  await walker.go(path)
  await signOut(walker)
}

async function signOut(walker: Walker): Promise<void> {
  await walker.page.locator('.cx-account summary').click()
  await walker.page.locator('.cx-account').getByRole('button', { name: 'Sign out' }).click()
  await walker.page.waitForLoadState('load')
}

/** Waits until so many notes rest on the device, as it keeps them by itself. */
export async function keptByItself(page: Page, notes: number): Promise<void> {
  for (let tries = 0; (await page.evaluate(countNotes)) !== notes; tries++) {
    if (tries > 50) throw new Error(`there are not ${notes} notes on the device`)
    await page.waitForTimeout(100)
  }
}

// Runs in the page.
async function countNotes(): Promise<number> {
  const database = await new Promise<IDBDatabase>(done => {
    const opening = indexedDB.open('connexions-offline')
    opening.addEventListener('success', () => done(opening.result))
  })
  const found = await new Promise<number>(done => {
    const count = database.transaction('unsent').objectStore('unsent').count()
    count.addEventListener('success', () => done(count.result))
  })
  database.close()
  return found
}

/** Waits until neither a notebook nor a note rests on the device. */
export async function nothingRests(page: Page): Promise<void> {
  await keptByItself(page, 0)
  const text = await page.evaluate(restingText)
  if (text !== '') throw new Error('something rests on the device')
}

/** All that rests in the database. Runs in the page. */
export async function restingText(): Promise<string> {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const opening = indexedDB.open('connexions-offline')
    opening.addEventListener('success', () => done(opening.result))
    opening.addEventListener('error', () => failed(opening.error))
  })
  const parts: string[] = []
  const say = (value: unknown): void => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer)
      parts.push(new TextDecoder('utf-8').decode(bytes), new TextDecoder('utf-16le').decode(bytes))
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) {
        parts.push(name)
        say(one)
      }
    } else parts.push(String(value))
  }
  for (const store of database.objectStoreNames) {
    const rows = await new Promise<unknown[]>(done => {
      const asked = database.transaction(store).objectStore(store).getAll()
      asked.addEventListener('success', () => done(asked.result as unknown[]))
    })
    for (const row of rows) say(row)
  }
  database.close()
  return parts.join('\n')
}
