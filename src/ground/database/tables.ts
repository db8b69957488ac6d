/** The tables as types. Written by `npm run tables` from a migrated database: not to be edited by hand. */
import type { Generated, GeneratedAlways } from 'kysely'
import type { Instant } from '../clock.ts'
import type { Day } from '../day.ts'

/** Every table by its name. */
export interface Tables {
  absence_report: AbsenceReportTable
  access_barrier: AccessBarrierTable
  access_grant: AccessGrantTable
  access_member: AccessMemberTable
  account: AccountTable
  account_device: AccountDeviceTable
  account_link: AccountLinkTable
  account_recovery_code: AccountRecoveryCodeTable
  activity_question: ActivityQuestionTable
  activity_spell: ActivitySpellTable
  activity_spell_version: ActivitySpellVersionTable
  advice: AdviceTable
  agreed_start: AgreedStartTable
  application: ApplicationTable
  application_step: ApplicationStepTable
  appointment: AppointmentTable
  appointment_companion: AppointmentCompanionTable
  appointment_version: AppointmentVersionTable
  assessment: AssessmentTable
  assessment_answer: AssessmentAnswerTable
  assessment_rating: AssessmentRatingTable
  audit_event: AuditEventTable
  audit_leaf: AuditLeafTable
  audit_payload: AuditPayloadTable
  audit_pending: AuditPendingTable
  audit_root: AuditRootTable
  breach: BreachTable
  break_glass: BreakGlassTable
  calendar_feed: CalendarFeedTable
  capacity_decision: CapacityDecisionTable
  colleague_profile: ColleagueProfileTable
  committee_area: CommitteeAreaTable
  committee_area_member: CommitteeAreaMemberTable
  concern: ConcernTable
  confidentiality_reading: ConfidentialityReadingTable
  confidentiality_statement: ConfidentialityStatementTable
  contact: ContactTable
  contact_version: ContactVersionTable
  cover: CoverTable
  deployment: DeploymentTable
  duty_day: DutyDayTable
  enrolment: EnrolmentTable
  exercise_done: ExerciseDoneTable
  good_practice: GoodPracticeTable
  group_attendance: GroupAttendanceTable
  group_expected: GroupExpectedTable
  group_newcomer: GroupNewcomerTable
  group_session: GroupSessionTable
  group_session_staff: GroupSessionStaffTable
  group_session_version: GroupSessionVersionTable
  guarantee_status: GuaranteeStatusTable
  hand_over: HandOverTable
  held_plan: HeldPlanTable
  host_terms: HostTermsTable
  installation: InstallationTable
  intake_effect: IntakeEffectTable
  intake_held: IntakeHeldTable
  intake_question: IntakeQuestionTable
  intake_row: IntakeRowTable
  intake_run: IntakeRunTable
  intended_destination: IntendedDestinationTable
  job_progress: JobProgressTable
  known_name: KnownNameTable
  known_name_slip: KnownNameSlipTable
  lead_adviser: LeadAdviserTable
  letter: LetterTable
  list_mapping: ListMappingTable
  local_service: LocalServiceTable
  local_tip: LocalTipTable
  lone_visit: LoneVisitTable
  match_barrier: MatchBarrierTable
  match_entry: MatchEntryTable
  match_key: MatchKeyTable
  match_model: MatchModelTable
  match_pair: MatchPairTable
  match_setting: MatchSettingTable
  match_stale: MatchStaleTable
  match_term: MatchTermTable
  meeting_run: MeetingRunTable
  meeting_run_part: MeetingRunPartTable
  meeting_setting: MeetingSettingTable
  membership: MembershipTable
  migration: MigrationTable
  near_miss: NearMissTable
  notebook_note: NotebookNoteTable
  notebook_pack: NotebookPackTable
  notice: NoticeTable
  opportunity: OpportunityTable
  organisation: OrganisationTable
  other_tool: OtherToolTable
  other_tool_edition: OtherToolEditionTable
  other_tool_heading: OtherToolHeadingTable
  outbox_message: OutboxMessageTable
  panel: PanelTable
  panel_action: PanelActionTable
  panel_item: PanelItemTable
  panel_line: PanelLineTable
  panel_meeting: PanelMeetingTable
  panel_member: PanelMemberTable
  panel_seat: PanelSeatTable
  paper_sheet: PaperSheetTable
  partner_agreement: PartnerAgreementTable
  partner_feedback: PartnerFeedbackTable
  partnership: PartnershipTable
  pathway: PathwayTable
  pathway_log: PathwayLogTable
  pathway_step: PathwayStepTable
  pathway_week: PathwayWeekTable
  person: PersonTable
  person_address: PersonAddressTable
  person_adult: PersonAdultTable
  person_alert: PersonAlertTable
  person_characteristic: PersonCharacteristicTable
  person_contact_detail: PersonContactDetailTable
  person_detail: PersonDetailTable
  person_identifier: PersonIdentifierTable
  person_merge: PersonMergeTable
  person_merge_row: PersonMergeRowTable
  person_name: PersonNameTable
  person_part: PersonPartTable
  person_safe_contact: PersonSafeContactTable
  place_application: PlaceApplicationTable
  place_application_step: PlaceApplicationStepTable
  plan_agreement: PlanAgreementTable
  plan_ask: PlanAskTable
  plan_date: PlanDateTable
  plan_date_guest: PlanDateGuestTable
  plan_goal: PlanGoalTable
  plan_log: PlanLogTable
  plan_target: PlanTargetTable
  plan_version: PlanVersionTable
  practice_observation: PracticeObservationTable
  programme: ProgrammeTable
  programme_lesson: ProgrammeLessonTable
  programme_place: ProgrammePlaceTable
  programme_stage: ProgrammeStageTable
  programme_step: ProgrammeStepTable
  progress_entry: ProgressEntryTable
  progress_evidence: ProgressEvidenceTable
  progress_lock: ProgressLockTable
  quality_rating: QualityRatingTable
  quality_reading: QualityReadingTable
  quality_sample: QualitySampleTable
  readiness_item: ReadinessItemTable
  referral: ReferralTable
  referral_objection: ReferralObjectionTable
  referral_part: ReferralPartTable
  referral_protocol: ReferralProtocolTable
  referral_protocol_review: ReferralProtocolReviewTable
  referral_say: ReferralSayTable
  referral_step: ReferralStepTable
  register_reading: RegisterReadingTable
  repeated_script: RepeatedScriptTable
  safety_plan: SafetyPlanTable
  school_ask: SchoolAskTable
  school_day: SchoolDayTable
  school_fact: SchoolFactTable
  school_slot: SchoolSlotTable
  secure_link: SecureLinkTable
  session: SessionTable
  sign_in_count: SignInCountTable
  site: SiteTable
  source_row: SourceRowTable
  support_group: SupportGroupTable
  support_group_member: SupportGroupMemberTable
  support_group_right: SupportGroupRightTable
  support_group_runner: SupportGroupRunnerTable
  support_group_step: SupportGroupStepTable
  support_group_step_version: SupportGroupStepVersionTable
  support_group_version: SupportGroupVersionTable
  support_step: SupportStepTable
  support_step_version: SupportStepVersionTable
  talk: TalkTable
  talk_mark: TalkMarkTable
  talk_need: TalkNeedTable
  team: TeamTable
  team_place: TeamPlaceTable
  team_posts: TeamPostsTable
  team_task: TeamTaskTable
  tool_finding: ToolFindingTable
  tool_saying: ToolSayingTable
  tracking_assignment: TrackingAssignmentTable
  tracking_list: TrackingListTable
  transfer_request: TransferRequestTable
}

/** What a place of learning tells of somebody on its roll who is absent or has left, and what became of it. */
export interface AbsenceReportTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The place that told. */
  organisation_id: string
  /** Absent, or left. */
  kind: string
  /** The day they were last there. */
  last_seen_on: Day
  /** Why, as far as the place knows. */
  reason: string
  /** What the place knows. */
  words: Generated<string>
  /** What the place tried. */
  tried: Generated<string>
  /** Who told; the link where it was by one. */
  told_by: string
  /** The day it was told. */
  told_on: Day
  /** Where it stands. */
  state: Generated<string>
  /** Who took it in hand. */
  taken_by: string | null
  /** The day it was taken in hand. */
  taken_on: Day | null
  /** What became of it, which the place reads. */
  outcome: string | null
  /** The same in words, for those who work with them. */
  outcome_words: Generated<string>
  /** What was agreed that the place hears. */
  back_words: Generated<string>
  /** The day it was over. */
  over_on: Day | null
  /** By when the next step is due. */
  due_on: Day | null
  /** When whoever owes it was reminded. */
  chased_at: Instant | null
  /** When the team leader was told that it is late. */
  escalated_at: Instant | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off view as about somebody else; empty where it was not. */
  sealed_at: Instant | null
  /** Who told by a link, as its maker named them; empty where it was somebody with an account. */
  told_name: Generated<string>
}

/** Barriers: a restricted record, or one holder shut out of it. */
export interface AccessBarrierTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** restricted, shut-out, or whereabouts (a protected address). */
  kind: string
  /** Whose record. */
  person_id: string
  /** Who is shut out. */
  holder_id: string | null
  /** Why; shown to nobody it shuts out. */
  reason: string
  /** The account that made it. */
  made_by: string | null
  /** From when. */
  started_at: Instant
  /** Until when; empty while it goes on. */
  ended_at: Instant | null
  /** What it is about: domestic abuse, adoption, protection, staffs own family, or other. */
  ground: Generated<string>
  /** The account that lifted it. */
  ended_by: string | null
  /** Why it was lifted. */
  end_reason: string | null
}

/** Who may see which classes of whose record, on what ground, and what made it so. Written by open_grant_from and end_grant only. */
export interface AccessGrantTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** person, group or partnership. */
  scope: string
  /** Whose record, when the scope is a person. */
  person_id: string | null
  /** Which group, when the scope is a group. */
  group_id: string | null
  /** An account or an organisation. */
  holder_id: string
  /** Bits of the classes; never changed. */
  classes: number
  /** The ground in law or practice. */
  basis: string
  /** What made the grant. */
  source: string
  /** The reason all can read. */
  reason: Generated<string>
  /** The account that made it. */
  made_by: string | null
  /** From when. */
  started_at: Instant
  /** Until when; empty while it goes on. */
  ended_at: Instant | null
  /** Why it ended. */
  end_reason: string | null
}

/** Who is in a group: a teams caseload, an advisers caseload, an institutions roll, a work list. */
export interface AccessMemberTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The group. */
  group_id: string
  /** The young person. */
  person_id: string
  /** From when. */
  started_at: Instant
  /** Until when; empty while it goes on. */
  ended_at: Instant | null
}

/** Reference: somebody who may sign in. Global: one person may work for several partnerships. */
export interface AccountTable {
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Work email, small letters. */
  email: string
  /** Their name as colleagues know it. */
  name: string
  /** argon2id; empty until set by a link. */
  password_hash: string | null
  /** Second-step secret, sealed with the key of the data folder. */
  totp_secret: Buffer | null
  /** When the second step was first used; empty while it is being set up. */
  totp_confirmed_at: Instant | null
  /** The last 30-second step used: a code works once. */
  totp_last_step: Generated<number>
  /** Single-letter keys are on. */
  single_keys: Generated<boolean>
  /** active or disabled. */
  state: Generated<string>
  /** When it was made. */
  created_at: Instant
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** The postcode of their home, if they gave it, sealed: only compared, so that a look at their own address is noticed. */
  home_postcode: Buffer | null
  /** The language chosen for their pages, en or cy; empty when none was: then it is the browser's. */
  language: string | null
}

/** Reference: devices an account has signed in from: strangers cannot lock these out. */
export interface AccountDeviceTable {
  /** The account. */
  account_id: string
  /** SHA-256 of the devices cookie. */
  token_hash: Buffer
  /** When it was made. */
  made_at: Instant
}

/** Reference: one-time links to set a password. */
export interface AccountLinkTable {
  /** SHA-256 of the links secret. */
  token_hash: Buffer
  /** The account. */
  account_id: string
  /** set-up or reset. */
  purpose: string
  /** When it was made. */
  made_at: Instant
  /** When it stops working. */
  expires_at: Instant
  /** When it was used or replaced. */
  used_at: Instant | null
}

/** Reference: recovery codes, each works once. */
export interface AccountRecoveryCodeTable {
  /** The account. */
  account_id: string
  /** SHA-256 of the code. */
  code_hash: Buffer
  /** When it was used or replaced. */
  used_at: Instant | null
}

/** Where a list says something else than what is on record of what somebody does. */
export interface ActivityQuestionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** What is on record. */
  spell_id: string
  /** The list. */
  run_id: string
  /** The organisation. */
  organisation_id: string
  /** Activity code the list stands for. */
  said_code: string
  /** Course, as the list has it. */
  detail: Generated<string>
  /** Since when, by the list. */
  started_on: Day
  /** The day the list speaks of. */
  as_at: Day
  /** Open, the list was right, the record was right, or withdrawn. */
  state: Generated<string>
  /** The account that answered. */
  answered_by: string | null
  /** When it was over. */
  over_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** Current activity and its history, by the codes of the national return. */
export interface ActivitySpellTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** Activity code. */
  code: string
  /** The organisation. */
  organisation_id: string | null
  /** Course, employer. */
  detail: Generated<string>
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
  /** When it was found out. */
  ascertained_on: Day
  /** When it was last confirmed. */
  verified_on: Day
  /** Who said it: staff, the young person, a partners list, a partner, an adult, or the system. */
  source_kind: string
  /** For which organisation it was said. */
  source_organisation_id: string | null
  /** As of which day it was said. */
  said_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
  /** When it is to be looked at again. */
  review_on: Day | null
  /** When it is expected to end. */
  predicted_end_on: Day | null
  /** When it stops counting as known, worked out from the code and those days. */
  lapses_on: GeneratedAlways<Day | null>
  /** Whose word confirmed it. */
  verified_by: string | null
  /** Whether it is what they mostly do, by which the return counts; otherwise it stands beside it. */
  is_primary: Generated<boolean>
}

/** What an activity said before it was changed. */
export interface ActivitySpellVersionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The activity. */
  spell_id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Counts changes: a save that names an older one is refused. */
  version: number
  /** Activity code of then. */
  code: string
  /** The organisation. */
  organisation_id: string | null
  /** Course, employer. */
  detail: string
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
  /** When it had last been confirmed. */
  verified_on: Day
  /** Whose word had confirmed it. */
  verified_by: string | null
  /** When it was to be looked at again. */
  review_on: Day | null
  /** When it was expected to end. */
  predicted_end_on: Day | null
  /** Whether it was what they mostly did. */
  is_primary: boolean
  /** Why it was changed. */
  why: Generated<string>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** A question to the specialist of a team, and the answer. It names no young person. */
export interface AdviceTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The team whoever asked worked in. */
  team_id: string
  /** Who asked. */
  asked_by: string
  /** Whom it was asked of. */
  asked_of: string
  /** The day it was asked. */
  asked_on: Day
  /** What was asked. */
  question: string
  /** How it stands. */
  state: Generated<string>
  /** What was advised. */
  answer: Generated<string>
  /** The day it was answered. */
  answered_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** What somebody is to begin on a day that lies, or lay, ahead. */
export interface AgreedStartTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Activity code. */
  code: string
  /** The organisation. */
  organisation_id: string | null
  /** Course, employer. */
  detail: Generated<string>
  /** The day it is agreed for. */
  starts_on: Day
  /** Who agreed it. */
  said_by: string | null
  /** Agreed, started, did not start, or taken back. */
  state: Generated<string>
  /** The day it was agreed for at first. */
  first_day: Day
  /** How often the day was put off. */
  times_moved: Generated<number>
  /** Whose word said whether they started. */
  answered_by: string | null
  /** When it was over. */
  over_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** A young person and an opportunity, from its being suggested to them to their first day: where it stands, whose step is next and by when. Rows 175, 185 to 187 and 308. */
export interface ApplicationTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The opportunity. */
  opportunity_id: string
  /** Suggested, wanted, not wanted, put forward, interview, offered, not offered, accepted, started, not started, withdrawn. */
  state: Generated<string>
  /** Who suggested it to them. */
  put_by: string
  /** The day it was suggested to them. */
  suggested_on: Day
  /** Why it may suit them, as it was said to them. */
  why: string
  /** What it must fit round, such as school hours; never why. */
  needs: Generated<string[]>
  /** What they said to it, in their own words. */
  own_words: Generated<string>
  /** What was agreed with them that the provider is told. */
  tells: Generated<string[]>
  /** The same in words, where something else was agreed. */
  tells_words: Generated<string>
  /** The day they were put forward. */
  put_on: Day | null
  /** What adviser and provider prepared together. */
  prepared: Generated<string[]>
  /** The same in words. */
  prepared_words: Generated<string>
  /** The day of the interview. */
  interview_on: Day | null
  /** The time of the interview. */
  interview_at: string | null
  /** Who goes along to the interview. */
  with_them: string | null
  /** How they get there and back. */
  journey: Generated<string>
  /** What came of it, and what is learnt from it. */
  result_words: Generated<string>
  /** The agreed first day. */
  starts_on: Day | null
  /** Why it was taken back. */
  reason: string | null
  /** The day it was over. */
  over_on: Day | null
  /** By when the next step is due. */
  due_on: Day | null
  /** When whoever owes it was reminded. */
  chased_at: Instant | null
  /** When the team leader was told that it is late. */
  escalated_at: Instant | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off view as about somebody else; empty where it was not. */
  sealed_at: Instant | null
  /** What is needed for the interview, by name, and who sees to each. */
  kit: Generated<unknown>
}

/** What was done about an application, step by step. Never changed. */
export interface ApplicationStepTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The application. */
  application_id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** What was done. */
  step: string
  /** What was said with it. */
  words: Generated<string>
  /** The day it was done. */
  on_day: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off view with the application; empty where it was not. */
  sealed_at: Instant | null
}

/** What is arranged with a young person, and whether they came. */
export interface AppointmentTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Whose diary it stands in. */
  account_id: string
  /** The day. */
  on_day: Day
  /** The time, in London. */
  at_time: string
  /** How long. */
  minutes: number
  /** How one meets. */
  kind: string
  /** Where; never the home, which stands on the record. */
  place: Generated<string>
  /** Whether one can be heard there. */
  room: string | null
  /** What they need there. */
  needs: Generated<string>
  /** What for. */
  purpose: string
  /** What it is to bring. */
  aim: Generated<string>
  /** Who else comes. */
  others: Generated<string>
  /** How they were told; empty when they were not yet. */
  told_how: string | null
  /** When they were told. */
  told_on: Day | null
  /** Set, came, came late, missed, or cancelled. */
  state: Generated<string>
  /** Why it was missed or cancelled. */
  reason: string | null
  /** What is known of it. */
  reason_words: Generated<string>
  /** The contact that came of it. */
  contact_id: string | null
  /** The missed one it was arranged in place of. */
  instead_of: string | null
  /** When the team leader was told that they cannot be reached. */
  leader_told_at: Instant | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
  /** How one works there. */
  method: Generated<string>
  /** Materials and information that are brought along. */
  bring: Generated<string>
  /** The run of meetings it belongs to. */
  run_id: string | null
  /** The part of that run it is in. */
  run_part_id: string | null
}

/** A colleague who is asked to come along to a meeting, in whose diary it stands too; it opens no right. */
export interface AppointmentCompanionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The meeting; this row follows it. */
  appointment_id: string
  /** Who is asked. */
  account_id: string
  /** The day of the meeting. */
  on_day: Day
  /** asked, coming or cannot; off when they need not come any more. */
  state: Generated<string>
  /** What they say to it. */
  words: Generated<string>
  /** When they answered; empty while they are asked, also anew. */
  answered_at: Instant | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** What an appointment said before it was moved, changed, answered or called off. */
export interface AppointmentVersionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The appointment. */
  appointment_id: string
  /** Counts changes: a save that names an older one is refused. */
  version: number
  /** What it said then, with who was to come along. */
  content: unknown
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** An assessment of a young person: a draft until it is agreed, then as it stands. */
export interface AssessmentTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** Initial: everything touched in one meeting. In depth: what asks for it. Review: said anew. */
  depth: string
  /** Draft, or agreed: then nothing in it is changed any more. */
  state: Generated<string>
  /** The day it was begun. */
  started_on: Day
  /** Who began it. */
  started_by: string
  /** The day it was agreed and locked. */
  agreed_on: Day | null
  /** The adviser who agreed it with the young person. */
  agreed_by: string | null
  /** Whether the young person agreed. That they did not is kept with what they said, and the assessment stands. */
  agreement: string | null
  /** What the young person said to it, in their own words. */
  agreement_words: Generated<string>
  /** When it is to be looked at again. */
  review_on: Day | null
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
  /** The day a draft was left. */
  left_on: Day | null
  /** Who left it. */
  left_by: string | null
  /** Why it was left. */
  left_why: Generated<string>
  /** When the clock looked whether something in it calls for an answer nobody gave. */
  signals_looked_at: Instant | null
  /** The colleague with training in assessing who looked at it with whoever agreed it and had none on record. */
  looked_with: string | null
  /** Why nobody did, where it was asked. */
  looked_why: Generated<string>
}

/** What was done about a view that calls for safeguarding or a specialist, or why nothing was. */
export interface AssessmentAnswerTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Of what is kept close, the class it has besides; both must be seen. */
  also_class: number | null
  /** The assessment it belongs to. */
  assessment_id: string
  /** Code of the factor. */
  factor: string
  /** The worse of the two views that was answered; a worse one asks again. */
  level: number
  /** Concern raised, specialist asked, acted upon, or not needed. */
  answer: string
  /** What was done, or why nothing needs to be. */
  words: string
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** What was said of one factor in an assessment: both views, why, and who says so. A new row each time; the row before is replaced. */
export interface AssessmentRatingTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Of what is kept close, the class it has besides; both must be seen. */
  also_class: number | null
  /** The assessment it was said in. */
  assessment_id: string
  /** Code of the factor, of the list in force on the day the assessment was begun. */
  factor: string
  /** The adviser's view: 1 critical to 5 strong; empty when it was not asked. */
  staff_level: number | null
  /** The young person's own view on the same scale; empty when it was not asked. */
  own_level: number | null
  /** What makes the adviser say so. */
  evidence: Generated<string>
  /** What the young person said, as they said it. */
  own_words: Generated<string>
  /** Told to the adviser, seen by them, read in a document, or said by a partner. */
  source: string
  /** As of which day it was said. */
  said_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When a newer row took its place; empty while it is current. */
  replaced_at: Instant | null
  /** The account that replaced it. */
  replaced_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** Who did or saw what: the header of one event. Append-only by privilege. */
export interface AuditEventTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** When, by the programs clock, to the millisecond. */
  at: Instant
  /** What kind of actor. */
  actor_kind: string
  /** Which account, feed or link; empty for nobody. */
  actor_id: string | null
  /** For which organisation they acted. */
  organisation_id: string | null
  /** noun.verb in the past tense. */
  action: string
  /** done, refused, invalid or failed. */
  outcome: string
  /** Everyone shown or changed. */
  person_ids: Generated<string[]>
  /** The thing it was done to, where it is not a person. */
  target_id: string | null
  /** The request, as the log and the page name it. */
  request_id: string
  /** SHA-256 of salt and payload. */
  payload_hash: Buffer
}

/** The position of each sealed event in its Merkle tree. */
export interface AuditLeafTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** A restore begins a new one. */
  epoch: number
  /** From 0, without gaps. */
  position: number
  /** The event. */
  event_id: string
  /** SHA-256(00 || header). */
  leaf_hash: Buffer
}

/** What was typed or changed in an event, with the salt of its hash. May be erased: the events proof stands. */
export interface AuditPayloadTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The event. */
  event_id: string
  /** 32 random bytes. */
  salt: Buffer
  /** JSON text, hashed as it stands. */
  payload: string
}

/** Events waiting for the sealer. */
export interface AuditPendingTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The event. */
  event_id: string
}

/** Signed, chained roots of the tree. */
export interface AuditRootTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** A restore begins a new one. */
  epoch: number
  /** How many leaves it stands over. */
  size: number
  /** Merkle root over them. */
  root_hash: Buffer
  /** Roots of the perfect subtrees, so that the tree can grow. */
  frontier: Buffer
  /** SHA-256 of the root before: the chain. */
  previous_hash: Buffer
  /** When it was sealed. */
  made_at: Instant
  /** Which key signed. */
  key_id: string
  /** Ed25519 signature. */
  signature: Buffer
  /** Why an epoch began; empty otherwise. */
  reason: string | null
}

/** The breach log (UK GDPR articles 33 and 34): what was filed on the wrong young person, never its content. */
export interface BreachTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** What kind of thing it was. */
  what: string
  /** The sealed row. */
  row_id: string
  /** The account that had filed it; empty for a list. */
  filed_by: string | null
  /** When it had been filed. */
  filed_at: Instant
  /** The account that found it and took it off. */
  found_by: string | null
  /** When it was found: the 72 hours run from here. */
  found_at: Instant
  /** What happened, in the finders words. */
  why: string
  /** Accounts that had seen it, by the audit. */
  seen_by: Generated<string[]>
  /** Whether it was filed on the right young person instead. */
  moved: Generated<boolean>
  /** Its likely consequence. */
  consequence: Generated<string>
  /** Whether the young person was told: yes or no. */
  told_person: string | null
  /** When and how, or why not. */
  told_person_why: Generated<string>
  /** Whether the regulator was told: yes or no. */
  told_regulator: string | null
  /** When and how, or why not. */
  told_regulator_why: Generated<string>
  /** When the entry was closed. */
  closed_at: Instant | null
  /** The account that closed it. */
  closed_by: string | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** The kinds of secure links by which it was read while it stood there: whoever made them tells those it was for. */
  read_by_link: Generated<string[]>
}

/** Records opened without a standing right, each reviewed the next working day. */
export interface BreakGlassTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The account. */
  account_id: string
  /** The grant it made. */
  grant_id: string
  /** The reason typed. */
  reason: string
  /** When. */
  opened_at: Instant
  /** When it ends by itself. */
  ends_at: Instant
  /** By when it is reviewed. */
  review_due_on: Day
  /** Who reviewed it. */
  reviewed_by: string | null
  /** When. */
  reviewed_at: Instant | null
  /** What the review found. */
  verdict: string | null
  /** Why. */
  verdict_why: Generated<string>
}

/** A colleague’s diary in another calendar: when they are busy, never with whom. */
export interface CalendarFeedTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Whose diary it is. */
  account_id: string
  /** A digest of its address. */
  token_hash: Buffer
  /** The day it was made. */
  made_on: Day
  /** The last day a calendar read it. */
  last_read_on: Day | null
  /** When it was ended. */
  ended_at: Instant | null
  /** When it was written down. */
  recorded_at: Instant
}

/** Whether a young person could decide something for themselves, judged for that one question on one day (K11). */
export interface CapacityDecisionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** What the question is about. */
  about: string
  /** What was to be decided. */
  question: string
  /** What was done so that they could decide. */
  help: string
  /** What of deciding they could do. */
  could: Generated<string[]>
  /** What shows it. */
  how: string
  /** What they want, whoever decides. */
  wishes: string
  /** Whether they can decide it, with help, or not now. */
  outcome: string
  /** Whether they were 16 that day; null where the birth date was not on record. */
  was_sixteen: boolean | null
  /** Who decides where they cannot: an adult with parental responsibility, a representative, nobody yet. */
  decider: string | null
  /** The row of the adult on record as having parental responsibility. */
  adult_id: string | null
  /** The representative, by name. */
  representative: Generated<string>
  /** Who judged it. */
  judged_by: string
  /** The day it was judged. */
  judged_on: Day
  /** The day to look at it again. */
  review_on: Day | null
  /** The decision this one looks at again. */
  again_of: string | null
  /** The day it was looked at again. */
  again_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When whoever judged was told that it is late. */
  chased_at: Instant | null
  /** When it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
}

/** What a colleague says of themselves, so that others know whom to ask. Row 157. */
export interface ColleagueProfileTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The account. */
  account_id: string
  /** Where they come from in their work. */
  background: string
  /** What they can be asked about. */
  ask_about: Generated<string>
  /** Languages they speak or sign. */
  languages: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** A local management committees area. */
export interface CommitteeAreaTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Its name. */
  name: string
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
}

/** What lies in a committee area: an organisation or one of its sites, from a day until a day. */
export interface CommitteeAreaMemberTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The area. */
  committee_area_id: string
  /** The organisation, when all of it lies there. */
  organisation_id: string | null
  /** The site, when one place lies there. */
  site_id: string | null
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
}

/** Safeguarding concerns. Content for the lead and deputy alone. */
export interface ConcernTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Whom it is about, when they have a record. */
  person_id: string | null
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string | null
  /** Whom it is about, when not. */
  about_name: Generated<string>
  /** What was seen or said. */
  what: Generated<string>
  /** Whether somebody is in danger now. */
  danger_now: Generated<string>
  /** What was done already. */
  done_so_far: Generated<string>
  /** Who raised it. */
  raised_by: string
  /** When. */
  raised_at: Instant
  /** raised, read or decided. */
  state: Generated<string>
  /** Who read it first. */
  read_by: string | null
  /** When. */
  read_at: Instant | null
  /** When it went further because nobody had read it. */
  escalated_at: Instant | null
  /** What was decided. */
  decision: string | null
  /** Why. */
  decision_why: Generated<string>
  /** Who decided. */
  decided_by: string | null
  /** When. */
  decided_at: Instant | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** Whether a young person raised it by a link: raised_by is that link. */
  by_link: Generated<boolean>
  /** Who raised it by a link that was made for somebody at an agency, or for a parent or carer; empty where it was the young person. */
  by_name: Generated<string>
  /** Path of the page it was raised from, without what was asked of it; empty where none is known. */
  raised_from: Generated<string>
}

/** What stays between us was read with a young person on a day. Row 79. */
export interface ConfidentialityReadingTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** The version that was read. */
  statement_id: string
  /** How it was read. */
  how: string
  /** Whether they understood when somebody has to be told. */
  understood: string
  /** What they say it means, in their words. */
  said: Generated<string>
  /** Who must not hear of what, and how they want to be told. */
  wishes: Generated<string>
  /** The day it was read. */
  read_on: Day
  /** Who read it with them. */
  read_by: string
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
  /** The link of their own by which they read it and said so, where nobody sat beside them. */
  link_id: string | null
  /** Whether they understood, as the adviser found when they met, where they read it by their link. */
  confirmed_understood: string | null
  /** The day on which that was found. */
  confirmed_on: Day | null
  /** Who found it. */
  confirmed_by: string | null
}

/** What stays between a young person and those who help them, in the partnership's own words: one version, never changed. Row 79. */
export interface ConfidentialityStatementTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The number of the version; the first is 1. */
  number: number
  /** What stays between us. */
  stays: string
  /** When somebody has to be told, and who. */
  told: string
  /** What a young person can ask. */
  rights: string
  /** The first day it is in force. */
  from_day: Day
  /** Who wrote it. */
  made_by: string
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** An interaction with or about a young person. */
export interface ContactTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** Who had the contact. */
  account_id: string
  /** The day. */
  happened_on: Day
  /** The time, in London. */
  at_time: string | null
  /** How long. */
  minutes: number | null
  /** How. */
  kind: string
  /** Where. */
  place: Generated<string>
  /** What for. */
  purpose: string
  /** What came of it. */
  outcome: string
  /** Who else was there. */
  present: Generated<string>
  /** What happened. */
  notes: Generated<string>
  /** The young persons own words. */
  own_words: Generated<string>
  /** What is to happen next. */
  next_step: Generated<string>
  /** By when. */
  next_on: Day | null
  /** The day it was done, or was said not to be going to be. */
  next_done_on: Day | null
  /** kept, or taken off as filed on the wrong person. */
  state: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
  /** What it was to bring. */
  aim: Generated<string>
  /** Whether they were offered to talk without the others who were there; empty when nobody said. */
  alone_offered: string | null
  /** Whether they agree with what is written; empty when nobody said. */
  agreed: string | null
  /** The target of the plan its next step became. */
  next_target_id: string | null
  /** Whether the aim was reached, in part or not; empty when nobody said. */
  aim_result: string | null
  /** Why it was, or was not. */
  aim_why: Generated<string>
  /** What practical help the next step is; null where it is none. */
  next_kind: string | null
  /** Why the next step is not going to be done; empty while it is open, or was done. */
  next_not_done: Generated<string>
  /** Colleagues who were there besides whoever wrote it down. */
  colleagues: Generated<string[]>
}

/** Earlier versions of a contact. */
export interface ContactVersionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The contact. */
  contact_id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Counts changes: a save that names an older one is refused. */
  version: number
  /** What it said then. */
  content: unknown
  /** Why it was changed. */
  why: Generated<string>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** One adviser who covers for another who is away, for at most 90 days: opens the other ones caseload. */
export interface CoverTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The account of the adviser who is away. Their account id is the group of their caseload. */
  away_id: string
  /** The account of the one who covers. */
  account_id: string
  /** Why cover is needed; read by those who arrange cover and the one who covers. */
  reason: string
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day
  /** The grant it opened. */
  grant_id: string
  /** When it was made. */
  made_at: Instant
  /** The account that made it. */
  made_by: string | null
}

/** An adviser who works at an institution: opens who is on its roll while it lasts. */
export interface DeploymentTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The account. */
  account_id: string
  /** The organisation. */
  organisation_id: string
  /** When they are there, in words. */
  hours: Generated<string>
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
  /** The grant it opened, on the organisations roll as a group. */
  grant_id: string
  /** When it was made. */
  made_at: Instant
  /** The account that made it. */
  made_by: string | null
}

/** An adviser on the duty desk for one day of Europe/London: opens the partnership for that day. */
export interface DutyDayTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The account. */
  account_id: string
  /** The day. */
  on_day: Day
  /** The grant it opened, for that day only. */
  grant_id: string
  /** When it was made. */
  made_at: Instant
  /** The account that made it. */
  made_by: string | null
  /** Until when; empty while it goes on. */
  ended_at: Instant | null
}

/** Where somebody learns. */
export interface EnrolmentTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** The organisation. */
  organisation_id: string
  /** National Curriculum year. */
  year_group: number | null
  /** Course or tutor group. */
  course: Generated<string>
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
  /** Why it ended, as told. */
  left_reason: Generated<string>
  /** Who said it: staff, the young person, a partners list, a partner, an adult, or the system. */
  source_kind: string
  /** For which organisation it was said. */
  source_organisation_id: string | null
  /** As of which day it was said. */
  said_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** An exercise a young person did with their adviser, in their words. */
export interface ExerciseDoneTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** Which one. */
  exercise: string
  /** The edition they did, by its day. */
  edition: Day
  /** What they say, by question; nothing once they took it out. */
  answers: unknown
  /** How it was written down. */
  how: string
  /** The day it was done. */
  done_on: Day
  /** The adviser they did it with. */
  with_id: string
  /** Kept, or taken out by them. */
  state: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
  /** The entry of their Progress File it stands in, with their yes; empty where it stands in none. */
  entry_id: string | null
}

/** What works here: good practice in short words, kept so that it outlasts who found it. Row 160. */
export interface GoodPracticeTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** What it is, in a few words. */
  title: string
  /** What to do. */
  what: string
  /** When it fits, and when it does not. */
  fits: Generated<string>
  /** Codes of factors of the assessment it helps with; none where it helps with the work as such. */
  needs: Generated<string[]>
  /** Who wrote it. */
  written_by: string
  /** The day it was written. */
  written_on: Day
  /** The day somebody last looked whether it is still so. */
  checked_on: Day
  /** The day it was put away. */
  over_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** That a young person came to a session. What is said of them is the contact. */
export interface GroupAttendanceTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The session. */
  session_id: string
  /** Their own part; the attendance follows it. */
  contact_id: string
  /** in-time, late or left-early; missed of who was expected at a closed group and did not come. */
  arrival: Generated<string>
  /** Of a newcomer put on record: who asked them. */
  asked_by: string | null
  /** The day they agreed to it. */
  agreed_on: Day | null
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** That a young person is expected at a closed group. */
export interface GroupExpectedTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The session. */
  session_id: string
  /** invited or signed-up. */
  how: string
  /** expected, came or missed. */
  state: Generated<string>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** Since when it is off view: off the list again, or filed on the wrong person. */
  sealed_at: Instant | null
}

/** Somebody who came and is not on record; deleted when put on a record or when the days are over. */
export interface GroupNewcomerTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The session. */
  session_id: string
  /** What they want to be called. */
  called: string
  /** What they wanted. */
  wanted: Generated<string>
  /** The day it is deleted. */
  ends_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string
}

/** A group, a drop-in or outreach. No young person stands in it. */
export interface GroupSessionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** group, drop-in or outreach. */
  kind: string
  /** What it is called, or was about. */
  title: string
  /** The class its very name gives that somebody came (K6); 0 for none. */
  discloses: Generated<number>
  /** The day. */
  happened_on: Day
  /** The time, in London. */
  at_time: string | null
  /** How long. */
  minutes: number | null
  /** Where. */
  place: Generated<string>
  /** What happened, without names: it is read on the record of each who came. */
  notes: Generated<string>
  /** How many came who are not on record. */
  newcomers: Generated<number>
  /** Who they were, coarsely: nothing by which one is known. */
  newcomer_words: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** Whether anybody may come (open), or those who were invited or signed up (closed). */
  access: Generated<string>
  /** planned (a closed one, ahead), held or called-off. */
  state: Generated<string>
  /** Why it was called off. */
  called_off_why: Generated<string>
  /** The support group it is a day of. */
  support_group_id: string | null
}

/** Who ran a session, of any agency. */
export interface GroupSessionStaffTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The session. */
  session_id: string
  /** Who. */
  account_id: string
  /** When they were taken off: they did not run it. */
  ended_at: Instant | null
}

/** What a session said before it was corrected. */
export interface GroupSessionVersionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The session. */
  session_id: string
  /** Counts changes: a save that names an older one is refused. */
  version: number
  /** What it said then. */
  content: unknown
  /** Why it was corrected. */
  why: string
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** Where somebody stands with the September Guarantee of a year: the row written last stands, those before are its history. */
export interface GuaranteeStatusTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** The year in whose September the offer is due. */
  year: number
  /** The code of the national list of that year. */
  code: string
  /** Whose word it is; `application` where it follows from applications. */
  said_by: string
  /** On which day it was said. */
  said_on: Day
  /** What else was said. */
  words: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off view as about somebody else; empty where it was not. */
  sealed_at: Instant | null
}

/** A young person on the way from one lead adviser to the next: asked, said yes to, met, closed. */
export interface HandOverTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** Why now, from our list; none tells of more than that. */
  kind: string
  /** Why, in a line everybody reads who sees the record. */
  why: string
  /** What the next adviser should know. */
  brief: Generated<string>
  /** What the young person says to it; asked before it is complete. */
  wish: Generated<string>
  /** The same in their own words. */
  wish_words: Generated<string>
  /** What was answered to it, or is done about it. */
  wish_answer: Generated<string>
  /** Who hands over. */
  from_id: string
  /** Who takes over. */
  to_id: string
  /** Who began it: the lead adviser or a team leader. */
  begun_by: string | null
  /** The day it was begun. */
  begun_on: Day
  /** Where it stands. */
  state: Generated<string>
  /** The day the next adviser said yes. */
  accepted_on: Day | null
  /** The day they met the young person. */
  met_on: Day | null
  /** The contact in which they met. */
  contact_id: string | null
  /** The day the lead went over; before the end where it could not wait. */
  moved_on: Day | null
  /** The day it was over. */
  over_on: Day | null
  /** Why it was declined or taken back. */
  reason: string | null
  /** The same in words. */
  words: Generated<string>
  /** By when the next step is due. */
  due_on: Day | null
  /** When whoever owes it was reminded. */
  chased_at: Instant | null
  /** When the team leader was told that it is late. */
  escalated_at: Instant | null
  /** The grant it opened to the next adviser; empty when it opens none. */
  grant_id: string | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off view as about somebody else; empty where it was not. */
  sealed_at: Instant | null
}

/** What others hold by law beside a plan: an EHC plan, and care or leaving care. Each change is a row of its own. Rows 305 and 306. */
export interface HeldPlanTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** ehc or care. */
  kind: string
  /** Of care: by what law they are or were in care. */
  status: string | null
  /** The council that holds it or answers for them. */
  council: string
  /** The coordinator, or the social worker. */
  worker: Generated<string>
  /** How to reach them. */
  worker_ways: Generated<string>
  /** Of care: the personal adviser for leaving care. */
  adviser: Generated<string>
  /** How to reach them. */
  adviser_ways: Generated<string>
  /** Of care: who reviews it. */
  reviewer: Generated<string>
  /** Of care: the virtual school, and whom to ring there. */
  virtual_school: Generated<string>
  /** Of care: whether they live in the area of that council; never where. */
  lives: string | null
  /** Of care: whom to tell when something happens, and what. */
  tell: Generated<string>
  /** Of an EHC plan: the place it names. */
  place: Generated<string>
  /** From which day. */
  place_from: Day | null
  /** The day it was first issued. */
  issued_on: Day | null
  /** What they want of adult life, in their words. */
  wants: Generated<string>
  /** The day of which all of it is so. */
  as_of: Day
  /** Who said so. */
  source: string
  /** Who wrote it down. */
  made_by: string
  /** The day it ended. */
  over_on: Day | null
  /** Why. */
  over_reason: string | null
  /** Why, in a few words. */
  over_words: Generated<string>
  /** By when somebody asks whether it goes on; empty for care, and once it ended. */
  due_on: Day | null
  /** When whoever leads for them was told that this day is past. */
  chased_at: Instant | null
  /** When the leader of the team was told. */
  escalated_at: Instant | null
  /** When a later row said it anew; empty while it stands. */
  replaced_at: Instant | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
}

/** What was agreed with a place of learning about an adviser who works there, version by version. Row 155. */
export interface HostTermsTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The deployment it is about. */
  deployment_id: string
  /** Counts changes: a save that names an older one is refused. */
  version: number
  /** The room or desk they have there. */
  base: string
  /** The phone they have there. */
  phone: Generated<string>
  /** Who says there what the day brings, by name. */
  directs: string
  /** The colleague who is their line manager here. */
  manager_id: string
  /** What the place may be told. */
  may_tell: string
  /** What the place is not told. */
  may_not_tell: string
  /** The working hours there. */
  hours: string
  /** How much notice either side gives. */
  notice: Generated<string>
  /** The day the induction there was done; empty until it is. */
  inducted_on: Day | null
  /** The day it was agreed. */
  agreed_on: Day
  /** With whom at the place it was agreed, by name. */
  agreed_with: string
  /** The day it is to be looked at again. */
  look_on: Day
  /** When it was told that this day is past. */
  told_at: Instant | null
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** Reference: one row that says what kind of database this is. Written once, when it is made. */
export interface InstallationTable {
  /** Always true: there is only one row. */
  only_one: Generated<boolean>
  /** live: real people. demo: invented people, anyone may choose whom to be. */
  kind: string
  /** When the database was made. */
  made_at: Instant
  /** Of a demo: when all of it was there. Empty while it is being made, and for a live installation. */
  furnished_at: Instant | null
}

/** What a run added and replaced, so that it can be undone. */
export interface IntakeEffectTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The run. */
  run_id: string
  /** added, replaced or changed. */
  kind: string
  /** In which table. */
  table_name: string
  /** Which rows. */
  row_ids: string[]
  /** When it was made. */
  made_at: Instant
  /** Of rows that were changed in place: what they said before, and after. */
  before: unknown
}

/** What a row on its way says of characteristics whose class those who bring lists in do not see: for the house alone. */
export interface IntakeHeldTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The list. */
  run_id: string
  /** The line as a spreadsheet counts it. */
  row_number: number
  /** Code of the characteristic. */
  code: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Whether it is said to be true; empty once it is on the record. */
  said: boolean | null
}

/** What only a person can decide: who a row is, why somebody is gone from a list, whether an objection stands, whether two records are one. */
export interface IntakeQuestionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The organisation. */
  organisation_id: string | null
  /** The run that asked; empty where no list did. */
  run_id: string | null
  /** who or gone: asked by a list. objection: to be asked again at 16. alike: two records may be one person. */
  kind: string
  /** The row. */
  row_number: number | null
  /** How the partner knows the person. */
  source_key: string
  /** Whom it may be. */
  person_ids: Generated<string[]>
  /** open, kept (two records that wait to be joined), answered or withdrawn. */
  state: Generated<string>
  /** What was answered. */
  answer: string | null
  /** Which person. */
  answer_person_id: string | null
  /** Who answered. */
  answered_by: string | null
  /** When. */
  answered_at: Instant | null
  /** When it was made. */
  made_at: Instant
  /** Of an objection: the day the young person said so. */
  said_on: Day | null
  /** Of an objection: who said it, in words. */
  said_by: string | null
  /** Of a correction: the practitioner who asked. */
  asked_by: string | null
  /** Of a correction: the organisation they asked for; its practitioners read the answer. */
  asked_for: string | null
  /** Of a correction: what they say is wrong, and what would be right. */
  asked_text: string | null
  /** Of a correction: what the data officer answered. */
  answer_text: string | null
}

/** One row of a list, with what it would do. Only allowed fields are kept. */
export interface IntakeRowTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The run. */
  run_id: string
  /** As a spreadsheet counts, the header being 1. */
  row_number: number
  /** What it would do. */
  verdict: string
  /** How the partner knows the person. */
  source_key: Generated<string>
  /** The young person it is about; a merge changes it. */
  person_id: string | null
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string | null
  /** The name on the row. */
  shown_name: Generated<string>
  /** The allowed fields as read. */
  content: unknown
  /** Of a row to mend: the allowed cells as they stood, so that it can be sent back. */
  cells: unknown
  /** What is wrong, cell by cell. */
  faults: Generated<unknown>
  /** What it would change. */
  changes: Generated<unknown>
  /** Why it was judged so. */
  why: Generated<string>
  /** When it was applied. */
  applied_at: Instant | null
  /** Why it was judged so, line by line, in bits and without the values. */
  weighed: unknown
}

/** One list on its way in: read, checked, matched, shown, applied, or undone. */
export interface IntakeRunTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The organisation. */
  organisation_id: string
  /** Under which agreement. */
  agreement_id: string
  /** The files name. */
  file_name: string
  /** Its fingerprint. */
  file_sha256: Buffer
  /** Its size. */
  file_bytes: number
  /** How far it is. */
  state: string
  /** Its columns. */
  columns: Generated<string[]>
  /** Column to field. */
  mapping: unknown
  /** How its text was written. */
  encoding: Generated<string>
  /** Columns dropped at the door. */
  left_out: Generated<string[]>
  /** Rows read so far. */
  rows_read: Generated<number>
  /** New people. */
  count_new: Generated<number>
  /** People with changes. */
  count_changed: Generated<number>
  /** Rows that change nothing. */
  count_same: Generated<number>
  /** People no longer on the list. */
  count_missing: Generated<number>
  /** Rows a person must decide. */
  count_question: Generated<number>
  /** Rows to mend and send again. */
  count_fault: Generated<number>
  /** Rows outside the age range. */
  count_not_kept: Generated<number>
  /** Why the whole list was turned away. */
  refusal: Generated<string>
  /** The job at work. */
  job_id: string | null
  /** Who sent it in. */
  asked_by: string | null
  /** When it was made. */
  made_at: Instant
  /** When it was applied. */
  applied_at: Instant | null
  /** When it was cancelled or undone. */
  ended_at: Instant | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** The day the list speaks of; null where it is the day it came in. */
  as_at: Day | null
}

/** What somebody in Year 11 wants to do next: the row written last stands, those before are its history. */
export interface IntendedDestinationTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** The year in whose summer they leave Year 11. */
  year: number
  /** The code of the national list of that year. */
  code: string
  /** Whose word it is. */
  said_by: string
  /** On which day it was said. */
  said_on: Day
  /** What else was said. */
  words: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off view as about somebody else; empty where it was not. */
  sealed_at: Instant | null
}

/** How far each long piece of work is: shown as a progress bar, and where it goes on after an interruption. */
export interface JobProgressTable {
  /** The partnership it is done for. */
  partnership_id: string
  /** The job; the same id as in the queue. */
  job_id: string
  /** The kind of job. */
  name: string
  /** What it is about: ids and codes by name, never anything about a person. */
  ids: unknown
  /** waiting, running, stopping (asked to stop, not yet stopped), done, failed or cancelled. */
  state: string
  /** The step it is in: a word of the job's own. */
  step: string | null
  /** How many things of this step are done. */
  done: Generated<number>
  /** How many things there are in this step, where that is known. */
  total: number | null
  /** Where to go on after an interruption, in the job's own terms: ids and counts only. */
  position: unknown
  /** How many times it was begun. */
  attempt: Generated<number>
  /** The process that has it in hand; another may not write its progress. */
  runner: string | null
  /** A code for why it failed; never a message with data in it. */
  failure: string | null
  /** Who asked for it: the kind of actor and its id. */
  asked_by: string
  /** The organisation the asker acted for. */
  asked_for: string | null
  /** On what basis it was asked for; rights are checked again when it runs. */
  basis: string | null
  /** When it was asked for. */
  asked_at: Instant
  /** When it was last begun. */
  started_at: Instant | null
  /** When its progress was last written. */
  updated_at: Instant
  /** When it ended: done, failed or cancelled. */
  finished_at: Instant | null
}

/** Every given name and every family name on record once, for finding what is like it. It names no person; read and written by the functions of the search role only. */
export interface KnownNameTable {
  /** Whose records carry the name. */
  partnership_id: string
  /** Whether it is borne as a given name or as a family name. */
  part: string
  /** The folded name. */
  name_key: string
  /** Tells apart two rows made at the same moment; a name may stand here twice. */
  id: Generated<string>
}

/** The same names under each of their slips (one letter left out), for finding a mistyped one. Read and written by the functions of the search role only. */
export interface KnownNameSlipTable {
  /** Whose records carry the name. */
  partnership_id: string
  /** Whether it is borne as a given name or as a family name. */
  part: string
  /** The folded name, or one of its words, as it is or with one letter left out. */
  slip: string
  /** Tells apart two rows made at the same moment; a name may stand here twice. */
  id: Generated<string>
  /** The folded name. */
  name_key: string
}

/** Who leads for a young person: one at a time. */
export interface LeadAdviserTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The account. */
  account_id: string
  /** The advisers team. */
  team_id: string | null
  /** Why, for all to read. */
  reason: string
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** Why they no longer lead, where something other than a new lead ended it. */
  ended_why: string | null
  /** When whoever leads was told that the first contact is late. */
  chased_at: Instant | null
  /** When the team leader was told of it. */
  escalated_at: Instant | null
}

/** A supporting letter of the partnership that helps a young person to money they may have: agreed with them, signed, and kept as it was. Row 311. */
export interface LetterTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** What it is for: bursary, Care to Learn, estrangement, travel. */
  kind: string
  /** To whom it is written. */
  to_whom: string
  /** What of the record it tells besides the name. */
  tells: Generated<string[]>
  /** The reason it tells, where one was chosen with them. */
  reason: string | null
  /** How the reason is known; in no letter. */
  known_how: Generated<string>
  /** What is said besides, in words. */
  words: Generated<string>
  /** Draft, signed or taken back. */
  state: Generated<string>
  /** Who wrote it. */
  written_by: string
  /** The day it was written. */
  written_on: Day
  /** What it says, line by line, as it was signed; empty before that. */
  lines: unknown
  /** Who signed it. */
  signed_by: string | null
  /** Their name as it stands under the letter. */
  signed_name: string | null
  /** Their job as it stands under the letter. */
  signed_title: string | null
  /** The service as it stands under the letter. */
  signed_for: string | null
  /** The day it was signed. */
  signed_on: Day | null
  /** Whether their whereabouts were protected when it was signed (K4). */
  signed_protected: Generated<boolean>
  /** Why it was taken back. */
  why: Generated<string>
  /** The day it was taken back. */
  over_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off view as about somebody else; empty where it was not. */
  sealed_at: Instant | null
}

/** Which column is which field: confirmed once per partner and header, then remembered. */
export interface ListMappingTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The organisation. */
  organisation_id: string
  /** SHA-256 of the columns. */
  header_hash: Buffer
  /** Column to field. */
  mapping: unknown
  /** When it was confirmed. */
  saved_at: Instant
  /** Who confirmed it. */
  saved_by: string | null
}

/** A service or project near by: what it helps with, for whom, how to ask. Rows 207 and 159. */
export interface LocalServiceTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** What it is called. */
  name: string
  /** The organisation of the directory that runs it; empty where none of it does. */
  organisation_id: string | null
  /** Who runs it, where that is no organisation of the directory. */
  run_by: Generated<string>
  /** What it is. */
  about: Generated<string>
  /** Codes of factors of the assessment it helps with. */
  needs: string[]
  /** The youngest it is for. */
  min_age: number
  /** The oldest it is for. */
  max_age: number
  /** Where it is. */
  place: Generated<string>
  /** What it costs. */
  cost: Generated<string>
  /** How one asks for it. */
  how_to: string
  /** The day somebody last looked whether all of it is so. */
  checked_on: Day
  /** The day it was said to be no longer there. */
  closed_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** What it gives on the same day. */
  same_day: Generated<string[]>
  /** When it is open. */
  open_when: Generated<string>
}

/** What somebody who knows a service says of it. Row 159. */
export interface LocalTipTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The service. */
  service_id: string
  /** What they say. */
  words: string
  /** Who said it. */
  said_by: string
  /** The day it was said. */
  said_on: Day
  /** The day somebody last said that it is still so. */
  still_on: Day
  /** The day it was said to be so no longer. */
  over_on: Day | null
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** Somebody who goes out alone, and who waits to hear that they are safe. No young person stands in it. */
export interface LoneVisitTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The meeting they go to: whom with stands there. */
  appointment_id: string
  /** Who goes. */
  account_id: string
  /** Who waits to hear. */
  buddy_id: string
  /** What was looked at before. */
  looked_at: string[]
  /** Alone, or two of them. */
  goes: string
  /** Who goes along. */
  companion: Generated<string>
  /** Where about, without a name or a house number. */
  whereabouts: string
  /** How the one who goes is reached. */
  reach: string
  /** What they say when they are in danger. */
  phrase: string
  /** When they are to be back. */
  back_by: Instant
  /** So many minutes later the buddy is told, and after as many again the leader and managers. */
  alarm_minutes: number
  /** When it was made. */
  made_at: Instant
  /** The account that made it. */
  made_by: string | null
  /** When they said that they go in. */
  out_at: Instant | null
  /** Until when; empty while it goes on. */
  ended_at: Instant | null
  /** Back, found safe, or called off. */
  ended_how: string | null
  /** Who said so. */
  ended_by: string | null
  /** How it is known. */
  ended_words: Generated<string>
  /** When the buddy was told that nothing was heard. */
  buddy_told_at: Instant | null
  /** When leader and managers were told. */
  leader_told_at: Instant | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
}

/** Two records that are never compared, whatever speaks for it (adoption, a protected identity). */
export interface MatchBarrierTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The one of the two whose id is the lower. */
  low_person_id: string
  /** The other. */
  high_person_id: string
  /** Why, for information governance alone. */
  why: string
  /** When it was set. */
  set_at: Instant
  /** Who set it. */
  set_by: string | null
  /** When it was lifted; empty while it stands. */
  lifted_at: Instant | null
  /** Who lifted it. */
  lifted_by: string | null
  /** Why it was lifted. */
  lifted_why: string | null
}

/** By which keys of the index a young person is found: what goes when they change. */
export interface MatchEntryTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The model it was made for. */
  generation: number
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** Hashes of names, birth date, postcode, numbers and parts of them; never of protected addresses. */
  keys: number[]
}

/** The index of matching: who is found by a key. */
export interface MatchKeyTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The model it was made for. */
  generation: number
  /** A hash of names, birth date, postcode, numbers or parts of them; never of a protected address. */
  key: number
  /** The young person it is about; a merge changes it. */
  person_id: string
}

/** A model of matching: what each likeness is worth, learned without labels; one is live. */
export interface MatchModelTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Counts the models of a partnership; its index has the same number. */
  generation: number
  /** building (its index is being made), live, past, or failed. */
  state: string
  /** The model as an exportable document: lines, weights, keys, threshold, trade-off. No personal data. */
  document: unknown
  /** What made it: a list, the night, somebody who asked, or going back to an earlier one. */
  why: string
  /** When it was made. */
  made_at: Instant
  /** The account that made it. */
  made_by: string | null
  /** When it was first used. */
  live_at: Instant | null
  /** Until when; empty while it goes on. */
  ended_at: Instant | null
}

/** Two records that may be one person, and what was decided about them. */
export interface MatchPairTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The one of the two whose id is the lower. */
  low_person_id: string
  /** The other. */
  high_person_id: string
  /** The log (base 2) of the odds that they are one person, when they were weighed last. */
  bits: number
  /** What they were weighed by, line by line, in bits and without the values. */
  lines: unknown
  /** What stands against it: dead, number, given, birth. */
  against: Generated<string[]>
  /** A hash of what was known of both: while it is the same, what was decided is not asked again. */
  fingerprint: Buffer
  /** open, later (nobody could tell), asked (a partner was asked), two-people, or apart (set apart since: shown to nobody). */
  state: Generated<string>
  /** finder, new-record or list. */
  found_by: string
  /** When it was found. */
  found_at: Instant
  /** Who looks at it just now. */
  taken_by: string | null
  /** Until when it is theirs. */
  taken_until: Instant | null
  /** Who decided. */
  decided_by: string | null
  /** When. */
  decided_at: Instant | null
  /** What they wrote, or what a partner was asked. */
  note: Generated<string>
  /** Which partner was asked. */
  asked_organisation_id: string | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
}

/** What a partnership decided about matching. */
export interface MatchSettingTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Since when no new model takes the place of the live one; empty when it may. */
  frozen_at: Instant | null
  /** The account that froze it. */
  frozen_by: string | null
  /** The weight from which on a row is linked without asking, where a data officer moved it; empty for the models own. */
  link_bits: number | null
  /** When it was changed last. */
  changed_at: Instant
  /** The account that changed it last. */
  changed_by: string | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When the threshold was moved last. */
  link_at: Instant | null
  /** The account that moved it. */
  link_by: string | null
}

/** Whose keys are to be made anew, because what is known of them changed. */
export interface MatchStaleTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Counts up. */
  n: GeneratedAlways<number>
  /** The young person it is about; a merge changes it. */
  person_id: string
}

/** How many bear a value, where three or more do: something rare in common says more. */
export interface MatchTermTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The model it was counted for. */
  generation: number
  /** Which line of the model. */
  line: number
  /** A hash of the value. */
  hash: number
  /** How many records carry it. */
  bearers: number
}

/** A run of meetings with one young person: every week or two until a day. */
export interface MeetingRunTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Whose diary it stands in. */
  account_id: string
  /** What it is for. */
  title: string
  /** Every so many weeks. */
  every_weeks: number
  /** on, done, ended-early or called-off. */
  state: Generated<string>
  /** When it ended. */
  ended_on: Day | null
  /** Why. */
  ended_reason: string | null
  /** What is known of it. */
  ended_words: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** A part of a run of meetings, with its own aim. */
export interface MeetingRunPartTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The run. */
  run_id: string
  /** Which of its parts, from 1. */
  position: number
  /** What it is called. */
  name: string
  /** What it is to bring. */
  aim: Generated<string>
  /** How many meetings it takes. */
  meetings: number
  /** When it was written down. */
  recorded_at: Instant
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** In what sort of place somebody is met, with the class that tells; the newest the reader may see counts. */
export interface MeetingSettingTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The meeting it is of. */
  appointment_id: string | null
  /** Or the contact. */
  contact_id: string | null
  /** The sort of place; null where what was said before is taken back. */
  setting: string | null
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off with what it was of (K9). */
  sealed_at: Instant | null
}

/** What an account may act as: a role, for an organisation. */
export interface MembershipTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The account. */
  account_id: string
  /** The organisation. */
  organisation_id: string
  /** Decides permissions. */
  role: string
  /** What they are called: data, decides nothing. */
  job_title: Generated<string>
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
}

/** Reference: the forward-only migrations that made this database, in order. */
export interface MigrationTable {
  /** The number the migration's file name begins with. */
  number: number
  /** The migration's file name. */
  name: string
  /** SHA-256 of the file as it was applied: a file edited afterwards is refused. */
  sha256: string
  /** When it was applied. */
  applied_at: Instant
}

/** What nearly went wrong, for all colleagues to learn from. */
export interface NearMissTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The day. */
  happened_on: Day
  /** What happened. */
  what: string
  /** What is done differently since. */
  learned: Generated<string>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string
}

/** A note that came from somebody’s notebook and is a contact now: by its key it comes once. */
export interface NotebookNoteTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Who wrote it. */
  account_id: string
  /** The key its device gave it. */
  note_key: string
  /** What it was written in. */
  pack_id: string
  /** The contact it became. */
  contact_id: string
  /** A digest of what was sent. */
  digest: Buffer
  /** When it was written, by the device’s clock. */
  written_at: Instant
  /** fits, or asked: the device’s clock was wrong, and its writer was asked when it was. */
  clock: string
  /** When it was written down. */
  recorded_at: Instant
}

/** That an adviser took their caseload along for where there is no signal; what was taken is on their device alone. */
export interface NotebookPackTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Who took it. */
  account_id: string
  /** In which session: with it, what was taken is over. */
  session_id: string
  /** A digest of what the device knows it by. */
  token_hash: Buffer
  /** Opens notes that were not sent, on that device and for that account alone. */
  half: Buffer
  /** When it was taken. */
  taken_at: Instant
  /** The last day it can be read on the device. */
  until_day: Day
  /** How many young people were in it; who they were stands in the audit. */
  people: number
  /** When it was ended before its day; empty where it was not. */
  ended_at: Instant | null
  /** When it was written down. */
  recorded_at: Instant
}

/** In-app notices: a kind and ids, words are made when shown. */
export interface NoticeTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The account. */
  account_id: string
  /** What it tells. */
  kind: string
  /** About whom. */
  person_id: string | null
  /** About what. */
  target_id: string | null
  /** When it was made. */
  made_at: Instant
  /** When it was read. */
  read_at: Instant | null
}

/** A place with an employer, a provider or a college that young people can be put forward for. Row 308. */
export interface OpportunityTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** What it is called. */
  title: string
  /** Apprenticeship, supported programme, job with training, course, volunteering or taster. */
  kind: string
  /** Who offers it, where they are in the directory. */
  organisation_id: string | null
  /** Who offers it, where they are in no directory. */
  employer: Generated<string>
  /** The class its very name tells of (K6); 0 for nothing. */
  discloses: Generated<number>
  /** The day it starts; empty where one can start at any time. */
  starts_on: Day | null
  /** How many places there are; empty where it is not known. */
  places: number | null
  /** The last day to apply. */
  apply_by: Day | null
  /** The town it is in. */
  town: Generated<string>
  /** Where exactly. */
  address: Generated<string>
  /** How one gets there. */
  travel: Generated<string>
  /** What they ask for, in plain words. */
  entry: Generated<string>
  /** What it pays, in words. */
  pay: Generated<string>
  /** The hours, in words. */
  hours: Generated<string>
  /** What it fits round, such as school hours. */
  fits: Generated<string[]>
  /** From which age. */
  min_age: number
  /** Up to which age. */
  max_age: number
  /** What help there is for those who need more. */
  support: Generated<string>
  /** Whom to ring. */
  ring: Generated<string>
  /** Open, filled, closed or withdrawn. An open one whose last day has passed is over too. */
  state: Generated<string>
  /** The day it was filled, closed or withdrawn. */
  over_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** An agency of the partnership. */
export interface OrganisationTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Its name. */
  name: string
  /** Folded name for lists. */
  sort_key: string
  /** What kind of agency. */
  kind: string
  /** Class that its very name tells of; 0 when it tells nothing. */
  discloses: Generated<number>
  /** Unique reference number of a school. */
  urn: string | null
  /** Authority and establishment number. */
  laestab: string | null
  /** UK provider reference number. */
  ukprn: string | null
  /** open or closed. */
  state: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was made. */
  created_at: Instant
  /** The number its front desk answers. */
  phone: Generated<string>
  /** Since when it is closed. */
  closed_on: Day | null
  /** Which organisation took its place when it closed. */
  successor_id: string | null
}

/** An assessment tool of another agency that the partnership meets; no young person stands in it. */
export interface OtherToolTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The day from which nothing more is written down under it. */
  ended_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** A tool as it was described from a day on; changed, a new one is made. */
export interface OtherToolEditionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The tool. */
  tool_id: string
  /** Which of its descriptions it is, from one. */
  number: number
  /** What it is called. */
  name: string
  /** The kind of agency that uses it. */
  kind: string
  /** The class of what it says, where a heading does not tell of another. */
  class: number
  /** The words of its scale in their order; none where it says words only. */
  steps: Generated<string[]>
  /** Whether the first or the last step is the hardest. */
  hard_end: string | null
  /** Who described it. */
  written_by: string
  /** The day it was described so. */
  written_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** A heading of a tool, beside one of our factors or none, as the partnership maps it. */
export interface OtherToolHeadingTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The description it stands in. */
  edition_id: string
  /** Its number, the same through the descriptions of a tool while its name is. */
  code: number
  /** Where it stands among them. */
  place: number
  /** What it is called. */
  name: string
  /** The factor of ours it stands beside; empty for none. */
  factor: string | null
  /** The class of what is said under it. */
  class: number
}

/** Messages to be sent outside: a kind and ids, no names. */
export interface OutboxMessageTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The account. */
  account_id: string
  /** What it tells. */
  kind: string
  /** About what. */
  target_id: string | null
  /** When it was made. */
  made_at: Instant
  /** When it was handed over. */
  sent_at: Instant | null
  /** How often that failed. */
  failed_times: Generated<number>
}

/** A standing group of several agencies that speaks of young people one by one. No young person stands in it. Row 310. */
export interface PanelTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** What kind of panel: not in learning or work, vulnerable pupils, transition, another. */
  kind: string
  /** What it is called. */
  title: string
  /** The class its very name gives that somebody is brought to it (K6); 0 for none. */
  discloses: Generated<number>
  /** What it is for. */
  purpose: string
  /** The ground in law on which its agencies share (K1). */
  basis: string
  /** The law itself. */
  law: string
  /** The condition in law for health, offending, care and family. */
  condition: Generated<string>
  /** Classes its purpose needs, as bits: nothing of any other is put before it. */
  allows: number
  /** Who chairs it; empty while it waits for somebody. */
  chair_id: string | null
  /** The day it ended; empty while it goes on. */
  ended_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** What a panel agreed that somebody does about a young person, by when, and what came of it. */
export interface PanelActionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The panel. */
  panel_id: string
  /** The meeting at which it was agreed. */
  meeting_id: string
  /** The item it came of. */
  item_id: string
  /** Who answers for it. */
  owner_id: string
  /** Who does it, where that is somebody without an account. */
  partner: Generated<string>
  /** What is to be done. */
  what: string
  /** By when. */
  due_on: Day
  /** open, done or not-done. */
  state: Generated<string>
  /** The day it was over. */
  over_on: Day | null
  /** What came of it, or why it was not done. */
  over_words: Generated<string>
  /** When whoever owes it was reminded. */
  chased_at: Instant | null
  /** When the chair was told that it is late. */
  escalated_at: Instant | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off view as about somebody else; empty where it was not. */
  sealed_at: Instant | null
}

/** One young person at one meeting: what is asked of the panel, what they want said, and what came of it. */
export interface PanelItemTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The panel. */
  panel_id: string
  /** The meeting. */
  meeting_id: string
  /** The item of the meeting before, where they were put off. */
  from_item_id: string | null
  /** Why they are brought: the list they stood on, or something else. */
  reason: string
  /** What is asked of the panel. */
  question: Generated<string>
  /** Why attenders who do not know them read their name; empty: they read initials (K8). */
  named_why: Generated<string>
  /** told, or withheld from them (K2); empty while they were not asked, and then no other attender reads it. */
  known: string | null
  /** What they say to it: agrees, objects, no-word. */
  view: string | null
  /** What they want said, in their words. */
  view_words: Generated<string>
  /** What was decided about their objection, and why (K1). */
  view_answer: Generated<string>
  /** Who asked them, or keeps it back from them. */
  asked_by: string | null
  /** The day that was written down. */
  asked_on: Day | null
  /** Why it is kept back from them. */
  withheld_why: Generated<string>
  /** The day on which that is looked at again. */
  withheld_review_on: Day | null
  /** Who brought them. */
  brought_by: string
  /** on the agenda, decided, nothing to decide, put off, not discussed, taken off. */
  state: Generated<string>
  /** What was said and decided. */
  outcome_words: Generated<string>
  /** Why they were taken off the agenda. */
  off_why: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off view as about somebody else; empty where it was not. */
  sealed_at: Instant | null
}

/** A few words for the panel about somebody on its agenda, of one class: read by seats that have the class, until the meeting is closed. */
export interface PanelLineTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The item. */
  item_id: string
  /** The words. */
  words: string
  /** When other words took their place; empty for those that stand. */
  replaced_at: Instant | null
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off view with the item; empty where it was not. */
  sealed_at: Instant | null
}

/** A meeting of a panel. No young person stands in it. */
export interface PanelMeetingTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The panel. */
  panel_id: string
  /** The day. */
  on_day: Day
  /** The time, in London. */
  at_time: string
  /** Where. */
  place: string
  /** preparing, sent, closed or called-off. */
  state: Generated<string>
  /** The day its agenda was sent. */
  sent_on: Day | null
  /** When it was closed: ninety days after, its seats read nothing of it any more. */
  closed_at: Instant | null
  /** Who was there without a seat. */
  also_there: Generated<string>
  /** What was said of nobody in particular. */
  notes: Generated<string>
  /** Why it was called off. */
  off_why: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** Who attends a panel, for which organisation, and what they read there. */
export interface PanelMemberTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The panel. */
  panel_id: string
  /** Who. */
  account_id: string
  /** For which organisation: acting for another they read nothing. */
  organisation_id: string
  /** Classes they read there, as bits; never more than the panel allows. */
  classes: number
  /** When they were taken out, or left. */
  ended_at: Instant | null
}

/** A place at one meeting: by it, and by nothing else, an attender reads what is on its agenda. */
export interface PanelSeatTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The meeting. */
  meeting_id: string
  /** Who. */
  account_id: string
  /** For which organisation. */
  organisation_id: string
  /** Classes they read there, as bits. */
  classes: number
  /** came, apologies or absent; empty before it is written down. */
  came: string | null
  /** When it was taken away. */
  ended_at: Instant | null
}

/** A sheet printed for a meeting where no phone and no laptop may go. */
export interface PaperSheetTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The meeting it was printed for. */
  appointment_id: string
  /** Who carries it. */
  account_id: string
  /** The aim that stands on it. */
  aim: Generated<string>
  /** The questions that stand on it, one on each line. */
  questions: Generated<string>
  /** out, typed-in or destroyed. */
  state: Generated<string>
  /** The contact it was typed in as. */
  contact_id: string | null
  /** The day somebody said that it was destroyed. */
  destroyed_on: Day | null
  /** Goes up with each change. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off with its meeting (K9). */
  sealed_at: Instant | null
}

/** The agreement under which a partners list comes in: no agreement, no list. */
export interface PartnerAgreementTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The organisation. */
  organisation_id: string
  /** What for. */
  purpose: string
  /** Statutory power. */
  power: string
  /** Fields the list may bring; the rest is dropped at the door. */
  fields: string[]
  /** Rows of people younger are not kept. */
  youngest: Generated<number>
  /** Rows of people older are not kept. */
  oldest: Generated<number>
  /** Reference of the impact assessment. */
  assessment_reference: string
  /** When the agreement is looked at again. */
  review_on: Day
  /** Who is told the same day when somebody of compulsory age is no longer on the list. */
  missing_officer_id: string | null
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
  /** The account that made it. */
  made_by: string | null
  /** The agreement this one took the place of when it was looked at again. */
  instead_of: string | null
}

/** What somebody at a partner says of working with advisers, once a school year. No young person stands in it. Row 212. */
export interface PartnerFeedbackTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The partner they work at. */
  organisation_id: string
  /** Who was asked. Shown to nobody: it keeps anybody from being asked or counted twice. */
  account_id: string
  /** The first day of the school year it is for. */
  year_from: Day
  /** Whether they answered or put it off. */
  state: string
  /** The day they are asked again, where they put it off. */
  ask_again_on: Day | null
  /** Whether they can reach the adviser when they need them. */
  reach: string | null
  /** Whether what advisers do helps the young people. */
  helps: string | null
  /** Whether they hear in time what they may hear. */
  told: string | null
  /** Whether it is clear who does what. */
  clear: string | null
  /** Whether the adviser works with them. */
  together: string | null
  /** What helps, in their words. */
  what_helps: Generated<string>
  /** What should change, in their words. */
  what_to_change: Generated<string>
  /** The day they answered. */
  said_on: Day | null
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** Reference: a Connexions partnership. */
export interface PartnershipTable {
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Its name. */
  name: string
  /** Operating model (HMI 521 paragraph 7). */
  model: string
  /** Named controllers: a lead-body partnership is no legal entity. */
  controllers: string
  /** Named processors. */
  processors: Generated<string>
  /** Made up. */
  is_demo: Generated<boolean>
  /** Settings of the partnership. */
  settings: Generated<unknown>
  /** When it was made. */
  created_at: Instant
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** The body that holds the grant and employs, in a lead-body partnership. */
  lead_body: Generated<string>
  /** Who employs advisers under contract, in a subcontracting partnership. */
  contractors: Generated<string>
}

/** Support that follows a path about one young person: custody, a move to a new place of learning, coming back into learning, work with the family, mentoring. Rows 178, 179, 216, 222 and 223; decision 0050. */
export interface PathwayTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Which of the five. */
  kind: string
  /** Of which day the stages and suggested steps are that it began with. */
  edition: Day
  /** The stage it is in. */
  stage: string
  /** The day its steps are counted from: the release day, the first day at the new place, the first day back. */
  anchor_on: Day | null
  /** The named person there, the member of the family or the volunteer, where they are written by name. */
  with_name: Generated<string>
  /** The colleague who mentors them. */
  with_account: string | null
  /** The adult on record the work is with. */
  adult_id: string | null
  /** When the certificate of a volunteer was seen; its number is not kept. */
  seen_on: Day | null
  /** The goal of the plan whose targets it works on. */
  goal_id: string | null
  /** What its kind asks besides, by name. */
  answers: Generated<unknown>
  /** Of work with the family: their yes, or that it began without one. */
  said: string | null
  /** The day they said it, or it was written that they were not asked. */
  said_on: Day | null
  /** What they said, in their words. */
  said_words: Generated<string>
  /** Why it began without their yes. */
  without_why: Generated<string>
  /** open, paused or ended. */
  state: Generated<string>
  /** The day it was opened. */
  opened_on: Day
  /** Who opened it. */
  opened_by: string
  /** The day it is looked at again. */
  review_on: Day | null
  /** The day it was paused; empty while it is not. */
  paused_on: Day | null
  /** Why it is paused. */
  paused_why: Generated<string>
  /** The day it ended. */
  over_on: Day | null
  /** What came of it. */
  outcome: string | null
  /** Why it ended, and how. */
  over_words: Generated<string>
  /** The first day on which something of it is to be done, said or looked at. */
  due_on: Day | null
  /** When whoever leads for them was told that this day is past. */
  chased_at: Instant | null
  /** When the leader of the team was told. */
  escalated_at: Instant | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
}

/** A meeting on a path of support, or one that did not come about. */
export interface PathwayLogTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The path it belongs to. */
  pathway_id: string
  /** The day. */
  on_day: Day
  /** met or not-met. */
  came: string
  /** How long it was. */
  minutes: number | null
  /** What was done, or why they did not meet. */
  words: string
  /** What the young person said of it. */
  own_words: Generated<string>
  /** Who wrote it. */
  made_by: string
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
}

/** A step of a path of support: suggested by its kind, or added. */
export interface PathwayStepTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The path it belongs to. */
  pathway_id: string
  /** The stage it belongs to. */
  stage: string
  /** What is to be done. */
  what: string
  /** Days from the day the path is counted from; empty where its own day was chosen. */
  days: number | null
  /** By when. */
  due_on: Day | null
  /** Who does it: the young person, the adviser, or another by name. */
  owner: string
  /** Which other. */
  owner_name: Generated<string>
  /** to-do, done or not-needed. */
  state: Generated<string>
  /** The day it was done or was no longer needed. */
  over_on: Day | null
  /** What came of it, or why it was not needed. */
  over_words: Generated<string>
  /** Who put it there. */
  made_by: string
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
  /** What the young person said to a step of theirs by their own link. */
  own_say: string | null
  /** Their words to it. */
  own_words: Generated<string>
  /** The day they said it. */
  own_on: Day | null
  /** The link they said it by. */
  own_link: string | null
}

/** A week of a timetable that grows: minutes planned from Monday to Friday, and minutes they came. */
export interface PathwayWeekTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The path it belongs to. */
  pathway_id: string
  /** The Monday of the week. */
  week_of: Day
  /** Minutes planned, Monday to Friday. */
  planned: number[]
  /** Minutes they came; empty before it is written down. */
  came: number[] | null
  /** What helped, what was hard. */
  words: Generated<string>
  /** Who planned it. */
  made_by: string
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off with its path (K9). */
  sealed_at: Instant | null
}

/** A young person: what lists and the identity bar read. The rows behind it keep the history. */
export interface PersonTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** active, withdrawn, merged or sealed. */
  state: Generated<string>
  /** The given name they go by. */
  known_given: string
  /** The family name they go by. */
  known_family: string
  /** Folded, family name first. */
  sort_key: string
  /** Birth date. */
  born_on: Day | null
  /** Date of death: stops every letter and task. */
  died_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was made. */
  created_at: Instant
  /** The account that made it; empty for a feed. */
  created_by: string | null
  /** The record this one was joined to: it goes on there. Empty unless its state is merged. */
  merged_into: string | null
}

/** Addresses with periods. */
export interface PersonAddressTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** First line. */
  line1: Generated<string>
  /** Second line. */
  line2: Generated<string>
  /** Town. */
  town: Generated<string>
  /** In its usual form. */
  postcode: string | null
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
  /** Who said it: staff, the young person, a partners list, a partner, an adult, or the system. */
  source_kind: string
  /** For which organisation it was said. */
  source_organisation_id: string | null
  /** As of which day it was said. */
  said_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When a newer row took its place; empty while it is current. */
  replaced_at: Instant | null
  /** The account that replaced it. */
  replaced_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** Adults round a young person. Parental responsibility is recorded, never assumed. */
export interface PersonAdultTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** Their name. */
  name: string
  /** What they are to the young person. */
  relationship: string
  /** Parental responsibility. */
  responsibility: string
  /** How it is known. */
  responsibility_evidence: Generated<string>
  /** Court orders in force. */
  court_order: Generated<string>
  /** Whether they may be told anything. */
  may_be_told: string
  /** Their number. */
  phone: Generated<string>
  /** Who said it: staff, the young person, a partners list, a partner, an adult, or the system. */
  source_kind: string
  /** For which organisation it was said. */
  source_organisation_id: string | null
  /** As of which day it was said. */
  said_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When a newer row took its place; empty while it is current. */
  replaced_at: Instant | null
  /** The account that replaced it. */
  replaced_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** What to know before acting: at most three are shown. */
export interface PersonAlertTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** stop, care or note. */
  kind: string
  /** What to do. */
  first_words: string
  /** More, never why. */
  words: Generated<string>
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
  /** The account that made it. */
  made_by: string | null
  /** What made it: staff, or a concern. */
  made_from: Generated<string>
  /** When it was written down. */
  recorded_at: Instant
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
  /** By when somebody looks at it again; empty for one a concern raised. */
  review_on: Day | null
  /** Who looks at it again. */
  reviewer_id: string | null
  /** Whether the young person knows of it: yes, not yet, or withheld. */
  told: string | null
  /** Why it is withheld from them. */
  told_why: Generated<string>
}

/** Characteristics with periods; each carries the class of what it tells. */
export interface PersonCharacteristicTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Code of the list of the day. */
  code: string
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
  /** Who said it: staff, the young person, a partners list, a partner, an adult, or the system. */
  source_kind: string
  /** For which organisation it was said. */
  source_organisation_id: string | null
  /** As of which day it was said. */
  said_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
  /** When a newer row took its place; empty while it is current. */
  replaced_at: Instant | null
  /** The account that replaced it. */
  replaced_by: string | null
}

/** Phones and emails. */
export interface PersonContactDetailTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** mobile, phone or email. */
  kind: string
  /** The number or address. */
  value: string
  /** Whose it is, when to use it. */
  note: Generated<string>
  /** Who said it: staff, the young person, a partners list, a partner, an adult, or the system. */
  source_kind: string
  /** For which organisation it was said. */
  source_organisation_id: string | null
  /** As of which day it was said. */
  said_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When a newer row took its place; empty while it is current. */
  replaced_at: Instant | null
  /** The account that replaced it. */
  replaced_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** Single facts with one value at a time and a history. */
export interface PersonDetailTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** Which fact. */
  field: string
  /** Its value or code. */
  value: string
  /** Who said it: staff, the young person, a partners list, a partner, an adult, or the system. */
  source_kind: string
  /** For which organisation it was said. */
  source_organisation_id: string | null
  /** As of which day it was said. */
  said_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When a newer row took its place; empty while it is current. */
  replaced_at: Instant | null
  /** The account that replaced it. */
  replaced_by: string | null
}

/** UPN, ULN, NHS number. Not unique across people: matching asks. */
export interface PersonIdentifierTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** Which. */
  kind: string
  /** In its bare form, check digit right. */
  value: string
  /** Who said it: staff, the young person, a partners list, a partner, an adult, or the system. */
  source_kind: string
  /** For which organisation it was said. */
  source_organisation_id: string | null
  /** As of which day it was said. */
  said_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When a newer row took its place; empty while it is current. */
  replaced_at: Instant | null
  /** The account that replaced it. */
  replaced_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** Two records joined: who and why, and whether they were taken apart again. */
export interface PersonMergeTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The record that went into the other. */
  gone_person_id: string
  /** Why they are one person, in the words of whoever joined them. */
  reason: string
  /** Why they were joined although something was against it. */
  despite: Generated<string>
  /** What was against it: two numbers of one kind, a recorded death, two birth dates. */
  warnings: Generated<string[]>
  /** What was chosen where only one can stand: keep or join, by field. */
  choices: unknown
  /** When they were joined. */
  merged_at: Instant
  /** The account that joined them. */
  merged_by: string | null
  /** When they were taken apart; empty while they are one. */
  undone_at: Instant | null
  /** The account that took them apart. */
  undone_by: string | null
  /** Why they were taken apart. */
  undo_reason: string | null
}

/** Every row that was on either record when two were joined, and what of it changed: the way back. Never what it says. */
export interface PersonMergeRowTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The joining. */
  merge_id: string
  /** The table of the row. */
  table_name: string
  /** The rest of the row key, by column. */
  row_key: unknown
  /** The record it was on; empty for a question about several. */
  was_on: string | null
  /** The columns that changed, as they were; empty where none did. */
  before: unknown
  /** The same columns as they were afterwards. */
  after: unknown
  /** A digest of the whole row afterwards: whether it was changed since. */
  fingerprint: string
}

/** Names: legal, preferred, former. */
export interface PersonNameTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** Which. */
  kind: string
  /** Given name. */
  given: string
  /** Middle names. */
  middle: Generated<string>
  /** Family name. */
  family: string
  /** All of it, folded. */
  search_key: string
  /** Given name, folded. */
  given_key: string
  /** Family name, folded. */
  family_key: string
  /** How its words sound. */
  sounds: string[]
  /** Who said it: staff, the young person, a partners list, a partner, an adult, or the system. */
  source_kind: string
  /** For which organisation it was said. */
  source_organisation_id: string | null
  /** As of which day it was said. */
  said_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When a newer row took its place; empty while it is current. */
  replaced_at: Instant | null
  /** The account that replaced it. */
  replaced_by: string | null
}

/** Which parts a record has ever had: written by triggers, only added to, shown to nobody. What was never there is not asked for. */
export interface PersonPartTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** A table with rows about them, by its name. */
  part: string
}

/** How it is safe to reach a young person. */
export interface PersonSafeContactTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** In a sentence. */
  rule: string
  /** Nothing by post. */
  no_post: Generated<boolean>
  /** No voicemail. */
  no_voicemail: Generated<boolean>
  /** No visits at home. */
  no_home_visit: Generated<boolean>
  /** Who said it: staff, the young person, a partners list, a partner, an adult, or the system. */
  source_kind: string
  /** For which organisation it was said. */
  source_organisation_id: string | null
  /** As of which day it was said. */
  said_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When a newer row took its place; empty while it is current. */
  replaced_at: Instant | null
  /** The account that replaced it. */
  replaced_by: string | null
}

/** A young person’s application for a place to learn, train or work: for what, and where it stands. Row 303. */
export interface PlaceApplicationTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** Learning, or what the name of the place tells of (K6). */
  class: number
  /** The place, where the directory has it. */
  organisation_id: string | null
  /** The place in words, where the directory has it not. */
  place_words: Generated<string>
  /** The course or job, in words. */
  course: Generated<string>
  /** The level, as far as it is known; 4 stands for 4 and above. */
  level: string | null
  /** Sixth form, college, apprenticeship, training or something else. */
  way: string
  /** The year whose autumn they would start in. */
  autumn: number
  /** Its last step that was not taken back. */
  state: string
  /** The day of that step. */
  state_on: Day
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off view as about somebody else; empty where it was not. */
  sealed_at: Instant | null
}

/** What happened to an application, each on its own day by whose word. Never changed. */
export interface PlaceApplicationStepTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Of which application. */
  application_id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** What happened; `changed` where what it is for was put right. */
  step: string
  /** On which day. */
  on_day: Day
  /** Whose word it is. */
  said_by: string | null
  /** What else was said, or what it was for before it was put right. */
  words: Generated<string>
  /** When it was taken back as a mistake; empty where it was not. */
  taken_back_at: Instant | null
  /** Who took it back. */
  taken_back_by: string | null
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off view with its application; empty where it was not. */
  sealed_at: Instant | null
}

/** What a young person said to the plan as it stood, at first and at every review. Never changed. */
export interface PlanAgreementTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** To the plan, or at a review. */
  kind: string
  /** The day. */
  agreed_on: Day
  /** The adviser. */
  agreed_by: string
  /** Whether they agreed. That they did not is kept with what they said, and the plan stands. */
  agreement: string
  /** What they said to it. */
  words: Generated<string>
  /** At a review: what they think of the help they had. */
  view_of_help: Generated<string>
  /** How they got a copy: on paper, as a PDF, sent, read aloud; or that they wanted none. */
  copy_given: string
  /** When it is looked at again; empty where no day was set. */
  review_on: Day | null
  /** What stood in the plan as they agreed, as far as its adviser saw it: each goal and target with its version. */
  shown: string[]
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
  /** The link by which they said it themselves; empty where it was written down with them. */
  link_id: string | null
}

/** A partner who owns a target of a plan was asked whether they take it on, or told somebody. It opens no right. Row 275. */
export interface PlanAskTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Of what is kept close, the class it has besides; both must be seen. */
  also_class: number | null
  /** The target. */
  target_id: string
  /** What they were asked to do, as the target stood. */
  what: string
  /** By when, as the target stood. */
  due_on: Day | null
  /** Which partner, as the target stood. */
  owner_name: string
  /** Asked, said yes, said no, or asked no more. */
  state: string
  /** The colleague who is asked; empty where somebody was told. */
  asked_account: string | null
  /** Who told. */
  who: Generated<string>
  /** The day it was asked or written down. */
  asked_on: Day
  /** Who asked, or wrote it down. */
  asked_by: string
  /** By when they are to answer. */
  answer_by: Day
  /** The day they said it. */
  answered_on: Day | null
  /** Who pressed, or wrote it down. */
  answered_by: string | null
  /** What they said to it; of a no, why. */
  words: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When the colleague was reminded. */
  chased_at: Instant | null
  /** When whoever leads for them was told that no answer came. */
  escalated_at: Instant | null
  /** When it was taken off with a target filed on the wrong young person (K9). */
  sealed_at: Instant | null
}

/** A date the law sets for others that stands beside a plan: reviews of an EHC plan, of care and of leaving care. Rows 305 and 306. */
export interface PlanDateTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** What it is. */
  kind: string
  /** When, or by when. */
  on_day: Day
  /** Who holds it, and who is asked to come. */
  who: Generated<string>
  /** How it stands. */
  state: Generated<string>
  /** The day it was held or called off. */
  over_on: Day | null
  /** What came of it, or why it is called off. */
  words: Generated<string>
  /** What the young person said, or wanted said. */
  wishes: Generated<string>
  /** Who put it there. */
  made_by: string
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When whoever leads for them was told that its day is past. */
  chased_at: Instant | null
  /** When the leader of the team was told. */
  escalated_at: Instant | null
  /** When it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
  /** What the young person was asked beforehand, and how. */
  asked_them: Generated<string>
}

/** Somebody who is asked to a review beside the plan, and whether they come. Row 305. */
export interface PlanDateGuestTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The review. */
  date_id: string
  /** What they are, or their name. */
  who: string
  /** asked, comes, sends-word, cannot, came or not-there. */
  state: Generated<string>
  /** The day they were written down. */
  asked_on: Day
  /** Who wrote them down. */
  made_by: string
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off with a review filed on the wrong young person (K9). */
  sealed_at: Instant | null
}

/** A goal of a young person, in their own words. */
export interface PlanGoalTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The goal, as they say it. */
  words: string
  /** Open, reached, or dropped. */
  state: Generated<string>
  /** The day it was set. */
  set_on: Day
  /** Who wrote it down. */
  set_by: string
  /** The day it was reached or dropped. */
  ended_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** What was done towards a target of a plan: a day, who did it, and what, in words. Row 189. */
export interface PlanLogTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** As the target is, and never less close than it was when this was written. */
  class: number
  /** Of what is kept close, the class it has besides; both must be seen. */
  also_class: number | null
  /** The target. */
  target_id: string
  /** The day it was done. */
  done_on: Day
  /** Who did it. */
  done_by: string
  /** Who, where it was neither of the two. */
  doer_name: Generated<string>
  /** What was done. The young person reads it by their link, where they read the target. */
  words: string
  /** The day it was written down. */
  written_on: Day
  /** Who wrote it down. */
  written_by: string
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person, by itself or with its target (K9). */
  sealed_at: Instant | null
}

/** A step towards a goal: what, by when, by whom, with what support, and how one will know. */
export interface PlanTargetTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Of what is kept close, the class it has besides; both must be seen. */
  also_class: number | null
  /** The goal it leads to. */
  goal_id: string
  /** What is to be done. */
  what: string
  /** By when; empty where no day was set. */
  due_on: Day | null
  /** Code of the factor of the assessment it works on; empty where it works on none. */
  factor: string | null
  /** Who does it: the young person, the adviser, or a partner. */
  owner: string
  /** Which partner. */
  owner_name: Generated<string>
  /** The support that was promised. */
  support: Generated<string>
  /** How everybody will know that it is done. */
  how_known: Generated<string>
  /** Open, met, met in part, not met, or dropped. */
  state: Generated<string>
  /** The day it was set. */
  set_on: Day
  /** Who wrote it down. */
  set_by: string
  /** The day it was answered at a review. */
  answered_on: Day | null
  /** What was said of it then. */
  answer_words: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
  /** How big a step it is to the young person; not asked is an answer of its own. */
  own_step: Generated<string>
  /** How big a step it is to the adviser. */
  adviser_step: Generated<string>
  /** The talk in which they named the aim it works towards; empty where it works towards none. */
  aim_id: string | null
  /** The version in which what was agreed of it last changed; empty where it is the version itself. */
  said_version: number | null
}

/** What a goal or target said before it was changed or answered. */
export interface PlanVersionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** As of the row. */
  also_class: number | null
  /** The goal or target. */
  row_id: string
  /** Counts changes: a save that names an older one is refused. */
  version: number
  /** All it said. */
  content: unknown
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** How an adviser held a talk, seen by a colleague or reviewed by themselves; no young person stands in it. */
export interface PracticeObservationTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Seen by another, or their own review. */
  kind: string
  /** Whose practice it was. */
  observed_id: string
  /** Who wrote it down. */
  observer_id: string
  /** The day of the talk. */
  on_day: Day
  /** The young person’s year at school, and nothing else of them. */
  year_group: number | null
  /** What was seen of each of nine marks, and what shows it. */
  marks: unknown
  /** Feedback. */
  feedback: Generated<string>
  /** What next. */
  next: Generated<string>
  /** What the adviser says to it. */
  observed_words: Generated<string>
  /** How it stands. */
  state: Generated<string>
  /** The day it was given. */
  given_on: Day | null
  /** The day the adviser answered. */
  answered_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** What young people go through in stages: who runs it, and what is asked of those who come on it. Rows 86 and 243. */
export interface ProgrammeTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** What it is called. */
  name: string
  /** What it is. */
  about: Generated<string>
  /** Who runs it. */
  organisation_id: string
  /** The class its very name tells of; 0 for nothing more than where somebody learns. */
  discloses: Generated<number>
  /** The youngest who may come on it. */
  min_age: number
  /** The oldest who may come on it. */
  max_age: number
  /** Whether an adviser must lead for whoever comes on it. */
  needs_lead: Generated<boolean>
  /** Whether an assessment must have been agreed in the last 12 months. */
  needs_assessment: Generated<boolean>
  /** Whether there must be a plan. */
  needs_plan: Generated<boolean>
  /** What else is asked, in words. */
  entry_words: Generated<string>
  /** From when nobody comes on it any more. */
  closed_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** What was learnt from those who left a programme early, and what changes. Row 88. */
export interface ProgrammeLessonTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Of which programme. */
  programme_id: string
  /** What was learnt, naming nobody. */
  learnt: string
  /** What changes. */
  change: Generated<string>
  /** By when it changes. */
  due_on: Day | null
  /** When it had changed. */
  done_on: Day | null
  /** The day it was written down. */
  said_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** A young person on a programme: from waiting to its end. */
export interface ProgrammePlaceTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Which programme. */
  programme_id: string
  /** The partner who runs it; empty where the partnership’s own service does. */
  organisation_id: string | null
  /** Where it stands. */
  state: Generated<string>
  /** The day they agreed to it. */
  agreed_on: Day
  /** The day they are to start. */
  starts_on: Day
  /** Why they came on it though something that is asked was not so. */
  set_aside: Generated<string>
  /** The day they started. */
  started_on: Day | null
  /** The stage they are or were last at. */
  position: number | null
  /** The day it was over. */
  over_on: Day | null
  /** Why they left early, or did not start. */
  reason: string | null
  /** The same in words, or where they go next; not for the partner who runs it. */
  words: Generated<string>
  /** What came of talking with them after they left early. */
  talk: string | null
  /** What they said about it; not for the partner who runs it. */
  talk_words: Generated<string>
  /** The day of the talk. */
  talk_on: Day | null
  /** By when a start, a stage or a talk is looked at. */
  due_on: Day | null
  /** When whoever owes it was reminded. */
  chased_at: Instant | null
  /** When the team leader was told that it is late. */
  escalated_at: Instant | null
  /** When it was told that nobody leads for them; empty where it was not, or somebody does again. */
  alone_told_at: Instant | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off view as about somebody else; empty where it was not. */
  sealed_at: Instant | null
  /** The stage at which whoever leads was told that it asks for a hand-over. */
  handed_told: number | null
}

/** A stage of a programme. */
export interface ProgrammeStageTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Of which programme. */
  programme_id: string
  /** Which stage it is: the first is 1. */
  position: number
  /** What it is called. */
  name: string
  /** Weeks it usually takes; empty where it takes what it takes. */
  weeks: number | null
  /** What is to be true before the next. */
  done_when: Generated<string>
  /** Who works with those at this stage. It opens no record. */
  adviser_id: string | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** A stage somebody was at, from when until when. */
export interface ProgrammeStepTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Their place on the programme. */
  place_id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** As of the place. */
  organisation_id: string | null
  /** Which stage it was. */
  position: number
  /** What the stage was called then. */
  stage: string
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
  /** Whether what was to be true before the next was; empty where nobody said. */
  reached: boolean | null
  /** How it went; not for the partner who runs it. */
  words: Generated<string>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off view with the place; empty where it was not. */
  sealed_at: Instant | null
}

/** Something of a young person’s Progress File: theirs alone until they share it. Row 277, decision 0047. */
export interface ProgressEntryTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** What it is. */
  kind: string
  /** What they did, in their words. */
  did: string
  /** What it shows, in their words. */
  shows: Generated<string>
  /** When it was, where that is known. */
  happened_on: Day | null
  /** Theirs alone, shared with their adviser, or taken out by them. */
  state: string
  /** Under which of their words it is; none for what a colleague wrote down with them. */
  lock_id: string | null
  /** The colleague who wrote it down for them. */
  written_by: string | null
  /** The link on whose page they wrote it themselves. */
  link_id: string | null
  /** The day it was written. */
  written_on: Day
  /** Since when it is shared. */
  shared_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
}

/** What of a Progress File shows that a target of the plan was worked on. Row 277. */
export interface ProgressEvidenceTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** What shows it. */
  entry_id: string
  /** The target. */
  target_id: string
  /** Who chose it. */
  chosen_by: string
  /** The day it was chosen. */
  chosen_on: Day
  /** The day they took back what it was. */
  taken_back_on: Day | null
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When what shows it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
}

/** A word only the young person knows, under which their Progress File is theirs alone. Row 277, decision 0047. */
export interface ProgressLockTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** What the word is held against (argon2id); read by the house alone. */
  word_hash: string
  /** The link on whose page the word was given last. */
  opened_by: string | null
  /** How many wrong words were given that day. */
  tries: Generated<number>
  /** The day of the last wrong one. */
  tried_on: Day | null
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** A factor of a sampled assessment as a second reader rates it, beside the adviser. */
export interface QualityRatingTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The reading. */
  reading_id: string
  /** Which factor. */
  factor: string
  /** As the second reader rates it; empty where what was written was not enough. */
  level: number | null
  /** As the adviser had rated it; empty where it was not asked. */
  adviser_level: number | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off with what it was about (K9). */
  sealed_at: Instant | null
}

/** One piece of agreed work in a sample, what was found in it, and what the adviser says. */
export interface QualityReadingTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The sample. */
  sample_id: string
  /** As of the sample. */
  team_id: string
  /** As of the sample. */
  month_of: Day
  /** The assessment, or what was agreed of the plan. */
  subject_id: string
  /** Whose work it is. */
  adviser_id: string
  /** Who looks at it. */
  reader_id: string
  /** To be looked at, looked at, answered, or closed without an answer. */
  state: Generated<string>
  /** From which day on the list holds it was looked at against. */
  edition: Day | null
  /** By criterion: yes, in part or no, and a word. */
  marks: Generated<unknown>
  /** What was found in all. */
  words: Generated<string>
  /** The day it was looked at. */
  read_on: Day | null
  /** By when an answer is asked for. */
  due_on: Day | null
  /** What the adviser says to it. */
  answer: Generated<string>
  /** What the adviser changed. */
  changed: Generated<string>
  /** The day it was answered or closed. */
  over_on: Day | null
  /** Why it was closed. */
  why: Generated<string>
  /** Who is asked to rate the factors anew. */
  second_id: string | null
  /** The day they did. */
  second_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When the adviser was told that an answer is late. */
  chased_at: Instant | null
  /** When the leader was told. */
  escalated_at: Instant | null
  /** When it was taken off with what it was about (K9). */
  sealed_at: Instant | null
}

/** A sample of agreed assessments or plans of a team and month, drawn by chance for a leader to look at; no young person stands in it. */
export interface QualitySampleTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The team whose work it is of. */
  team_id: string
  /** Assessments or plans. */
  what: string
  /** The month in which they were agreed: its first day. */
  month: Day
  /** How many were asked for. */
  wanted: number
  /** What chance was made from: with the same pool it draws the same again. */
  seed: string
  /** How many it was drawn from. */
  pool: number
  /** How many more there were that whoever drew may not see, to the nearest five; fewer are 0. */
  unseen: number
  /** Open, or over once nothing of it is to be looked at or answered. */
  state: Generated<string>
  /** Who drew it. */
  drawn_by: string
  /** The day it was drawn. */
  drawn_on: Day
  /** The day it was over. */
  over_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** Something an adviser has done of what is asked before cases are taken, and again. Rows 192 and 229. */
export interface ReadinessItemTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The account. */
  account_id: string
  /** What was done. */
  kind: string
  /** The day it was done. */
  done_on: Day
  /** What shows it. */
  evidence: string
  /** Who wrote it down: the leader of their team. */
  noted_by: string
  /** The day it was taken off as said wrongly. */
  over_on: Day | null
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** A young person referred from one agency to another: where it stands, whose step is next and by when. What it says stands in its parts. Rows 205 and 211; decision 0036. */
export interface ReferralTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** What the two agencies agreed. */
  protocol_id: string
  /** The agency that refers. */
  from_id: string
  /** The agency that is asked. */
  to_id: string
  /** The team that takes it in, of the partnership’s own service. */
  team_id: string | null
  /** In whose list it stands as sent: an account of the own service, or an organisation. */
  sent_for: string
  /** Draft, sent, more asked, accepted, started, ended, declined, withdrawn. */
  state: Generated<string>
  /** What the young person says to it: agrees, objects, says nothing, or was not asked. */
  view: string | null
  /** In their own words. */
  view_words: Generated<string>
  /** What was decided about an objection, and why. */
  view_answer: Generated<string>
  /** When they were shown what goes along (K2). */
  shown_on: Day | null
  /** Who decided not to show it first. */
  withheld_by: string | null
  /** Why. */
  withheld_why: Generated<string>
  /** When that is looked at again. */
  withheld_review_on: Day | null
  /** Who wrote it. */
  made_by: string
  /** Who sent it. */
  sent_by: string | null
  /** When it went. */
  sent_on: Day | null
  /** When it was first opened at the other end. */
  received_on: Day | null
  /** By when the next step is due. */
  due_on: Day | null
  /** Working days left to answer when more was asked. */
  days_left: number | null
  /** When whoever owes the step was reminded. */
  chased_at: Instant | null
  /** When the sender’s side was told that it is late. */
  escalated_at: Instant | null
  /** Who works with the young person at the other end. */
  worker_id: string | null
  /** The right that accepting opened, and the end ends. */
  grant_id: string | null
  /** Why it was declined or taken back. */
  reason: string | null
  /** What came of it. */
  outcome: string | null
  /** When it ended, was declined or taken back. */
  over_on: Day | null
  /** When the sender read what came back. */
  read_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
  /** Who works with the young person at an agency without accounts, who has no right over the record. */
  worker_name: Generated<string>
  /** Since when a question is to be answered: an objection, of which the other agency reads no more. */
  question_on: Day | null
  /** What the other agency was told as it was stopped, in words agreed with the young person. */
  stop_words: Generated<string>
  /** Which of the stages of its receiver it is at, as it was called then; empty before the first. */
  stage: Generated<string>
  /** Since when it is at that stage. */
  stage_on: Day | null
}

/** An objection to a referral that is under way, and how it was answered. Decision 0043. */
export interface ReferralObjectionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The referral. */
  referral_id: string
  /** The link by which they said it themselves; empty where a colleague wrote it down. */
  link_id: string | null
  /** The day it was made. */
  raised_on: Day
  /** In their own words. */
  words: Generated<string>
  /** Open; stopped; it goes on because of its ground; it goes on with less; or the referral was over first. */
  state: Generated<string>
  /** By when it is answered. */
  due_on: Day | null
  /** When whoever owes the answer was reminded. */
  chased_at: Instant | null
  /** When those over them were told. */
  escalated_at: Instant | null
  /** Why it goes on, as the young person was told; or what the other agency was told as it stopped. */
  answer_words: Generated<string>
  /** Who answered it. */
  answered_by: string | null
  /** The day it was answered. */
  answered_on: Day | null
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** One part of the letter of a referral, as it stood when it was taken from the record. */
export interface ReferralPartTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The referral. */
  referral_id: string
  /** Which part: who it is, what is asked, how to reach them, and so on. */
  part: string
  /** What it says: labels and values. */
  lines: unknown
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was changed; what it said before is kept. */
  replaced_at: Instant | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** What two agencies agreed about referring young people: for what, on what ground, what may go along, how long each step takes. Row 205; decision 0036. */
export interface ReferralProtocolTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The agency that refers. */
  from_id: string
  /** The agency that is asked. */
  to_id: string
  /** Which team takes in what comes to the partnership’s own service. */
  team_id: string | null
  /** For what young people are referred. */
  purpose: string
  /** The ground in law (K1). */
  basis: string
  /** The Act and section, or what else the ground rests on. */
  law: string
  /** The condition in law for what tells of health, care, offences or the like; empty where nothing of the kind goes. */
  condition: Generated<string>
  /** What may go along at most, as bits of record classes. */
  classes: number
  /** Working days to accept or decline. */
  answer_days: number
  /** Working days from accepting to starting. */
  start_days: number
  /** Working days from starting to saying what came of it. */
  report_days: number
  /** From when it is in force. */
  started_on: Day
  /** When it is looked at again. */
  review_on: Day
  /** When it ended; what was sent under it goes on. */
  ended_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** What the receiver goes through before it answers, in order; none where it answers straight away. */
  stages: Generated<string[]>
  /** When those who look after agreements were told that it is to be looked at again. */
  chased_at: Instant | null
  /** Why what is referred under it is no adviser's task; empty where it is one. Row 230. */
  not_task: Generated<string>
}

/** An agreement about referring was looked at again, and stands for so long. Never changed. */
export interface ReferralProtocolReviewTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The agreement. */
  protocol_id: string
  /** The day it was looked at. */
  reviewed_on: Day
  /** What was looked at and found. */
  words: string
  /** Until when it stands. */
  review_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** What the young person said to the letter of a referral as it was shown to them (K2). Decision 0043. */
export interface ReferralSayTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The referral. */
  referral_id: string
  /** The link by which they said it themselves; empty where somebody wrote it down for them. */
  link_id: string | null
  /** The day it was said. */
  said_on: Day
  /** That it is right, that something is wrong, or that they do not want it sent. */
  say: string
  /** Which part of the letter is wrong. */
  part: string | null
  /** In their own words. */
  words: Generated<string>
  /** A digest of the letter that was shown: of a letter changed since it says nothing. */
  stamp: string
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** What was done and said about a referral, step by step. Never changed. */
export interface ReferralStepTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The referral. */
  referral_id: string
  /** The day it was done. */
  on_day: Day
  /** What was done. */
  step: string
  /** What was said with it. */
  words: Generated<string>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
  /** Who did it by a link, as the sender named them. */
  by_name: Generated<string>
}

/** A register of establishments that was read, and what was kept of it to be looked at. */
export interface RegisterReadingTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The name of the file. */
  file_name: string
  /** When it was made. */
  made_at: Instant
  /** The account that made it. */
  made_by: string | null
  /** Rows of the file. */
  row_count: number
  /** Codes of the local authorities that were chosen. */
  authorities: string[]
  /** Phases of education that were chosen. */
  phases: string[]
  /** Establishments that were chosen, or that an organisation may be. */
  establishments: unknown
  /** Rows that were not taken. */
  fault_count: number
  /** The first of them, with what is wrong. */
  faults: unknown
  /** What came of what was ticked: how many of each, and what was left. */
  applied: unknown
  /** When that was. */
  applied_at: Instant | null
}

/** Reference: scripts that run again whenever they change, such as the data dictionary. */
export interface RepeatedScriptTable {
  /** The script's file name. */
  name: string
  /** SHA-256 of the file as it last ran. */
  sha256: string
  /** When it last ran. */
  applied_at: Instant
}

/** A safety plan as it was made with a young person who hurts themselves or is at risk, in their words; looked at again, a new one takes its place. */
export interface SafetyPlanTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Of what is kept close, the class it has besides; both must be seen. */
  also_class: number | null
  /** In force, replaced, or ended. */
  state: Generated<string>
  /** How they notice that it gets bad. */
  signs: string
  /** What helps them. */
  helps: string
  /** Who they can talk to. */
  talk_to: string
  /** Whom they ring at night. */
  at_night: Generated<string>
  /** How their place is made safer. */
  safe_place: Generated<string>
  /** What others should do, and not do. */
  others: Generated<string>
  /** Whether they agree with it. */
  agreement: string
  /** What they say to it. */
  words: Generated<string>
  /** How they got a copy. */
  copy_given: string
  /** The day it was made together. */
  made_on: Day
  /** Who made it with them. */
  made_by: string
  /** By when it is looked at again. */
  review_on: Day
  /** The one whose place it took. */
  before_id: string | null
  /** The day it was replaced or ended. */
  over_on: Day | null
  /** Why it was ended. */
  why: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When somebody was told that its day is past. */
  chased_at: Instant | null
  /** When the leader was told. */
  escalated_at: Instant | null
  /** When it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
}

/** What a place of learning is asked before a careers talk: what, by when, and how it stands. */
export interface SchoolAskTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The place that is asked. */
  organisation_id: string
  /** What is asked for. */
  asks: string[]
  /** Whether the young person knows that it is asked. */
  told: string
  /** Who asked. */
  asked_by: string
  /** The day it was asked. */
  asked_on: Day
  /** The day of the talk, where one was arranged. */
  talk_on: Day | null
  /** By when an answer is asked for. */
  due_on: Day
  /** How it stands. */
  state: Generated<string>
  /** The day it was over. */
  over_on: Day | null
  /** Who wrote the answer down. */
  answered_by: string | null
  /** Who said it at the place, where it was written down for them. */
  said_by: Generated<string>
  /** Why nothing came, or why it was taken back. */
  words: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When whoever leads for them was told that it is late. */
  chased_at: Instant | null
  /** When the leader of the team was told. */
  escalated_at: Instant | null
  /** When it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
}

/** A day of interviews an adviser holds in a place of learning. */
export interface SchoolDayTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Where. */
  organisation_id: string
  /** Whose day it is. */
  account_id: string
  /** The day. */
  on_day: Day
  /** London time of the first interview. */
  from_time: string
  /** London time by which the last is over. */
  to_time: string
  /** How long each is. */
  minutes: number
  /** London time from which nobody has a time; null for no break. */
  break_from: string | null
  /** London time of the end of the break. */
  break_to: string | null
  /** Where in the school. */
  place: string
  /** Whether others can hear: private, open or not-checked. */
  room: string
  /** What stands on every invitation besides name, day, time and place. */
  invitation: Generated<string>
  /** The day it was called off; null if it was not. */
  called_off_on: Day | null
  /** Goes up with each change. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** One thing that is known of somebody’s learning, with whose word it is and of which day. */
export interface SchoolFactTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** What it is. */
  kind: string
  /** What is known. */
  words: string
  /** Whose word it is, as typed; empty where a place answered. */
  source: Generated<string>
  /** The place that answered. */
  organisation_id: string | null
  /** The request it answers. */
  ask_id: string | null
  /** Of which day it is. */
  as_of: Day
  /** Who wrote it down. */
  written_by: string
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
}

/** The time of one young person on a day in school: what the place may see of it. The meeting itself is the appointment. */
export interface SchoolSlotTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** The day. */
  school_day_id: string
  /** The place, which reads this row. */
  organisation_id: string
  /** The meeting; this row follows it. */
  appointment_id: string
  /** The day. */
  on_day: Day
  /** London time, as the meeting has it now. */
  at_time: string
  /** invited, came, missed, called-off or moved. */
  state: Generated<string>
  /** Whether the young person agreed that the school hears of it: agreed or not-agreed; null for not asked. */
  copy: string | null
  /** What the school reads, and nothing else of the interview. */
  copy_words: Generated<string>
  /** The day that was said. */
  copy_on: Day | null
  /** Goes up with each change of what the school hears. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken away: the meeting is kept close, or was about somebody else. */
  sealed_at: Instant | null
}

/** A way into one thing of a record for somebody without an account: once, for an hour, after a code. */
export interface SecureLinkTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** What it opens. */
  kind: string
  /** Classes it opens while it is open, as bits; never more than whoever made it saw. None where it opens a letter. */
  classes: number
  /** A digest of what its address says. */
  token_hash: Buffer
  /** A digest of the code, with the address. */
  code_hash: Buffer
  /** When the plan is looked at again, agreed beforehand. */
  review_on: Day | null
  /** Who made it. */
  made_by: string
  /** The day it was made. */
  made_on: Day
  /** Until when it can be entered. */
  expires_at: Instant
  /** Wrong codes so far. */
  tries: Generated<number>
  /** When the code was given; it works once. */
  entered_at: Instant | null
  /** A digest of the secret of the browser that gave it. */
  session_hash: Buffer | null
  /** Until when what was entered stays open. */
  session_until: Instant | null
  /** When what it was made for was done. */
  used_at: Instant | null
  /** When it was ended. */
  ended_at: Instant | null
  /** The grant it opened to itself. */
  grant_id: string | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** The referral whose letter it opens, and nothing else. */
  referral_id: string | null
  /** For whom at an agency or place without accounts it was made, as its maker named them; empty where it is for the young person. */
  for_name: Generated<string>
  /** When whoever opened it asked for another. */
  asked_at: Instant | null
  /** When the sender was told that nobody had opened it. */
  unopened_told_at: Instant | null
  /** The adult on record it is for, where it is for a parent or carer. */
  adult_id: string | null
  /** What the young person was shown of it: each goal and step with its version; nothing else is opened. */
  adult_shown: string[] | null
  /** Why they may read it: the young person agreed, or could not decide it and this adult decides. */
  adult_basis: string | null
  /** The place of learning it is for, where it is for telling of an absence. */
  organisation_id: string | null
  /** The day the young person was told that the place would have it, and was all right with it. */
  known_on: Day | null
  /** What a young person's own link opens to them, page by page; empty for every other. */
  pages: Generated<string[]>
}

/** Reference: browser sessions. Revocable: ended here, over everywhere. */
export interface SessionTable {
  /** SHA-256 of the cookie. */
  token_hash: Buffer
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The account. */
  account_id: string
  /** password-given, set-up or signed-in. */
  stage: string
  /** What it acts for, once chosen. */
  partnership_id: string | null
  /** What it acts as, once chosen. */
  membership_id: string | null
  /** Secret of its form tokens. */
  csrf_secret: string
  /** When it was made. */
  made_at: Instant
  /** Last use, to the minute. */
  seen_at: Instant
  /** Until when; empty while it goes on. */
  ended_at: Instant | null
  /** Through whose eyes it looks, a membership of a made-up partnership; nothing it does meanwhile is kept. */
  viewing_as: string | null
  /** Since when; over after an hour. */
  viewing_since: Instant | null
}

/** Reference: failed sign-ins by address, account and device. */
export interface SignInCountTable {
  /** SHA-256 of what is counted. */
  subject_hash: Buffer
  /** How many in the window. */
  failures: number
  /** When the window began. */
  first_at: Instant
  /** Until when tries are refused. */
  blocked_until: Instant | null
}

/** A place an organisation works at. */
export interface SiteTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The organisation. */
  organisation_id: string
  /** Its name. */
  name: string
  /** Its address. */
  address: Generated<string>
  /** Its postcode. */
  postcode: string | null
  /** Its own number, where it has one. */
  phone: Generated<string>
  /** When it is open, in words. */
  opening_hours: Generated<string>
  /** Whether there is a room to talk in private: yes, no or not-known. */
  has_private_room: Generated<string>
  /** Whether a wheelchair user gets in and to that room: yes, no or not-known. */
  is_accessible: Generated<string>
  /** Since when it is no longer used. */
  closed_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
}

/** Which person a partners row is, why, and what it said last. */
export interface SourceRowTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The organisation. */
  organisation_id: string
  /** Which of the partners lists: the fingerprint of its columns. */
  list_key: string
  /** How the partner knows the person. */
  source_key: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** What the partner said last. */
  content: unknown
  /** Why it is this person. */
  why: string
  /** The run that brought it. */
  first_run_id: string
  /** The run it was last on. */
  last_run_id: string
  /** on the list, gone from it, or withdrawn with an undone run. */
  state: Generated<string>
  /** What the partner said before the last run: what stands again when that run is undone. */
  before_content: unknown
  /** The run before the last one. */
  before_run_id: string | null
  /** How it was before the last run. */
  before_state: string | null
  /** Why it was judged so, line by line, in bits and without the values. */
  weighed: unknown
}

/** A support group that colleagues of several agencies run. No young person stands in it. */
export interface SupportGroupTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** What it is called. */
  name: string
  /** What it is for. */
  purpose: string
  /** When and where it meets, in words. */
  meets: Generated<string>
  /** The class its very name, and who runs it, give that somebody belongs to it (K6); 0 for none. */
  discloses: Generated<number>
  /** The day it ended; null while it goes on. */
  ended_on: Day | null
  /** Why it ended. */
  ended_why: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** That a young person belongs to a support group, with their agreement. */
export interface SupportGroupMemberTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The group. */
  group_id: string
  /** Since which day. */
  joined_on: Day
  /** Who asked them. */
  asked_by: string
  /** The day they agreed. */
  agreed_on: Day
  /** Who asked whether everybody who runs it may know who they are. */
  known_asked_by: string | null
  /** The day they agreed to that. */
  known_agreed_on: Day | null
  /** The day they took that back. */
  known_ended_on: Day | null
  /** The day they left. */
  left_on: Day | null
  /** they-wanted, got-there, moved, another-way, no-longer-comes, group-ended or other. */
  left_reason: string | null
  /** The same in words. */
  left_words: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong person. */
  sealed_at: Instant | null
}

/** The right over a record, to identity alone, that somebody who runs a support group has by agreement. */
export interface SupportGroupRightTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** Who belongs to the group. */
  member_id: string
  /** Who runs it. */
  account_id: string
  /** The right. */
  grant_id: string
  /** When it ended. */
  ended_at: Instant | null
  /** When it was written down. */
  recorded_at: Instant
  /** Not used: it ends with the membership that is taken off. */
  sealed_at: Instant | null
}

/** Who runs a support group, of any agency. */
export interface SupportGroupRunnerTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The group. */
  group_id: string
  /** Who. */
  account_id: string
  /** What they are there for, in a few words. */
  there_for: string
  /** Since when they run it. */
  started_at: Instant
  /** When they were taken off. */
  ended_at: Instant | null
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** For which agency: without it they run it no more. */
  organisation_id: string | null
}

/** What a support group does together. No young person stands in it. */
export interface SupportGroupStepTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The group. */
  group_id: string
  /** What is to be done. */
  what: string
  /** Who of those who run it does it. */
  account_id: string
  /** By when. */
  due_on: Day
  /** open, done or dropped. */
  state: Generated<string>
  /** How it went, or why it is dropped. */
  went: Generated<string>
  /** The day that was said. */
  over_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** Who wrote it. */
  written_by: string
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** What a step of a support group said before it was changed. */
export interface SupportGroupStepVersionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The step. */
  step_id: string
  /** Counts changes: a save that names an older one is refused. */
  version: number
  /** What it said then. */
  content: unknown
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** What a support group said before it was changed. */
export interface SupportGroupVersionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The group. */
  group_id: string
  /** Counts changes: a save that names an older one is refused. */
  version: number
  /** What it said then. */
  content: unknown
  /** Why it was changed. */
  why: string
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** What a support group does for one who belongs to it. */
export interface SupportStepTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The group. */
  group_id: string
  /** Their belonging to it. */
  member_id: string
  /** What is to be done. */
  what: string
  /** Who of those who run it does it. */
  account_id: string
  /** By when. */
  due_on: Day
  /** open, done or dropped. */
  state: Generated<string>
  /** How it went, or why it is dropped. */
  went: Generated<string>
  /** The day that was said. */
  over_on: Day | null
  /** Who asked whether everybody who runs the group may read this step. */
  shared_asked_by: string | null
  /** The day they agreed to that. */
  shared_agreed_on: Day | null
  /** The day that was over: taken back, or words were added they had not agreed to. */
  shared_ended_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** Who wrote it first. */
  written_by: string
  /** Who wrote it as it stands. */
  changed_by: string
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong person. */
  sealed_at: Instant | null
}

/** What a step for somebody said before it was changed. */
export interface SupportStepVersionTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The step. */
  step_id: string
  /** Counts changes: a save that names an older one is refused. */
  version: number
  /** What was to be done. */
  what: string
  /** Who was to do it. */
  account_id: string
  /** By when. */
  due_on: Day
  /** The day they had agreed that everybody reads it. */
  shared_agreed_on: Day | null
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off with the step. */
  sealed_at: Instant | null
}

/** A careers talk with one young person: prepared, held, and what came of it. */
export interface TalkTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** How it stands. */
  state: Generated<string>
  /** What was arranged, where it was prepared for that. */
  appointment_id: string | null
  /** The recorded session it was. */
  contact_id: string | null
  /** Who prepared it. */
  made_by: string
  /** The day it was begun. */
  made_on: Day
  /** The day of the session. */
  held_on: Day | null
  /** What was talked about. */
  about: Generated<string>
  /** Their aim, in their own words. */
  aim_words: Generated<string>
  /** What the aim asks for, as the adviser found it. */
  aim_asks: Generated<string>
  /** Where that was looked up. */
  aim_source: Generated<string>
  /** On which day. */
  aim_on: Day | null
  /** The challenge: aims may be higher. */
  higher: Generated<string>
  /** The challenge: what it would take, and what else. */
  takes: Generated<string>
  /** What they say to it. */
  aim_answer: Generated<string>
  /** How their own side was written down. */
  own_how: string | null
  /** The day they said it. */
  own_on: Day | null
  /** What they want to say about the talk. */
  own_words: Generated<string>
  /** Why it was not held. */
  why: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
}

/** What was learnt in a talk and how it went, as one side says it. */
export interface TalkMarkTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: Generated<number>
  /** The talk. */
  talk_id: string
  /** What it is about. */
  mark: string
  /** Whose word it is. */
  side: string
  /** What they say. */
  said: string
  /** What shows it. */
  evidence: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off with its talk (K9). */
  sealed_at: Instant | null
}

/** Another need that came up in a talk, of the class its kind tells of. */
export interface TalkNeedTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The talk. */
  talk_id: string
  /** What it is about. */
  kind: string
  /** What came up. */
  words: Generated<string>
  /** Who noted it. */
  noted_by: string
  /** The day it was noted. */
  noted_on: Day
  /** The day it was no need any more. */
  over_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When it was taken off with its talk (K9). */
  sealed_at: Instant | null
}

/** A team of advisers. Its id is also the group its leaders grant is held on. */
export interface TeamTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Its name. */
  name: string
  /** Who leads it. */
  leader_id: string | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** The day it ended; empty while it works. Only a team that nobody is in can end. */
  ended_on: Day | null
}

/** Who works in a team, one team at a time. */
export interface TeamPlaceTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The team. */
  team_id: string
  /** The account. */
  account_id: string
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
}

/** How many advisers' posts a team has, from a day. Row 158. */
export interface TeamPostsTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The team. */
  team_id: string
  /** How many posts are paid for. */
  posts: number
  /** From which day. */
  from_on: Day
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** A team that takes on the adviser's task together, with the specialist it asks. Row 217. */
export interface TeamTaskTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** The team. */
  team_id: string
  /** Who is asked. */
  specialist_id: string
  /** What they can be asked about. */
  about: string
  /** Since when. */
  started_on: Day
  /** The day it did so no more. */
  ended_on: Day | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
}

/** What a tool said under one heading, of the class that heading tells of; never a rating of ours. */
export interface ToolFindingTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The entry it is of. */
  entry_id: string
  /** The heading, by its number. */
  code: number
  /** The step of the tool’s scale, counted from its first line; empty where it said words only. */
  step: number | null
  /** What it said. */
  words: Generated<string>
  /** Who wrote it down here. */
  written_by: string
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When a newer row took its place; empty while it is current. */
  replaced_at: Instant | null
  /** The account that replaced it. */
  replaced_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** That a tool of another agency was used with a young person, when, by whom, and what it said in all; put right, a newer row of the entry takes its place. */
export interface ToolSayingTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The first row of the entry. */
  entry_id: string
  /** The tool as it was described then. */
  edition_id: string
  /** The day of that assessment. */
  said_on: Day
  /** The agency, and who there. */
  said_by: string
  /** What it said in all. */
  words: Generated<string>
  /** Who wrote it down here. */
  written_by: string
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When a newer row took its place; empty while it is current. */
  replaced_at: Instant | null
  /** The account that replaced it. */
  replaced_by: string | null
  /** When it was taken off as filed on the wrong young person: from then on the program does not see it. */
  sealed_at: Instant | null
}

/** A tracking officer who works on a list: opens its members while it lasts. */
export interface TrackingAssignmentTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The list. */
  list_id: string
  /** The account. */
  account_id: string
  /** First day it is true. */
  started_on: Day
  /** First day it is no longer true; empty while it goes on. */
  finished_on: Day | null
  /** The grant it opened, on the list as a group. */
  grant_id: string
  /** When it was made. */
  made_at: Instant
  /** The account that made it. */
  made_by: string | null
}

/** A named list of young people for tracking officers. Its id is the group its members are in. */
export interface TrackingListTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** Its name. */
  name: string
  /** Who fits: any current activity, not known or lapsed, or NEET. */
  activity: string
  /** Who fits: only those who learn there; empty for anywhere. */
  organisation_id: string | null
  /** Who fits: only those of this National Curriculum year; empty for any. */
  school_year: number | null
  /** Who fits: with any lead adviser or none, only without one, or only with one. */
  lead: string
  /** When it was made. */
  made_at: Instant
  /** The account that made it. */
  made_by: string | null
  /** When its members were last brought up to date. */
  refreshed_at: Instant
  /** When it was closed; empty while it is worked on. */
  closed_at: Instant | null
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** By the September Guarantee worked on: without an offer or not recorded, or without an intended destination. */
  offers: Generated<string>
}

/** What the agency that worked with a young person before knows: asked for when they arrive, chased, and what came. */
export interface TransferRequestTable {
  /** The partnership it belongs to; zero is the installation itself. */
  partnership_id: string
  /** Its own id, a UUIDv7 made by the program. */
  id: string
  /** The young person it is about; a merge changes it. */
  person_id: string
  /** The young person it was first filed on; never changes, so that a merge can be undone. */
  origin_person_id: string
  /** The class of record as a bit (docs/rules/access.md#classes): who may see the row. */
  class: number
  /** The agency, where it is on record. */
  organisation_id: string | null
  /** Its name, where it is not. */
  from_name: Generated<string>
  /** Who was asked there. */
  whom: Generated<string>
  /** What was asked for. */
  asks: string
  /** Whether the young person knows that it was asked. */
  told: string
  /** How it stands. */
  state: Generated<string>
  /** Who asked. */
  asked_by: string
  /** The day it was asked. */
  asked_on: Day
  /** Until when an answer is due; none once it is over. */
  due_on: Day | null
  /** How often it was asked for again. */
  again: Generated<number>
  /** When last. */
  again_on: Day | null
  /** The day it was over. */
  over_on: Day | null
  /** What came, or why nothing did. */
  words: Generated<string>
  /** Who said it there. */
  said_by: Generated<string>
  /** Counts changes: a save that names an older one is refused. */
  version: Generated<number>
  /** When it was written down. */
  recorded_at: Instant
  /** The account that wrote it down; empty for a feed. */
  recorded_by: string | null
  /** When whoever leads for them was told that it is late. */
  chased_at: Instant | null
  /** When the leader of the team was told. */
  escalated_at: Instant | null
  /** When it was taken off as filed on the wrong young person (K9). */
  sealed_at: Instant | null
}
