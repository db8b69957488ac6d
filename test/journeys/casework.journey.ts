/** The way of one young person, from the school that refers to the next adviser, each in a window of their own. */
import { journey, type Walker } from './harness.ts'
import { type MadeLink, madeLink } from './link-steps.ts'
import { dateIn, fillDate } from './people-steps.ts'

const choose = (walker: Walker, group: string | RegExp, answer: string | RegExp) =>
  walker.page.getByRole('group', { name: group }).getByRole('radio', { name: answer }).first().check()

const pathOf = (walker: Walker) => new URL(walker.page.url()).pathname

journey(
  'casework: a young person goes from the school that refers to the next adviser, and nothing is lost',
  async ({ as, stranger }) => {
    const hana = await as('Hana Pastoral')
    const [record, letter] = await refer(hana)

    const priya = await as('Priya Specimen')
    await priya.go(letter)
    await priya.page.getByLabel('Who works with them?').selectOption({ label: 'Dana Example' })
    await priya.click('Accept')
    await priya.see('Works with them')

    const dana = await as('Dana Example')
    await dana.visit('/')
    await dana.see('You are now the lead adviser')
    await meet(dana, record)
    await assess(dana, record)
    const link = await plan(dana, record)
    await agreeOnPhone(await stranger(), link)
    await dana.go(`${record}/plan`)
    await dana.see('They said so themselves, by a link.')

    await toHousing(dana, await as('Hale Lodging'), record)
    await goThere(dana, record)

    await hana.go(`${record}/absences/new`)
    await choose(hana, 'What happened?', 'Absent')
    await fillDate(hana, 'When were they last there?', await dateIn(hana, -3))
    await choose(hana, /Why, as far/, 'Not known')
    await hana.fill('What do you know? (optional)', 'Made up: not in since Monday')
    await hana.click('Tell their adviser')
    await hana.see('Nobody has taken it in hand yet')
    await dana.go('/')
    await dana.see('A school or provider says that somebody does not come any more')
    await dana.go('/absences')
    await dana.click(dana.page.locator('main table a').last())
    await dana.clicks('taking an absence in hand', 1, () => dana.click('I take it in hand'))
    await choose(dana, 'What became of it?', 'They are back')
    await dana.fill('For the place: only what was agreed with them (optional)', 'Made up: back from Thursday')
    await dana.click(dana.page.getByRole('button', { name: 'Say what became of it' }))
    await hana.page.reload()
    await hana.see('Made up: back from Thursday')
    await hana.axe()

    await review(dana, record)
    await handOver(dana, await as('Mair Sample'), record)
  },
)

/** The school chooses one of its own nobody leads for, and shows them the letter first. */
async function refer(hana: Walker): Promise<[string, string]> {
  await hana.visit('/roll?lead=none')
  await hana.click(hana.page.locator('main th a[href^="/people/"]').last())
  const record = pathOf(hana)
  await hana.go(`${record}/referrals/new`)
  await hana.click(hana.page.getByRole('main').getByRole('link', { name: /Connexions Calderdale/ }))
  await hana.fill('What are they asked to do?', 'Made up: see them before they choose')
  await hana.fill('Why now?', 'Made up: they leave in summer with no plan')
  await hana.click('Keep and look at the letter')
  await choose(hana, /see what goes along/, 'Yes, just now')
  await choose(hana, /say to it/, 'They agree')
  await hana.click(hana.page.getByRole('button', { name: /^Send to/ }))
  await hana.see('As it was sent.')
  await hana.axe()
  return [record, pathOf(hana)]
}

/** A session with what it is to bring, and what came of it. */
async function meet(dana: Walker, record: string): Promise<void> {
  await dana.go(`${record}/appointments/new`)
  await fillDate(dana, 'Day', await dateIn(dana, 0))
  await dana.fill('Time', '23:25')
  await dana.fill('Where', 'Made-up hub, the small room')
  await dana.fill('What it is to bring', 'Made up: get to know each other')
  await dana.click('Save')
  await dana.go(record)
  await dana.clicks('recording the session', 2, async () => {
    const row = dana.page.getByRole('listitem').filter({ hasText: 'the small room' })
    await dana.click(row.getByRole('link', { name: 'Did they come?' }))
    await dana.page.getByLabel('What happened').fill('Made up: we talked for the first time.')
    await dana.click('Save and open the record')
  })
}

async function assess(dana: Walker, record: string): Promise<void> {
  await dana.go(`${record}/assessment`)
  await dana.click(dana.page.getByRole('button', { name: 'Begin an initial assessment' }))
  await choose(dana, /Your view\s+Participation/, 'Mixed')
  await choose(dana, /own view\s+Participation/, 'Worry')
  for (let group = 1; group < 4; group += 1)
    await dana.click(dana.page.getByRole('button', { name: 'Save, next group' }))
  await dana.click(dana.page.getByRole('button', { name: 'Save and agree it together' }))
  await dana.page.getByRole('radio', { name: 'Yes' }).check()
  await dana.click(dana.page.getByRole('button', { name: 'Agree and lock' }))
  await dana.see('The baseline was agreed on')
}

/** A goal in their words, a step, and a link to it. */
async function plan(dana: Walker, record: string): Promise<MadeLink> {
  await dana.go(`${record}/plan/goals/new`)
  await dana.page.locator('#words').fill('Made up: I want a job with plants')
  await dana.click('Save goal')
  await dana.fill('What is to be done', 'Made up: visit the garden')
  await dana.page.getByRole('radio', { name: 'The young person' }).check()
  await dana.click('Save target')
  await dana.go(`${record}/plan/link`)
  await dana.click('Make the link')
  return madeLink(dana)
}

async function agreeOnPhone(phone: Walker, { path, code }: MadeLink): Promise<void> {
  await phone.page.setViewportSize({ width: 360, height: 740 })
  await phone.go(path)
  await phone.doNotSee('Connexions')
  await phone.fill('Code', code)
  await phone.click('Go on')
  await phone.see('Made up: visit the garden')
  await phone.page.getByRole('radio', { name: 'Yes, I agree' }).check()
  await phone.click('Send my answer')
  await phone.see('Thank you')
}

/** A letter that was looked at together, accepted at the other end. */
async function toHousing(dana: Walker, hale: Walker, record: string): Promise<void> {
  await dana.go(`${record}/referrals/new`)
  await dana.click('Sampleton Housing Trust')
  await dana.fill('What are they asked to do?', 'Made up: a room near the garden')
  await dana.fill('Why now?', 'Made up: they sleep on a sofa')
  await dana.click('Keep and look at the letter')
  await choose(dana, /see what goes along/, 'Yes, just now')
  await choose(dana, /say to it/, 'They agree')
  await dana.click('Send to Sampleton Housing Trust')
  await dana.see('As it was sent.')
  await hale.go(pathOf(dana))
  await hale.clicks('accepting from the letter', 1, () => hale.click('Accept'))
  await hale.see('Hale Lodging')
}

/** A visit at home: planned, in, and back. */
async function goThere(dana: Walker, record: string): Promise<void> {
  await dana.go(`${record}/appointments/new`)
  await fillDate(dana, 'Day', await dateIn(dana, 2))
  await dana.fill('Time', '07:15')
  await dana.page.getByRole('radio', { name: 'Home visit' }).check()
  await dana.click('Save')
  await dana.see('Before you go')
  await dana.page.getByRole('checkbox', { name: 'The alerts on it' }).check()
  await dana.page.getByRole('radio', { name: 'I go alone' }).check()
  await dana.page.locator('#buddy').selectOption({ label: 'Mair Sample' })
  await dana.fill('Where about', 'Made up: by the mill')
  await dana.fill('Back by (time)', '08:30')
  await dana.fill('How you are reached', '01422 000001')
  await dana.fill('What you say when you are in danger', 'Please move my three o’clock')
  await dana.click('Save the plan')
  await dana.click('I am going in')
  await dana.click('I am back')
  await dana.see('Back, says Dana Example')
}

async function review(dana: Walker, record: string): Promise<void> {
  await dana.go(`${record}/plan/review`)
  await choose(dana, /visit the garden/, 'Met')
  await dana.page.getByRole('radio', { name: 'Yes' }).check()
  await dana.page.getByRole('radio', { name: 'On paper' }).check()
  await dana.click('Close the review')
  await dana.see('Reviewed on')
}

/** The next adviser says yes, meets them, and only then the first closes. */
async function handOver(dana: Walker, mair: Walker, record: string): Promise<void> {
  await dana.go(`${record}/hand-over`)
  const offered = await dana.page.getByLabel('Who takes over?').locator('option').allTextContents()
  await dana.page
    .getByLabel('Who takes over?')
    .selectOption({ label: offered.find(text => text.startsWith('Mair Sample')) ?? '' })
  await choose(dana, 'Why now?', 'They go to another place of learning')
  await dana.fill('In a line, for everybody who sees the record', 'Made up: the garden is in the valley')
  await choose(dana, 'What do they say to it?', 'They are happy with it')
  await dana.click('Ask them to take over')
  const handover = pathOf(dana)
  await mair.go(handover)
  await mair.click('Say yes and take over')
  await mair.go(`${record}/contacts/new`)
  await mair.page.getByLabel('What happened').fill('Made up: we met in the garden, all three.')
  await mair.click(mair.page.getByRole('button', { name: /^Save/ }).first())
  await mair.go(handover)
  await choose(mair, /In which contact/, /Met/)
  await mair.click('I have met them')
  await dana.go(handover)
  await dana.click('Close: they lead from now on')
  await dana.see('The first stays until the next has met the young person.')
  await mair.visit(record)
  for (const words of [
    'Made up: we met in the garden',
    'Hand-over from Dana Example',
    'Made up: we talked',
    'Absent. Answered',
  ])
    await mair.see(words)
}
