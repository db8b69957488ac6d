/** A letter on a young person's own phone before it goes: read as the other agency would, answered, and the answer counted. */
import { journey, type Walker } from './harness.ts'
import { giveCode, madeLink } from './link-steps.ts'
import { makeRecord } from './people-steps.ts'

/** Drafts a referral and gives its address. */
async function draftTo(walker: Walker, record: string, agency: string, asks: string, why: string): Promise<string> {
  await walker.go(`${record}/referrals/new`)
  await walker.click(agency)
  await walker.fill('What are they asked to do?', asks)
  await walker.fill('Why now?', why)
  await walker.click('Keep and look at the letter')
  return new URL(walker.page.url()).pathname
}

/** They saw it and agree: it goes. */
async function sendTo(walker: Walker, agency: string): Promise<void> {
  await walker.page.getByRole('radio', { name: 'Yes, just now' }).check()
  await walker.page.getByRole('radio', { name: 'They agree', exact: true }).check()
  await walker.click(`Send to ${agency}`)
}

journey(
  'A young person reads a letter about them by a link before it goes, and says what is wrong with it',
  async ({ as, stranger }) => {
    const dana = await as('Dana Example')
    const record = await makeRecord(dana, 'Wren', 'Madeupletter', ['8', '8', '2010'])
    const letter = await draftTo(
      dana,
      record,
      'Sampleton Housing Trust',
      'Made up: a room from Friday',
      'Made up: they sleep on a sofa',
    )
    await dana.click('Show it by a link')
    await dana.see('exactly what Sampleton Housing Trust will see')
    await dana.axe()
    await dana.click('Make a link for Wren')
    await dana.see('Give them both, by two ways')
    await dana.axe()
    const link = await madeLink(dana)

    const wren = await stranger()
    await giveCode(wren, link)
    await wren.see('It has not been sent')
    await wren.visit(`${link.path}/letter`, { state: 'full' })
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
    const letter = await draftTo(
      dana,
      record,
      'Sampleton Food Cupboard',
      'Made up: a parcel each week',
      'Made up: the fridge is broken',
    )
    await sendTo(dana, 'Sampleton Food Cupboard')
    await dana.see('Nobody at Sampleton Food Cupboard signs in here')
    await dana.axe()
    await dana.click('Make a link for them')
    await dana.click('Make a link for Sampleton Food Cupboard')
    await dana.see('Enter for whom the link is')
    await dana.axe('error')
    await dana.fill('For whom?', 'Ash Helper')
    await dana.click('Make a link for Sampleton Food Cupboard')
    await dana.see('Give them both, by two ways')
    const link = await madeLink(dana)

    const ash = await stranger()
    await giveCode(ash, link)
    await ash.see('Made up: a parcel each week')
    await ash.visit(`${link.path}/referral`, { state: 'full' })
    await ash.page.getByText('Decline', { exact: true }).first().click()
    await ash.click(ash.page.getByRole('button', { name: 'Decline' }))
    await ash.see('Select why')
    await ash.axe('error')
    await ash.visit(`${link.path}/worried`, { state: 'full' })
    await ash.see('Worried about their safety?')
    await ash.go(`${link.path}/referral`)
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

journey(
  'A young person objects by a link to what is under way, and is answered while the other agency reads no more than that there is a question',
  async ({ as, stranger }) => {
    const dana = await as('Dana Example')
    const record = await makeRecord(dana, 'Sky', 'Madeupobjector', ['8', '8', '2010'])
    const letter = await draftTo(
      dana,
      record,
      'Sampleton Housing Trust',
      'Made up: a room from Friday',
      'Made up: they sleep on a sofa',
    )
    await sendTo(dana, 'Sampleton Housing Trust')
    await dana.see('As it was sent.')
    const hale = await as('Hale Lodging')
    await hale.go(letter)
    await hale.click('Accept')
    await hale.see('It has started')

    await dana.go(`${letter}/links`)
    await dana.click('Make a link for Sky')
    const link = await madeLink(dana)
    const sky = await stranger()
    await giveCode(sky, link)
    await sky.see('sent this to Sampleton Housing Trust')
    await sky.page.getByRole('radio', { name: 'I do not want this any more' }).check()
    await sky.axe()
    await sky.fill('In your own words', 'Made up: not them')
    await sky.clicks('objecting by a link', 1, () => sky.click('Send my answer'))
    await sky.see('You said that you do not want it')

    await hale.go(letter)
    await hale.see('There is a question to be answered about this referral')
    await hale.doNotSee('Made up: not them')
    await hale.axe()
    await dana.go(letter)
    await dana.see('Sky objects')
    await dana.see('They said so themselves, by a link.')
    await dana.click(dana.page.getByRole('button', { name: 'Answer' }))
    await dana.see('Select how you answer')
    await dana.axe('error')
    await dana.page.getByRole('radio', { name: 'Go on: the ground lets us' }).check()
    await dana.fill('Why?', 'Made up: you would have nowhere to sleep')
    await dana.axe()
    await dana.page.getByRole('checkbox', { name: /was told why/ }).check()
    await dana.click(dana.page.getByRole('button', { name: 'Answer' }))
    await dana.see('It goes on because of its ground')
    await dana.axe()
    await dana.page.getByText('Sky objects now', { exact: true }).click()
    await dana.click('Keep the objection')
    await dana.see('Enter what they say')
    await dana.axe('error')
    await dana.fill('What do they say, in their own words?', 'Made up: still not')
    await dana.click('Keep the objection')
    await dana.page.getByRole('radio', { name: /^Stop/ }).check()
    await dana.fill('What may the other agency be told?', 'Made up: it stops')
    await dana.click(dana.page.getByRole('button', { name: 'Answer' }))
    await dana.see('Stopped')
    await hale.go(letter)
    await hale.see('Made up: it stops')
    await hale.doNotSee('Made up: still not')
    await hale.axe()
  },
)
