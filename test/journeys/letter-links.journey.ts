/** A letter on a young person's own phone before it goes: read as the other agency would, answered, and the answer counted. */
import { journey } from './harness.ts'
import { makeRecord } from './people-steps.ts'

journey(
  'A young person reads a letter about them by a link before it goes, and says what is wrong with it',
  async ({ as, stranger }) => {
    const dana = await as('Dana Example')
    const record = await makeRecord(dana, 'Wren', 'Madeupletter', ['8', '8', '2010'])
    await dana.go(`${record}/referrals/new`)
    await dana.click('Sampleton Housing Trust')
    await dana.fill('What are they asked to do?', 'Made up: a room from Friday')
    await dana.fill('Why now?', 'Made up: they sleep on a sofa')
    await dana.click('Keep and look at the letter')
    const letter = new URL(dana.page.url()).pathname
    await dana.click('Show it by a link')
    await dana.see('exactly what Sampleton Housing Trust will see')
    await dana.axe()
    await dana.click('Make the link')
    await dana.see('Give them both, by two ways')
    await dana.axe()
    const link = new URL((await dana.page.locator('#made-link').textContent()) ?? '').pathname
    const code = (await dana.page.locator('dd strong').first().textContent()) ?? ''

    const wren = await stranger()
    await wren.go(link)
    await wren.fill('Code', code)
    await wren.click('Go on')
    await wren.see('It has not been sent')
    await wren.visit(`${link}/letter`, { state: 'full' })
    await wren.page.getByRole('radio', { name: 'Something is wrong' }).check()
    await wren.click('Send my answer')
    await wren.see('Write what is wrong, so that it can be changed')
    await wren.axe('error')
    await wren.fill('In your own words', 'Made up: it is Sunday, not Friday')
    await wren.page.getByLabel('Which part is wrong?').selectOption({ label: 'What we would ask' })
    await wren.clicks('saying what is wrong', 1, () => wren.click('Send my answer'))
    await wren.see('You said that something is wrong')
    await wren.axe()
    await wren.click('I am done: close this')
    await wren.see('You can close this page now')

    await dana.visit(`${letter}/links`, { state: 'full' })
    await dana.see('Answered')
    await dana.go(letter)
    await dana.see('Said by their link')
    await dana.see('it is Sunday, not Friday')
    await dana.axe()
    await dana.page.getByRole('radio', { name: 'They agree', exact: true }).check()
    await dana.click('Send to Sampleton Housing Trust')
    await dana.see('They said by their link that it is wrong')
    await dana.axe()
  },
)

journey(
  'A referral to an agency without accounts is read by a link, accepted, and its sender told',
  async ({ as, stranger }) => {
    const dana = await as('Dana Example')
    const record = await makeRecord(dana, 'Jay', 'Madeupagency', ['8', '8', '2010'])
    await dana.go(`${record}/referrals/new`)
    await dana.click('Sampleton Food Cupboard')
    await dana.fill('What are they asked to do?', 'Made up: a parcel each week')
    await dana.fill('Why now?', 'Made up: the fridge is broken')
    await dana.click('Keep and look at the letter')
    const letter = new URL(dana.page.url()).pathname
    await dana.page.getByRole('radio', { name: 'Yes, just now' }).check()
    await dana.page.getByRole('radio', { name: 'They agree', exact: true }).check()
    await dana.click('Send to Sampleton Food Cupboard')
    await dana.see('Nobody at Sampleton Food Cupboard signs in here')
    await dana.axe()
    await dana.click('Make a link for them')
    await dana.click('Make the link')
    await dana.see('Enter for whom the link is')
    await dana.axe('error')
    await dana.fill('For whom?', 'Ash Helper')
    await dana.click('Make the link')
    await dana.see('Give them both, by two ways')
    const link = new URL((await dana.page.locator('#made-link').textContent()) ?? '').pathname
    const code = (await dana.page.locator('dd strong').first().textContent()) ?? ''

    const ash = await stranger()
    await ash.go(link)
    await ash.fill('Code', code)
    await ash.click('Go on')
    await ash.see('Made up: a parcel each week')
    await ash.visit(`${link}/referral`, { state: 'full' })
    await ash.page.getByText('Decline', { exact: true }).first().click()
    await ash.click(ash.page.getByRole('button', { name: 'Decline' }))
    await ash.see('Select why')
    await ash.axe('error')
    await ash.visit(`${link}/worried`, { state: 'full' })
    await ash.see('Worried about their safety?')
    await ash.go(`${link}/referral`)
    await ash.clicks('accepting by a link', 1, () => ash.click(ash.page.getByRole('button', { name: 'Accept' })))
    await ash.see('The next step is yours')
    await ash.axe()
    await ash.click('Ask for a new link')
    await ash.see('You have asked for a new link')
    await ash.axe()

    await dana.go('/')
    await dana.see('Somebody at another agency asks for a new link to a referral')
    await dana.go(letter)
    await dana.see('Ash Helper, by a link')
    await dana.axe()
    await dana.go(`${letter}/links`)
    await dana.see('Answered')
  },
)
