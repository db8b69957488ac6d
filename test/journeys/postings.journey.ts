/** Teams, deployment to places of learning and a day of interviews there, cover, the duty desk, tracking lists. */
import { timeOf, toInstant } from '#ground/clock.ts'
import { journey, type Walker } from './harness.ts'
import { dateIn, fillDate } from './people-steps.ts'

journey('An adviser deployed to a school sees its pupils and opens a record from the list', async ({ as }) => {
  const mair = await as('Mair Sample')
  await mair.visit('/institutions')
  await mair.click(mair.page.locator('main a[href^="/institutions/"]').first())
  await mair.see(/Pupils of/)
  await mair.axe()
  const pupils = new URL(mair.page.url()).pathname
  await mair.clicks('opening a record from the pupils', 1, () =>
    mair.click(mair.page.locator('main a[href^="/people/"]').first()),
  )
  await mair.see(/You can see this: (adviser for their place of learning|lead adviser)/)
  await mair.go(pupils)
  await mair.visit(`${pupils}?q=nobodyofthatname`, { state: 'empty' })
  const dana = await as('Dana Example')
  await dana.visit('/institutions', { state: 'empty' })
})

journey('An adviser who covers sees the caseload of the one who is away, and why and until when', async ({ as }) => {
  const imran = await as('Imran Demo')
  await imran.go('/caseload')
  await imran.click(imran.page.locator('main a[href^="/caseload/cover/"]').first())
  await imran.see(/You cover for Dana Example until/)
  await imran.axe()
  const cover = new URL(imran.page.url()).pathname
  await imran.visit(`${cover}?q=nobodyofthatname`, { state: 'empty' })
  await imran.go(cover)
  await imran.click(imran.page.locator('main a[href^="/people/"]').first())
  await imran.see(/covering for a colleague, since .*, until/)
  await imran.click('Who can see this')
  await imran.see(/Covering for a colleague: Dana Example/)
  await imran.axe()
})

journey('An adviser on the duty desk is told so on my day', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.visit('/')
  await dana.see('You are on the duty desk today')
})

journey('A tracking officer works through a list and keeps it as a file', async ({ as }) => {
  const lena = await as('Lena Mockford')
  await lena.visit('/caseload')
  await lena.click(lena.page.locator('main a[href^="/caseload/lists/"]').first())
  await lena.see('Last try')
  await lena.axe()
  const list = new URL(lena.page.url()).pathname
  const file = await lena.page.request.get(`${list}/csv`)
  if (!(await file.text()).includes('Last try')) throw new Error('the file has no such column')
})

journey('A team leader makes a team, gives it advisers, and ends it', async ({ as }) => {
  const priya = await as('Priya Specimen')
  await priya.visit('/teams')
  await priya.visit('/teams/new', { state: 'empty' })
  await priya.click(priya.page.getByRole('button', { name: 'Make a team' }))
  await priya.see('There is a problem')
  await priya.axe()
  await priya.fill('Name of the team', 'Journey Valley')
  await priya.click(priya.page.getByRole('button', { name: 'Make a team' }))
  await priya.see('Nobody is in this team')
  await priya.axe('empty')
  await priya.click('Put into the team')
  await priya.see('Select an adviser')
  await priya.axe()
  await priya.click(priya.page.getByRole('button', { name: 'End this team' }))
  await priya.see('Ended on')
  await priya.click(priya.page.getByRole('link', { name: 'Upper Valley' }))
  await priya.see('Dana Example')
  await priya.axe()
})

// Before the next one, which deploys Mair elsewhere.
journey(
  'An adviser holds a day in school in few clicks a pupil, and the school hears what was agreed',
  async ({ as }) => {
    const mair = await as('Mair Sample')
    await mair.visit('/school-days', { state: 'full' })
    await mair.click(mair.page.getByRole('button', { name: 'Plan a day' }))
    await mair.axe('empty')
    await mair.click('Plan this day')
    await mair.see('Enter the day')
    await mair.axe()
    // Where some of a day's times have begun only the others are given: here they have all, or in the first hour of a day none.
    const [begins, over] = timeOf(toInstant(new Date().toISOString())) < '01:00' ? ['2:05', '3:00'] : ['0:05', '1:00']
    const pick = async (days: number) => {
      await fillDate(mair, 'Day', await dateIn(mair, days))
      await mair.fill('First interview at', begins)
      await mair.fill('Finished by', over)
      await mair.fill('Minutes for each', '20')
      await mair.fill('Where in the school', 'Made-up careers room')
      await mair.page.getByRole('radio', { name: 'Nobody else can hear' }).check()
      await mair.click('Plan this day')
    }
    await pick(0)
    await mair.see('Nobody is invited yet')
    await mair.axe('empty')
    const day = new URL(mair.page.url()).pathname
    await mair.visit(`${day}/invitations`, { state: 'empty' })
    await mair.go(day)
    await mair.click(mair.page.getByRole('button', { name: 'Invite', exact: true }))
    await mair.axe('empty')
    await mair.click('Invite them')
    await mair.see('Tick whom you invite')
    await mair.axe()
    const first = mair.page.getByRole('checkbox').first()
    await mair.clicks('a day in school, a pupil from the invitation to what the school hears', 6, async () => {
      await mair.click(first)
      await mair.page.getByRole('checkbox').nth(1).check()
      await mair.page.getByRole('button', { name: 'Invite them' }).click()
      await mair.see('I gave out 2 invitations')
      await mair.click(mair.page.locator('main a[href$="/outcome"]').first())
      await mair.click(mair.page.getByRole('radio', { name: 'Came', exact: true }))
      await mair.fill('What happened', 'Made up: two courses to choose from.')
      await mair.click(mair.page.locator('main button[name="then"]').first())
      await mair.see('Plan to hand over')
      await mair.click(mair.page.locator('main a[href^="/school-slots/"]').first())
      await mair.fill('What you agreed to tell the school', 'Made up: applies for joinery')
      await mair.click('They agree: tell the school')
    })
    await mair.see('The school hears it')
    await mair.axe('full')
    await mair.click(mair.page.locator('main a[href^="/school-slots/"]').first())
    await mair.axe('full')
    await mair.fill('What you agreed to tell the school', '')
    await mair.click('They agree: tell the school')
    await mair.see('Enter what you agreed to tell the school')
    await mair.axe()
    await mair.visit(`${day}/invitations`, { state: 'full' })
    await mair.go(day)
    await mair.click('I gave out 1 invitation')
    await mair.see('Still to come')

    const hana = await as('Hana Pastoral')
    await hana.visit('/school-days', { state: 'full' })
    await hana.visit(day)
    await hana.see('Made up: applies for joinery')
    await hana.axe('full')

    await mair.click('Call the day off')
    await mair.see('interview is called off')
    await mair.axe('full')
    await mair.click('Call it off')
    await mair.see('This day was called off')
  },
)

journey('A team leader deploys an adviser, and ends it again', async ({ as }) => {
  const priya = await as('Priya Specimen')
  await priya.visit('/deployments')
  await priya.visit('/deployments/new', { state: 'empty' })
  await priya.click(priya.page.getByRole('button', { name: 'Deploy', exact: true }))
  await priya.see('There is a problem')
  await priya.axe()
  await endAll(priya, '/deployments/')
  await priya.see('Nobody is deployed yet')
  await priya.axe('empty')
  await priya.go('/deployments/new')
  await choose(priya, 'Adviser', 'Mair Sample (Universal adviser)')
  await priya.page.getByLabel('Place of learning').selectOption({ index: 1 })
  await priya.fill('Days and hours', 'Mondays and Thursdays, 9 to 3')
  await fillDay(priya, 'from', 0)
  await priya.clicks('deploying an adviser', 1, () =>
    priya.click(priya.page.getByRole('button', { name: 'Deploy', exact: true })),
  )
  await priya.see('until further notice')
})

journey('A team leader sets cover with an end, and ends it early', async ({ as }) => {
  const priya = await as('Priya Specimen')
  await priya.visit('/covers')
  await priya.visit('/covers/new', { state: 'empty' })
  await priya.click(priya.page.getByRole('button', { name: 'Set cover' }))
  await priya.see('There is a problem')
  await priya.axe()
  await endAll(priya, '/covers/')
  await priya.see('Nobody covers for anybody')
  await priya.axe('empty')
  await priya.go('/covers/new')
  await choose(priya, 'Who is away', 'Dana Example (Universal adviser)')
  await choose(priya, 'Who covers', 'Imran Demo (Intensive adviser)')
  await priya.fill('Why is cover needed?', 'On leave (made up)')
  await fillDay(priya, 'from', 0)
  await fillDay(priya, 'last', 10)
  await priya.clicks('setting cover', 1, () => priya.click(priya.page.getByRole('button', { name: 'Set cover' })))
  await priya.see('On leave (made up)')
})

journey('A team leader puts an adviser on the duty desk, and takes them off', async ({ as }) => {
  const priya = await as('Priya Specimen')
  await priya.visit('/duty')
  await priya.click('Put on the duty desk')
  await priya.see('There is a problem')
  await priya.axe()
  await endAll(priya, '/duty/')
  await priya.see('Nobody is on the rota')
  await priya.axe('empty')
  await choose(priya, 'Adviser', 'Dana Example (Universal adviser)')
  await fillDay(priya, 'on', 0)
  await priya.clicks('putting somebody on the duty desk', 1, () => priya.click('Put on the duty desk'))
  await priya.see('Dana Example')
})

journey('A data officer sees who fits, makes a tracking list, gives it to an officer and closes it', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await owen.visit('/tracking-lists')
  await owen.visit('/tracking-lists/new', { state: 'empty' })
  await owen.visit('/tracking-lists/new?activity=neet&year=9&lead=some&shown=yes', { state: 'empty' })
  await owen.page.getByLabel('Current activity').selectOption('any')
  await owen.page.getByLabel('School year').selectOption('12')
  await owen.page.getByLabel('Lead adviser').selectOption('any')
  await owen.click('Show who fits')
  await owen.see(/young (person|people) fits?/)
  await owen.axe()
  await owen.click(owen.page.getByRole('button', { name: /^Make the list/ }))
  await owen.see('Enter the name of the list')
  await owen.axe()
  await owen.fill('Name of the list', 'Journey list')
  await owen.click(owen.page.getByRole('button', { name: /^Make the list/ }))
  await owen.see('Nobody works on it')
  await owen.axe()
  await owen.click('Give them the list')
  await owen.see('There is a problem')
  await owen.axe()
  await owen.page.getByLabel('Give it to a tracking officer').selectOption({ label: 'Lena Mockford' })
  await owen.clicks('giving a list to an officer', 1, () => owen.click('Give them the list'))
  await owen.see('until further notice')
  await owen.click('Close the list')
  await owen.doNotSee('Journey list')
  await owen.click('Year 12: what they do now')
  await owen.click('Close the list')
  await owen.see('No tracking lists yet')
  await owen.axe('empty')
  const lena = await as('Lena Mockford')
  await lena.visit('/caseload', { state: 'empty' })
  await lena.see('No list is with you')
  await owen.go('/tracking-lists/new?activity=any&year=12&lead=any&shown=yes')
  await owen.fill('Name of the list', 'Year 12: what they do now')
  await owen.click(owen.page.getByRole('button', { name: /^Make the list/ }))
  await owen.page.getByLabel('Give it to a tracking officer').selectOption({ label: 'Lena Mockford' })
  await owen.click('Give them the list')
  await owen.see('until further notice')
})

/** Ends every line of a list of postings that leads to such an address. */
async function endAll(walker: Walker, base: string): Promise<void> {
  await walker.go(base.slice(0, -1))
  const ends = walker.page.locator(`main form[action^="${base}"] button`)
  while ((await ends.count()) > 0) await walker.click(ends.first())
}

async function choose(walker: Walker, label: string, option: string): Promise<void> {
  await walker.page.getByLabel(label, { exact: true }).selectOption({ label: option })
}

/** Fills the three boxes of a day so many days from today. */
async function fillDay(walker: Walker, name: string, ahead: number): Promise<void> {
  const day = new Date(Date.now() + ahead * 86_400_000)
  const boxes = { day: day.getDate(), month: day.getMonth() + 1, year: day.getFullYear() }
  for (const [box, value] of Object.entries(boxes)) await walker.page.locator(`#${name}-${box}`).fill(String(value))
}
