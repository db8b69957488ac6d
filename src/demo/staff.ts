/** The made-up staff of the demo. */
import type { Role } from '#rooms/identity/index.ts'

export type DemoStaff = {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly jobTitle: string
}

const at = (name: string) => `${name.toLowerCase().replace(' ', '.')}@partnership.example`

export const STAFF: readonly DemoStaff[] = [
  { name: 'Dana Example', role: 'universal-adviser', jobTitle: 'Personal adviser, Halifax' },
  { name: 'Imran Demo', role: 'intensive-adviser', jobTitle: 'Intensive personal adviser' },
  { name: 'Mair Sample', role: 'universal-adviser', jobTitle: 'Personal adviser, Todmorden' },
  { name: 'Priya Specimen', role: 'team-leader', jobTitle: 'Team leader, Upper Valley' },
  { name: 'Nia Pretend', role: 'team-leader', jobTitle: 'Team leader, Lower Valley' },
  { name: 'Owen Testcase', role: 'data-officer', jobTitle: 'Data officer' },
  { name: 'Lena Mockford', role: 'tracking-officer', jobTitle: 'Tracking officer' },
  { name: 'Ruth Placeholder', role: 'safeguarding-lead', jobTitle: 'Safeguarding lead' },
  { name: 'Tomasz Draftley', role: 'safeguarding-deputy', jobTitle: 'Deputy safeguarding lead' },
  { name: 'Gwen Pattern', role: 'information-governance', jobTitle: 'Information governance officer' },
  { name: 'Sam Frontdesk', role: 'front-desk', jobTitle: 'Hub reception' },
  { name: 'Alex Overview', role: 'manager', jobTitle: 'Partnership manager' },
  { name: 'Kofi Adminson', role: 'administrator', jobTitle: 'System administrator' },
].map(person => ({ ...person, email: at(person.name) }) as DemoStaff)
