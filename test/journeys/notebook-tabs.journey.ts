/** The notebook in several tabs of one browser, and locked while it sends: nothing that was not sent is lost, and nothing stays open. */
import type { Page } from 'playwright-core'
import { journey, type Walker } from './harness.ts'
import { keptByItself, nothingRests, signOutFrom, take, unlock, WORDS, write } from './notebook-steps.ts'
import { makeRecord } from './people-steps.ts'

const MINUTE_MS = 60_000
const SEND = '/notebook/send'
const TAKE = '/notebook/take'

journey(
  'The notebook in two tabs: what was written in one is not thrown away by the other when its day is over',
  async ({ as }) => {
    const dana = await as('Dana Example')
    await makeRecord(dana, 'Tabitha', 'Twotabs', ['8', '3', '2010'])
    await take(dana)
    const other = await openTab(dana)
    await leaveNote(dana, 'Tabitha T', 'Half an hour of work')
    await dana.page.goto('about:blank')

    await other.clock.setFixedTime(Date.now() + 72 * 60 * MINUTE_MS)
    await lookAgain(other)
    await seeIn(other, 'Its day is over: what was taken along is wiped from this device.')
    await seeIn(other, '1 note on this device was not sent.')
    await keptByItself(other, 1)
    await other.getByRole('button', { name: 'Open it with my sign-in' }).click()
    await hasWords(other, 'Tabitha T', 'Half an hour of work')
  },
)

journey(
  'A notebook that is locked while it sends, by itself or by a press, keeps what was not sent',
  async ({ as }) => {
    const dana = await as('Dana Example')
    const { page } = dana
    await makeRecord(dana, 'Lorcan', 'Locksample', ['9', '3', '2010'])
    await take(dana)
    await page.context().setOffline(true)
    await leaveNote(dana, 'Lorcan L', 'A draft that must stay')
    await readyNote(dana, 'Lorcan L', 'Sent while it locks itself')
    await dana.see('Waits for signal')
    await dana.click('Lock it')
    for (let n = 0; n < 5; n++) {
      await page.locator('#words').fill(`these are not the words ${n}`)
      await dana.click('Open')
      await seeIn(page, n < 4 ? `${4 - n} tr` : 'Five wrong tries')
    }

    // Signal comes back, and five minutes are over before the answer is here.
    await holdAnswers(page, SEND)
    await page.clock.setFixedTime(Date.now() + 6 * MINUTE_MS)
    await page.context().setOffline(false)
    await isHeld(page)
    await lookAgain(page)
    await letGo(page)
    await seeIn(page, '1 note sent.')
    await seeIn(page, '1 note on this device was not sent.')
    await keptByItself(page, 1)
    await dana.doNotSee('Lorcan')

    await dana.click('Open it with my sign-in')
    await hasWords(page, 'Lorcan L', 'A draft that must stay')
    await dana.click('Put it with those to send')
    await isHeld(page)
    await dana.click('Lock it')
    await seeIn(page, 'Notebook, locked')
    await letGo(page)
    await dana.doNotSee('Lorcan')
    await nothingRests(page)
  },
)

journey(
  'A note that is changed while another one of the notebook is sent goes as it was changed, and not before it is finished',
  async ({ as }) => {
    const dana = await as('Dana Example')
    const { page } = dana
    const record = await makeRecord(dana, 'Mabel', 'Meanwhile', ['1', '3', '2010'])
    await take(dana)
    await page.context().setOffline(true)
    await readyNote(dana, 'Mabel M', 'The first of two notes')
    await seeIn(page, 'Waits for signal')
    await readyNote(dana, 'Mabel M', 'The second as it was')
    await page.getByText('Waits for signal').nth(1).waitFor()
    await holdAnswers(page, SEND)
    await page.context().setOffline(false)
    await isHeld(page)
    const waits = page.getByRole('listitem').filter({ hasText: 'Waits for signal' })
    await waits.getByRole('button', { name: 'Change: Mabel M' }).click()
    await dana.fill('What happened', 'The second as it was changed')
    await letGo(page)
    await keptByItself(page, 1)
    await dana.click('Put it with those to send')
    await isHeld(page)
    await letGo(page)
    await dana.see('No notes wait to be sent.')
    await dana.go(record)
    await dana.see('The second as it was changed')
    await dana.doNotSee('The second as it was<')
  },
)

journey(
  'Whoever takes the caseload along in two tabs has one notebook, and opens what was written by its words',
  async ({ as }) => {
    const dana = await as('Dana Example')
    await makeRecord(dana, 'Nerys', 'Onenotebook', ['2', '3', '2010'])
    const ends = await packsAtDesk(dana)
    const other = await openTab(dana)
    await other.locator('#words').fill('other words for another key')
    await other.locator('#again').fill('other words for another key')
    await holdAnswers(other, TAKE)
    await other.getByRole('button', { name: 'Take it along' }).click()
    await isHeld(other)

    await take(dana)
    await leaveNote(dana, 'Nerys O', 'Words under the first key')
    await letGo(other)
    await seeIn(other, 'There is a notebook on this device already')
    await seeIn(other, 'Notebook, locked')
    await keptByItself(other, 1)
    // One that another key locked keeps the rest from nobody, and is told of.
    await dana.page.evaluate(putForeignRow)
    await dana.go('/notebook/open')
    await unlock(dana)
    await dana.see('1 note on this device cannot be opened: it was locked with another key.')
    await dana.axe()
    await hasWords(dana.page, 'Nerys O', 'Words under the first key')
    // What the second tab asked for is not out.
    if ((await packsAtDesk(dana)) !== ends + 1) throw new Error('a notebook that is on no device stands at the desk')
  },
)

journey(
  'An open notebook is gone from its tab once it is signed out of in another, be a note half written or not',
  async ({ as }) => {
    const dana = await as('Dana Example')
    await makeRecord(dana, 'Osian', 'Signedout', ['3', '3', '2010'])
    await take(dana)
    await write(dana, 'Write a note about Osian S')
    await dana.fill('What happened', 'Words before it was wiped')
    await keptByItself(dana.page, 1)
    // The browser wipes it, and no script says so: five minutes later nothing is left on the screen.
    const other = await dana.page.context().newPage()
    await other.goto('/account')
    await other.evaluate(
      () =>
        new Promise(done => {
          indexedDB.deleteDatabase('connexions-offline').addEventListener('success', done)
        }),
    )
    await dana.page.clock.setFixedTime(Date.now() + 6 * MINUTE_MS)
    await lookAgain(dana.page)
    await seeIn(dana.page, 'Take your caseload along')
    await dana.doNotSee('Osian')
    await dana.page.clock.setFixedTime(Date.now())

    // A tab that looks at nothing by itself is told by the one that signs out.
    await dana.page.addInitScript('window.setInterval = () => 0')
    await take(dana)
    await write(dana, 'Write a note about Osian S')
    await dana.fill('What happened', 'Words nobody wants any more')
    await keptByItself(dana.page, 1)
    const leaving: Walker = { ...dana, page: other, go: async path => void (await other.goto(path)) }
    await signOutFrom(leaving, '/account')
    await other.getByRole('button', { name: 'Sign out and throw them away' }).click()
    await dana.see(/^Take your caseload along$|Nothing has been taken along on this device/)
    await dana.doNotSee('Osian')
  },
)

journey('Five wrong tries wipe a notebook, in however many tabs they are made', async ({ as }) => {
  const dana = await as('Dana Example')
  // Neither tab looks by itself: only what is pressed there tells it what the other did.
  await dana.page.context().addInitScript('window.setInterval = () => 0')
  await makeRecord(dana, 'Petra', 'Fivetries', ['4', '3', '2010'])
  await take(dana)
  await dana.page.context().setOffline(true)
  await leaveNote(dana, 'Petra F', 'Words behind the tries')
  await dana.click('Lock it')
  await dana.page.context().setOffline(false)
  const other = await openTab(dana)
  await dana.page.context().setOffline(true)
  const tryIn = async (page: Page, words: string, said: string) => {
    await page.locator('#words').fill(words)
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await seeIn(page, said)
  }
  await tryIn(dana.page, 'not the words at all 1', '4 tries left')
  await tryIn(other, 'not the words at all 2', '3 tries left')
  await tryIn(dana.page, 'not the words at all 3', '2 tries left')
  await tryIn(other, 'not the words at all 4', '1 try left')
  await tryIn(other, 'not the words at all 5', 'Five wrong tries')
  // The right words come too late, in the tab that has not looked since.
  await tryIn(dana.page, WORDS, 'In another tab, what was taken along was wiped')
  await seeIn(dana.page, '1 note on this device was not sent.')
  await dana.axe('error')
  await dana.doNotSee('Petra')
})

journey(
  'Nothing of a notebook is thrown away that was written in another tab meanwhile, and it locks itself where somebody else is signed in',
  async ({ as }) => {
    const dana = await as('Dana Example')
    const { page } = dana
    await page.context().addInitScript('window.setInterval = () => 0')
    await makeRecord(dana, 'Rhian', 'Throwaway', ['5', '3', '2010'])
    await take(dana)
    const other = await openTab(dana)
    await other.getByRole('button', { name: 'Throw away everything on this device' }).click()
    await seeIn(other, 'What was taken along goes from this device.')
    await leaveNote(dana, 'Rhian T', 'Written since the other tab looked')
    await other.getByRole('button', { name: 'Throw it away' }).click()
    await seeIn(other, 'Another note was written meanwhile, in another tab.')
    await seeIn(other, 'What was taken along goes, and 1 note that was not sent.')
    await keptByItself(other, 1)

    // Another colleague signs in, in the other tab.
    await page.context().clearCookies()
    await other.goto('/demo')
    await other.getByRole('button', { name: 'Imran Demo' }).click()
    await other.waitForURL(url => url.pathname !== '/demo')
    await dana.click('Bring it up to date')
    await dana.see('Somebody else is signed in: what was taken along is wiped from this device.')
    await dana.see('Notebook, locked')
    await dana.doNotSee('Rhian')
    await dana.axe('error')
    await keptByItself(page, 1)
    await dana.click('Throw away everything on this device')
    await dana.click('Throw it away')
    await nothingRests(page)
  },
)

// Runs in the page.
async function putForeignRow(): Promise<void> {
  const database = await new Promise<IDBDatabase>(done => {
    const opening = indexedDB.open('connexions-offline')
    opening.addEventListener('success', () => done(opening.result))
  })
  const sealed = { iv: new Uint8Array(12), data: new Uint8Array(64).buffer }
  await new Promise(done => {
    const store = database.transaction('unsent', 'readwrite').objectStore('unsent')
    store.put({ id: 'of-another-key', sealed }).addEventListener('success', done)
  })
  database.close()
}

async function openTab(walker: Walker): Promise<Page> {
  const tab = await walker.page.context().newPage()
  tab.setDefaultTimeout(30_000)
  await tab.goto('/notebook/open')
  await tab.locator('#words').waitFor()
  return tab
}

async function leaveNote(walker: Walker, name: string, words: string): Promise<void> {
  await write(walker, `Write a note about ${name}`)
  await walker.fill('What happened', words)
  await walker.click('Leave it for later')
  await walker.see('Not finished')
}

async function readyNote(walker: Walker, name: string, words: string): Promise<void> {
  await write(walker, `Write a note about ${name}`)
  await walker.fill('What happened', words)
  await walker.click('Put it with those to send')
}

async function seeIn(page: Page, words: string): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor()
}

async function hasWords(page: Page, name: string, words: string): Promise<void> {
  await page.getByRole('button', { name: `Go on writing: ${name}` }).click()
  const found = await page.getByLabel('What happened', { exact: true }).inputValue()
  if (found !== words) throw new Error(`the note says "${found}", not "${words}"`)
}

/** As when somebody comes back to the tab: it looks whether it is to lock itself, and whether its day is over. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}

/** From now on what is asked of a path waits on a weak signal until it is let go. */
async function holdAnswers(page: Page, path: string): Promise<void> {
  await page.evaluate(held => {
    const fetched = window.fetch
    window.fetch = async (...asked) => {
      if (asked[0] !== held) return fetched(...asked)
      document.body.dataset['held'] = 'yes'
      await new Promise(go => document.addEventListener('let-go', go, { once: true }))
      delete document.body.dataset['held']
      return fetched(...asked)
    }
  }, path)
}

async function isHeld(page: Page): Promise<void> {
  await page.locator('body[data-held]').waitFor()
}

async function letGo(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('let-go')))
}

/** How many notebooks the page at the desk says are on devices. */
async function packsAtDesk(walker: Walker): Promise<number> {
  await walker.go('/notebook')
  return walker.page.getByRole('button', { name: 'End it' }).count()
}
