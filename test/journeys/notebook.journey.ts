/** The offline notebook in a real browser, with the network cut. */
import type { Page } from 'playwright-core'
import { journey } from './harness.ts'
import { keptByItself, nothingRests, restingText, signOutFrom, take, unlock, WORDS, write } from './notebook-steps.ts'
import { dateIn, fillDate, makeRecord } from './people-steps.ts'

const HOUR_MS = 3_600_000
const NAMED = ['Odette', 'Notesample', 'Perry', 'Movedaway', 'Aim for the notebook', 'Step for the notebook', WORDS]

const SENDS = '**/notebook/send'

journey(
  'The notebook is taken along, written in without signal, sent once, refused where the case has moved, and wiped at signing out',
  async ({ as }) => {
    const imran = await as('Imran Demo')
    const odette = await makeRecord(imran, 'Odette', 'Notesample', ['4', '3', '2010'])
    const perry = await makeRecord(imran, 'Perry', 'Movedaway', ['5', '3', '2010'])
    await imran.go(`${odette}/appointments/new`)
    await fillDate(imran, 'Day', await dateIn(imran, 1))
    await imran.fill('Time', '06:10')
    await imran.fill('Where', 'Made-up library')
    await imran.fill('What it is to bring', 'Aim for the notebook')
    await imran.click('Save')
    await imran.see('Aim for the notebook')

    await imran.visit('/notebook')
    await imran.click('Open the notebook')
    await imran.see('Take your caseload along')
    await imran.axe()
    await imran.click('Take it along')
    await imran.see('Use at least 14 letters')
    await imran.axe('error')
    await imran.page.locator('#words').fill(WORDS)
    await imran.page.locator('#again').fill(WORDS)
    await imran.click('Take it along')
    await imran.see('Your young people')
    await imran.see('Aim for the notebook')
    await imran.axe()
    await nothingPlain(imran.page)
    await imran.page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })

    await imran.page.goto('about:blank')
    await imran.page.context().setOffline(true)
    // A worker that has just begun can let a request through although the line is cut: what a page sends is cut as well.
    await imran.page.context().route(SENDS, route => route.abort('internetdisconnected'))
    await imran.go('/notebook/open')
    await imran.see('Notebook, locked')
    await imran.axe()
    await imran.page.locator('#words').fill('these are not the words')
    await imran.click('Open')
    await imran.see('4 tries left')
    await imran.axe('error')
    await unlock(imran)
    await imran.see('No signal. Notes wait here.')
    await write(imran, 'Write a note about Odette N')
    await imran.axe()
    await imran.click('Put it with those to send')
    await imran.see('There is a problem')
    await imran.see('Enter what happened, or what they said')
    await imran.axe('error')
    await imran.fill('What happened', 'Notebook words on the bus')
    await imran.fill('What was agreed?', 'Next step of the notebook')
    await imran.click('Put it with those to send')
    await imran.see('Waits for signal')
    await write(imran, 'Write a note about Perry M')
    await imran.fill('What happened', 'Half a note')
    await keptByItself(imran.page, 2)

    // The tab is closed in the middle of a note.
    await imran.page.goto('about:blank')
    await imran.go('/notebook/open')
    await unlock(imran)
    await imran.see('Not finished')
    await imran.page.getByRole('button', { name: 'Go on writing: Perry M' }).click()
    if ((await imran.page.getByLabel('What happened').inputValue()) !== 'Half a note')
      throw new Error('a draft was lost')
    await imran.fill('What happened', 'A whole note about who moved')
    await imran.click('Put it with those to send')
    // A worker that has just begun may have let one request through: then nobody knows whether the note arrived.
    await imran.page
      .getByText(/^(Waits for signal|On its way)$/)
      .nth(1)
      .waitFor()
    await imran.axe()
    await nothingPlain(imran.page, ['Notebook words', 'A whole note', 'Next step of the notebook'])

    const priya = await as('Priya Specimen')
    await priya.go(`${perry}/lead`)
    const option = priya.page.locator('#adviser option', { hasText: 'Dana Example' })
    await priya.page.locator('#adviser').selectOption((await option.getAttribute('value')) ?? '')
    await priya.fill('Why?', 'Made up: moved while somebody was out')
    await priya.click('Make them lead adviser')

    await imran.page.context().unroute(SENDS)
    await imran.page.context().setOffline(false)
    await imran.see('1 note sent.')
    await imran.see('Sent: Odette N')
    await imran.see('Not taken')
    await imran.axe()
    if ((await imran.page.getByRole('button', { name: 'Write a note about Perry M' }).count()) > 0)
      throw new Error('who moved is still in the notebook')
    await imran.page.getByRole('button', { name: 'Read it: Perry M' }).click()
    await imran.see('A whole note about who moved')
    await imran.see(/Ask your team leader who should have it/)
    await imran.axe()
    await imran.click('Back to the notebook')
    await imran.click('See it on the record')
    await imran.see(/Written in the notebook at/)
    await imran.go(odette)
    const times = (await imran.page.content()).split('Notebook words on the bus').length - 1
    if (times !== 1) throw new Error(`the note stands ${times} times on the record`)

    await signOutFrom(imran, '/account')
    await imran.see('There are notes on this device that were not sent')
    await imran.axe()
    await imran.click('Sign out and throw them away')
    await imran.page.waitForURL('**/demo')
    await nothingKept(imran.page)
  },
)

journey(
  'A notebook is wiped after five wrong tries; its notes open for the same account signed in, and for no other',
  async ({ as }) => {
    const imran = await as('Imran Demo')
    await makeRecord(imran, 'Quentin', 'Lostsample', ['6', '3', '2010'])
    await take(imran)
    await imran.page.context().setOffline(true)
    await write(imran, 'Write a note about Quentin L')
    await imran.fill('What happened', 'Words that must not be lost')
    await imran.click('Leave it for later')
    await imran.see('Not finished')
    await imran.click('Lock it')
    for (let n = 0; n < 5; n++) {
      await imran.page.locator('#words').fill(`these are not the words ${n}`)
      await imran.click('Open')
      await imran.page
        .getByText(n < 4 ? `${4 - n} tr` : 'Five wrong tries')
        .first()
        .waitFor()
    }
    await imran.see('1 note on this device was not sent.')
    await imran.axe('error')

    // Another colleague on the same device.
    const { page } = imran
    const cookies = await page.context().cookies()
    await page.context().setOffline(false)
    await page.context().clearCookies()
    await imran.go('/demo')
    await page.getByRole('button', { name: 'Dana Example' }).click()
    await page.waitForURL(url => url.pathname !== '/demo')
    await imran.go('/notebook/open')
    await imran.see(/It is another colleague’s/)
    await imran.axe()
    await imran.doNotSee('Quentin')

    await page.context().clearCookies()
    await page.context().addCookies(cookies)
    await imran.go('/notebook/open')
    await imran.click('Open it with my sign-in')
    await page.getByRole('button', { name: 'Go on writing: Quentin L' }).click()
    await imran.click('Put it with those to send')
    await imran.see('1 note sent.')
    await nothingRests(page)
  },
)

journey(
  'What goes wrong on the way with the notebook: a lost answer, a wrong clock, a day before they were born, five idle minutes, its day, its end',
  async ({ as }) => {
    const imran = await as('Imran Demo')
    const { page } = imran
    const record = await makeRecord(imran, 'Ursula', 'Clocksample', ['7', '3', '2010'])
    await take(imran)

    // The note arrives and its answer is lost.
    await write(imran, 'Write a note about Ursula C')
    await imran.fill('What happened', 'Words whose answer was lost')
    await page.evaluate(() => {
      const fetched = window.fetch
      window.fetch = async (...asked) => {
        const answer = await fetched(...asked)
        if (asked[0] !== '/notebook/send') return answer
        window.fetch = fetched
        throw new TypeError('the line went dead')
      }
    })
    await imran.click('Put it with those to send')
    await imran.see('On its way')
    await page.getByRole('button', { name: 'Read it: Ursula C' }).click()
    await imran.see(/no answer came back/)
    await imran.axe('error')
    await imran.click('Send it again')
    await imran.see('1 note sent.')
    await imran.go(record)
    const times = (await page.content()).split('Words whose answer was lost').length - 1
    if (times !== 1) throw new Error(`the note stands ${times} times on the record`)

    // The line is said to be back before it is: what waits goes soon after, and not a minute later.
    await imran.go('/notebook/open')
    await unlock(imran)
    await page.context().setOffline(true)
    await write(imran, 'Write a note about Ursula C')
    await imran.fill('What happened', 'Words before the line was back')
    await imran.click('Put it with those to send')
    await imran.see(/^(Waits for signal|On its way)$/)
    await page.context().route('**/notebook/standing*', route => route.abort('internetdisconnected'), { times: 1 })
    await page.context().setOffline(false)
    await imran.see('1 note sent.')

    await imran.go('/notebook/open')
    await unlock(imran)
    await page.clock.setFixedTime(Date.now() + 3 * HOUR_MS)
    await write(imran, 'Write a note about Ursula C')
    await imran.fill('What happened', 'Words of a wrong clock')
    await imran.click('Put it with those to send')
    await imran.see('When was it?')
    await page.getByRole('button', { name: 'Go on writing: Ursula C' }).click()
    await imran.see(/This device said it was/)
    await imran.axe('error')
    await page.locator('#on-year').fill('2001')
    await imran.click('Put it with those to send')
    await imran.see('Put right')
    await page.getByRole('button', { name: 'Go on writing: Ursula C' }).click()
    await imran.see('The contact is before they were born')
    await imran.axe('error')
    const [day, month, year] = await dateIn(imran, -1)
    for (const [box, text] of Object.entries({ day, month, year })) await page.locator(`#on-${box}`).fill(text)
    await imran.click('Put it with those to send')
    await imran.see('1 note sent.')
    await imran.click('See it on the record')
    await imran.see(/on a device whose clock was wrong/)

    // Five minutes in which nothing is done: what was being written is kept, and the notebook locks itself.
    await page.clock.setFixedTime(Date.now())
    await imran.go('/notebook/open')
    await unlock(imran)
    await write(imran, 'Write a note about Ursula C')
    await imran.fill('What happened', 'Words of somebody called away')
    await page.clock.setFixedTime(Date.now() + HOUR_MS / 10)
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await imran.see('Notebook, locked')
    await imran.doNotSee('Ursula')
    await unlock(imran)
    await page.getByRole('button', { name: 'Go on writing: Ursula C' }).click()
    if ((await page.getByLabel('What happened').inputValue()) !== 'Words of somebody called away')
      throw new Error('what was being written is lost')
    await imran.click('Throw away')
    await imran.see('Throw away the note about Ursula C? Nobody can get it back.')
    await imran.axe()
    await page.locator('main').getByRole('button', { name: 'Throw away' }).click()
    await imran.see('No notes wait to be sent.')

    await page.clock.setFixedTime(Date.now() + 72 * HOUR_MS)
    await imran.go('/notebook/open')
    await imran.see(/Its day is over/)
    await nothingRests(page)
    await page.clock.setFixedTime(Date.now())

    await take(imran)
    await imran.visit('/notebook')
    await imran.see(/Readable until the end of/)
    for (let ends = await page.getByRole('button', { name: 'End it' }).count(); ends > 0; ends--)
      await imran.click(page.getByRole('button', { name: 'End it' }).first())
    await imran.go('/notebook/open')
    await imran.see(/It was ended or signed out of/)
    await nothingRests(page)
    await signOutFrom(imran, '/account')
    await page.waitForURL('**/demo')
    await nothingKept(page)
  },
)

/** Everything that rests in the database, as bytes and as text: no name and no word of a note is among it. */
async function nothingPlain(page: Page, more: readonly string[] = []): Promise<void> {
  const text = await page.evaluate(restingText)
  if (!text.includes('byWords')) throw new Error('nothing rests on the device, so nothing was looked at')
  for (const word of [...NAMED, ...more]) if (text.includes(word)) throw new Error(`"${word}" rests in plain text`)
}

async function nothingKept(page: Page): Promise<void> {
  const kept = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))
  if (kept.databases + kept.caches + kept.workers > 0)
    throw new Error(`kept after signing out: ${JSON.stringify(kept)}`)
}
