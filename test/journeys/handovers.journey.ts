/** Handing over: the next adviser says yes and meets the young person before the first closes; a leader moves many. */
import { journey, type Walker } from './harness.ts'
import { dateIn, fillDate, makeRecord } from './people-steps.ts'

const choose = (walker: Walker, group: string | RegExp, answer: string | RegExp) =>
  walker.page.getByRole('group', { name: group }).getByRole('radio', { name: answer }).check()

journey('An adviser hands over: asked, met, agreed with the young person, closed', async ({ as }) => {
  const dana = await as('Dana Example')
  const record = await makeRecord(dana, 'Hedy', 'Madeuphandover', ['6', '7', '2010'])
  await dana.visit(`${record}/hand-over`, { state: 'empty' })
  await dana.click('Ask them to take over')
  await dana.see('Select who takes over')
  await dana.axe()
  await dana.page.getByLabel('Who takes over?').selectOption({ label: await mairIn(dana) })
  await choose(dana, 'Why now?', 'They go to another place of learning')
  await dana.fill('In a line, for everybody who sees the record', 'Made up: she starts at the college')
  await dana.fill('What should the next adviser know?', 'Made up: text, never ring')
  await choose(dana, 'What do they say to it?', 'Nobody has asked them yet')
  await dana.click('Ask them to take over')
  await dana.see('Hand-over from Dana Example to Mair Sample')
  await dana.axe()
  const handover = new URL(dana.page.url()).pathname

  const mair = await as('Mair Sample')
  await mair.visit('/hand-overs')
  await mair.clicks('saying yes to a hand-over', 2, async () => {
    await mair.click(mair.page.locator(`main a[href="${handover}"]`))
    await mair.click('Say yes and take over')
  })
  await mair.see('Next: meet them')
  await mair.axe()
  await dana.go(handover)
  await dana.clicks('arranging that both meet them together', 2, async () => {
    await dana.click('Meet them together')
    await fillDate(dana, 'Day', await dateIn(dana, 0))
    await dana.fill('Time', '23:40')
    await dana.fill('Where', 'Made-up library, by the lift')
    await dana.click('Save')
  })
  await dana.see('With Mair Sample (asked)')
  await dana.go(handover)
  await dana.see('You meet them together')
  await dana.axe('full')
  await mair.click('Record a contact')
  await mair.page.locator('#purpose').selectOption('Getting to know each other')
  await mair.fill('What happened', 'Made up: we met')
  await mair.click(mair.page.getByRole('button', { name: /^Save/ }).first())
  await mair.go(handover)
  await mair.click('I have met them')
  await mair.see('Select the contact in which you met them')
  await mair.axe()
  await choose(mair, /In which contact/, /Met/)
  await mair.click('I have met them')
  await mair.see('Met, to close')

  await dana.visit(handover)
  await dana.click('Close: they lead from now on')
  await dana.see('Ask them what they say to it, and write it down first')
  await dana.axe()
  await dana.page.getByText('Write down what they say', { exact: true }).first().click()
  await choose(dana, 'What do they say to it?', 'They would rather have somebody they know')
  await dana.fill('In their own words', 'Made up: I want Dana to come along')
  await dana.fill('What was answered, or is done about it', 'Made up: Dana comes along twice')
  await dana.click('Save what they say')
  await dana.see('Made up: Dana comes along twice')
  await dana.click('Close: they lead from now on')
  await dana.see('Hand-overs')
  await mair.go(record)
  await mair.see('Hand-over from Dana Example to Mair Sample')
  await mair.visit('/hand-overs?show=over')
})

/** The line of the list that names Mair. */
async function mairIn(walker: Walker): Promise<string> {
  const options = await walker.page.getByLabel('Who takes over?').locator('option').allTextContents()
  const line = options.find(text => text.startsWith('Mair Sample'))
  if (line === undefined) throw new Error('Mair Sample is not offered')
  return line
}

journey('A team leader moves many at once with one reason', async ({ as }) => {
  const priya = await as('Priya')
  await priya.go('/team')
  const move = priya.page.locator('main a[href$="/move"]').first()
  const href = (await move.getAttribute('href')) ?? ''
  await priya.visit(href, { state: 'full' })
  await priya.click('Ask them to take over')
  await priya.see('Tick at least one young person from the list')
  await priya.axe()
  await priya.go('/team')
  const from = (await priya.page.locator('main a[href$="/move"]').first().getAttribute('href')) ?? ''
  await priya.clicks('moving cases with a reason', 3, async () => {
    await priya.click(priya.page.locator(`main a[href="${from}"]`).first())
    await priya.click('Tick all')
    await priya.page.getByLabel('Who takes over?').selectOption({ index: 1 })
    await priya.fill('In a line, for everybody who sees the record', 'Made up: caseloads made even')
    await priya.click('Ask them to take over')
  })
  await priya.see('Waiting for a colleague')
  await priya.axe()
})
