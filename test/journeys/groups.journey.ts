/** Groups, drop-ins and outreach: a group of six is recorded, each one's part written, one put right; somebody not on record is put on one. */
import { journey, type Walker } from './harness.ts'
import { dateIn, fillDate } from './people-steps.ts'

const choose = (walker: Walker, group: string, answer: string) =>
  walker.page.getByRole('group', { name: group }).getByRole('radio', { name: answer, exact: true }).check()

journey('A group of six is recorded in few clicks, with each one’s own part, and held again', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.visit('/groups', { state: 'full' })
  await dana.visit('/diary')
  await dana.click('Record a group')
  await dana.axe('empty')
  await dana.click(dana.page.getByRole('button', { name: 'Save', exact: true }))
  await dana.see('Enter what it is called or was about')
  await dana.axe()
  await dana.fill('What is it called, or was it about?', 'Made up: bicycle repair')
  await dana.fill('Minutes', '75')
  await dana.fill('Where', 'Made-up yard')
  await dana.fill('What happened', 'Made up: everybody took a wheel off and put it back.')
  const boxes = dana.page.getByRole('group', { name: 'Who came?' }).getByRole('checkbox')
  await dana.clicks('recording a group of six, its form open and typed', 7, async () => {
    for (let i = 0; i < 6; i += 1) await dana.click(boxes.nth(i))
    await dana.click('Save, and write what each did')
  })
  await dana.axe('full')
  await dana.click(dana.page.getByRole('button', { name: 'Save' }))
  await dana.see('Write something of one of them')
  await dana.axe()
  await dana.page
    .getByLabel(/^What they did or said/)
    .first()
    .fill('Made up: patched a tube alone')
  await dana.page
    .getByLabel(/^How they came/)
    .first()
    .selectOption({ label: 'Came late' })
  await dana.click(dana.page.getByRole('button', { name: 'Save' }))
  await dana.see('Made up: patched a tube alone')
  await dana.axe('full')
  const session = new URL(dana.page.url()).pathname
  if ((await dana.page.locator('main td a[href^="/contacts/"]').count()) !== 6) throw new Error('not six came')

  await dana.click(dana.page.locator('main td a[href^="/contacts/"]').first())
  await dana.see('What all who came have in common')
  await dana.axe('full')

  await dana.visit(`${session}/people`, { state: 'full' })
  await dana.click('Add those chosen')
  await dana.see('Select who came')
  await dana.axe()
  await dana.page.getByRole('checkbox').first().check()
  await dana.click('Add those chosen')
  await dana.see('Who came, of those you may know')

  await dana.click('Put it right')
  await dana.axe('full')
  await dana.fill('Minutes', '60')
  await dana.click('Save changes')
  await dana.see('Enter why you are changing it')
  await dana.axe()
  await dana.fill('Why are you changing it?', 'Made up: it was an hour')
  await dana.click('Save changes')
  await dana.see('60 minutes')

  await dana.go(session)
  await dana.clicks('a group held again with the same people', 2, async () => {
    await dana.click('Held again')
    await dana.click(dana.page.getByRole('button', { name: 'Save', exact: true }))
  })
  await dana.see('Made up: bicycle repair')
  await dana.visit('/hours')
  await dana.see('Groups, drop-ins and outreach')

  const imran = await as('Imran Demo')
  await imran.visit('/groups', { state: 'full' })
  await imran.click(imran.page.getByRole('link', { name: 'Cooking on a budget' }).first())
  await imran.see('Who came, of those you may know')
  await imran.axe('full')
  const priya = await as('Priya Specimen')
  await priya.visit('/groups?of=team')
})

journey(
  'Somebody met on outreach who is not on record is written down, and put on a record when they agree',
  async ({ as }) => {
    const dana = await as('Dana Example')
    await dana.go('/groups/new')
    await choose(dana, 'What was it?', 'Outreach')
    await dana.fill('What is it called, or was it about?', 'Made up: round the park')
    await dana.fill('How many came who are not on record?', '2')
    await dana.fill('Who were they?', 'two girls of about 16')
    await dana.clicks('recording outreach, once typed', 1, () =>
      dana.click(dana.page.getByRole('button', { name: 'Save', exact: true })),
    )
    await dana.see('2 young people: two girls of about 16.')
    await dana.page.getByText('Write down somebody who is not on record').click()
    await dana.click('Write it down')
    await dana.see('Enter what they want to be called')
    await dana.axe()
    await dana.fill('What do they want to be called?', 'Zee')
    await dana.fill('What did they want?', 'Made up: a place on a course')
    await dana.click('Write it down')
    await dana.see('Made up: a place on a course')
    await dana.axe('full')
    await dana.click(dana.page.getByRole('link', { name: /They agree: put it on a record/ }).first())
    await dana.axe('full')
    const label = await nameOfFirst(dana)
    await dana.page.locator('main').getByRole('textbox').first().fill(label)
    await dana.click(dana.page.locator('main').getByRole('button', { name: 'Find' }))
    await dana.axe('full')
    await dana.click('They said yes: put it on the record')
    await dana.see('Select whose record it is')
    await dana.axe()
    await dana.page.getByRole('radio').first().check()
    await fillDate(dana, 'When did they say yes?', await dateIn(dana, 0))
    await dana.click('They said yes: put it on the record')
    await dana.see('Was not on record; agreed on')
    await dana.doNotSee('Zee')
  },
)

/** Somebody of the caseload, by name, looked up in a window of its own. */
async function nameOfFirst(walker: Walker): Promise<string> {
  const page = await walker.page.context().newPage()
  await page.goto(new URL('/caseload', walker.page.url()).href)
  const name = (await page.locator('main th a[href^="/people/"]').first().textContent()) ?? ''
  await page.close()
  return name
}
