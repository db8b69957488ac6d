/** Two records of one young person: compared, joined, and taken apart again. */
import { journey, type Walker } from './harness.ts'

/** Makes a record of one's own, so that nobody else's is touched. Returns its address. */
async function makeRecord(walker: Walker, given: string, family: string): Promise<string> {
  await walker.go('/people/new')
  await walker.fill('Given name', given)
  await walker.fill('Family name', family)
  const group = walker.page.getByRole('group', { name: 'Birth date' }).first()
  for (const [label, text] of [
    ['Day', '5'],
    ['Month', '5'],
    ['Year', '2010'],
  ] as const)
    await group.getByLabel(label, { exact: true }).fill(text)
  await walker.click('Make the record')
  const again = walker.page.getByRole('button', { name: 'None of these: make a new record' })
  if ((await again.count()) > 0) await walker.click(again)
  await walker.see(`${given} ${family}`)
  return new URL(walker.page.url()).pathname
}

journey('A data officer joins two records, finds every row, and takes them apart again', async ({ as }) => {
  const dana = await as('Dana Example')
  const kept = await makeRecord(dana, 'Joinda', 'Joinsample')
  const owen = await as('Owen Testcase')
  const gone = await makeRecord(owen, 'Joinder', 'Joinsample')
  await owen.go(`${gone}/contact-details`)
  await owen.fill('Mobile', '07700 900456')
  await owen.click('Save')
  await owen.see('07700 900456')

  // By keyboard: the menu, the search and its answer.
  await owen.go(kept)
  await owen.page.locator('summary', { hasText: 'More' }).focus()
  await owen.page.keyboard.press('Enter')
  await owen.page.getByRole('link', { name: 'Join with another record' }).focus()
  await owen.page.keyboard.press('Enter')
  await owen.see('Look for the other record first')
  await owen.axe('empty')
  await owen.page.getByLabel('Find the other record').focus()
  await owen.page.keyboard.type('Joinder Joinsample')
  await owen.page.keyboard.press('Enter')
  await owen.see('Found')
  await owen.axe()
  await owen.page.locator('main table a').first().focus()
  await owen.page.keyboard.press('Enter')
  await owen.see('Only one can stand')
  await owen.see('07700 900456')
  await owen.axe()
  await owen.click('Join the two records')
  await owen.see('Say how you know that they are one person')
  await owen.axe()
  await owen.fill('How do you know that they are one person?', 'A made-up letter from the school')
  await owen.clicks('joining two records', 1, () => owen.click('Join the two records'))
  await owen.see('Joined with another record')
  await owen.axe()
  await owen.go(`${kept}/details`)
  await owen.see('07700 900456')
  await owen.go(gone)
  if (new URL(owen.page.url()).pathname !== kept) throw new Error('the old address leads elsewhere')
  await dana.go(`${gone}/details`)
  await dana.see('07700 900456')

  await dana.go(`${kept}/contact-details`)
  await dana.fill('Email', 'joinda@sample.example')
  await dana.click('Save')
  await owen.go(kept)
  await owen.click(owen.page.locator('main a[href^="/matching/merges/"]'))
  await owen.see('Added: Phone or email')
  await owen.axe()
  await owen.click('Take them apart')
  await owen.see('Say why they are taken apart')
  await owen.axe()
  await owen.fill('Why are they taken apart?', 'Two cousins after all')
  await owen.clicks('taking two records apart', 1, () => owen.click('Take them apart'))
  await owen.doNotSee('Joined with another record')
  await owen.go(`${kept}/details`)
  await owen.see('joinda@sample.example')
  await owen.doNotSee('07700 900456')
  await owen.go(`${gone}/details`)
  await owen.see('07700 900456')
})

journey('Two numbers of one kind are said loudly, and nobody is joined without a reason for it', async ({ as }) => {
  const dana = await as('Dana Example')
  const kept = await makeRecord(dana, 'Numera', 'Numbersample')
  const imran = await as('Imran Demo')
  const gone = await makeRecord(imran, 'Numero', 'Numbersample')
  const owen = await as('Owen Testcase')
  for (const [record, number] of [
    [kept, '1000000019'],
    [gone, '1000000027'],
  ] as const) {
    await owen.go(`${record}/identifiers`)
    await owen.page.getByLabel('ULN', { exact: true }).check()
    await owen.fill('Number', number)
    await owen.click('Save')
  }
  await owen.go(`${kept}/merge/${gone.split('/').at(-1)}`)
  await owen.see('They have two different ULNs')
  await owen.see('Lead adviser')
  await owen.axe()
  await owen.page.getByLabel('Imran Demo').check()
  await owen.fill('How do you know that they are one person?', 'A made-up letter from the school')
  await owen.click('Join the two records')
  await owen.see('Say why they are one person although this is against it')
  await owen.axe()
})
