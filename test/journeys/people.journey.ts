/** Making and changing a record. */
import { journey, type Walker } from './harness.ts'
import { dateIn, fillDate } from './people-steps.ts'

journey('Each form of a record is looked at as it stands and with what is missing', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await owen.go('/find?q=a')
  const dana = await as('Dana Example')
  await dana.go('/caseload')
  const record = new URL(
    (await dana.page.locator('main a[href^="/people/"]').first().getAttribute('href')) ?? '',
    dana.page.url(),
  ).pathname
  for (const form of [
    'identity',
    'address',
    'contact-details',
    'safe-contact',
    'adults',
    'identifiers',
    'alerts',
    'support-level',
    'about',
    'characteristics',
    'activity',
  ]) {
    await dana.visit(`${record}/${form}`)
    await emptied(dana)
  }
  await dana.go(`${record}/contact-details`)
  await dana.fill('Email', 'no address at all')
  await dana.click(dana.page.locator('main form button').last())
  await dana.see('There is a problem')
  await dana.axe()
  await owen.visit(`${record}/death`)
  await emptied(owen)
})

journey('An alert that is to be looked at again is said to be needed still, or ended', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.visit('/alerts')
  await dana.see(/days? late/)
  await dana.clicks('opening an alert to look at', 1, () =>
    dana.click(dana.page.getByRole('link', { name: /Still needed\?/ }).first()),
  )
  await dana.axe()
  await fillDate(dana, 'When is it looked at again?', ['1', '1', '2020'])
  await dana.click('It is still needed')
  await dana.see('Enter a day that is to come')
  await dana.axe()
  await fillDate(dana, 'When is it looked at again?', await dateIn(dana, 60))
  await dana.click('It is still needed')
  await dana.see('looked at again by')
  await dana.axe()
  const owen = await as('Owen Testcase')
  await owen.visit('/alerts', { state: 'empty' })
})

journey('A new record asks first whether there is one already', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.visit('/people/new', { state: 'empty' })
  await dana.click('Make the record')
  await dana.see('Enter their given name')
  await dana.axe()
  await dana.fill('Given name', 'Journey')
  await dana.fill('Family name', 'Testcase')
  await fillDate(dana, 'Birth date', ['3', '3', '2010'])
  await dana.clicks('making a record', 1, () => dana.click('Make the record'))
  await dana.see('Journey Testcase')
  // Nothing has happened with them yet.
  await dana.axe('empty')
  await dana.go('/people/new')
  await dana.fill('Given name', 'Journey')
  await dana.fill('Family name', 'Testcase')
  await fillDate(dana, 'Birth date', ['3', '3', '2010'])
  await dana.click('Make the record')
  await dana.see('Is it one of these?')
  await dana.axe()
})

/** Sends a form with every field emptied, and looks at the answer where it was refused. */
async function emptied(walker: Walker): Promise<void> {
  const form = walker.page
    .locator('main form')
    .filter({ has: walker.page.locator('button') })
    .first()
  for (const field of await form
    .locator('input[type=text], input:not([type]), input[type=tel], input[type=email], textarea')
    .all()) {
    // What is asked only when something else is chosen is not there yet.
    if ((await field.isVisible()) && (await field.isEditable())) await field.fill('')
  }
  for (const select of await form.locator('select').all()) await select.selectOption({ index: 0 })
  await walker.click(form.locator('button').last())
  if ((await walker.page.getByText('There is a problem').count()) > 0) await walker.axe()
}
