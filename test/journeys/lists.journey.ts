/** Partners' lists: agreement, sending in, columns, preview, applying, questions. */
import type { Locator } from 'playwright-core'
import { journey, type Walker } from './harness.ts'

const LIST = [
  'Surname,Forename,Date of birth,Postcode,Year',
  'Testcase,Listed,04/05/2010,HX1 1AA,11',
  'Testcase,,31/02/2010,HX1 1AA,11',
].join('\n')

journey('A data officer sends a list in, looks at what it would change, and applies it', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await owen.visit('/lists')
  await owen.visit('/lists/new', { state: 'empty' })
  await owen.click('Look at it')
  await owen.see('There is a problem')
  await owen.axe()
  await owen.page.getByLabel('Partner', { exact: true }).selectOption({ index: 1 })
  await owen.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'journey-sample.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) })
  await owen.clicks('sending a list in', 1, () => owen.click('Look at it'))
  await owen.see('What is in each column?')
  await owen.axe()
  await owen.clicks('confirming the columns', 1, () => owen.click('Read the list'))
  const button = owen.page.getByRole('button', { name: 'Apply', exact: true })
  await reloadUntil(owen, button)
  await owen.axe()
  await owen.clicks('applying a list', 1, () => owen.click(button))
  await reloadUntil(owen, owen.page.getByRole('button', { name: 'Undo' }))
  await owen.axe()
})

/** Looks again until something is there. */
async function reloadUntil(walker: Walker, wanted: Locator, seconds = 15): Promise<void> {
  for (let n = 0; n < seconds * 4 && (await wanted.count()) === 0; n++) {
    await walker.page.waitForTimeout(250)
    await walker.page.reload()
  }
  await wanted.first().waitFor()
}

/** Sends a list of a partner in and lets it be read: what it would change is on the page then. */
async function readIn(walker: Walker, partner: RegExp, name: string, lines: readonly string[]): Promise<void> {
  await walker.go('/lists/new')
  const choice = walker.page.getByLabel('Partner', { exact: true })
  const offered = await choice.locator('option').allTextContents()
  const label = offered.find(text => partner.test(text))
  if (label === undefined) throw new Error(`no partner like ${partner} among ${offered.join(', ')}`)
  await choice.selectOption({ label })
  await walker.page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  await walker.click('Look at it')
  await walker.click('Read the list')
  await reloadUntil(walker, walker.page.getByRole('button', { name: 'Apply', exact: true }))
}

async function applyIt(walker: Walker): Promise<void> {
  await walker.click(walker.page.getByRole('button', { name: 'Apply', exact: true }))
  await reloadUntil(walker, walker.page.getByRole('button', { name: 'Undo' }))
}

journey(
  'Every kind of list goes in by browser: roll, enrolment, starts, leavers, attendance, youth justice',
  async ({ as }) => {
    const owen = await as('Owen Testcase')
    const kinds: readonly [RegExp, string, readonly string[]][] = [
      [
        /school/i,
        'roll.csv',
        ['UPN,Surname,Forename,DOB,Postcode,Year,Reg group', ',Rollcase,Ada,12/03/2011,HX1 1AA,11,11B'],
      ],
      [
        /college/i,
        'enrolment.csv',
        [
          'ULN,Family name,Given name,Birth date,Postcode,Course,Start date',
          ',Enrolcase,Bo,13/04/2009,HX1 1AA,Sampling level 2,01/09/2026',
        ],
      ],
      [
        /apprenticeships|training/i,
        'starts.csv',
        [
          'Learner name,DOB,Post code,Programme,Start date',
          '"Startcase, Cy",14/05/2008,HX1 1AA,Made-up traineeship,02/11/2026',
        ],
      ],
      [
        /college/i,
        'leavers.csv',
        [
          'Surname,Forename,DOB,Postcode,Course,Leaving date,Leaving reason',
          'Leavecase,Di,15/06/2008,HX1 1AA,Sampling level 1,20/11/2026,Moved',
        ],
      ],
      [
        /school/i,
        'attendance.csv',
        ['Surname,Forename,DOB,Postcode,Attendance %', 'Attendcase,Ed,16/07/2011,HX1 1AA,87'],
      ],
      [
        /youth (offending|justice)/i,
        'youth-justice.csv',
        ['Surname,Forename,DOB,Postcode,Worker,Status', 'Justicecase,Flo,17/08/2010,HX1 1AA,Jo Madeup,Open'],
      ],
    ]
    for (const [partner, name, lines] of kinds) {
      await readIn(owen, partner, name, lines)
      await owen.see('New')
      await applyIt(owen)
    }
    await owen.axe()
    await owen.visit('/lists')
    for (const [, name] of kinds) await owen.see(name)
  },
)

journey('A list is stopped while it applies, and everything of it is taken back', async ({ as }) => {
  const owen = await as('Owen Testcase')
  const letters = (n: number) => Array.from(String(n), figure => 'abcdefghij'[Number(figure)]).join('')
  const day = (n: number) => `${1 + (n % 28)}/${1 + (Math.floor(n / 28) % 12)}/${2008 + (Math.floor(n / 336) % 4)}`
  await readIn(owen, /college/i, 'to-stop.csv', [
    'Surname,Forename,DOB,Postcode,Course,Year',
    ...Array.from({ length: 4000 }, (_, n) => `Stopcase${letters(n)},Kit${letters(n)},${day(n)},HX9 9ZZ,Sampling,12`),
  ])
  await owen.clicks('applying and stopping a list', 2, async () => {
    await owen.click(owen.page.getByRole('button', { name: 'Apply', exact: true }))
    await owen.see('The rows in hand are finished first')
    await owen.click('Stop and take back')
  })
  await reloadUntil(owen, owen.page.getByText('Cancelled', { exact: false }).filter({ visible: true }), 30)
  await owen.see('Cancelled')
  await owen.axe()
  await owen.go('/find?q=Stopcasea')
  await owen.doNotSee('Stopcasea, ')
})

journey('A newer list about the same people is undone before an older one', async ({ as }) => {
  const owen = await as('Owen Testcase')
  const header = 'Surname,Forename,DOB,Postcode,Tutor group'
  await readIn(owen, /school/i, 'older.csv', [header, 'Ordercase,Ivy,18/09/2010,HX1 1AA,10A'])
  await applyIt(owen)
  const older = new URL(owen.page.url()).pathname
  await readIn(owen, /school/i, 'newer.csv', [header, 'Ordercase,Ivy,18/09/2010,HX1 1AA,10B'])
  await applyIt(owen)
  await owen.visit(older)
  await owen.see('A newer list is about some of the same young people')
  await owen.click('newer.csv')
  await owen.click('Undo')
  await reloadUntil(owen, owen.page.getByText('This list was undone'))
  await owen.axe()
})

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

journey('A new record like one its maker may not know becomes a question for the data officer', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await readIn(owen, /college/i, 'unknown.csv', [
    'Surname,Forename,DOB,Postcode,Learner status',
    'Likecase,Zelda,20/11/2008,HX6 6AA,On',
  ])
  await applyIt(owen)
  const dana = await as('Dana Example')
  await dana.go('/people/new')
  await dana.fill('Given name', 'Zelda')
  await dana.fill('Family name', 'Likecase')
  await dana.fill('Day', '20')
  await dana.fill('Month', '11')
  await dana.fill('Year', '2008')
  await dana.click('Make the record')
  await dana.see('Zelda Likecase')
  await owen.visit('/questions')
  await owen.click(owen.page.getByRole('row', { name: /Likecase, Zelda/ }).getByRole('link'))
  await owen.see('These two may be one person')
  await owen.axe()
  await owen.clicks('keeping a pair for joining', 1, () => owen.click('They may be one: keep for joining'))
  await owen.see('Waiting to be joined')
  await owen.axe()
})

journey('A question about a row is answered', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await owen.visit('/questions')
  await owen.click(owen.page.locator('main a[href^="/questions/"]').first())
  await owen.axe()
})
