/** One's own account, and an administrator's work on others'. */
import { journey } from './harness.ts'

journey('Anyone looks after their own account', async ({ as }) => {
  const mair = await as('Mair Sample')
  await mair.visit('/account')
  await mair.click('Switch keys off')
  await mair.see('Switch keys on')
  await mair.clicks('new recovery codes', 1, () => mair.click('Make new recovery codes'))
  await mair.see('The old codes no longer work')
  await mair.axe()
  await mair.visit('/account/partnership')
})

journey('Signing out everywhere else ends the other computer at once', async ({ as }) => {
  const here = await as('Lena Mockford')
  const there = await as('Lena Mockford')
  await here.go('/account')
  await here.clicks('signing out everywhere else', 1, () => here.click('Sign out everywhere else'))
  await there.go('/account')
  if (new URL(there.page.url()).pathname !== '/demo') throw new Error('the other computer is still signed in')
  await here.go('/account')
  await here.see('My account')
})

journey('An administrator adds a colleague and hands over a link', async ({ as }) => {
  const kofi = await as('Kofi Adminson')
  await kofi.visit('/accounts')
  await kofi.click('Add an account')
  await kofi.axe()
  await kofi.click('Make the account')
  await kofi.see('Enter their name')
  await kofi.axe()
  await kofi.fill('Name', 'Nia Testcase')
  await kofi.fill('Work email', 'nia.testcase@partnership.example')
  await kofi.page.getByLabel('Role').selectOption({ label: 'Universal adviser' })
  await kofi.page.getByLabel('Organisation').selectOption({ index: 1 })
  await kofi.clicks('adding a colleague', 1, () => kofi.click('Make the account'))
  await kofi.see('Give this link to them')
  await kofi.axe()
  await kofi.click('Back to accounts')
  await kofi.see('nia.testcase@partnership.example')
})

journey('An administrator switches a colleague off, and they are out at once', async ({ as }) => {
  const sam = await as('Sam Frontdesk')
  const kofi = await as('Kofi Adminson')
  await kofi.go('/accounts')
  const row = kofi.page.getByRole('row').filter({ hasText: 'sam.frontdesk@partnership.example' })
  await kofi.clicks('switching a colleague off', 2, async () => {
    await kofi.click(row.locator('summary'))
    await kofi.click(row.getByRole('button', { name: 'Switch off' }))
  })
  await kofi.see('Switched off')
  await sam.go('/account')
  if (new URL(sam.page.url()).pathname !== '/demo') throw new Error('a switched-off colleague is still signed in')
  await kofi.click(row.locator('summary'))
  await kofi.click(row.getByRole('button', { name: 'Switch on' }))
})
