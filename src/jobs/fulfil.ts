// Does the technical work of a step (or only looks, when a hand did it) and brings the proof back.
import { z } from 'zod'
import { claimName } from '../adapters/dns/claim.ts'
import type { AutomaticDns, DnsPort, DnsRecord } from '../adapters/dns/port.ts'
import type { HostingPort } from '../adapters/hosting/port.ts'
import { proveDns, proveHosting } from '../adapters/verify.ts'
import type { Dossier, Task } from '../core/dossier/dossier.ts'
import { taskNamed } from '../core/dossier/dossier.ts'
import type { Proof } from '../core/dossier/events.ts'
import { type Fulfilment, fulfilmentsOf } from '../core/dossier/fulfilment.ts'
import { stepNamed } from '../core/procedure/flow.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { alone } from '../store/alone.ts'
import { readDossier } from '../store/dossiers.ts'
import { keepSecret, secretOf } from '../store/secrets.ts'
import { type JobRun, type JobTools, TRIES } from './tools.ts'

const shape = z.object({ agency: z.string(), dossier: z.string(), task: z.string(), attempt: z.number() })

/** Made, or why not. `retry`: doing it again later may help. */
type Made = { ok: true; secret: string | null } | { ok: false; retry: boolean; reason: Sentence }
type Work = { tools: JobTools; agency: string; dossier: Dossier; task: Task }

/** One run at a time: after a crash the queue may hand out a job that its first worker is still at. */
export const fulfil: JobRun = async (tools, payload, tries) => {
  const job = shape.parse(payload)
  const done = await alone(tools.store, `fulfil ${job.agency} ${job.task}`, () => run(tools, job, tries))
  if (!done.ok) throw new Error('Another worker is at this task')
}

const run = async (tools: JobTools, job: z.infer<typeof shape>, tries: number): Promise<void> => {
  const { agency, dossier: id, task: taskId, attempt } = job
  const record = await readDossier(tools.store, agency, id)
  const task = record ? taskNamed(record.dossier, taskId) : undefined
  if (!record || !task || task.closedAt !== null || task.attempt !== attempt) return
  const procedure = await tools.procedureOf(agency, record.procedure, record.edition)
  const step = stepNamed(procedure, task.step)
  if (!step) return
  const work: Work = { tools, agency, dossier: record.dossier, task }
  const results: Attempted[] = []
  for (const wanted of fulfilmentsOf(step, record.dossier.form)) {
    const result = await attemptOne(work, wanted)
    results.push(result)
    if (!result.proof.passed) break
  }
  const isPassing = results.some((result) => !result.proof.passed && result.retry)
  if (isPassing && tries < TRIES) await tryLater(work, results, attempt, tries)
  const proofs = results.map((result) => result.proof)
  const key = `proof:${taskId}:${attempt}`
  await tools.handle({
    agency,
    dossier: id,
    by: { kind: 'system', job: 'fulfil' },
    command: { type: 'record-proof', task: taskId, attempt, proofs },
    key,
  })
}

type Attempted = { proof: Proof; retry: boolean }

/** The person sees at once what is wrong and that it is being tried again. @throws always, so that the queue tries again */
const tryLater = async (
  { tools, agency, dossier, task }: Work,
  results: Attempted[],
  attempt: number,
  tries: number,
): Promise<never> => {
  const reason = results.find((result) => !result.proof.passed)?.proof.reason ?? UNKNOWN
  const command = { type: 'record-failure' as const, task: task.task, attempt, effect: 'fulfil', reason, final: false }
  await tools.handle({
    agency,
    dossier: dossier.id,
    by: { kind: 'system', job: 'fulfil' },
    command,
    key: `failure:${task.task}:${attempt}:${tries}`,
  })
  throw new Error(reason.en)
}

const attemptOne = async (work: Work, wanted: Fulfilment): Promise<Attempted> => {
  const { byHand } = work.task
  const made = byHand ? { ok: true as const, secret: null } : await make(work, wanted)
  if (!made.ok) {
    return {
      retry: made.retry,
      proof: { fulfil: wanted.fulfil, passed: false, byHand, checks: [], reason: made.reason, secret: null },
    }
  }
  const evidence = await prove(work, wanted)
  const { passed, checks, reason, retry } = evidence
  return {
    retry,
    proof: {
      fulfil: wanted.fulfil,
      passed,
      byHand,
      checks,
      reason: passed ? null : (reason ?? UNKNOWN),
      secret: made.secret,
    },
  }
}

const make = (work: Work, wanted: Fulfilment): Promise<Made> =>
  wanted.fulfil === 'dns-record' ? makeRecord(work, wanted) : makeSpace(work, wanted)

const makeRecord = async ({ tools, agency }: Work, wanted: Fulfilment): Promise<Made> => {
  const dns = tools.dns(agency)
  if (!dns?.automatic) return BY_HAND
  const name = wanted.with.name ?? ''
  const record = { name, ...recordOf(tools.hosting(agency), wanted), ttlSeconds: 300 }
  const done = await recordWork[wanted.mode](dns, record)
  return done.ok ? { ok: true, secret: null } : done
}

const recordWork = {
  make: (dns: AutomaticDns, record: DnsRecord) => claimName(dns, record),
  change: (dns: AutomaticDns, record: DnsRecord) => dns.replace(record),
  remove: (dns: AutomaticDns, { name }: DnsRecord) => dns.remove(name),
}

const makeSpace = async ({ tools, agency, dossier }: Work, wanted: Fulfilment): Promise<Made> => {
  const hosting = tools.hosting(agency)
  if (!hosting?.automatic) return BY_HAND
  const name = wanted.with.name ?? ''
  if (wanted.mode === 'remove') {
    const removed = await hosting.removeSpace(name)
    return removed.ok ? { ok: true, secret: null } : removed
  }
  const space = await hosting.createSpace(name)
  if (!space.ok) return space
  const kept = await secretOf(tools.store, agency, dossier.id, name)
  if (kept) return { ok: true, secret: kept }
  // The space was there but its password never reached us: lost in a crash, or an older space. A new one is set.
  const named = space.value.secret ? space : await hosting.renewSecret(name)
  if (!named.ok) return named
  const label = `${named.value.account} @ ${name}`
  const sealed = tools.seal(named.value.secret ?? '')
  const secret = await keepSecret(tools.store, agency, {
    secret: tools.newId(),
    dossier: dossier.id,
    name,
    label,
    sealed,
    now: tools.now(),
  })
  return { ok: true, secret }
}

/** An own server by its address; else the office's hosting server. */
const recordOf = (hosting: HostingPort | undefined, wanted: Fulfilment): { type: 'A' | 'AAAA'; value: string } => {
  const value = wanted.with.address || hosting?.answersAt.address || ''
  return { type: value.includes(':') ? 'AAAA' : 'A', value }
}

const prove = async ({ tools, agency }: Work, wanted: Fulfilment) => {
  const name = wanted.with.name ?? ''
  const hosting = tools.hosting(agency)
  if (wanted.fulfil === 'hosting-space') {
    if (!hosting) return { passed: false, checks: [], reason: NO_HOSTING, retry: false }
    return proveHosting(tools.probe, {
      name,
      at: hosting.answersAt,
      expected: wanted.mode === 'remove' ? 'absent' : 'answers',
    })
  }
  const dns: DnsPort | undefined = tools.dns(agency)
  if (!dns) return { passed: false, checks: [], reason: NO_DNS, retry: false }
  return proveDns(dns, { name, expected: wanted.mode === 'remove' ? 'absent' : recordOf(hosting, wanted) })
}

const UNKNOWN = sentence('Hasilnya belum sesuai dengan yang diminta.', 'The result is not yet what was asked for.')
const NO_DNS = sentence(
  'Kantor ini belum menyetel server DNS untuk diperiksa. Hubungi pengelola sistem.',
  'This office has set no name server to check. Tell the administrator.',
)
const NO_HOSTING = sentence(
  'Kantor ini belum menyetel server hosting untuk diperiksa. Hubungi pengelola sistem.',
  'This office has set no hosting server to check. Tell the administrator.',
)
const BY_HAND: Made = {
  ok: false,
  retry: false,
  reason: sentence(
    'Sistem tidak tersambung ke server ini. Kerjakan secara manual, lalu pilih "Sudah dibuat manual, periksa sekarang".',
    'The system is not connected to this server. Do it by hand, then choose "Made by hand, check now".',
  ),
}
