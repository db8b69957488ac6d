/** A leader looks at a sample of agreed work, the adviser answers, and a factor is rated anew. */
import { journey } from './harness.ts'

journey(
  'A leader draws a sample of agreed work, looks at it against a list, and the adviser answers',
  async ({ as }) => {
    const priya = await as('Priya Specimen')
    await priya.visit('/samples', { state: 'full' })
    await priya.visit('/samples/trends', { state: 'full' })
    await priya.visit('/samples/new', { state: 'full' })
    await priya.click('Draw it')
    await priya.see('Select the team')
    await priya.axe()
    await priya.page.getByRole('group', { name: 'Whose work?' }).getByRole('radio').first().check()
    await priya.page.getByRole('radio', { name: 'Assessments', exact: true }).check()
    await priya.page.getByLabel('Agreed in which month?').selectOption({ index: 1 })
    await priya.click('Draw it')
    await priya.see('Not seen by you')
    await priya.axe('full')

    // Whoever handed a case on since may not answer for it: another one is looked at then.
    const drawn = await priya.page
      .locator('main table a')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    let one = ''
    for (const path of drawn) {
      one = path
      await priya.go(path)
      if ((await priya.page.getByText('The adviser may not read this record any more').count()) === 0) break
    }
    await priya.see('Not looked at yet.')
    await priya.axe('full')
    await priya.visit(`${one}/look`, { state: 'empty' })
    await priya.click('Keep it, and tell the adviser')
    await priya.see('Select yes, in part or no')
    await priya.axe()
    for (const group of await priya.page.locator('main fieldset:has(input[type=radio])').all())
      await group.getByRole('radio', { name: 'In part', exact: true }).check()
    await priya.fill('In a word', 'Careful, and some of it could say why (made up)')
    await priya.click('Keep it, and tell the adviser')
    await priya.see('They have not answered yet.')
    await priya.page.getByLabel('By whom?').selectOption({ label: 'Priya Specimen (you)' })
    await priya.click('Ask for it')
    await priya.see('Rate it anew')
    await priya.axe('full')
    await priya.visit(`${one}/again`, { state: 'empty' })
    await priya.click('Keep my ratings')
    await priya.see('Rate at least one factor')
    await priya.axe()
    await priya.page.getByRole('radio', { name: 'Mixed', exact: true }).first().check()
    await priya.click('Keep my ratings')
    await priya.see('Rated twice')
    await priya.axe('full')
    const whose = await priya.page.locator('dt:has-text("Work of") + dd').first().innerText()

    const adviser = await as(whose)
    await adviser.visit('/samples', { state: 'full' })
    await adviser.go(one)
    await adviser.click('Answer')
    await adviser.see('Enter what you say to it')
    await adviser.axe()
    await adviser.fill('What do you say to it?', 'I write down why from now on (made up)')
    await adviser.click('Answer')
    await adviser.see('I write down why from now on (made up)')
  },
)
