// Takes one dossier of any procedure from its filing to its end by programs alone, going by what the interface says of it.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { openTasks, type Task } from '../../src/core/dossier/dossier.ts'
import { firstPosts } from '../../src/core/dossier/submit.ts'
import type { Procedure } from '../../src/core/procedure/schema.ts'
import type { Start } from '../../src/core/procedure/start-schema.ts'
import { holds } from '../../src/core/procedure/when.ts'
import type { Program } from './api.ts'
import type { Cast } from './cast.ts'
import { uploaded } from './filing.ts'
import { walkOf } from './walk.ts'

type AskedField = {
  field: string
  type: string
  when?: { field: string; is: string[] }[]
  options?: { value: string }[]
  limits?: { min?: number; max?: number }
  expected?: { min?: number; max?: number }
  columns?: { column: string; type: string; options?: { value: string }[] }[]
}
type AskedGroup = { at: string | null; fields: AskedField[] }
type Filled = { form: Record<string, unknown>; files: Record<string, string> }

/** Files it as the people of this way do. @returns the dossier */
export const fileByApi = async (cast: Cast, procedure: Procedure, by: Start['by'], word: string): Promise<string> => {
  const isOrder = by === 'post'
  const asker = isOrder
    ? { ...(await cast.atPost(firstPosts(procedure)[0] ?? '')), client: '_office' }
    : await cast.asker(by === 'company' ? 'company' : 'agency')
  const { json } = await asker.program.get(`/procedures/${procedure.procedure}`)
  expect(json.starts).toContain(by)
  const groups: AskedGroup[] = json.form
  const name = `${word}.${cast.data.agency.names.zone}`
  const asked = groups.filter((group) => group.at === null)
  const filled = await fill(asker.program, asked, { known: {}, name })
  const body = {
    procedure: procedure.procedure,
    client: asker.client,
    ...(isOrder ? { channel: 'order' } : {}),
    ...filled,
  }
  const judged = await asker.program.post('/dossiers/check', body)
  expect([procedure.procedure, judged.json]).toEqual([procedure.procedure, expect.objectContaining({ faults: [] })])
  const filed = await asker.program.post('/dossiers', body, { 'idempotency-key': randomUUID() })
  if (filed.status !== 201) throw new Error(`${procedure.procedure}: ${JSON.stringify(filed.json)}`)
  return filed.json.dossier
}

/** Does every task as whoever it waits for, until nobody is waited for; somebody else is turned away each time. */
export const finishByApi = async (cast: Cast, id: string): Promise<void> => {
  const walk = walkOf(cast.office, cast.agency, id)
  for (let turns = 0; turns < 80; turns += 1) {
    const dossier = await walk.see()
    if (dossier.status !== 'open') return
    const task = openTasks(dossier).toSorted((a, b) => Number(a.kind === 'main') - Number(b.kind === 'main'))[0]
    if (!task) throw new Error('open, and nobody is waited for')
    if (task.effectSince !== null) await cast.office.jobsDone()
    else await doTask(cast, id, task, dossier.client)
  }
  throw new Error(`${id} does not come to its end`)
}

const doTask = async (cast: Cast, id: string, { task, posts, step }: Task, client: string): Promise<void> => {
  const [post] = posts
  const hand = post === undefined ? await cast.ofClient(client) : await cast.atPost(post)
  const stranger = await cast.besides(posts)
  const { json: list } = await hand.program.get(`/tasks?as=${post === undefined ? 'client' : 'post'}`)
  expect(list.tasks.map((row: { task: string }) => row.task)).toContain(task)
  const at = `/dossiers/${id}/tasks/${task}`
  const read = await hand.program.get(at)
  const { json } = read
  const { json: stands } = await hand.program.get(`/dossiers/${id}`)
  const filled = await fill(hand.program, json.asks, { known: stands.form, name: 'lanjutan' })
  const [path, body] = json.act === 'submit' ? [`${at}/correct`, filled] : [`${at}/finish`, answerOf(json, filled)]
  const refused = await stranger.program.post(path, body)
  expect([step, stranger.role, [403, 404, 409].includes(refused.status)]).toEqual([step, stranger.role, true])
  const headers = { 'idempotency-key': randomUUID(), 'if-match': read.headers.etag ?? '' }
  const done = await hand.program.post(path, body, headers)
  if (done.status !== 200) throw new Error(`${step}: ${JSON.stringify(done.json)}`)
}

type ReadTask = { act: string; round: number; choices: Record<string, { value: string }[]> }

/** The first of what may be chosen; a question gets its next answer each time that it is asked again. */
const answerOf = ({ act, round, choices }: ReadTask, { form, files }: Filled): object => {
  const pick = (name: string) => choices[name]?.[0]?.value
  const exits = choices.exit ?? []
  const exit = exits.length > 0 ? { exit: exits[(round - 1) % exits.length]?.value } : {}
  const written = { form, files }
  switch (act) {
    case 'enter':
      return { act, urgency: pick('urgency'), secrecy: pick('secrecy'), note: 'Lengkap', ...exit }
    case 'dispose':
      return {
        act,
        instructions: (choices.instructions ?? []).slice(0, 1).map(({ value }) => value),
        note: 'Lanjut',
        ...exit,
      }
    case 'fulfil':
      return { act, ...(pick('mode') ? { mode: pick('mode') } : {}), note: '' }
    case 'sign':
    case 'send':
      return { act, phase: pick('phase') ?? 'send', draft: 'Mohon segera dipakai.', ...exit }
    case 'initial':
      return { act, verdict: 'initialed', ...exit }
    case 'draft':
      return { act, draft: 'Mohon segera dipakai.', ...written }
    case 'attention':
      return { act, note: 'Sudah dibaca' }
    default:
      return { act, note: 'Selesai', ...exit, ...written }
  }
}

type Knowing = { known: Record<string, unknown>; name: string }

/** @param known what has been told so far, which conditions may look at */
const fill = async (program: Program, groups: AskedGroup[], { known, name }: Knowing): Promise<Filled> => {
  const form: Record<string, unknown> = {}
  const files: Record<string, string> = {}
  for (const field of groups.flatMap((group) => group.fields)) {
    if (!holds(field.when, { ...known, ...form })) continue
    if (field.type === 'file') files[field.field] = await uploaded(program)
    else form[field.field] = answerTo(field, name)
  }
  return { form, files }
}

const answerTo = ({ type, options, limits, expected, columns }: AskedField, name: string): unknown => {
  switch (type) {
    case 'choice':
      return options?.[0]?.value
    case 'date':
      return '2026-11-19'
    case 'time':
      return '09:30'
    case 'number':
      return String(expected?.min ?? expected?.max ?? limits?.min ?? limits?.max ?? 1)
    case 'url':
      return 'https://instansi.example/'
    case 'ip':
      return '203.0.113.10'
    case 'email':
      return 'pengelola@instansi.example'
    case 'phone':
      return '0291 685000'
    case 'mailbox-name':
      return 'dinas.uji'
    case 'coordinates':
      return '-6.8943, 110.6386'
    case 'domain-name':
      return name
    case 'consent':
      return 'ya'
    case 'person':
      return { nama: 'Pengelola', jabatan: 'Pranata', email: 'pengelola@instansi.example', telepon: '0291 685000' }
    case 'table':
      return [
        Object.fromEntries((columns ?? []).map((one) => [one.column, answerTo({ ...one, field: one.column }, name)])),
      ]
    default:
      return 'Isian uji coba'
  }
}
