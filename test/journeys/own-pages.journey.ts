/** A young person's own pages behind one code: what stays between us, read and answered on their phone, and spoken of when they meet. */
import { journey } from './harness.ts'
import { giveCode, madeLink } from './link-steps.ts'
import { makeRecord } from './people-steps.ts'

journey(
  'A young person reads on their phone what stays between them and their adviser, and says what it means',
  async ({ as, stranger }) => {
    const dana = await as('Dana Example')
    const record = await makeRecord(dana, 'Robin', 'Madeuppages', ['8', '8', '2010'])
    await dana.go(`${record}/confidentiality`)
    await dana.click('Send them a link to it')
    await dana.visit(`${record}/plan/link`, { state: 'empty' })
    await dana.click('Make the link')
    await dana.see('Select what the link opens')
    await dana.axe('error')
    await dana.page.getByLabel('My Progress File').check()
    await dana.page.getByLabel('What stays between us').check()
    await dana.click('Make the link')
    const link = await madeLink(dana)

    const robin = await stranger()
    await robin.page.setViewportSize({ width: 320, height: 720 })
    await giveCode(robin, link)
    await robin.see('Your pages')
    await robin.visit(`${link.path}/pages`, { state: 'full' })
    await robin.visit(`${link.path}/statement`, { state: 'full' })
    await robin.click('Send my answer')
    await robin.see('There is a problem')
    await robin.axe('error')
    await robin.page.getByRole('radio', { name: 'Yes', exact: true }).check()
    await robin.fill('What does it mean? Say it in your own words', 'Made up: you tell if I am hurt')
    await robin.clicks('saying what it means', 1, () => robin.click('Send my answer'))
    await robin.see('Thank you')
    await robin.see('Made up: you tell if I am hurt')
    await robin.axe()
    await robin.click('Back to your pages')
    await robin.see('My Progress File')
    await robin.click('I am done: close this')
    await robin.see('You can close this page now')

    await dana.go(`${record}/confidentiality`)
    await dana.see('They say they understood')
    await dana.axe('full')
    await dana.click('Keep what I found')
    await dana.see('Choose whether they understood')
    await dana.axe('error')
    await dana.page.getByRole('radio', { name: 'Yes', exact: true }).check()
    await dana.click('Keep what I found')
    await dana.see('Read with them, and they said what it means.')
    await dana.axe('full')
  },
)
