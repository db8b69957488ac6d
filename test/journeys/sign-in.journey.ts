/** The ways in: by choosing in a demo; by link, password and second step in a live installation. */
import { systemClock } from '#ground/clock.ts'
import { totpCode } from '#rooms/identity/index.ts'
import { journey, type Walker } from './harness.ts'
import { addTo, makePartnership, newColleague, PASSWORD, secretOf, signIn } from './live.ts'

const clock = systemClock()

journey(
  'Anyone signs in to a demo by choosing who to be, in one click',
  async ({ visit, page, click, clicks, see }) => {
    await visit('/demo')
    await clicks('signing in to the demo', 1, () => click(page.getByRole('button', { name: 'Dana Example' })))
    await see('Calderdale partnership (demo)')
  },
)

journey('Choosing nobody in the demo says what is missing', async ({ go, page, axe, see }) => {
  await go('/demo')
  await page
    .locator('input[name=membership]')
    .first()
    .evaluate((input: HTMLInputElement) => {
      input.value = 'nobody'
    })
  await page.getByRole('button').filter({ hasText: 'Alex Overview' }).click()
  await see('Select who to be')
  await axe()
})

journey('An address that does not exist says so, signed in or not, and leads on', async ({ visit, as, see }) => {
  await visit('/no-such-page', { status: 404 })
  await see('There is nothing for you at this address')
  const dana = await as('Dana Example')
  await dana.visit('/no-such-page', { status: 404 })
  await dana.see('Go to My day')
  await dana.visit('/accounts', { status: 404 })
})

journey('A new colleague comes from link to password to second step to recovery codes', async ({ live, stranger }) => {
  const server = await live()
  const someone = await newColleague(server, stranger, 'test.sample@partnership.example')
  const { walker, link } = someone
  await walker.visit(link)
  await walker.click('Keep this password')
  await walker.see('Enter a password')
  await walker.axe()
  await walker.fill('New password', PASSWORD)
  await walker.clicks('choosing a password', 1, () => walker.click('Keep this password'))
  await walker.see('Your password is set')
  await walker.axe()
  await signIn(walker, 'test.sample@partnership.example', 'entirely the wrong one')
  await walker.see('Email and password do not go together')
  await walker.axe()
  await walker.clicks('signing in with a password', 1, () =>
    signIn(walker, 'test.sample@partnership.example', PASSWORD),
  )
  await walker.see('Set up your second step')
  await walker.axe()
  await walker.fill('Code', '000000')
  await walker.click('Turn on')
  await walker.axe()
  const secret = await secretOf(walker)
  await walker.fill('Code', await totpCode(secret, clock.now()))
  await walker.clicks('setting up the second step', 1, () => walker.click('Turn on'))
  await walker.see('Keep your recovery codes')
  await walker.axe()
  const [code = ''] = await walker.page.locator('.cx-codes li').allInnerTexts()
  await walker.go('/account')

  const elsewhere = await stranger(server)
  await elsewhere.visit('/sign-in')
  await elsewhere.click('Sign in')
  await elsewhere.see('Enter your password')
  await elsewhere.axe()
  await signIn(elsewhere, 'test.sample@partnership.example', PASSWORD)
  await elsewhere.see('Enter your code')
  await elsewhere.axe()
  await elsewhere.click('Go on')
  await elsewhere.axe()
  await elsewhere.fill('Code', code)
  await elsewhere.clicks('signing in with a recovery code', 1, () => elsewhere.click('Go on'))
  await elsewhere.go('/account')
  await elsewhere.see('9 recovery codes left')
})

journey('A link that was used leads nowhere and says what to do', async ({ live, stranger }) => {
  const server = await live()
  const { walker, link } = await newColleague(server, stranger, 'used.sample@partnership.example')
  await walker.go(link)
  await walker.fill('New password', PASSWORD)
  await walker.click('Keep this password')
  await walker.visit(link, { state: 'empty' })
  await walker.see('This link no longer works')
})

journey('Somebody who works for two partnerships chooses which one they act for', async ({ live, stranger }) => {
  const server = await live()
  const email = 'both.sample@partnership.example'
  const { walker, link } = await newColleague(server, stranger, email)
  await makePartnership(server, 'Second example partnership')
  // The link from the first is the only one: a second would open both partnerships to whoever holds it.
  await addTo(server, email, 'manager', 'Second example partnership')
  await walker.go(link)
  await walker.fill('New password', PASSWORD)
  await walker.click('Keep this password')
  await signIn(walker, email, PASSWORD)
  await walker.fill('Code', await totpCode(await secretOf(walker), clock.now()))
  await walker.click('Turn on')
  await walker.click('I have kept them')
  await walker.see('What are you acting as?')
  await walker.axe()
  await walker.click('Go on')
  await walker.see('Select what you are acting as')
  await walker.axe()
  await walker.clicks('choosing what to act as', 2, async () => {
    await walker.click(walker.page.getByLabel('Second example partnership: Manager'))
    await walker.click('Go on')
  })
  await walker.visit('/account/partnership')
})

journey('A Welsh speaker signs in in Welsh and keeps the language', async ({ live, stranger }) => {
  const server = await live()
  const email = 'cymraeg.sample@partnership.example'
  const { walker, link } = await newColleague(server, stranger, email)
  await walker.go('/sign-in')
  await walker.clicks('changing to Welsh', 1, () => walker.click('Cymraeg'))
  await walker.axe()
  await walker.visit('/no-such-page', { status: 404 })
  await walker.visit(link)
  await walker.click('Cadw’r cyfrinair hwn')
  await walker.see('Rhowch gyfrinair')
  await walker.axe()
  await walker.fill('Cyfrinair newydd', PASSWORD)
  await walker.click('Cadw’r cyfrinair hwn')
  await signInInWelsh(walker, email, 'entirely the wrong one')
  await walker.see('Nid yw’r e-bost a’r cyfrinair yn cyfateb')
  await walker.axe()
  await signInInWelsh(walker, email, PASSWORD)
  await walker.see('Gosodwch eich ail gam')
  await walker.axe()
  await walker.fill('Cod', '000000')
  await walker.click('Troi ymlaen')
  await walker.axe()
  await walker.fill('Cod', await totpCode(await secretOf(walker), clock.now()))
  await walker.click('Troi ymlaen')
  await walker.see('Cadwch eich codau adfer')
  await walker.axe()
  const [code = ''] = await walker.page.locator('.cx-codes li').allInnerTexts()
  await walker.visit('/account')
  await walker.clicks('choosing Welsh for one’s own account', 2, async () => {
    await walker.click(walker.page.getByLabel('Cymraeg'))
    await walker.click(walker.page.getByRole('button', { name: 'Cadw’r iaith hon' }))
  })
  await walker.visit('/account/partnership')
  await walker.click('Parhau')
  await walker.axe()
  await walker.visit('/account/nowhere', { status: 404 })

  const elsewhere = await stranger(server)
  await elsewhere.go(link)
  await elsewhere.click('Cymraeg')
  await elsewhere.see('Nid yw’r ddolen hon yn gweithio mwyach')
  await elsewhere.axe('empty')
  await elsewhere.click('Mewngofnodi')
  await signInInWelsh(elsewhere, email, PASSWORD)
  await elsewhere.axe()
  await elsewhere.click('Parhau')
  await elsewhere.axe()
  await elsewhere.fill('Cod', code)
  await elsewhere.click('Parhau')
  await elsewhere.go('/account')
  await elsewhere.see('9 cod adfer ar ôl')
})

async function signInInWelsh(walker: Walker, email: string, password: string): Promise<void> {
  await walker.fill('E-bost gwaith', email)
  await walker.fill('Cyfrinair', password)
  await walker.click('Mewngofnodi')
}
