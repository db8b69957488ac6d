/** Partners' lists: sending in, columns, preview, applying, stopping, undoing. */

import { uln } from '#test/made-up-numbers.ts'
import { zipOf } from '#test/zips.ts'
import { journey } from './harness.ts'
import { applyIt, readIn, reloadUntil, sendIn } from './list-steps.ts'

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

journey(
  'A Common Transfer File and a OneRoster go in by browser, and the same person in both is one',
  async ({ as }) => {
    const owen = await as('Owen Testcase')
    const pupil = `<Pupil><UniqueLearnerNumber>${uln(4711)}</UniqueLearnerNumber><Surname>Formatcase</Surname><Forename>Dee</Forename>
    <DOB>2010-05-06</DOB><BasicDetails><FormerSurname>Oncecase</FormerSurname></BasicDetails></Pupil>`
    const ctf = `<CTfile><Header/><CTFpupilData>${pupil}</CTFpupilData></CTfile>`
    await readIn(owen, /school/i, '3819001_CTF_3810000_001.xml', Buffer.from(ctf))
    await owen.see('Nobody like them on record')
    await applyIt(owen)
    const roster = zipOf([
      { name: 'manifest.csv', content: 'propertyName,value\nfile.users,bulk\n' },
      {
        name: 'users.csv',
        content: `sourcedId,role,userIds,givenName,familyName\ns1,student,"{ULN:${uln(4711)}}",Dee,Formatcase\n`,
      },
      { name: 'demographics.csv', content: 'sourcedId,birthDate,sex\ns1,2010-05-06,female\n' },
    ])
    await readIn(owen, /college/i, 'roster.zip', roster)
    await owen.see('Same ULN')
    await applyIt(owen)
    await owen.go('/find?q=Formatcase')
    const found = await owen.page.locator('main a[href^="/people/"]', { hasText: 'Formatcase' }).count()
    if (found !== 1) throw new Error(`${found} records of one person`)
    await sendIn(owen, /college/i, 'photos.zip', zipOf([{ name: 'photo.jpg', content: 'x' }]))
    await owen.see('a zip, but not a OneRoster')
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

journey('What a school says of care is counted on its way and shown to nobody; its SEN is shown', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await readIn(owen, /school/i, 'care.csv', [
    'Surname,Forename,DOB,Postcode,Year,Reg group,SEN,Looked after',
    'Carecase,Fay,17/08/2010,HX1 1AA,11,11C,K,Y',
    'Carecase,Gus,18/09/2010,HX1 1AA,11,11C,N,Full order',
  ])
  await owen.see('Held back')
  await owen.see('1 row carries it')
  await owen.see('Neither yes nor no. Type Y or N')
  await owen.doNotSee('Full order')
  await owen.axe()
  await applyIt(owen)
  await owen.click('Undo')
})
