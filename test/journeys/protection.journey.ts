/** Protection and the wrong person: restricted by identity, taken off by one action, characteristics in their own class. */
import { journey, type Walker } from './harness.ts'

/** Makes a record of one's own, so that nobody else's is touched. Returns its address. */
async function makeRecord(walker: Walker, given: string): Promise<string> {
  await walker.go('/people/new')
  await walker.fill('Given name', given)
  await walker.fill('Family name', `${given}sample`)
  await born(walker)
  await walker.click('Make the record')
  await walker.see(`${given} ${given}sample`)
  return new URL(walker.page.url()).pathname
}

async function born(walker: Walker): Promise<void> {
  await day(walker, 'Birth date', '4', '4', '2010')
}

async function day(walker: Walker, name: string, d: string, m: string, y: string): Promise<void> {
  const group = walker.page.getByRole('group', { name }).first()
  for (const [label, text] of [
    ['Day', d],
    ['Month', m],
    ['Year', y],
  ] as const)
    await group.getByLabel(label, { exact: true }).fill(text)
}

/** Sends the page's form as it stands, and looks at the answer that refuses it. */
async function refused(walker: Walker, button: string): Promise<void> {
  await walker.click(walker.page.locator('main').getByRole('button', { name: button, exact: true }))
  await walker.see('There is a problem')
  await walker.axe()
}

journey('Information governance restricts a record, shuts somebody out, and lifts it all again', async ({ as }) => {
  const dana = await as('Dana Example')
  const record = await makeRecord(dana, 'Selma')
  const owen = await as('Owen Testcase')
  await owen.go(record)

  const gwen = await as('Gwen Pattern')
  await gwen.visit('/protection')
  await gwen.see('Not shown in a list')
  await refused(gwen, 'Find')
  await gwen.fill('Given name', 'Selma')
  await gwen.fill('Family name', 'Selmasample')
  await born(gwen)
  await gwen.click(gwen.page.locator('main').getByRole('button', { name: 'Find', exact: true }))
  await gwen.see('Nothing protects this record')
  await gwen.axe('empty')

  await gwen.click('Restrict this record')
  await gwen.axe('empty')
  await refused(gwen, 'Restrict the record')
  await gwen.page.getByLabel('Domestic abuse').check()
  await gwen.fill('Why?', 'A made-up court order')
  await gwen.page.getByLabel('Dana Example').check()
  await gwen.clicks('restricting a record', 1, () => gwen.click('Restrict the record'))
  await gwen.see('Restricted record')
  await gwen.axe()
  await owen.go(record, { status: 404 })
  await dana.go(record)

  await gwen.click('Shut somebody out')
  await gwen.axe('empty')
  await refused(gwen, 'Shut them out')
  await gwen.page.getByLabel('Who is shut out?').selectOption({ label: 'Sam Frontdesk, front desk' })
  await gwen.page.getByLabel('Staff’s own family').check()
  await gwen.fill('Why?', 'A made-up aunt')
  await gwen.click('Shut them out')
  await gwen.see('Shut out: Sam Frontdesk')

  await gwen.click('Protect the address')
  await gwen.axe('empty')
  await refused(gwen, 'Protect it')
  await gwen.page.getByLabel('Domestic abuse').check()
  await gwen.fill('Why?', 'A made-up refuge')
  await gwen.click('Protect it')
  await gwen.see('Protected address')
  await gwen.axe()

  for (let left = 3; left > 0; left--) {
    await gwen.click(gwen.page.locator('main a[href*="/lift/"]').first())
    if (left === 3) {
      await gwen.axe('empty')
      await refused(gwen, 'Lift it')
    }
    await gwen.fill('Why is it lifted?', 'A made-up end')
    await gwen.click('Lift it')
  }
  await gwen.see('Nothing protects this record')
  await owen.go(record)
})

journey(
  'What is about somebody else is taken off, those who saw it are told, and the breach log closed',
  async ({ as }) => {
    const dana = await as('Dana Example')
    const right = await makeRecord(dana, 'Rightful')
    const wrong = await makeRecord(dana, 'Mixedup')
    await dana.go(`${wrong}/contacts/new`)
    await dana.fill('What happened', 'A made-up talk with somebody else')
    await dana.click('Save')
    await dana.click(dana.page.locator('main a[href^="/contacts/"]').first())
    await dana.click('This is about somebody else: take it off this record')
    await dana.axe('empty')
    await refused(dana, 'Take it off this record')
    await dana.fill('What happened?', 'Two records were open')
    await dana.fill('Who is it really about?', 'Rightful Rightfulsample')
    await refused(dana, 'Take it off this record')
    await dana.page.getByLabel('Rightful Rightfulsample').check()
    await dana.clicks('taking it off', 1, () => dana.click('Take it off this record'))
    await dana.doNotSee('A made-up talk with somebody else')
    await dana.go(right)
    await dana.see('A made-up talk with somebody else')
    await dana.visit('/misfiled')

    const gwen = await as('Gwen Pattern')
    await gwen.visit('/breaches')
    await gwen.click(gwen.page.locator('main tr', { hasText: 'Mixedup' }).locator('a').first())
    await gwen.axe('empty')
    await refused(gwen, 'Save and close')
    await gwen.fill('Likely consequence for the young people', 'None: nobody else saw it')
    for (const question of [
      'Was the young person it is about told?',
      'Was the Information Commissioner’s Office told?',
    ])
      await gwen.page.getByRole('group', { name: question }).getByLabel('No', { exact: true }).check()
    await gwen.fill('When and how, or why not (young person)', 'No high risk')
    await gwen.fill('When and how, or why not (regulator)', 'Unlikely to harm anybody')
    await gwen.clicks('closing an entry', 1, () => gwen.click('Save and close'))
    await gwen.click(gwen.page.locator('main tr', { hasText: 'Mixedup' }).locator('a').first())
    await gwen.see('It can be read and not changed')
    await gwen.axe()
  },
)

journey('A characteristic is added, shown as a tag, and ended', async ({ as }) => {
  const dana = await as('Dana Example')
  const record = await makeRecord(dana, 'Carola')
  await dana.go(`${record}/characteristics`)
  await dana.page.getByLabel('What is it?').selectOption({ label: 'SEN support' })
  await day(dana, 'Since', '1', '9', '2025')
  await dana.page.getByLabel('The young person').check()
  await dana.clicks('adding a characteristic', 1, () => dana.click('Save'))
  await dana.see('SEN support')
  await dana.axe()
  await dana.go(record)
  await dana.see('SEN support')
  await dana.axe()
  await dana.go(`${record}/details`)
  await dana.click(dana.page.locator('main a[href*="/characteristics/"]').first())
  await dana.axe()
  await day(dana, 'Until', '1', '8', '2025')
  await refused(dana, 'Save')
  await day(dana, 'Until', '1', '10', '2025')
  await dana.click('Save')
  await dana.go(record)
  await dana.doNotSee('SEN support')
})

journey('A part of a record that no role opens is given by name, until a day, and ended', async ({ as }) => {
  const imran = await as('Imran Demo')
  const record = await makeRecord(imran, 'Partial')
  const gwen = await as('Gwen Pattern')
  await gwen.go('/protection')
  await gwen.fill('Given name', 'Partial')
  await gwen.fill('Family name', 'Partialsample')
  await born(gwen)
  await gwen.click(gwen.page.locator('main').getByRole('button', { name: 'Find', exact: true }))
  await gwen.click('Give somebody a part')
  await gwen.axe('empty')
  await refused(gwen, 'Give it')
  await gwen.page.getByLabel('Who needs it?').selectOption({ label: 'Imran Demo, intensive adviser' })
  await gwen.page.getByLabel('Youth justice', { exact: true }).check()
  await gwen.page.getByLabel('A duty or power in law').check()
  await gwen.fill('Why do they need it?', 'Works with their made-up youth justice worker')
  await day(gwen, 'Last day', ...soon())
  await gwen.clicks('giving a part of a record', 1, () => gwen.click('Give it'))
  await gwen.see('Imran Demo, until')
  await gwen.axe()
  await imran.go(`${record}/who`)
  await imran.see('Given by information governance')
  await imran.axe()

  await gwen.click(gwen.page.locator('main a[href*="/classes/"]').first())
  await gwen.axe('empty')
  await refused(gwen, 'End it')
  await gwen.fill('Why is it ended?', 'Not needed any more (made up)')
  await gwen.click('End it')
  await gwen.see('Nobody has been given one.')
  await imran.go(`${record}/who`)
  await imran.doNotSee('Given by information governance')
})

/** A day a month from now, as it is typed. */
function soon(): [string, string, string] {
  const then = new Date(Date.now() + 30 * 86_400_000)
  return [String(then.getUTCDate()), String(then.getUTCMonth() + 1), String(then.getUTCFullYear())]
}

journey('An activity and a place of learning that are somebody else’s are taken off the record', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.go('/caseload')
  const theirs = dana.page.locator('main table a[href^="/people/"]')
  // Somebody of the demo whom a roll brought: only looked at, never sent.
  await dana.click(theirs.first())
  await dana.click('Details')
  await dana.click(dana.page.locator('main a[href*="/misfiled/place/"]').first())
  await dana.see('A place of learning')
  await refused(dana, 'Take it off this record')

  const record = await makeRecord(dana, 'Activa')
  await dana.go(`${record}/activity`)
  await dana.page.locator('select[name="code"]').selectOption('540')
  await day(dana, 'Since', '1', '10', '2025')
  await dana.click(dana.page.locator('main').getByRole('button').last())
  await dana.go(`${record}/details`)
  await dana.axe()
  await dana.click(dana.page.locator('main a[href*="/misfiled/activity/"]').first())
  await dana.see('An activity')
  await dana.fill('What happened?', 'Two records were open')
  await dana.click('Take it off this record')
  await dana.go(`${record}/details`)
  await dana.see('Not known')
  await dana.axe()
})

journey('Two records are kept apart, a new identity starts, and what happened since is printed', async ({ as }) => {
  const dana = await as('Dana Example')
  await makeRecord(dana, 'Wilburo')
  await makeRecord(dana, 'Xanthea')
  const gwen = await as('Gwen Pattern')
  await gwen.go('/protection')
  await gwen.fill('Given name', 'Wilburo')
  await gwen.fill('Family name', 'Wilburosample')
  await born(gwen)
  await gwen.click(gwen.page.locator('main').getByRole('button', { name: 'Find', exact: true }))
  await gwen.click('What happened since')
  await gwen.see('Nothing protects this record')
  await gwen.axe('empty')
  await gwen.click(gwen.page.locator('main .govuk-back-link'))
  await gwen.click('Keep apart from another record')
  await gwen.axe('empty')
  await refused(gwen, 'Keep them apart')
  await gwen.fill('Given name', 'Xanthea')
  await gwen.fill('Family name', 'Xantheasample')
  await born(gwen)
  await gwen.fill('Why?', 'A made-up order')
  await gwen.clicks('keeping two records apart', 1, () => gwen.click('Keep them apart'))
  await gwen.see('Xanthea Xantheasample')
  await gwen.axe()
  await gwen.click(gwen.page.locator('main tbody a').first())
  await gwen.axe('empty')
  await refused(gwen, 'Lift it')
  await gwen.click(gwen.page.locator('main .govuk-back-link'))

  await gwen.click('Start a new identity')
  await gwen.axe('empty')
  await refused(gwen, 'Seal the old record and start the new one')
  await gwen.fill('First name now', 'Newone')
  await gwen.fill('Family name now', 'Newonesample')
  await day(gwen, 'Birth date on the new record', '4', '4', '2010')
  await gwen.fill('Why?', 'A made-up adoption')
  await gwen.click('Seal the old record and start the new one')
  await gwen.see('The new record is there')
  await gwen.axe()
  await gwen.click('Protect the new record')
  await gwen.click('What happened since')
  await gwen.see('Nothing was joined, asked or changed.')
  await gwen.axe()
})
