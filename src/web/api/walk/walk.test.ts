// The lines of the reference page, run by a shell: they take one request from start to end, and answer as the page shows.
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiAnswer, exampleOf, type Program, programOf } from '../../../../test/support/api.ts'
import { askedForFieldWork, keptPaper, startFieldOffice } from '../../../../test/support/field-work.ts'
import { sendFile, uploaded } from '../../../../test/support/filing.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { letterPdf, subdomainForm } from '../../../../test/support/walk.ts'
import { ENDPOINTS } from '../endpoints.ts'
import { FINISH_EXAMPLES } from '../shapes/finish-examples.ts'
import recorded from './answers.json' with { type: 'json' }
import { curlOf } from './curl.ts'
import { type Call, CHAIN, finishing, WALK, WALK_STEPS } from './walk.ts'

const run = promisify(execFile)
const ANSWERS = new URL('./answers.json', import.meta.url)
const ROLES: Record<string, string> = { 'kabid-aptika': 'kabid', 'kasubag-umum': 'admin' }

let office: TestOffice
/** Goes on by a minute for every line, so that two runs are answered with the same moments. */
let now = Temporal.Instant.from('2026-11-20T02:00:00Z')
const programs = new Map<string, Program>()
const tried = new Set<unknown>()
const answers: Record<string, unknown> = {}
const kept: Record<string, string> = {}

const programFor = async (role: string, agency = 'demak'): Promise<Program> => {
  const key = `${agency}/${role}`
  const program = programs.get(key) ?? (await programOf(office, role === '' ? null : role, { agency }))
  programs.set(key, program)
  return program
}

beforeAll(async () => {
  office = await startOffice({ now: () => now.toString({ fractionalSecondDigits: 3 }) })
})
afterAll(() => office.stop())

/** What the shell hands to curl: its arguments, and what it reads. */
const heardByCurl = async (
  line: string,
  variables: Record<string, string>,
): Promise<{ args: string[]; read: string }> => {
  const asks = `curl() { for one in "$@"; do printf '%s\\0' "$one"; done; printf '\\0'; case "$*" in *@-*) cat ;; esac; }\n`
  const { stdout } = await run('sh', ['-eu', '-c', asks + line], { env: { PATH: process.env.PATH, ...variables } })
  const end = stdout.indexOf('\0\0')
  return { args: stdout.slice(0, end).split('\0'), read: stdout.slice(end + 2) }
}

/** Sends what the line would send, under the token that it names. */
const sendLine = async (call: Call, program: Program): Promise<ApiAnswer> => {
  const doc = ENDPOINTS.find((one) => one.doc.id === call.id)?.doc
  if (!doc) throw new Error(`no ${call.id}`)
  const tokens = { APPLICANT: program.token, OFFICER: program.token }
  now = now.add({ minutes: 1 })
  const { args, read } = await heardByCurl(curlOf(doc, call), { MIPP: '/api/v1', ...tokens, ...kept })
  const valuesOf = (option: string) => args.flatMap((one, at) => (args[at - 1] === option ? [one] : []))
  const path = (args.find((one) => one.startsWith('/api/v1/')) ?? '').replace('/api/v1', '')
  const headers = Object.fromEntries(
    valuesOf('-H').map((one) => [one.split(': ')[0]?.toLowerCase() ?? '', one.split(': ').slice(1).join(': ')]),
  )
  expect(headers.authorization).toBe(call.who ? `Bearer ${program.token}` : undefined)
  const answer =
    valuesOf('-F').length > 0
      ? await sendFile(program, await letterPdf(), { name: valuesOf('-F')[0]?.split('@')[1] ?? '' })
      : await program.send(read === '' ? 'GET' : 'POST', path, { headers, ...(read === '' ? {} : { body: read }) })
  if (answer.status !== doc.status) throw new Error(`${call.id}: ${answer.status} ${JSON.stringify(answer.json)}`)
  answers[call.id] ??= call.id === 'listServices' ? ofTheWalk(answer.json) : answer.json
  for (const [name, place] of Object.entries(call.keeps ?? {})) kept[name] = keptOf(answer.json, place)
  return answer
}

/** An office has many services; the page shows the one that the walk asks for. */
const ofTheWalk = ({ services }: { services: { procedure: string }[] }) => ({
  services: services.filter((one) => one.procedure === 'subdomain-hosting'),
})

type Row = { dossier?: string; task: string; forApplicant: boolean }

const keptOf = (json: Record<string, unknown>, place: string): string => {
  if (!place.includes('[]')) return String(json[place])
  const rows = json[place.split('[]')[0] ?? ''] as Row[]
  const mine = rows.find((row) => (row.dossier === undefined ? row.forApplicant : row.dossier === kept.DOSSIER))
  if (!mine) throw new Error(`nothing waits at ${place}`)
  return mine.task
}

const step = async (name: keyof typeof WALK, role: string) => sendLine(WALK[name], await programFor(role))

/** A post finishes what waits in its work list with an example of the page. */
const finishAs = async (post: string, name: keyof typeof FINISH_EXAMPLES, body: object = FINISH_EXAMPLES[name]) => {
  const role = ROLES[post] ?? post
  await step('tasks', role)
  await sendLine(finishing(name, body), await programFor(role))
  tried.add(FINISH_EXAMPLES[name])
}

/** Under fresh names, so that two runs can be compared: identities by their order, codes and files by their kind. */
const plain = (json: unknown): unknown => {
  const ids = new Map<string, string>()
  const words = JSON.stringify(json)
    .replaceAll(/[0-9a-f]{64}/g, '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      ids.set(id, ids.get(id) ?? `0f8fad5b-d9cb-469f-a165-${String(ids.size + 1).padStart(12, '0')}`)
      return ids.get(id) ?? ''
    })
    .replaceAll(/"bytes":\d+/g, '"bytes":48213')
    .replaceAll(/"(trackingCode|checkCode)":"\w+"/g, '"$1":"7K3MQ9TD4X"')
  return JSON.parse(words)
}

describe('the walk of the reference page', () => {
  test('has its lines in the order of the page, each line once', () => {
    expect(WALK_STEPS.toSorted()).toEqual(Object.keys(WALK).toSorted())
  })

  test('takes a request from the list of services to the letter, and its end can be followed', async () => {
    for (const name of ['services', 'form'] as const) await step(name, '')
    await step('upload', 'pemohon')
    expect((await step('check', 'pemohon')).json.faults).toEqual([])
    expect((await step('file', 'pemohon')).headers.location).toBe(`/api/v1/dossiers/${kept.DOSSIER}`)
    await step('follow', 'pemohon')
    await step('tasks', 'pelaksana')
    expect((await step('task', 'pelaksana')).json.act).toBe(FINISH_EXAMPLES.enter.act)
    await step('finish', 'pelaksana')
    tried.add(FINISH_EXAMPLES.enter)
    for (const { post, example, waits } of CHAIN) {
      await finishAs(post, example)
      if (!waits) continue
      await office.jobsDone()
      const { json } = await step('poll', ROLES[post] ?? post)
      expect(json).toMatchObject({ waitsForEffect: false, outcome: 'finished', failure: null })
    }
    await step('waits', 'pemohon')
    await step('receive', 'pemohon')
    tried.add(FINISH_EXAMPLES.receive)
    expect((await step('papers', 'pemohon')).json.papers.some((one: { letter: string | null }) => one.letter)).toBe(
      true,
    )
    expect((await step('track', '')).json.status).toBe('finished')
  })

  test('is answered as the reference shows it', async () => {
    const fresh = Object.fromEntries(Object.entries(answers).map(([id, json]) => [id, plain(json)]))
    if (process.env.WRITE_EXAMPLES === '1') await writeFile(ANSWERS, `${JSON.stringify(fresh, null, 2)}\n`)
    else expect(fresh).toEqual(recorded)
  })
})

describe('the other examples of finishing a task', () => {
  test('read a disposition that was sent along', async () => {
    await sendLine(
      {
        ...WALK.file,
        body: { ...Object(exampleOf('fileDossier')), form: subdomainForm('tembusan') },
        idempotencyKey: 'k',
      },
      await programFor('pemohon'),
    )
    await finishAs('pelaksana', 'enter')
    await finishAs('kepala-dinas', 'dispose', { ...FINISH_EXAMPLES.dispose, alsoTo: ['kasubag-umum'] })
    await finishAs('kasubag-umum', 'attention')
  })

  test('check a request and do what a step asks for, where the SOP has such steps', async () => {
    const elsewhere = 'tulungagung'
    const { 'nomor-surat': _, 'tanggal-surat': __, ...form } = subdomainForm('x')
    const body = {
      procedure: 'pengajuan-subdomain-hosting',
      client: 'dinas-pendidikan',
      form: { ...form, 'nama-domain': 'pendidikan-dasar' },
    }
    const [applicant, officer] = [await programFor('pemohon', elsewhere), await programFor('pelaksana', elsewhere)]
    const { json } = await applicant.post('/dossiers', body)
    const at = async (name: 'check' | 'do', who: Program) => {
      const { waits } = (await who.get(`/dossiers/${json.dossier}`)).json
      const answer = await who.post(`/dossiers/${json.dossier}/tasks/${waits[0].task}/finish`, FINISH_EXAMPLES[name])
      expect([name, answer.status]).toEqual([name, 200])
      tried.add(FINISH_EXAMPLES[name])
    }
    await at('check', officer)
    await at('do', applicant)
  })

  test('write down what a step asks, and take a letter by three steps', async () => {
    const field = await startFieldOffice(undefined, { works: true })
    try {
      const walk = await askedForFieldWork(field.office)
      const pelaksana = await programOf(field.office, 'pelaksana')
      const kabid = await programOf(field.office, 'kabid')
      const at = async (name: keyof typeof FINISH_EXAMPLES, who: Program, more: object = {}) => {
        const { task } = await walk.task()
        const body = { ...FINISH_EXAMPLES[name], ...more }
        const answer = await who.post(`/dossiers/${walk.id}/tasks/${task}/finish`, body)
        expect([name, answer.status]).toEqual([name, 200])
        tried.add(FINISH_EXAMPLES[name])
      }
      await at('enter', pelaksana)
      await at('analyse', kabid)
      await at('measure', pelaksana, { files: { foto: await uploaded(pelaksana, 'Foto', 'foto.pdf') } })
      await at('report', pelaksana)
      await walk.finish({ exit: 'cukup' })
      await walk.finish({ form: { hasil: 'baik' }, papers: [await keptPaper(field.office, 'bukti-uji')] })
      await at('draft', pelaksana)
      await at('initialStep', kabid)
      await at('sign', await programOf(field.office, 'kepala-dinas'))
      await field.office.jobsDone()
      expect((await walk.task()).step).toBe('terima')
    } finally {
      await field.stop()
    }
  })

  test('are all tried', () => {
    expect(Object.entries(FINISH_EXAMPLES).flatMap(([name, one]) => (tried.has(one) ? [] : [name]))).toEqual([])
  })
})
