// The tables as Kysely sees them. Written by `npm run schema` from the migrated database; do not edit.

import type { ColumnType, Generated } from 'kysely'

/** Read as data; written as the text of JSON, because `pg` would make something else of an array. */
export type Json<More = never> = ColumnType<unknown, string | More, string | More>

export type AccessLog = {
  agency: string
  entry: Generated<number>
  at: string
  dossier: string
  person: string
  hat: string
  what: 'dossier' | 'paper' | 'sheet' | 'archive'
  paper: string | null
  over: 'pages' | 'api'
  is_refused: boolean
}

export type AccessToken = {
  agency: string
  token: string
  person: string
  name: string
  token_hash: string
  hint: string
  scopes: string[]
  created_at: string
  expires_at: string
  last_used_at: string | null
  revoked_at: string | null
}

export type AccountToken = {
  agency: string
  token_hash: string
  person: string
  purpose: 'invitation' | 'password-reset'
  expires_at: string
  used_at: string | null
}

export type Agency = {
  agency: string
  name: string
  created_at: string
}

export type Agenda = {
  agency: string
  number: string
  year: number
  dossier: string | null
  received_on: string
  sender: string
  letter_number: string
  letter_on: string | null
  subject: string
  urgency: string
  secrecy: string
  entered_at: string
  entry: Generated<string>
  seq: number
  sub: Generated<string>
  attachments: Generated<number>
  classification: Generated<string>
  forwarded_to: Generated<string[]>
  remark: Generated<string>
  late: string | null
  external_number: string | null
  external_link: string | null
}

export type AutomaticStart = {
  agency: string
  procedure: string
  start: string
  item: string
  looked_at: string
  looked_on: string
  bad_streak: Generated<number>
  found: Json<null>
  dossier: string | null
}

export type BookJournal = {
  agency: string
  act: Generated<number>
  key: string
  book: 'incoming' | 'outgoing'
  entry: string
  what: string
  person: string
  post: string
  at: string
  reason: Generated<string>
  details: Json<undefined>
}

export type Breach = {
  agency: string
  dossier: string
  clock: string
  task: string | null
  step: string | null
  posts: string[]
  due_at: string
  ended_at: string | null
  rung: string | null
  rung_at: string | null
  tell: string[]
  reason: string | null
  note: string | null
  explained_at: string | null
  explained_by: string | null
  explained_post: string | null
  acknowledged_at: string | null
}

export type CalendarChange = {
  agency: string
  change: Generated<number>
  calendar: string
  at: string
  person: string | null
  reason: string
  detail: Json
}

export type Client = {
  agency: string
  client: string
  name: string
  head_title: string
  address: string
  created_at: string
  kind: Generated<'agency' | 'company' | 'public' | 'office'>
  nib: string | null
  is_approved: Generated<boolean>
  closed_on: string | null
}

export type CommandKey = {
  agency: string
  key: string
  dossier: string
  answer: Json
  at: string
}

export type DailyHead = {
  agency: string
  on_day: string
  dossier: string
  number: string
  version: number
  hash: string
}

export type DailyRoot = {
  agency: string
  on_day: string
  dossiers: number
  root: string
  sealed_at: string
  place: number | null
}

export type Delivery = {
  agency: string
  delivery: string
  notice: string
  channel: 'in-app' | 'email'
  state: 'held' | 'passed-on' | 'skipped'
  due_at: string | null
  mail: string | null
  reason: Json<null>
  changed_at: string
}

export type Destruction = {
  agency: string
  destruction: string
  number: string | null
  reason: string
  state: 'proposed' | 'approved' | 'refused' | 'done'
  proposed_at: string
  proposed_by: string
  proposed_as: string
  decided_at: string | null
  decided_by: string | null
  decided_as: string | null
  remark: Generated<string>
  record_sha256: string | null
  finished_at: string | null
}

export type DestructionItem = {
  agency: string
  destruction: string
  dossier: string
  number: string
  classification: string
  version: number
  head_hash: string
  ended_at: string
  papers: Generated<number>
  files: Generated<string[]>
  state: 'listed' | 'freed' | 'kept' | 'emptied' | 'destroyed'
  destroyed_at: string | null
}

export type Dossier = {
  agency: string
  dossier: string
  version: number
  head_hash: string
  number: string
  tracking_code: string
  procedure: string
  edition: string
  client: string
  applicant: string | null
  channel: string
  status: 'open' | 'finished' | 'rejected' | 'withdrawn'
  subject: string
  urgency: string | null
  secrecy: string | null
  agenda_number: string | null
  search_text: string
  submitted_at: string
  ended_at: string | null
  due_at: string | null
  changed_at: string
}

export type Draft = {
  agency: string
  draft: string
  person: string
  procedure: string
  client: string
  channel: string
  form: Json
  files: Json
  version: number
  updated_at: string
}

export type EditionChange = {
  agency: string
  changes: number
}

export type EditionJournal = {
  agency: string
  entry: Generated<number>
  at: string
  act: 'drafted' | 'imported' | 'deleted' | 'ratified' | 'in-force' | 'ended' | 'restored' | 'withdrawn'
  procedure: string
  edition: string
  draft: string | null
  person: string | null
  detail: Json
}

export type Event = {
  agency: string
  dossier: string
  seq: number
  type: string
  at: string
  payload: string | null
  salt: string | null
  payload_hash: string
  hash: string
}

export type FileScan = {
  agency: string
  file: string
  state: 'waiting' | 'clean' | 'infected' | 'released'
  signature: string | null
  scanner: string | null
  asked_at: string
  scanned_at: string | null
}

export type FileTrouble = {
  agency: string
  sha256: string
  what: 'missing' | 'damaged'
  found_at: string
}

export type FileWalk = {
  agency: string
  began_at: string
  ended_at: string | null
  after_sha256: Generated<string>
  files: Generated<number>
  bytes: Generated<number>
  missing: Generated<number>
  damaged: Generated<number>
}

export type Installation = {
  only_one: Generated<boolean>
  is_demo: boolean
  created_at: string
}

export type LetterTemplate = {
  agency: string
  letter: string
  edition: number
  source: string
  sha256: string
  in_force_from: string | null
  in_force_to: string | null
  is_assumed: boolean | null
  ratified_at: string | null
  ratified_by: string | null
  ratifying_post: string | null
  decree: string | null
  stored_at: string
}

export type LetterTemplateDraft = {
  agency: string
  draft: string
  letter: string
  base_edition: number | null
  source: string
  version: number
  created_at: string
  created_by: string | null
  changed_at: string
  changed_by: string | null
}

export type LetterTemplateJournal = {
  agency: string
  entry: Generated<number>
  at: string
  act: 'drafted' | 'imported' | 'offered' | 'deleted' | 'ratified' | 'in-force' | 'ended' | 'restored' | 'withdrawn'
  letter: string
  edition: number | null
  draft: string | null
  person: string | null
  detail: Json
}

export type LetterTemplateSeed = {
  agency: string
  letter: string
  sha256: string
  seen_at: string
}

export type LetterWithdrawal = {
  agency: string
  paper: string
  withdrawn_on: string
  replaced_by: string | null
}

export type Mail = {
  agency: string
  mail: string
  once: string
  dossier: string | null
  to_address: string
  subject: string
  body: string
  state: 'waiting' | 'sent' | 'failed'
  reason: Json<null>
  made_at: string
  sent_at: string | null
  to_reporter: Generated<boolean>
  person: string | null
  topic: string | null
  thread: string | null
  page: Json<null>
}

export type Mandate = {
  agency: string
  mandate: string
  person: string
  post: string
  capacity: 'definitive' | 'plt' | 'plh' | 'an'
  from_on: string
  to_on: string | null
  decree: string | null
}

export type Membership = {
  agency: string
  person: string
  client: string
  job_title: Generated<string>
  company_name: string | null
  company_address: string | null
}

export type Migration = {
  name: string
  sha256: string
  applied_at: string
}

export type Notice = {
  agency: string
  notice: string
  dossier: string
  seq: number
  occasion: string
  reader: 'applicant' | 'office'
  recipient: string
  person: string | null
  task: string | null
  facts: Json
  is_urgent: Generated<boolean>
  at: string
  read_at: string | null
}

export type NoticeChoice = {
  agency: string
  person: string
  topic: string
  mode: 'at-once' | 'digest' | 'in-app'
  changed_at: string
}

export type NoticeText = {
  agency: string
  name: string
  version: number
  words: Json<null>
  changed_at: string
  changed_by: string | null
}

export type NumberSeries = {
  agency: string
  series: string
  year: number
  last: number
}

export type OfficeChange = {
  agency: string
  changes: number
}

export type OrganisationJournal = {
  agency: string
  entry: Generated<number>
  at: string
  person: string | null
  kind: 'unit' | 'post' | 'client' | 'person' | 'mandate' | 'substitute' | 'membership'
  subject: string
  before: Json<null>
  after: Json<null>
  reason: string | null
}

export type Outgoing = {
  agency: string
  entry: Generated<string>
  year: number
  series: string
  number: string
  seq: number
  sub: Generated<string>
  state: 'reserved' | 'used' | 'void' | 'withdrawn'
  dossier: string | null
  letter: string | null
  on_day: string
  addressee: Generated<string>
  subject: Generated<string>
  attachments: Generated<number>
  classification: Generated<string>
  security: Generated<string>
  signatory: Generated<string>
  processed_by: Generated<string>
  sent_how: string | null
  sent_on: string | null
  received_on: string | null
  received_by: string | null
  remark: Generated<string>
  late: string | null
  external_number: string | null
  external_link: string | null
  scan: Json<null>
  numbered_at: string
  changed_at: string
  check_code: string | null
  issued_sha256: string | null
  ended_at: string | null
}

export type Paper = {
  agency: string
  paper: string
  dossier: string
  kind: string
  sha256: string
  bytes: number
  mime: string
  name: string
  letter: string | null
  number: string | null
  check_code: string | null
  signed_on: string | null
  filed_at: string
  template_edition: string | null
}

export type PaperText = {
  agency: string
  dossier: string
  source: string
  is_inside: boolean
  state: 'read' | 'empty' | 'locked' | 'broken' | 'too-complex' | 'not-text' | 'away' | 'withheld'
  text: string
  pages: number
  is_cut: boolean
  read_at: string
}

export type ParkedForm = {
  agency: string
  token_hash: string
  person: string | null
  path: string
  fields: Json
  files: Json
  parked_at: string
}

export type Passed = {
  agency: string
  post: string
  dossier: string
  passed_at: string
}

export type Person = {
  agency: string
  person: string
  name: string
  email: string
  phone: Generated<string>
  language: Generated<'id' | 'en'>
  password_hash: string | null
  is_administrator: Generated<boolean>
  state: 'invited' | 'awaiting-approval' | 'active' | 'closed'
  demo_role: string | null
  created_at: string
  rank: Generated<string>
  nip: Generated<string>
}

export type Post = {
  agency: string
  post: string
  title: string
  unit: string
  superior: string | null
  duties: Generated<string[]>
  sort_order: number
  closed_on: string | null
  successor: string | null
}

export type ProcedureDraft = {
  agency: string
  draft: string
  procedure: string
  edition: string
  base_edition: string | null
  source: string
  version: number
  created_at: string
  created_by: string | null
  changed_at: string
  changed_by: string | null
}

export type ProcedureEdition = {
  agency: string
  procedure: string
  edition: string
  sha256: string
  source: string
  in_force_from: string | null
  in_force_to: string | null
  stored_at: string
  is_assumed: boolean | null
  ratified_at: string | null
  ratified_by: string | null
  ratifying_post: string | null
  decree: string | null
}

export type Quarantine = {
  agency: string
  quarantine: string
  file: string
  name: string
  bytes: number
  signature: string
  person: string | null
  found_at: string
  state: Generated<'held' | 'released' | 'destroyed'>
  decided_at: string | null
  decided_by: string | null
  reason: string | null
}

export type RateCount = {
  agency: string
  what: string
  window_start: string
  count: number
}

export type Rating = {
  agency: string
  dossier: string
  score: number
  comment: string
  at: string
}

export type ReProjection = {
  agency: string
  re_projection: string
  cause: string
  reason: string
  calendar: string | null
  asked_by: string | null
  asked_at: string
  total: number
  seen: Generated<number>
  moved: Generated<number>
  reached: string | null
  touched_at: string
  finished_at: string | null
}

export type RegisterItem = {
  agency: string
  register: string
  key: string
  dossier: string
  columns: Json
  state: 'active' | 'retired'
  since: string
  changed_at: string
}

export type ReportForm = {
  agency: string
  report: string
  holder: string
  procedure: string
  files: Json
  updated_at: string
}

export type RetentionJournal = {
  agency: string
  act: Generated<number>
  at: string
  person: string
  post: string
  what: string
  dossier: string | null
  destruction: string | null
  note: Generated<string>
}

export type RetentionMark = {
  agency: string
  dossier: string
  classification: string | null
  hold: string | null
  changed_at: string
  changed_by: string
}

export type SearchEntry = {
  agency: string
  dossier: string
  client: string
  secrecy: string | null
  submitted_at: string
  words: string
}

export type Secret = {
  agency: string
  secret: string
  dossier: string
  label: string
  sealed: Buffer | null
  made_at: string
  opened_at: string | null
  opened_by: string | null
}

export type ServiceTime = {
  agency: string
  dossier: string
  procedure: string
  ended_at: string
  used_minutes: number
}

export type Session = {
  agency: string
  token_hash: string
  person: string
  csrf: string
  hat: string
  created_at: string
  seen_at: string
  expires_at: string
  ended_at: string | null
}

export type Signer = {
  agency: string
  person: string
  sealed: Buffer
  mark: string
  hint: string
  changed_at: string
}

export type Substitute = {
  agency: string
  substitute: string
  post: string
  absent: string
  person: string
  from_on: string
  to_on: string
  procedures: Generated<string[]>
  decree: string | null
  made_by: string | null
  made_at: string
}

export type Task = {
  agency: string
  task: string
  dossier: string
  step: string
  kind: 'main' | 'attention' | 'initial' | 'write' | 'sign'
  posts: string[]
  for_applicant: boolean
  taken_by: string | null
  opened_at: string
  due_at: string | null
  closed_at: string | null
  outcome: string | null
  waits_for_effect: boolean
  failure: Json<null>
}

export type TextBackfill = {
  agency: string
  before_at: string | null
  before_dossier: string | null
  done: number
  total: number
  finished_at: string | null
}

export type TextEntry = {
  agency: string
  dossier: string
  is_inside: boolean
  submitted_at: string
  words: string
}

export type Timer = {
  agency: string
  dossier: string
  clock: string
  task: string | null
  rung: string
  ring_at: string
  due_at: string
  taken_until: string | null
}

export type Unit = {
  agency: string
  unit: string
  name: string
  superior: string | null
  kind: Generated<'office' | 'secretariat' | 'division' | 'team'>
  calendar: string | null
}

export type Upload = {
  agency: string
  upload: string
  person: string
  sha256: string
  name: string
  bytes: number
  mime: string
  at: string
}

export type UploadArriving = {
  agency: string
  upload: string
  person: string
  name: string
  bytes: number
  received: Generated<number>
  begun_at: string
  touched_at: string
}

export type Waiting = {
  agency: string
  task: string
  post: string
  dossier: string
  due_at: string
  opened_at: string
  taken_by: string | null
  step: string
  procedure: string
  client: string
  urgency: string | null
  submitted_at: string
}

export type Webhook = {
  agency: string
  webhook: string
  label: string
  url: string
  events: string[]
  procedures: string[]
  tells: string[]
  secret: Buffer
  former_secret: Buffer | null
  former_until: string | null
  state: 'on' | 'off' | 'ended'
  failures: number
  failing_since: string | null
  made_at: string
  made_by: string
  changed_at: string
}

export type WebhookDelivery = {
  agency: string
  webhook: string
  dossier: string
  seq: number
  type: string
  state: 'waiting' | 'delivered' | 'failed' | 'withheld'
  attempts: number
  status: number | null
  reason: Json<null>
  made_at: string
  next_at: string | null
  last_at: string | null
}

export type WorkingCalendar = {
  agency: string
  calendar: string
  label: string
  data: Json
  version: Generated<number>
  changed_at: string
  changed_by: string | null
}

export type DB = {
  access_log: AccessLog
  access_token: AccessToken
  account_token: AccountToken
  agency: Agency
  agenda: Agenda
  automatic_start: AutomaticStart
  book_journal: BookJournal
  breach: Breach
  calendar_change: CalendarChange
  client: Client
  command_key: CommandKey
  daily_head: DailyHead
  daily_root: DailyRoot
  delivery: Delivery
  destruction: Destruction
  destruction_item: DestructionItem
  dossier: Dossier
  draft: Draft
  edition_change: EditionChange
  edition_journal: EditionJournal
  event: Event
  file_scan: FileScan
  file_trouble: FileTrouble
  file_walk: FileWalk
  installation: Installation
  letter_template: LetterTemplate
  letter_template_draft: LetterTemplateDraft
  letter_template_journal: LetterTemplateJournal
  letter_template_seed: LetterTemplateSeed
  letter_withdrawal: LetterWithdrawal
  mail: Mail
  mandate: Mandate
  membership: Membership
  migration: Migration
  notice: Notice
  notice_choice: NoticeChoice
  notice_text: NoticeText
  number_series: NumberSeries
  office_change: OfficeChange
  organisation_journal: OrganisationJournal
  outgoing: Outgoing
  paper: Paper
  paper_text: PaperText
  parked_form: ParkedForm
  passed: Passed
  person: Person
  post: Post
  procedure_draft: ProcedureDraft
  procedure_edition: ProcedureEdition
  quarantine: Quarantine
  rate_count: RateCount
  rating: Rating
  re_projection: ReProjection
  register_item: RegisterItem
  report_form: ReportForm
  retention_journal: RetentionJournal
  retention_mark: RetentionMark
  search_entry: SearchEntry
  secret: Secret
  service_time: ServiceTime
  session: Session
  signer: Signer
  substitute: Substitute
  task: Task
  text_backfill: TextBackfill
  text_entry: TextEntry
  timer: Timer
  unit: Unit
  upload: Upload
  upload_arriving: UploadArriving
  waiting: Waiting
  webhook: Webhook
  webhook_delivery: WebhookDelivery
  working_calendar: WorkingCalendar
}
