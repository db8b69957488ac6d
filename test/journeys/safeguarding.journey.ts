/** Danger first (K10): from any page, half filled, to the lead, to a decision, and back to the one who raised it. */
import { journey } from './harness.ts'

const PLANTED = 'They were afraid to go home tonight'

journey('A concern goes from half a sentence to the safeguarding lead and a decision', async ({ as }) => {
  const ruth = await as('Ruth Placeholder')
  await ruth.visit('/concerns', { state: 'empty' })

  const dana = await as('Dana Example')
  await dana.go('/account')
  await dana.clicks('raising a concern', 2, async () => {
    await dana.click('Raise a concern')
    await dana.page.getByLabel('What did you see or hear?').fill(PLANTED)
    await dana.click('Send to the safeguarding lead')
  })
  await dana.see('The safeguarding lead has been told')
  await dana.see('Ruth Placeholder')
  await dana.see('Not read yet')
  await dana.axe()
  await dana.doNotSee(PLANTED)
  const receipt = new URL(dana.page.url()).pathname
  const concern = receipt.replace(/\/receipt$/, '')

  for (const name of ['Owen Testcase', 'Priya Specimen', 'Kofi Adminson', 'Gwen Pattern']) {
    const other = await as(name)
    await other.go(concern, { status: 404 })
    await other.go(receipt, { status: 404 })
    await other.doNotSee(PLANTED)
  }

  await ruth.visit('/concerns')
  await ruth.clicks('reading a concern', 1, () => ruth.click(ruth.page.locator(`a[href="${concern}"]`)))
  await ruth.see(PLANTED)
  await ruth.axe()
  await dana.go(receipt)
  await dana.see('Read')
  await ruth.page.locator('form[action^="/concerns/"] button').last().click()
  await ruth.see('There is a problem')
  await ruth.axe()
  await ruth.page.getByLabel('Decision').selectOption({ label: 'Early help' })
  await ruth.page.getByLabel('Why').fill('An aunt took them in; early help starts tomorrow.')
  await ruth.clicks('deciding', 1, () => ruth.click(ruth.page.locator('form[action^="/concerns/"] button').last()))
  await ruth.axe()
  await dana.go(receipt)
  await dana.see('Decided')
  await dana.doNotSee('An aunt took them in')
})

journey('A concern takes along what is half written on the page, and the page keeps it', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.go('/caseload')
  await dana.click(dana.page.locator('main table tbody a').first())
  await dana.click('Record a contact')
  const page = new URL(dana.page.url()).pathname
  await dana.page.locator('main textarea').first().fill(PLANTED)
  const [concern] = await Promise.all([
    dana.page.waitForEvent('popup'),
    dana.page.getByRole('link', { name: 'Raise a concern' }).click(),
  ])
  await concern.waitForLoadState()
  const what = await concern.getByLabel('What did you see or hear?').inputValue()
  if (!what.includes(PLANTED)) throw new Error(`what was half written did not come along: ${what}`)
  await concern.getByRole('button', { name: 'Send to the safeguarding lead' }).click()
  await concern.getByRole('heading', { name: 'The safeguarding lead has been told' }).waitFor()
  const shown = concern.url().replace(/\/receipt$/, '')
  await concern.close()
  if ((await dana.page.locator('main textarea').first().inputValue()) !== PLANTED) throw new Error('the page lost it')
  const ruth = await as('Ruth Placeholder')
  await ruth.go(new URL(shown).pathname)
  await ruth.see(PLANTED)
  if ((await ruth.page.locator(`main a[href="${page}"]`).count()) !== 1) throw new Error('the page is not named')
})

journey('A concern takes along what a form that was refused came back with', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.go('/caseload')
  await dana.click(dana.page.locator('main table tbody a').first())
  await dana.click('Record a contact')
  await dana.page.locator('main textarea').first().fill(PLANTED)
  await dana.page.locator('input[name="on-day"]').fill('99')
  await dana.click(dana.page.locator('main form button[type="submit"], main form button:not([type])').first())
  await dana.see('There is a problem')
  const [concern] = await Promise.all([
    dana.page.waitForEvent('popup'),
    dana.page.getByRole('link', { name: 'Raise a concern' }).click(),
  ])
  await concern.waitForLoadState()
  const what = await concern.getByLabel('What did you see or hear?').inputValue()
  if (!what.includes(PLANTED)) throw new Error(`what was refused did not come along: ${what}`)
  await concern.close()
})

journey('A concern with nothing in it is taken too', async ({ as }) => {
  const sam = await as('Mair Sample')
  await sam.visit('/concerns/new', { state: 'empty' })
  await sam.clicks('an empty concern', 1, () => sam.click('Send to the safeguarding lead'))
  await sam.see('The safeguarding lead has been told')
})

journey('A concern that is too long says so and keeps what was typed', async ({ as }) => {
  const mair = await as('Mair Sample')
  await mair.go('/concerns/new')
  await mair.page.getByLabel('What did you see or hear?').fill('word '.repeat(2100))
  await mair.click('Send to the safeguarding lead')
  await mair.see('This is too long')
  await mair.axe()
  if (!(await mair.page.getByLabel('What did you see or hear?').inputValue()).startsWith('word word'))
    throw new Error('what was typed is gone')
})
