/** The adviser's day: my day, caseload, find, record, contact. */
import { journey, type Walker } from './harness.ts'
import { firstRecord, firstRecordLink } from './people-steps.ts'

journey('An adviser goes from my day to a record and records a contact in two clicks and typing', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.visit('/')
  await dana.clicks('opening a record from my day', 1, () => dana.click(firstRecordLink(dana)))
  await dana.visit('/caseload')
  const record = await firstRecord(dana)
  await dana.clicks('opening a record from the caseload', 1, () => dana.click(firstRecordLink(dana)))
  await dana.axe()
  await dana.clicks('recording a contact', 2, async () => {
    await dana.click(dana.page.locator(`a[href^="${record}/contacts/new"]`).first())
    await dana.page.getByLabel('What happened').fill('Talked about the open day. Made-up words.')
    for (const name of ['How', 'What for', 'What came of it']) await chooseFirst(dana, name)
    await dana.click('Save contact')
  })
  await dana.see('Talked about the open day')
  await dana.axe()
})

journey('A contact is recorded from a row of the caseload, and the list stands as it stood', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.visit('/caseload?level=universal&sort=name')
  await dana.clicks('recording a contact from a row of the caseload', 2, async () => {
    await dana.click(dana.page.locator('main .cx-row-link').first())
    await dana.axe()
    await dana.page.getByLabel('What happened').fill('Rang about the bus pass. Made-up words.')
    await dana.click('Save contact')
  })
  const { pathname, search } = new URL(dana.page.url())
  if (`${pathname}${search}` !== '/caseload?level=universal&sort=name')
    throw new Error(`it leads to ${dana.page.url()}`)
  await dana.axe()
})

journey('A contact can be changed, and the form says what is missing', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.go('/caseload')
  const record = await firstRecord(dana)
  await dana.visit(`${record}/contacts/new`, { state: 'empty' })
  await dana.page.getByLabel('What happened').fill('')
  await dana.click('Save contact')
  await dana.see('There is a problem')
  await dana.axe()
  await dana.go(record)
  const contact = dana.page.locator('a[href^="/contacts/"]').first()
  await dana.click(contact)
  await dana.axe()
  await dana.click('Save contact')
  await dana.axe()
})

journey('Anyone who may find somebody finds them from any page by one key', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.go('/caseload')
  const name = (await dana.page.locator('a[href^="/people/"]').first().innerText()).trim()
  await dana.page.keyboard.press('/')
  await dana.page.keyboard.type(name)
  await dana.page.keyboard.press('Enter')
  await dana.page.waitForURL(/\/find/)
  await dana.see(name)
  await dana.axe()
  await dana.clicks('opening a record that was found', 1, () => dana.click(firstRecordLink(dana)))
  await dana.visit('/find', { state: 'empty' })
  await dana.visit('/find?q=nobodyofthatname', { state: 'empty' })
})

journey('A record’s story is chosen from, and printed as it stands on the page', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.go('/caseload')
  const record = await firstRecord(dana)
  await dana.go(`${record}/contacts/new`)
  await dana.page.getByLabel('What happened').fill('Looked at a prospectus. Made-up words.')
  for (const name of ['How', 'What for', 'What came of it']) await chooseFirst(dana, name)
  await dana.click('Save contact')
  await dana.go(record)
  await dana.page.getByLabel('Show', { exact: true }).selectOption({ label: 'Contacts and meetings' })
  await dana.page.locator('.cx-filter__apply').click()
  await dana.page.waitForURL(/show=contacts/)
  await dana.axe()
  const title = await dana.page.locator('.cx-timeline__title').first().innerText()
  const print = await dana.keep('Print this story', 'story.pdf')
  for (const words of [title.trim(), 'Looked at a prospectus', 'Printed by Dana Example', 'Contacts and meetings'])
    if (!print.text.includes(words)) throw new Error(`the print lacks ${words}`)
  await dana.page.getByLabel('Show', { exact: true }).selectOption({ label: 'Other agencies and hand-overs' })
  await dana.page.getByLabel('From', { exact: true }).selectOption({ label: 'Three months ago' })
  await dana.page.locator('.cx-filter__apply').click()
  await dana.page.waitForURL(/show=agencies/)
  await dana.axe()
})

journey('A record tells everything a viewer may see, and why they may', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.go('/caseload')
  const record = await firstRecord(dana)
  for (const part of ['details', 'who', 'activity']) await dana.visit(`${record}/${part}`)
})

journey(
  'Everything that may be done with a record is under one word, at the same place on each of its pages',
  async ({ as }) => {
    const dana = await as('Dana Example')
    await dana.go('/caseload')
    await dana.click(dana.page.locator('main a[href^="/people/"]').first())
    await dana.click(dana.page.locator('.cx-more summary'))
    await dana.see('Change how it is safe to get in touch')
    await dana.axe()
    // The menu is shut again, whether or not the look at the page walked out of it.
    await dana.page.reload()
    await dana.clicks('opening a change of a record', 2, async () => {
      await dana.click(dana.page.locator('.cx-more summary'))
      await dana.click('Change address')
    })
    await dana.click(dana.page.locator('.cx-more summary'))
    await dana.see('Add an alert')
  },
)

journey('Every list that has nobody in it says so', async ({ as }) => {
  const mair = await as('Mair Sample')
  await mair.visit('/caseload?activity=nothing-like-it', { state: 'empty' })
  const priya = await as('Priya Specimen')
  await priya.go('/team')
  const caseload = await priya.page.locator('main a[href^="/team/"]').first().getAttribute('href')
  await priya.visit(`${caseload}?q=nobodyofthatname`, { state: 'empty' })
  const kofi = await as('Kofi Adminson')
  await kofi.visit('/', { state: 'empty' })
})

journey('A team leader sees the team and gives somebody another lead adviser with a reason', async ({ as }) => {
  const priya = await as('Priya Specimen')
  await priya.visit('/team')
  await priya.clicks('opening an adviser’s caseload from the team', 1, () =>
    priya.click(priya.page.locator('main a[href^="/team/"]').first()),
  )
  await priya.axe()
  const record = await firstRecord(priya)
  await priya.visit(`${record}/lead`)
  await priya.click('Make them lead adviser')
  await priya.see('There is a problem')
  await priya.axe()
})

/** Picks the first answer of radios or of a select. */
async function chooseFirst(walker: Walker, label: string): Promise<void> {
  const select = walker.page.locator('select').and(walker.page.getByLabel(label, { exact: true }))
  if ((await select.count()) > 0) {
    if ((await select.inputValue()) === '') await select.selectOption({ index: 1 })
    return
  }
  const group = walker.page.getByRole('group', { name: label }).getByRole('radio')
  if ((await group.and(walker.page.locator(':checked')).count()) === 0) await group.first().check()
}
