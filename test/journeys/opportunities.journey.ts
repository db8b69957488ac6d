/** An opportunity is added, suggested to somebody it may suit, and followed to their first day; others look and keep. */
import { journey, type Walker } from './harness.ts'
import { joinAs } from './live.ts'
import { dateIn, fillDate, makeRecord } from './people-steps.ts'

const choose = (walker: Walker, group: string | RegExp, answer: string | RegExp) =>
  walker.page.getByRole('group', { name: group }).getByRole('radio', { name: answer }).check()
const tick = (walker: Walker, group: string | RegExp, answer: string | RegExp) =>
  walker.page.getByRole('group', { name: group }).getByRole('checkbox', { name: answer }).check()

async function addOne(walker: Walker, title: string): Promise<string> {
  await walker.visit('/opportunities/new', { state: 'empty' })
  await walker.click('Save')
  await walker.see('Enter what it is called')
  await walker.axe()
  await walker.fill('What is it called?', title)
  await walker.page.getByLabel('What kind of place is it?').selectOption('Apprenticeship')
  await walker.fill('Name of the employer, where not in the directory (optional)', 'Made-up Joinery')
  await fillDate(walker, 'Last day to apply', await dateIn(walker, 20))
  await walker.fill('From which age?', '15')
  await walker.fill('Up to which age?', '18')
  await walker.fill('Town', 'Halifax')
  await walker.fill('What do they ask for? (optional)', 'Made up: likes wood')
  await tick(walker, /What does it fit round/, 'Part time')
  await walker.click('Save')
  await walker.see('Is it still open?')
  return new URL(walker.page.url()).pathname
}

journey(
  'An adviser adds an opportunity, puts somebody forward for it and follows them to their first day',
  async ({ as }) => {
    const dana = await as('Dana Example')
    const opportunity = await addOne(dana, 'Made-up apprentice joiner')
    await dana.axe()
    await dana.visit(`${opportunity}/change`)
    await dana.fill('What is it called?', '')
    await dana.click('Save')
    await dana.see('Enter what it is called')
    await dana.axe()
    await dana.visit('/opportunities')
    await dana.visit('/opportunities?where=nowhere-at-all', { state: 'empty' })
    await dana.visit('/opportunities?show=over')

    const record = await makeRecord(dana, 'Odile', 'Madeupjoiner', ['6', '7', '2010'])
    await dana.go(`${record}/activity`)
    await dana.page.locator('#code').selectOption('619')
    await fillDate(dana, 'Since', await dateIn(dana, -10))
    await dana.page.getByLabel('The young person').check()
    await dana.click('Save')
    await dana.visit(`${opportunity}/suits`)
    await dana.see('The right age; looks for work or learning now')
    await dana.visit(`${record}/opportunities`)
    await dana.click('Made-up apprentice joiner')
    await dana.axe('empty')
    // What speaks for it stands there already, to be said in words of their own.
    await dana.fill('Why may it suit them?', '')
    await dana.click('Suggest it')
    await dana.see('Say why it may suit them')
    await dana.axe()
    await dana.fill('Why may it suit them?', 'Made up: she builds shelves')
    await tick(dana, /What must it fit round/, 'Partly from home')
    await dana.click('Suggest it')
    await dana.see('They asked for this, and the place does not say it can')
    await dana.axe('full')
    await dana.click('Say what they think of it')
    await dana.see('Select whether they want it')
    await dana.axe()
    await choose(dana, 'Do they want it?', 'They want it')
    await dana.fill('In their own words (optional)', 'Made up: yes, if the bus goes')
    await dana.click('Say what they think of it')
    await fillDate(dana, 'When were they put forward?', await dateIn(dana, 0))
    await tick(dana, /What did they agree/, 'Their name')
    await dana.click('Put them forward')
    await dana.see('Prepared with the provider')
    await dana.axe('full')
    await fillDate(dana, 'Day of the interview', await dateIn(dana, 3))
    await dana.fill('Time (optional)', '10:30')
    await choose(dana, 'Does somebody go along?', 'Their adviser')
    await dana.click(dana.page.getByRole('button', { name: 'Interview' }))
    await dana.see('The interview has moved')
    await choose(dana, 'What came of it?', 'They are offered it')
    await dana.click(dana.page.getByRole('button', { name: 'Say what came of it' }))
    await dana.see('What is their first day?')
    await fillDate(dana, 'What is their first day?', await dateIn(dana, 0))
    await dana.click('They take it')
    await choose(dana, 'Did they start?', 'They started')
    await dana.click(dana.page.getByRole('button', { name: 'Say whether they started' }))
    await dana.see('Say what they do now')
    await dana.axe('full')
    await dana.go(record)
    await dana.see('Suggested: Made-up apprentice joiner')
    await dana.visit('/applications')
    await dana.visit('/applications?show=over')
  },
)

journey(
  'A data officer keeps opportunities; a leader of nobody sees whom nothing is proposed for',
  async ({ as, live, stranger }) => {
    const owen = await as('Owen Testcase')
    const opportunity = await addOne(owen, 'Made-up apprentice baker')
    await owen.click('It is filled')
    await owen.see('Open again')
    await owen.visit(opportunity)
    const leader = await joinAs(await live(), stranger, 'team-leader', 'opener')
    const record = await makeRecord(leader, 'Ola', 'Madeupfirst', ['6', '7', '2009'])
    await leader.visit(`${record}/opportunities`, { state: 'empty' })
    await leader.go('/opportunities/new')
    await leader.fill('What is it called?', 'Made-up first one')
    await leader.page.getByLabel('What kind of place is it?').selectOption('Course')
    await leader.fill('Name of the employer, where not in the directory (optional)', 'Made-up Kitchen')
    await leader.fill('From which age?', '16')
    await leader.fill('Up to which age?', '18')
    await leader.fill('Town', 'Halifax')
    await leader.click('Save')
    await leader.visit(`${new URL(leader.page.url()).pathname}/suits`, { state: 'empty' })
  },
)
