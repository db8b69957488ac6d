/** The only file that knows every room: it mounts their routes and hands what must travel from one to another. */
import type { FastifyInstance } from 'fastify'
import type { Clock } from '#ground/clock.ts'
import type { Database } from '#ground/database/open.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import type { Log } from '#ground/log.ts'
import {
  assessmentKinds,
  assessmentRoutes,
  findFiledAssessment,
  lateAnswerRoutes,
  leftDraftRoutes,
  otherToolRoutes,
  planFactors,
  sealAssessment,
  transferRoutes,
} from '#rooms/assessment/index.ts'
import { record } from '#rooms/audit/index.ts'
import {
  assignLead,
  deploymentRoutes,
  findFiledHandover,
  isTrainedToAssess,
  sealHandover,
  trainedBeside,
} from '#rooms/deployment/index.ts'
import { deskRoutes, framePerson, mayComeAlong, withCounts } from '#rooms/desk/index.ts'
import { type AgreementLine, directoryRoutes, listOrganisations, listPartnerships } from '#rooms/directory/index.ts'
import {
  findFiledApplication,
  findFiledAsk,
  findFiledDone,
  findFiledFact,
  findFiledLetter,
  findFiledTalk,
  guidanceRoutes,
  sealApplication,
  sealAsk,
  sealFact,
  sealLetter,
  sealTalk,
  sealTalkOf,
} from '#rooms/guidance/index.ts'
import {
  type Actor,
  actingFor,
  admit,
  formIsOurs,
  type HouseRoute,
  homePostcodesOf,
  identify,
  identityRoutes,
  lookingOnly,
  navOf,
  type Permission,
  refusalPages,
  type Sealer,
  type Visitor,
} from '#rooms/identity/index.ts'
import {
  agreementOf,
  countAskedAbout,
  forgetPlace,
  type IntakeHouse,
  intakeRoutes,
  listsNaming,
  rowsAbout,
  withdrawAbout,
} from '#rooms/intake/index.ts'
import {
  apartOf,
  countPairsAbout,
  endApart,
  isSetApart,
  likelySame,
  type MatchingHouse,
  mergingRoutes,
  modelRoutes,
  noteAlike,
  reviewRoutes,
  setApart,
  whereJoined,
} from '#rooms/matching/index.ts'
import { findFiledAction, findFiledItem, panelsRoutes, sealAction, sealItem } from '#rooms/panels/index.ts'
import { findFiled, findLeftPlace, peopleRoutes, sealFiled } from '#rooms/people/index.ts'
import { planRoutes } from '#rooms/plans/index.ts'
import {
  findFiledReferral,
  type RecordPart,
  referralRoutes,
  sealReferral,
  takeOutOfLetters,
} from '#rooms/referrals/index.ts'
import { safeguardingRoutes } from '#rooms/safeguarding/index.ts'
import {
  copyContact,
  findFiledAppointment,
  findFiledContact,
  findFiledRun,
  listContactsBefore,
  releaseAgency,
  sealAppointment,
  sealContactAndAppointment,
  sealRun,
  sessionRoutes,
  supportKinds,
} from '#rooms/sessions/index.ts'
import {
  type Filed,
  type FiledKind,
  findFiledCapacity,
  findFiledReading,
  sealCapacity,
  sealReading,
  sharingRoutes,
  type Within,
} from '#rooms/sharing/index.ts'
import {
  activityLabel,
  findFiledAbsence,
  findFiledActivity,
  findFiledPlace,
  findFiledPlaceApplication,
  findFiledStart,
  findFiledStatus,
  sealAbsence,
  sealActivity,
  sealDestination,
  sealGuarantee,
  sealPlace,
  sealPlaceApplication,
  sealStart,
  trackingRoutes,
} from '#rooms/tracking/index.ts'
import type { Host } from '#web/pipeline.ts'
import { buildServer, type Serving } from '#web/serve.ts'
import { commandActing } from './acting.ts'
import { absencePeople } from './house-absences.ts'
import { activityParts } from './house-activity.ts'
import { guidancePeople } from './house-guidance.ts'
import { handoverParts } from './house-handovers.ts'
import { knownAlready, ledSince } from './house-known.ts'
import { panelPeople } from './house-panels.ts'
import { planKinds } from './house-plans.ts'
import { programmeParts } from './house-programmes.ts'
import { referralPeople } from './house-referrals.ts'
import { sampleParts } from './house-samples.ts'
import { sessionsHouse } from './house-sessions.ts'
import { signalPeople } from './house-signals.ts'
import { supportBeside } from './house-support.ts'
import { absenceFiles, openTable } from './house-tables.ts'
import { fileParts, hopesOf, sealExercise, talkParts } from './house-talks.ts'
import { endRole, endWork, grantRole } from './role-grants.ts'

export type HouseOptions = {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly sealer: Sealer
  readonly publicUrl: string
  readonly assets: string
  readonly proxies: string | false
  readonly uploadBytes: number
  readonly version: string
  readonly answered?: Serving['answered']
  readonly intake: IntakeHouse
  readonly matching: Pick<MatchingHouse, 'jobs' | 'nudge'>
}

/** Every line of the register, of every room. What must travel up is handed down here. */
export function houseRoutes(
  options: Pick<HouseOptions, 'sealer' | 'publicUrl' | 'database' | 'intake' | 'matching'>,
): HouseRoute[] {
  // What is asked by a link acts in the partnership the link belongs to, as whoever opened it.
  const within: Within = (tx, as, work) => options.database.transaction({ ...tx.acting, ...as }, work)
  return [
    ...identityRoutes({
      sealer: options.sealer,
      publicUrl: options.publicUrl,
      listOrganisations,
      roleGiven: grantRole,
      roleEnded: endRole,
      accountOff: endWork,
      findDemoPartnership: async tx => (await listPartnerships(tx)).find(p => p.isDemo)?.id,
      within: (tx, partnershipId, work) => within(tx, { partnershipId }, work),
    }),
    ...directoryRoutes({
      agreementsWith,
      openTable,
      needs: tx => planFactors(tx.acting.today),
      organisationEnded: releaseAgency,
    }),
    ...peopleRoutes({ frame: framePerson, personMade, likelySame }),
    ...reviewRoutes({ ...options.matching, rowsAbout }),
    ...modelRoutes(options.matching),
    ...mergingRoutes({ frame: framePerson, words: { activityLabel }, isBarred: isSetApart }),
    ...sessionRoutes({
      ...sessionsHouse,
      frame: framePerson,
      roundOf: mayComeAlong,
      within,
      publicUrl: options.publicUrl,
    }),
    ...lateAnswerRoutes({ frame: framePerson }),
    ...leftDraftRoutes({ frame: framePerson, signals: signalPeople }),
    ...assessmentRoutes({
      ...{ frame: framePerson, known: knownAlready, isTrained: isTrainedToAssess, trainedBeside },
      leaderOf: absencePeople.leaderOf,
    }),
    ...transferRoutes({ frame: framePerson, ledSince }),
    ...otherToolRoutes({ frame: framePerson }),
    ...planRoutes({
      frame: framePerson,
      factors: tx => planFactors(tx.acting.today),
      hopesOf,
      supportOf: supportBeside,
      contactsBefore: listContactsBefore,
      leadOf: absencePeople.leadOf,
      leaderOf: absencePeople.leaderOf,
      within,
      publicUrl: options.publicUrl,
    }),
    ...referralRoutes({ ...referralPeople, frame: framePerson, within, publicUrl: options.publicUrl }),
    ...deploymentRoutes({ ...handoverParts, frame: framePerson }),
    ...trackingRoutes({
      ...{ ...absencePeople, ...absenceFiles, ...programmeParts },
      ...{ frame: framePerson, within, publicUrl: options.publicUrl },
    }),
    ...panelsRoutes({ ...panelPeople, frame: framePerson }),
    ...guidanceRoutes({ ...guidancePeople, ...talkParts, ...fileParts, ...sampleParts, frame: framePerson }),
    ...safeguardingRoutes({ within }),
    ...sharingRoutes({
      within,
      frame: framePerson,
      apart: { apartOf, setApart, endApart, forgetAsked: withdrawAbout, listsNaming, countAsked },
      takenOff: async (worker, what, personId) => {
        const parts = LETTER_PARTS[what]
        if (parts) await takeOutOfLetters(worker, referralPeople, personId, parts)
      },
      kinds: {
        contact: contactKind,
        appointment: appointmentKind,
        run: { find: findFiledRun, seal: (worker, _personId, rowId) => sealRun(worker, rowId) },
        place: placeKind,
        activity: activityKind,
        assessment: assessmentKind,
        referral: {
          find: findFiledReferral,
          seal: sealReferral,
          openedBy: ['referral.viewed', 'referral.edit-opened'],
        },
        start: { find: findFiledStart, seal: sealStart },
        absence: { find: findFiledAbsence, seal: sealAbsence },
        programme: { find: findFiledPlace, seal: sealPlace },
        'place-application': { find: findFiledPlaceApplication, seal: sealPlaceApplication },
        guarantee: { find: findFiledStatus('guarantee'), seal: sealGuarantee },
        destination: { find: findFiledStatus('destination'), seal: sealDestination },
        application: { find: findFiledApplication, seal: sealApplication },
        letter: { find: findFiledLetter, seal: sealLetter },
        exercise: { find: findFiledDone, seal: sealExercise },
        talk: { find: findFiledTalk, seal: sealTalk },
        'school-ask': { find: findFiledAsk, seal: sealAsk },
        'school-fact': { find: findFiledFact, seal: sealFact },
        capacity: { find: findFiledCapacity, seal: sealCapacity },
        reading: { find: findFiledReading, seal: sealReading },
        ...assessmentKinds,
        ...supportKinds,
        panel: { find: findFiledItem, seal: sealItem, openedBy: ['panel.item-viewed', 'panel.item-shown'] },
        'panel-action': {
          find: findFiledAction,
          seal: sealAction,
          openedBy: ['panel.action-viewed', 'panel.action-shown'],
        },
        'hand-over': { find: findFiledHandover, seal: sealHandover, openedBy: ['hand-over.viewed'] },
        ...planKinds,
      },
    }),
    ...intakeRoutes(options.intake, { frame: framePerson, activity: activityParts }),
    ...deskRoutes({ within, homePostcodesOf: (tx, ids) => homePostcodesOf(tx, options.sealer, ids) }),
  ]
}

/** Questions of lists and pairs of matching about somebody. */
async function countAsked(worker: Tx, ids: readonly PersonId[]): Promise<number> {
  return (await countAskedAbout(worker, ids)) + (await countPairsAbout(worker, ids))
}

/** Contacts, as one of the kinds that can be filed on the wrong young person. */
const contactKind: FiledKind = {
  find: findFiledContact,
  seal: async (worker, _personId, rowId) => {
    await sealTalkOf(worker, rowId)
    return sealContactAndAppointment(worker, rowId)
  },
  copy: copyContact,
}

const appointmentKind: FiledKind = {
  find: findFiledAppointment,
  seal: (worker, _personId, rowId) => sealAppointment(worker, rowId),
}

const activityKind: FiledKind = { find: findFiledActivity, seal: sealActivity }

/** In which parts of a letter what was taken off may stand. */
const LETTER_PARTS: Partial<Readonly<Record<Filed, readonly RecordPart[]>>> = {
  alert: ['alerts'],
  adult: ['adults'],
  'contact-detail': ['reach'],
  address: ['reach'],
  place: ['learning'],
  activity: ['activity'],
  assessment: ['assessment', 'assessment-family', 'assessment-health', 'assessment-offending'],
  goal: ['plan'],
  target: ['plan'],
}

const assessmentKind: FiledKind = { find: findFiledAssessment, seal: sealAssessment }

/** A place of learning goes with what came with being there: the roll, and the partner's memory of who the row was (K3, K9). */
const placeKind: FiledKind = {
  find: (tx, personId, rowId) => findFiled(tx, 'place', personId, rowId),
  seal: async (worker, personId, rowId) => {
    const sealed = await sealFiled(worker, 'place', personId, rowId)
    const left = await findLeftPlace(worker, personId, rowId)
    if (left !== undefined) await forgetPlace(worker, left, personId)
    return sealed
  },
}

/**
 * An adviser who makes a record leads for the young person from then on; a data officer sees all records anyway. Whether it
 * is somebody the maker may not know is asked of the data officers, always: the answer to the maker is the same (K8).
 */
async function personMade(tx: Tx, actor: Actor, personId: PersonId): Promise<void> {
  await noteAlike(tx, personId)
  if (!['universal-adviser', 'intensive-adviser', 'team-leader'].includes(actor.role)) return
  await assignLead(tx, personId, {
    accountId: actor.accountId,
    isIntensive: actor.role === 'intensive-adviser',
    reason: 'Made the record',
  })
}

/** An old address of a young person whose record went into another leads to that one, for whoever may know it. */
async function moved(tx: Tx, params: Readonly<Record<string, unknown>>): Promise<{ personId: PersonId } | undefined> {
  const id = params['personId']
  const personId = typeof id === 'string' ? await whereJoined(tx, id as PersonId) : undefined
  return personId && { personId }
}

/** The agreement in force with an organisation, for its page. */
async function agreementsWith(tx: Tx, organisationId: OrganisationId): Promise<AgreementLine[]> {
  const agreement = await agreementOf(tx, organisationId)
  if (!agreement) return []
  const { id, purpose, reviewOn } = agreement
  return [{ purpose, reviewOn, href: `/agreements/${id}/review` }]
}

/** The house as a server; nothing listens yet. */
export function buildHouse(options: HouseOptions): Promise<FastifyInstance> {
  return buildServer(hostOf(options), houseRoutes(options), {
    assets: options.assets,
    tls: options.publicUrl.startsWith('https:'),
    proxies: options.proxies,
    uploadBytes: options.uploadBytes,
    version: options.version,
    answered: options.answered,
    ready: () => options.database.ready(),
  })
}

function hostOf(options: HouseOptions): Host<Permission, Visitor> {
  const { database, clock, log } = options
  return {
    log,
    identify: (cookies, spoken) =>
      database.transaction(commandActing(clock, 'identify'), tx => identify(tx, cookies, spoken, navOf)),
    admit,
    formIsOurs,
    lookingOnly,
    acting: (visitor, requestId) => actingFor(visitor, requestId, clock),
    transaction: (acting, work) => database.transaction(acting, work),
    record: async (tx: Tx, event) => {
      await record(tx, { ...event, about: event.about as PersonId[] })
    },
    furnish: withCounts,
    moved,
    ...refusalPages,
    secureCookies: options.publicUrl.startsWith('https:'),
  }
}
