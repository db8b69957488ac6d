/** Whose page it is: the identity bar and the alerts, composed for every page about a person. */
import type { JSX } from 'preact'
import { aboutThese } from '#ground/database/tx.ts'
import { ageOn, type Day, daysBetween, formatDay, shortDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { classesOn } from '#rooms/access/index.ts'
import { findLead, type Lead } from '#rooms/deployment/index.ts'
import { findNames, type Permission, roleMay, type Visit } from '#rooms/identity/index.ts'
import {
  alertKindWords,
  findPerson,
  findSafeContact,
  listAlerts,
  listNames,
  type Person,
  type PersonAlert,
  type PersonFrame,
  type RecordedName,
  type SafeContact,
  yearOf,
} from '#rooms/people/index.ts'
import { type Contact, countsAsSeen, listContacts } from '#rooms/sessions/index.ts'
import { type ActivitySpell, activityLabel, currencyOf, listSpells, spellOfNow } from '#rooms/tracking/index.ts'
import { Button } from '#web/govuk/button.tsx'
import { Alert, Alerts } from '#web/shell/alert.tsx'
import { IdentityBar } from '#web/shell/identity-bar.tsx'
import { MoreMenu } from '#web/shell/more-menu.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { actionsOn } from './record-actions.ts'
import { en as viewAs } from './view-as-words.ts'
import { currencies, en } from './words.ts'

/** A frame with what was read for it, so that the record page need not ask again. */
export type DeskFrame = PersonFrame & {
  readonly lead: Lead | undefined
  /** Names of the lead and of who recorded the contacts, by account. */
  readonly staff: ReadonlyMap<string, string>
  readonly names: readonly RecordedName[]
  readonly safe: SafeContact | undefined
  readonly alertRows: readonly PersonAlert[]
  readonly spells: readonly ActivitySpell[]
  readonly contacts: readonly Contact[]
}

/**
 * The frame of a person the visitor may know; undefined otherwise.
 * @param most how many contacts are read, newest first
 */
export async function framePerson(
  visit: Visit<unknown, unknown>,
  personId: PersonId,
  most = 30,
): Promise<DeskFrame | undefined> {
  const { tx } = visit
  // Asked together, so that it is one wait. What the visitor may not see comes back empty, and is left out below.
  const [person, seen, allAlerts, allNames, safe, lead, spells, contacts] = await aboutThese(visit.tx, [personId], tx =>
    Promise.all([
      findPerson(tx, personId),
      classesOn(tx, personId),
      listAlerts(tx, personId),
      listNames(tx, personId),
      findSafeContact(tx, personId),
      findLead(tx, personId),
      listSpells(tx, personId),
      listContacts(tx, personId, most),
    ]),
  )
  if (!person || person.state !== 'active') return undefined
  // What is kept from a young person no partner sees either (K2).
  const isPartner = visit.visitor.kind === 'actor' && roleMay(visit.visitor.actor.role, 'roll.see')
  const alerts = isPartner ? allAlerts.filter(alert => alert.told !== 'withheld') : allAlerts
  const staff = await findNames(tx, [
    ...new Set([...contacts.flatMap(c => [c.accountId, ...(c.colleagues ?? [])]), ...(lead ? [lead.accountId] : [])]),
  ])
  const { today } = tx.acting
  const legal = allNames.find(n => n.kind === 'legal' && n.replacedAt === null)
  const spell = spellOfNow(spells)
  const last = contacts.find(c => countsAsSeen(c.kind))
  const next = contacts
    .filter(c => c.nextOn !== null && c.nextDoneOn === null)
    .toSorted((a, b) => ((a.nextOn ?? '') < (b.nextOn ?? '') ? -1 : 1))[0]
  const leadName = lead && staff.get(lead.accountId)
  const may = (permission: Permission) =>
    visit.visitor.kind === 'actor' && roleMay(visit.visitor.actor.role, permission)
  // On the form itself the button would lead to where one is.
  const newContact = `/people/${personId}/contacts/new`
  const stop = alerts.find(a => a.kind === 'stop')
  const fullName = legal && `${legal.given} ${legal.middle} ${legal.family}`.replaceAll(/\s+/g, ' ')
  const name = `${person.given} ${person.family}`
  const bar = (
    <IdentityBar
      name={name}
      {...(fullName === undefined || fullName === name ? {} : { fullName })}
      tag={tagOf(person, stop)}
      facts={[
        {
          label: person.bornOn === null ? en.bornUnknown : en.born(formatDay(person.bornOn)),
          value: person.bornOn === null ? '–' : en.yearAge(yearOf(person.bornOn, today), ageOn(person.bornOn, today)),
        },
        ...(seen.has('safe-contact') ? [{ label: en.safeContact, value: safe?.rule ?? en.safeUnknown }] : []),
        { label: en.lead, value: leadName ?? en.noLead },
        ...(seen.has('tracking') ? [{ label: en.activity, value: activityOf(spell, today) }] : []),
        ...(seen.has('sessions')
          ? [
              {
                label: en.lastContact,
                value: last
                  ? `${shortDay(last.happenedOn, today)}, ${en.daysAgo(daysBetween(last.happenedOn, today))}`
                  : en.never,
              },
              {
                label: en.nextStep,
                value: next?.nextOn ? `${next.nextStep}, ${shortDay(next.nextOn, today)}` : en.noNext,
              },
            ]
          : []),
      ]}
      actions={
        <>
          {may('contact.record') && person.diedOn === null && !visit.path.startsWith(newContact) && (
            <Button href={newContact}>{en.recordContact}</Button>
          )}
          <MoreMenu
            word={en.moreActions}
            items={[
              ...actionsOn(may, seen, person.diedOn !== null).map(action => ({
                href: `/people/${personId}/${action}`,
                text: en.recordActions[action],
              })),
              ...(may('access.view-as') && visit.visitor.kind === 'actor' && visit.visitor.actor.isDemo
                ? [{ href: `/view-as?person=${personId}`, text: viewAs.title }]
                : []),
            ]}
          />
        </>
      }
    />
  )
  return {
    person,
    bar,
    alerts: alertsOf(person, alerts),
    seen,
    lead,
    staff,
    names: allNames,
    safe,
    alertRows: alerts,
    spells,
    contacts,
  }
}

function activityOf(spell: ActivitySpell | undefined, today: Day): JSX.Element | string {
  if (spell === undefined) return en.notKnown
  const currency = currencyOf(spell, today)
  return (
    <>
      {activityLabel(spell.code)}
      {currency !== 'current' && <span class="cx-identity__late">, {currencies[currency]}</span>}
    </>
  )
}

function tagOf(person: Person, stop: PersonAlert | undefined): JSX.Element | undefined {
  if (person.diedOn !== null) return <StatusTag kind="stop">{en.died}</StatusTag>
  return stop && <StatusTag kind="stop">{stop.firstWords.replace(/\.$/, '')}</StatusTag>
}

function alertsOf(person: Person, alerts: readonly PersonAlert[]): JSX.Element | null {
  const died =
    person.diedOn === null
      ? []
      : [<Alert kind="stop" kindWord={alertKindWords.stop} first={en.diedAlert(formatDay(person.diedOn))} />]
  const items = [
    ...died,
    ...alerts.map(alert => (
      <Alert
        kind={alert.kind}
        kindWord={alertKindWords[alert.kind]}
        first={alert.firstWords}
        aside={en.since(shortDay(alert.startedOn))}
      >
        {alert.words}
      </Alert>
    )),
  ]
  return items.length === 0 ? null : <Alerts items={items} more={en.alertsMore} />
}
