/** What stands round lists: agreements and their review, and questions only a person can answer. */
import { journey } from './harness.ts'
import { applyIt, readIn, reloadUntil } from './list-steps.ts'

journey('An agreement is put on record before lists come in', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await owen.visit('/agreements')
  await owen.visit('/agreements/new', { state: 'empty' })
  await owen.click('Put it on record')
  await owen.see('There is a problem')
  await owen.axe()
})

journey('An agreement is looked at again: confirmed with a new day', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await owen.go('/agreements')
  await owen.clicks('reviewing an agreement', 3, async () => {
    await owen.click(owen.page.getByRole('link', { name: /^Review/ }).first())
    await owen.axe()
    await owen.click('Confirm this agreement')
    await owen.see('Enter when it is looked at again')
    await owen.axe()
    await owen.fill('Day', '31')
    await owen.fill('Month', '8')
    await owen.fill('Year', String(new Date(Date.now() + 300 * 86_400_000).getFullYear() + 1))
    await owen.click('Confirm this agreement')
  })
  await owen.see('Agreements')
})

journey('At 16 an objection is asked again, and what the young person says is written down', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await readIn(owen, /college/i, 'objections.csv', [
    'Surname,Forename,DOB,Postcode,Section 72 objection',
    'Askcase,Oona,19/10/2008,HX7 7AA,Y',
  ])
  await applyIt(owen)
  await owen.go('/questions')
  // The clock asks: it looks several times a minute.
  const line = owen.page.getByRole('link', { name: 'Askcase, Oona' })
  await reloadUntil(owen, line, 45)
  await owen.click(line)
  await owen.axe()
  await owen.click('Write it down')
  await owen.see('Select whether they object')
  await owen.axe()
  await owen.page.getByLabel('Yes: the objection stands, as their own').check()
  const today = new Date()
  await owen.fill('Day', String(today.getDate()))
  await owen.fill('Month', String(today.getMonth() + 1))
  await owen.fill('Year', String(today.getFullYear()))
  await owen.fill('Who said it, and how?', 'Themself, in a made-up talk')
  await owen.click('Write it down')
  await owen.doNotSee('Askcase, Oona')
})

journey(
  'A new record like one its maker may not know waits for the data officer to compare the two',
  async ({ as }) => {
    const owen = await as('Owen Testcase')
    await readIn(owen, /college/i, 'unknown.csv', [
      'Surname,Forename,DOB,Postcode,Learner status',
      'Likecase,Zelda,20/11/2008,HX6 6AA,On',
    ])
    await applyIt(owen)
    // Not Dana: she is on the duty desk, and may know everybody today.
    const imran = await as('Imran Demo')
    await imran.go('/people/new')
    await imran.fill('Given name', 'Zelda')
    await imran.fill('Family name', 'Likecase')
    await imran.fill('Day', '20')
    await imran.fill('Month', '11')
    await imran.fill('Year', '2008')
    await imran.click('Make the record')
    await imran.see('Zelda Likecase')
    await owen.go('/review')
    await owen.click('Zelda Likecase · Zelda Likecase')
    await owen.see('Is this one person?')
    await owen.clicks('setting a pair aside', 1, () => owen.click('Cannot tell yet'))
  },
)

journey('A question about a row is answered', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await owen.visit('/questions')
  await owen.click(owen.page.locator('main a[href^="/questions/"]').first())
  await owen.axe()
})

journey('A head of year says what is wrong on a record of their roll, and reads what came of it', async ({ as }) => {
  const hana = await as('Hana Pastoral')
  await hana.visit('/roll')
  await hana.visit('/roll?q=nobodyofthatname', { state: 'empty' })
  await hana.go('/roll')
  await hana.click(hana.page.locator('main a[href^="/people/"]').first())
  await hana.axe()
  await hana.click('Something is wrong here')
  await hana.axe('empty')
  await hana.click('Send it to the data officers')
  await hana.see('There is a problem')
  await hana.axe()
  await hana.fill('What is wrong?', 'Their family name is spelt with two letters s (made up).')
  await hana.clicks('saying what is wrong', 1, () => hana.click('Send it to the data officers'))
  await hana.see('Waits for an answer')
  await hana.axe()
  const owen = await as('Owen Testcase')
  await owen.go('/questions')
  await owen.click(
    owen.page.getByRole('row').filter({ hasText: 'A partner says something is wrong' }).getByRole('link').first(),
  )
  await owen.axe()
  await owen.click('Write it down')
  await owen.see('There is a problem')
  await owen.axe()
  await owen.page.getByLabel('I have corrected the record').check()
  await owen.clicks('answering what a partner said is wrong', 1, () => owen.click('Write it down'))
  await hana.visit('/')
  await hana.see('What you said was wrong has been answered')
})
