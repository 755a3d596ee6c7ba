// The deeds upon a letter that waits for its signature, by both doors, and letters of the head of the office that wait so.
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { sentence } from '../../src/core/sentence.ts'
import type { Deed } from './doors.ts'
import { uploaded } from './filing.ts'
import type { TestOffice } from './office.ts'
import type { FormFile } from './visit.ts'
import { letterPdf, post, sideTasks, type Walk } from './walk.ts'

const WHY = 'Sudah diperiksa'
const letterOf = async (walk: Walk) => {
  const letter = (await walk.see()).letters.findLast(({ beside }) => beside !== null)
  if (!letter) throw new Error('no letter')
  return letter
}

const scan = async (): Promise<FormFile[]> => [
  { field: 'file', name: 'pindaian.pdf', type: 'application/pdf', bytes: await letterPdf('Surat tanpa kode') },
]

/** @param page the name of the form, @param api the last word of the address */
const onLetter = (page: string, api: string, reason: 'reason' | 'eye'): Deed => ({
  name: page,
  page: async (visit, walk) => {
    const { task, letter } = await letterOf(walk)
    const fields = { do: page, task: task ?? '', letter, key: randomUUID(), [reason]: WHY }
    return [await visit.post(`/dossiers/${walk.id}`, fields, page === 'file-scan' ? await scan() : [])]
  },
  api: async ({ program, isStranger }, walk) => {
    const upload = page === 'file-scan' ? { upload: isStranger ? randomUUID() : await uploaded(program) } : {}
    return program.post(`/dossiers/${walk.id}/letters/${(await letterOf(walk)).id}/${api}`, {
      ...upload,
      [reason]: WHY,
    })
  },
})

export const SIGNING_DEEDS: readonly (Deed & { waits: Waits })[] = [
  { ...onLetter('file-scan', 'scan', 'eye'), waits: 'wet' },
  { ...onLetter('void-letter', 'void', 'reason'), waits: 'wet' },
  { ...onLetter('settle-signing', 'settle-signing', 'reason'), waits: 'unknown' },
  {
    name: 'retry-letter',
    waits: 'wet',
    page: async (visit, walk) => {
      const { task } = await letterOf(walk)
      const fields = { do: 'retry-letter', task: task ?? '', signing: 'seal', key: randomUUID() }
      return [await visit.post(`/dossiers/${walk.id}`, fields)]
    },
    api: async ({ program }, walk) =>
      program.post(`/dossiers/${walk.id}/tasks/${(await letterOf(walk)).task}/retry-letter`, { signing: 'seal' }),
  },
]

/** `unknown`: of a call to BSrE nobody knows how it ended. */
export type Waits = 'wet' | 'unknown'

/** Begun by whoever has the dossier, signed by the head of the office; its page is frozen as the worker would. */
export const waitingLetter = async (office: TestOffice, walk: Walk, waits: Waits): Promise<void> => {
  const must = async (done: ReturnType<Walk['send']>): Promise<void> => {
    const said = await done
    if (!said.ok) throw new Error(said.refusal.sentence.en)
  }
  const [writer = ''] = (await walk.task()).posts
  const begin = { draft: { note: '' }, to: { kind: 'inside' as const }, signer: 'kepala-dinas', initials: [] }
  await must(walk.send(post(writer), { type: 'begin-letter', letter: 'surat-balasan', ...begin }))
  const answer = async (by: string, said: object): Promise<void> => {
    const task = (await sideTasks(walk)).find(({ kind }) => kind === 'write' || kind === 'sign')?.task ?? ''
    await must(walk.send(post(by), { type: 'finish-step', task, answer: said }))
  }
  await answer(writer, { phase: 'forward' })
  await answer('kepala-dinas', { verdict: 'signed', note: '', signing: waits === 'wet' ? 'wet' : 'bsre' })
  const { task, letter, number } = await letterOf(walk)
  const kept = await office.office.tools.files.put(Readable.from([await letterPdf('Surat balasan')]), { maxBytes: 1e7 })
  if (!kept.ok) throw new Error(kept.reason.en)
  const paper = { id: randomUUID(), paper: letter, ...kept.value, mime: 'application/pdf', name: 'surat.pdf' }
  const system = { kind: 'system' as const, job: 'make-letter' }
  await must(walk.send(system, { type: 'prepare-letter', task, letter, number: number ?? '', paper }))
  if (waits === 'wet') return
  const reason = sentence('Layanan tidak menjawab.', 'The service did not answer.')
  await must(walk.send(system, { type: 'record-signing', task, letter, attempt: null, outcome: 'unknown', reason }))
}
