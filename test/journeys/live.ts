/** Getting into a live installation: accounts made by command, a link, a password and a second step. */
import { systemClock } from '#ground/clock.ts'
import { type Role, totpCode } from '#rooms/identity/index.ts'
import type { Served } from '#test/served.ts'
import type { Walker } from './harness.ts'

export const PASSWORD = 'kettle orbit walnut staircase'
export const FIRST = 'First example partnership'

/** A new colleague of the first partnership in a role, signed in for the first time; a name for a second one of a role. */
export async function joinAs(
  server: Served,
  stranger: (at: Served) => Promise<Walker>,
  role: Role,
  name = 'sample',
): Promise<Walker> {
  const email = `${role}.${name}@partnership.example`
  const { walker, link } = await newColleague(server, stranger, email, role)
  await walker.go(link)
  await walker.fill('New password', PASSWORD)
  await walker.click('Keep this password')
  await signIn(walker, email, PASSWORD)
  await walker.fill('Code', await totpCode(await secretOf(walker), systemClock().now()))
  await walker.click('Turn on')
  await walker.click('I have kept them')
  return walker
}

export async function newColleague(
  server: Served,
  stranger: (at: Served) => Promise<Walker>,
  email: string,
  role: Role = 'universal-adviser',
): Promise<{ walker: Walker; link: string }> {
  if (!(await server.run('partnership', 'list')).includes(FIRST)) await makePartnership(server, FIRST)
  return {
    walker: await stranger(server),
    link: await invite(server, email, role, FIRST),
  }
}

async function invite(server: Served, email: string, role: string, partnership: string): Promise<string> {
  const said = await addTo(server, email, role, partnership)
  const link = /(\/link\/\S+)/.exec(said)?.[1]
  if (link === undefined) throw new Error(`no link in: ${said}`)
  return link
}

export function addTo(server: Served, email: string, role: string, partnership: string): Promise<string> {
  return server.run(
    'account',
    'create',
    '--email',
    email,
    '--name',
    'Test Sample',
    '--role',
    role,
    '--partnership',
    partnership,
  )
}

export async function makePartnership(server: Served, name: string): Promise<void> {
  await server.run(
    'partnership',
    'create',
    '--name',
    name,
    '--model',
    'direct-delivery',
    '--controllers',
    'Made-up Example Council',
  )
}

export async function signIn(walker: Walker, email: string, password: string): Promise<void> {
  await walker.fill('Work email', email)
  await walker.fill('Password', password)
  await walker.click('Sign in')
}

export async function secretOf(walker: Walker): Promise<string> {
  return (await walker.page.locator('.cx-key').first().innerText()).replaceAll(/\s/g, '')
}
