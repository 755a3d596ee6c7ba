// Asking for a service: judged without filing it, or filed; by its applicant, or at the counter from a paper letter.
import type { z } from 'zod'
import { inForce } from '../../../core/agency/catalogue.ts'
import type { Command } from '../../../core/dossier/commands.ts'
import type { By } from '../../../core/dossier/events.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { scopeOfCommand } from '../../../core/person/scopes.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { beginsFor } from '../../../core/procedure/who-begins.ts'
import { sentence } from '../../../core/sentence.ts'
import { listClients, OFFICE_CLIENT } from '../../../store/clients.ts'
import { readDossier } from '../../../store/dossiers.ts'
import { byClient, byCounter } from '../../acting.ts'
import { counterFaults } from '../../fields/counter-faults.ts'
import { type JudgedForm, judgeForm } from '../../fields/judge-form.ts'
import { submission } from '../../fields/submission.ts'
import { byOrder } from '../../pages/apply/order.ts'
import { uuidOf } from '../../request/uuid-of.ts'
import { keyOf, runCommand, WRONG_KEY } from '../command.ts'
import { bad, type Call, type Caller, type Endpoint, endpoint, good, narrow, type Reply } from '../endpoint.ts'
import { API } from '../mount.ts'
import type { ProblemFacts, ValueFault } from '../problem.ts'
import { filed, filing, judgement } from '../shapes/filing.ts'
import filingExample from '../shapes/filing-example.json' with { type: 'json' }
import { allFaults, readForm } from '../shapes/form.ts'

const asking = { tag: 'dossier', scope: ['apply', 'work'], body: filing, example: filingExample } as const

export const filingEndpoints: readonly Endpoint[] = [
  endpoint('post', {
    ...asking,
    id: 'fileDossier',
    path: '/dossiers',
    summary: sentence('Ajukan permohonan', 'File a request'),
    description: sentence(
      'Surat permohonan yang tidak diunggah dibuat dari formulir. Dengan Idempotency-Key yang sama hanya ada satu berkas.',
      'A request letter that is not uploaded is made from the form. Under one Idempotency-Key there is one dossier.',
    ),
    answer: filed,
    status: 201,
    problems: ['not-allowed', 'already-done'],
    isCommand: true,
    locates: true,
    handle: (call) => file(call),
  }),
  endpoint('post', {
    ...asking,
    id: 'checkDossier',
    path: '/dossiers/check',
    summary: sentence('Nilai formulir tanpa mengajukannya', 'Judge a form without filing it'),
    answer: judgement,
    problems: ['not-allowed'],
    handle: async (call) => {
      const found = await situationOf(call)
      if (!found.ok) return found
      const { judged, faults } = await judge(call, found.situation, call.services.newId())
      return good({
        faults: faults.map(({ path, sentence: said }) => ({ path, sentence: said })),
        warnings: judged.warnings,
        names: Object.entries(judged.verdicts).map(([field, { tone, sentence: said }]) => ({
          field,
          verdict: tone,
          sentence: said,
        })),
        willBeMade: found.situation.channel !== 'counter' ? judged.toMake.map(({ field }) => field) : [],
      })
    },
  }),
]

type Asked = 'online' | 'counter' | 'order'
type Filing = Call<unknown, unknown, z.output<typeof filing>, Caller>
type Situation = { procedure: Procedure; by: By; channel: Asked; applicant: string | null }

const file = async (call: Filing): Promise<Reply<z.output<typeof filed>>> => {
  const key = keyOf(call)
  if (key === null) return bad('invalid', undefined, [{ in: 'header', path: 'Idempotency-Key', sentence: WRONG_KEY }])
  const found = await situationOf(call)
  if (!found.ok) return found
  const dossier = key === '' ? call.services.newId() : dossierOfKey(call.office, call.caller.person, key)
  const isThere = key !== '' && (await readDossier(call.services.store, call.office, dossier)) !== null
  // Sent again: the name may be in use by now, by this very request. The key alone decides what is answered.
  if (isThere) return hand(call, found.situation, dossier, { ...EMPTY, client: call.body.client })
  const { judged, faults } = await judge(call, found.situation, dossier)
  if (faults.length > 0) return bad('invalid', undefined, faults)
  const { procedure, channel, applicant } = found.situation
  const { services, agency, now } = call
  const { client } = call.body
  const command = await submission(services, { agency, procedure, client, judged, now, applicant, channel })
  return hand(call, found.situation, dossier, command)
}

type Submit = Extract<Command, { type: 'submit' }>

const EMPTY: Submit = {
  type: 'submit',
  form: {},
  papers: [],
  client: '',
  applicant: null,
  channel: 'online',
  trackingCode: '',
}

const hand = async (call: Filing, { procedure, by }: Situation, dossier: string, command: Submit) => {
  const edition = { procedure: procedure.procedure, edition: procedure.edition }
  const ran = await runCommand(call, { dossier, edition, by, command }, call.body)
  if (!ran.ok) return ran
  const stands = await readDossier(call.services.store, call.office, ran.dossier)
  return good(
    {
      dossier: ran.dossier,
      number: ran.number,
      trackingCode: stands?.dossier.trackingCode ?? '',
      version: ran.version,
      repeated: ran.isRepeated,
    },
    { location: `${API}/dossiers/${ran.dossier}` },
  )
}

/** A retry finds the dossier that its first try made; nobody else's key can lead to it. */
const dossierOfKey = (office: string, person: string, key: string): string =>
  uuidOf(JSON.stringify([office, person, key]))

/** The same table as the pages: own clients on line, and whoever has the duty at the counter. */
const situationOf = async (
  call: Filing,
): Promise<{ ok: true; situation: Situation } | { ok: false; problem: ProblemFacts }> => {
  const { caller, agency, body } = call
  const own = mayOffice(caller.actor, 'apply') ? byClient(caller, body.client) : null
  const channel = body.channel ?? (own ? 'online' : 'counter')
  const isClerk = mayOffice(caller.actor, 'file-at-counter')
  const procedure = inForce(agency).find((one) => one.procedure === body.procedure)
  const ordering = procedure ? byOrder(caller, procedure) : null
  const by = { online: own, counter: isClerk ? byCounter(caller, agency.agency) : null, order: ordering }[channel]
  const isForeign = own === null && (body.channel ?? 'online') === 'online'
  if (!by || by.kind === 'system' || by.kind === 'public')
    return bad('not-allowed', undefined, isForeign ? [wrong('/client', NOT_YOUR_CLIENT)] : undefined)
  const needed = scopeOfCommand(by.kind)
  if (!caller.scopes.includes(needed)) return narrow([needed])
  const faults = [
    ...(procedure ? [] : [wrong('/procedure', NO_SERVICE)]),
    ...(await clientFaults(call, channel, procedure)),
  ]
  if (!procedure || faults.length > 0) return bad('invalid', undefined, faults)
  if (channel === 'counter' && !procedure.policy.counter) return bad('not-allowed', NOT_AT_COUNTER)
  const applicant = { online: caller.person, counter: body.applicant ?? null, order: null }[channel]
  return { ok: true, situation: { procedure, by, channel, applicant } }
}

const clientFaults = async (
  { services, office, body }: Filing,
  channel: Asked,
  procedure: Procedure | undefined,
): Promise<ValueFault[]> => {
  if (channel === 'online') return []
  if (channel === 'order') return body.client === OFFICE_CLIENT ? [] : [wrong('/client', NOT_THE_OFFICE)]
  const asking = (await listClients(services.store, office)).find(({ client }) => client === body.client)
  if (!asking) return [wrong('/client', NO_CLIENT)]
  return !procedure?.policy.counter || beginsFor(procedure, asking.kind) ? [] : [wrong('/client', WRONG_KIND)]
}

const judge = async (
  call: Filing,
  { procedure, channel, applicant }: Situation,
  dossier: string,
): Promise<{ judged: JudgedForm; faults: ValueFault[] }> => {
  const { services, agency, office, body } = call
  const read = await readForm(call, { procedure }, body)
  const judged = await judgeForm(services, {
    agency,
    procedure,
    client: body.client,
    values: read.values,
    files: read.files,
    dossier,
    papers: [],
  })
  const atCounter =
    channel === 'counter'
      ? await counterFaults(services.store, { office, client: body.client, applicant: applicant ?? '', judged })
      : []
  return { judged, faults: allFaults(procedure, read, [...judged.faults, ...atCounter]) }
}

const wrong = (path: string, said: ValueFault['sentence']): ValueFault => ({ in: 'body', path, sentence: said })

const NO_SERVICE = sentence(
  'Tidak ada layanan yang berlaku dengan nama itu. Lihat GET /api/v1/services.',
  'No service in force has this name. See GET /api/v1/services.',
)
const NO_CLIENT = sentence('Pemohon itu tidak terdaftar.', 'There is no such client.')
const WRONG_KIND = sentence(
  'Layanan ini tidak untuk pemohon jenis itu. Lihat `starts` di `GET /procedures` dan `kind` di `GET /clients`.',
  'This service is not for a client of that kind. See `starts` of `GET /procedures` and `kind` of `GET /clients`.',
)
const NOT_THE_OFFICE = sentence(
  'Perintah diberikan atas nama kantor sendiri: tulis `_office`.',
  'An order is given in the name of the office itself: write `_office`.',
)
const NOT_YOUR_CLIENT = sentence(
  'Anda tidak mengajukan atas nama pemohon ini. Lihat `hats` di `GET /me`.',
  'You do not ask in the name of this client. See `hats` of `GET /me`.',
)
const NOT_AT_COUNTER = sentence(
  'Layanan ini tidak menerima surat di loket.',
  'This service takes no letters at the counter.',
)
