/** What somebody is to begin, whether they did, what stands beside, and where two sources differ. */
import { journey } from './harness.ts'
import { fillDate, makeRecord } from './people-steps.ts'

const BORN = ['4', '4', '2009'] as const

journey('A start is agreed for a day that lies ahead, put off, and did not come about', async ({ as }) => {
  const dana = await as('Dana Example')
  const record = await makeRecord(dana, 'Startelia', 'Startsample', BORN)
  await dana.visit(`${record}/starts`, { state: 'empty' })
  await dana.go(`${record}/activity`)
  await dana.page.getByLabel('What do they do now?').selectOption('310')
  await dana.fill('Course or employer', 'Made-up roofers')
  await fillDate(dana, 'Since', ['4', '1', '2032'])
  await dana.page.getByLabel('Their employer').check()
  await dana.click('Save')
  await dana.see('A start can be agreed for the next 18 months')
  await dana.axe()
  const ahead = new Date(Date.now() + 40 * 86_400_000)
  await fillDate(dana, 'Since', [String(ahead.getDate()), String(ahead.getMonth() + 1), String(ahead.getFullYear())])
  await dana.click('Save')
  await dana.see('Apprenticeship, Made-up roofers: has anything changed?')
  await dana.axe()
  await dana.click('Save')
  await dana.see('Select whether they started')
  await dana.axe()
  await dana.page.getByLabel('No, it did not come about').check()
  await dana.page.getByLabel('The young person').check()
  await dana.click('Save')
  await dana.see('What do they do now?')
  await dana.go(`${record}/starts`)
  await dana.see('Did not start')
  await dana.axe()
})

journey('Whose agreed day has come is asked, and it becomes what they do', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.visit('/starts')
  await dana.click(dana.page.locator('main table a').first())
  await dana.see('did they start?')
  await dana.axe()
  await dana.page.getByLabel('Yes, they started').check()
  await dana.page.getByLabel('Their school, college or provider').check()
  await dana.clicks('saying that somebody started', 1, () => dana.click('Save'))
  await dana.see('Apprenticeship')
  await dana.doNotSee('There is a problem')
  // Whoever works with nobody has nobody to ask about.
  const mair = await as('Mair Sample')
  await mair.visit('/starts', { state: 'empty' })
})

journey('Where a list differs from the record, one press says which is right', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await owen.visit('/activity-questions')
  const version = owen.page.locator('main tbody tr').first().locator('input[name="version"]')
  await version.evaluate(box => box.setAttribute('value', '99'))
  await owen.click(owen.page.locator('main tbody tr').first().getByRole('button').first())
  await owen.see('Somebody was first')
  await owen.axe()
  await owen.go('/activity-questions')
  const before = await owen.page.locator('main tbody tr').count()
  await owen.clicks('saying which is right', 1, () =>
    owen.click(owen.page.locator('main tbody tr').first().getByRole('button').last()),
  )
  await owen.page
    .locator('main tbody tr')
    .nth(before - 1)
    .waitFor({ state: 'detached' })
  const mair = await as('Mair Sample')
  await mair.visit('/activity-questions', { state: 'empty' })
})

journey('Another activity stands beside what they mostly do, and what was corrected is kept', async ({ as }) => {
  const dana = await as('Dana Example')
  const record = await makeRecord(dana, 'Besidelia', 'Besidesample', BORN)
  const set = async (code: string, more: () => Promise<void>) => {
    await dana.go(`${record}/activity`)
    await dana.page.getByLabel('What do they do now?').selectOption(code)
    await fillDate(dana, 'Since', ['1', '9', '2026'])
    await dana.page.getByLabel('The young person').check()
    await more()
    await dana.click('Save')
  }
  await set('230', async () => {})
  await set('360', () => dana.page.getByLabel('They do it beside that').check())
  await set('250', () => dana.fill('Why it is corrected (optional)', 'It is part-time'))
  await dana.go(`${record}/details`)
  await dana.see('beside it')
  await dana.click(dana.page.locator('main summary', { hasText: 'What was on record before it was changed' }))
  await dana.see('because: It is part-time')
  await dana.axe()
  await dana.click('Ended')
  await dana.see('beside it')
  await dana.axe()
})
