/** The register of my day, caseloads and finding anyone. */
import { z } from 'zod'
import { dayOf } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import { addDays, shortDay } from '#ground/day.ts'
import { type AccountId, type PersonId, type RowId } from '#ground/ids.ts'
import {
  findLeadsOf,
  findTeamOf,
  isOnDutyOn,
  listCaseload,
  listCovers,
  listLoads,
  stateOn,
} from '#rooms/deployment/index.ts'
import { isFeedbackAsked, listOrganisations } from '#rooms/directory/index.ts'
import {
  actorOfVisit,
  findNames,
  get,
  type HouseRoute,
  html,
  post,
  roleMay,
  type Visit,
} from '#rooms/identity/index.ts'
import { hasLapsed, listAgreementsToReview } from '#rooms/intake/index.ts'
import { listWaiting, markRead, type Notice } from '#rooms/notices/index.ts'
import { listOwned, nameThem, noteShown } from '#rooms/panels/index.ts'
import { findAnyone, listPeople, readQuery, schoolsOf } from '#rooms/people/index.ts'
import { alongTo, listDiary, listDue, listOwnVisits } from '#rooms/sessions/index.ts'
import { activityLabel } from '#rooms/tracking/index.ts'
import { csvNameOf, csvOf } from '#web/csv.ts'
import { idParam } from '#web/params.ts'
import { go, nothing, page } from '#web/register.ts'
import { arrange, dueOf } from '../caseload.ts'
import { withCaseload } from '../nav-counts.ts'
import { type AgreementRow, MyDayPage, type NoticeRow } from '../pages/day-pages.tsx'
import { FindPage } from '../pages/list-pages.tsx'
import { en } from '../words.ts'
import { caseloadPage, filterQuery } from './caseload.tsx'
import { ownListsPage } from './postings.tsx'

/** What is longer than the box takes is cut, not thrown away: the page then shows what was looked for. */
const findQuery = z.object({
  q: z
    .string()
    .catch('')
    .default('')
    .transform(typed => typed.slice(0, 200)),
})
const noticeParam = z.object({
  noticeId: idParam<RowId>(),
})
const accountParam = z.object({
  accountId: idParam<AccountId>(),
})

/** So many of what panels agreed stand on the page of the day; the others on a list of their own. */
const MOST_OWED = 20

export function listRoutes(): HouseRoute[] {
  return [
    get('/', { permission: 'day.see', audit: 'day.viewed' }, async visit => {
      const actor = actorOfVisit(visit)
      const { today } = visit.tx.acting
      const showsDue = roleMay(actor.role, 'contact.record')
      const hasDiary = roleMay(actor.role, 'diary.use')
      const { tx } = visit
      // Asked together, so that it is one wait.
      const [due, meetings, out, notices, agreements, onDuty, owed, isAskedBack] = await Promise.all([
        showsDue ? listDue(tx, actor.accountId, addDays(today, 7)) : [],
        hasDiary ? listDiary(tx, actor.accountId, { from: today, to: today }) : [],
        hasDiary ? listOwnVisits(tx, actor.accountId) : [],
        listWaiting(tx, 50).then(waiting => noticeRows(tx, waiting)),
        roleMay(actor.role, 'agreement.manage') ? agreementRows(tx) : [],
        isOnDutyOn(tx, actor.accountId, today),
        roleMay(actor.role, 'panel.see') ? listOwned(tx, actor.accountId, 'open', MOST_OWED) : [],
        roleMay(actor.role, 'feedback.give') ? isFeedbackAsked(tx, actor) : false,
      ])
      const named = await nameThem(tx, owed)
      const along = await alongTo(tx, meetings)
      const agreed = owed.filter(one => named.get(one.personId)?.hasDied === false)
      await noteShown(tx, 'panel.action-shown', agreed, actor.role === 'partner-practitioner')
      const about = [
        ...due.map(d => d.personId),
        ...meetings.map(m => m.personId),
        ...agreed.map(a => a.personId),
        ...notices.flatMap(n => (n.who !== undefined && n.notice.personId ? [n.notice.personId] : [])),
      ]
      return page(
        html(
          <MyDayPage
            visitor={visit.visitor}
            name={actor.name}
            today={today}
            due={due}
            meetings={hasDiary ? meetings : undefined}
            along={along}
            whose={actor.accountId}
            notices={notices}
            showsDue={showsDue}
            onDuty={onDuty}
            isAskedBack={isAskedBack}
            agreements={agreements}
            agreed={agreed}
            named={named}
            visits={out.filter(v => dayOf(v.backBy) <= today)}
          />,
        ),
        { about },
      )
    }),
    post(
      '/notices/:noticeId/read',
      { permission: 'day.see', audit: 'notice.read', params: noticeParam },
      async visit => {
        await markRead(visit.tx, visit.params.noticeId)
        return go('/')
      },
    ),
    get('/caseload', { permission: 'caseload.see', audit: 'caseload.viewed', query: filterQuery }, async visit => {
      const actor = actorOfVisit(visit)
      if (actor.role === 'tracking-officer') return ownListsPage(visit)
      const [rows, also] = await Promise.all([listCaseload(visit.tx, actor.accountId), coverLinks(visit)])
      const counted = { ...visit, visitor: withCaseload(visit.visitor, rows.length) }
      return caseloadPage(counted, rows, visit.query, {
        title: en.caseload,
        base: '/caseload',
        current: '/caseload',
        also,
      })
    }),
    get(
      '/caseload.csv',
      { permission: 'list.export', audit: 'caseload.downloaded', query: filterQuery },
      async visit => {
        const { today } = visit.tx.acting
        const rows = arrange(await listCaseload(visit.tx, actorOfVisit(visit).accountId), visit.query, today)
        const body = csvOf(
          [
            en.name,
            en.bornColumn,
            en.levelColumn,
            en.activityFilter,
            en.checked,
            en.lastSeen,
            en.dueColumn,
            en.by,
            en.livesIn,
          ],
          rows.map(r => [
            `${r.family}, ${r.given}`,
            r.bornOn,
            r.supportLevel,
            r.activityCode === null ? en.notKnown : activityLabel(r.activityCode),
            r.activityVerifiedOn,
            r.lastContactOn,
            dueOf(r, today).words,
            r.nextOn,
            r.town,
          ]),
        )
        return {
          kind: 'file',
          name: csvNameOf('caseload', actorOfVisit(visit).name, visit.tx.acting.at),
          type: 'text/csv; charset=utf-8',
          body,
          seen: { about: rows.map(r => r.personId) },
        }
      },
    ),
    get(
      '/team/:accountId/caseload',
      { permission: 'lead.assign', audit: 'caseload.viewed', params: accountParam, query: filterQuery },
      async visit => {
        const { accountId } = visit.params
        const team = await findTeamOf(visit.tx, actorOfVisit(visit).accountId)
        const adviser = team && (await listLoads(visit.tx, team.id)).find(l => l.accountId === accountId)
        if (!adviser) return nothing('not in the team')
        const rows = await listCaseload(visit.tx, accountId)
        return caseloadPage(visit, rows, visit.query, {
          title: en.caseloadOf(adviser.name),
          base: `/team/${accountId}/caseload`,
          current: '/team',
        })
      },
    ),
    get('/find', { permission: 'person.find', audit: 'person.found', query: findQuery }, async visit => {
      const actor = actorOfVisit(visit)
      const typed = visit.query.q.trim()
      const asked = readQuery(typed)
      const found = typed === '' ? undefined : await findAnyone(visit.tx, asked)
      const ids = (found ?? []).map(f => f.person.id)
      const [leads, schools] = await Promise.all([findLeadsOf(visit.tx, ids), schoolsOf(visit.tx, ids)])
      const names = await findNames(visit.tx, [...leads.values()])
      const leadNames = new Map(
        [...leads].map(([personId, accountId]) => [personId as string, names.get(accountId) ?? '']),
      )
      const may = {
        create: roleMay(actor.role, 'person.create'),
        emergency: roleMay(actor.role, 'access.break-glass'),
        open: roleMay(actor.role, 'person.open'),
      }
      return page(
        html(
          <FindPage
            visitor={visit.visitor}
            q={typed}
            today={visit.tx.acting.today}
            found={found}
            schools={schools}
            leads={leadNames}
            may={may}
          />,
        ),
        {
          about: ids,
          payload: { searched: typed },
        },
      )
    }),
  ]
}

/** Caseloads of colleagues the visitor covers for today. */
async function coverLinks(visit: Visit<unknown, unknown>): Promise<{ href: string; text: string }[]> {
  const { tx } = visit
  const covers = (await listCovers(tx, actorOfVisit(visit).accountId)).filter(
    c => stateOn(c, tx.acting.today) === 'now',
  )
  const names = await findNames(
    tx,
    covers.map(c => c.awayId),
  )
  return covers.map(c => ({
    href: `/caseload/cover/${c.rowId}`,
    text: en.coverLink(names.get(c.awayId) ?? '', shortDay(addDays(c.finishedOn, -1), tx.acting.today)),
  }))
}

/** Agreements whose day of review is near or past, with whose they are. */
async function agreementRows(tx: Tx): Promise<AgreementRow[]> {
  const waiting = await listAgreementsToReview(tx)
  const partners = new Map((await listOrganisations(tx)).map(o => [o.id, o.name]))
  return waiting.map(({ id, organisationId, reviewOn }) => ({
    id,
    partner: partners.get(organisationId) ?? '',
    reviewOn,
    hasLapsed: hasLapsed(reviewOn, tx.acting.today),
  }))
}

/** Notices with the name of whom they are about, where that may be known, and where they lead. */
async function noticeRows(tx: Tx, notices: readonly Notice[]): Promise<NoticeRow[]> {
  const ids = notices.flatMap(n => (n.personId === null ? [] : [n.personId]))
  const people = new Map((await listPeople(tx, [...new Set<PersonId>(ids)])).map(p => [p.id, p]))
  return notices.map(notice => {
    const person = notice.personId === null ? undefined : people.get(notice.personId)
    return { notice, who: person && `${person.given} ${person.family}`, href: hrefOf(notice, person?.id) }
  })
}

function hrefOf(notice: Notice, personId: PersonId | undefined): string | undefined {
  if (notice.kind === 'concern.raised' || notice.kind === 'concern.unread') return `/concerns/${notice.targetId}`
  if (notice.kind.startsWith('concern.')) return `/concerns/${notice.targetId}/receipt`
  if (notice.kind === 'deployment.terms-due') return `/deployments/${notice.targetId}/agreed`
  if (notice.kind === 'protocol.review-due') return `/protocols/${notice.targetId}/review`
  if (notice.kind.startsWith('advice.')) return `/advice/${notice.targetId}`
  if (notice.kind === 'emergency.opened') return '/emergency-access'
  if (notice.kind === 'list.applied') return `/lists/${notice.targetId}`
  if (notice.kind === 'correction.answered') return personId && `/people/${personId}/correction`
  if (notice.kind === 'along.asked' || notice.kind === 'along.moved')
    return personId && `/appointments/${notice.targetId}/along`
  if (notice.kind.startsWith('along.')) return personId && `/appointments/${notice.targetId}`
  if (notice.kind === 'appointment.leader-told') return personId && `/appointments/${notice.targetId}`
  // One that was taken back is no longer there to be read.
  if (notice.kind === 'referral.withdrawn') return '/referrals?show=over'
  if (notice.kind.startsWith('referral.')) return `/referrals/${notice.targetId}`
  if (notice.kind.startsWith('programme.')) return `/programme-places/${notice.targetId}`
  if (notice.kind.startsWith('application.')) return `/applications/${notice.targetId}`
  if (notice.kind.startsWith('absence.')) return `/absences/${notice.targetId}`
  if (notice.kind === 'plan-ask.asked' || notice.kind === 'plan-ask.late') return `/plan-asks/${notice.targetId}`
  if (notice.kind.startsWith('plan-ask.')) return personId && `/people/${personId}/plan`
  if (notice.kind === 'assessment.signal-waits') return personId && `/assessments/${notice.targetId}/answers`
  if (notice.kind === 'assessment.left' || notice.kind === 'assessment.not-looked')
    return personId && `/people/${personId}/assessment`
  if (notice.kind.startsWith('pathway.')) return personId && `/pathways/${notice.targetId}`
  if (notice.kind.startsWith('school-ask.')) return personId && `/school-asks/${notice.targetId}`
  if (notice.kind.startsWith('close-plan.')) return personId && `/people/${personId}/safety-plan`
  if (notice.kind.startsWith('sample.')) return `/readings/${notice.targetId}`
  if (notice.kind.startsWith('observation.')) return `/observations/${notice.targetId}`
  if (notice.kind === 'progress.shared') return personId && `/people/${personId}/plan/file`
  if (notice.kind === 'confidentiality.answered-by-link') return personId && `/people/${personId}/confidentiality`
  if (notice.kind === 'plan.answered-by-link') return personId && `/people/${personId}/plan`
  // One that is over is no longer there for whoever was asked.
  if (notice.kind === 'hand-over.withdrawn' || notice.kind === 'hand-over.complete') return '/hand-overs'
  if (notice.kind.startsWith('hand-over.')) return `/hand-overs/${notice.targetId}`
  if (notice.kind.startsWith('visit.')) return `/visits/${notice.targetId}`
  if (notice.kind === 'panel.brought') return personId && `/panel-items/${notice.targetId}`
  if (notice.kind === 'panel.action-orphaned') return `/panels/${notice.targetId}`
  if (notice.kind === 'panel.seat-given') return `/panels/${notice.targetId}`
  if (notice.kind.startsWith('panel.action-')) return `/panel-actions/${notice.targetId}`
  if (notice.kind.startsWith('panel.')) return `/panel-meetings/${notice.targetId}`
  if (notice.kind === 'support-group.member-added' || notice.kind === 'support-group.asked-named')
    return personId && `/support-members/${notice.targetId}`
  if (notice.kind.startsWith('support-group.')) return `/support-groups/${notice.targetId}`
  if (notice.kind === 'breach.opened') return `/breaches/${notice.targetId}`
  if (notice.kind === 'misfiled.seen') return '/misfiled'
  return personId && `/people/${personId}`
}
