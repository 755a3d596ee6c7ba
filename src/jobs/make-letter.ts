// Renders a letter that has its number, keeps it, and files it with its dossier.
import { Readable } from 'node:stream'
import { z } from 'zod'
import { type Sentence, sentence } from '../core/sentence.ts'
import { letterDocument } from '../letters/from-dossier.ts'
import { readClient } from '../store/clients.ts'
import { readDossier } from '../store/dossiers.ts'
import { type JobRun, type JobTools, officeOf, TRIES } from './tools.ts'

const shape = z.object({ agency: z.string(), dossier: z.string(), task: z.string().nullable(), letter: z.string() })
type Payload = z.infer<typeof shape>

const MAX_LETTER_BYTES = 50 * 1024 * 1024

export const makeLetter: JobRun = async (tools, payload, tries) => {
  const job = shape.parse(payload)
  try {
    await render(tools, job)
  } catch (error) {
    await tellFailure(tools, job, tries)
    // A letter of no task, such as a refusal, has nobody who could press "try again": the queue goes on trying for days.
    if (tries < TRIES || job.task === null) throw error
    tools.log.error({ err: error, ...job }, 'letter could not be made')
  }
}

const render = async (tools: JobTools, { agency, dossier: id, task, letter: name }: Payload): Promise<void> => {
  const record = await readDossier(tools.store, agency, id)
  const letter = record?.dossier.letters.findLast((one) => one.letter === name && one.task === task)
  if (!record || !letter?.number || letter.paper) return
  const procedure = await tools.procedureOf(agency, record.procedure, record.edition)
  const client = await readClient(tools.store, agency, record.dossier.client)
  const numberedAt =
    record.events.findLast((event) => event.type === 'letter-numbered' && event.letter === name)?.at ?? tools.now()
  const by = letter.by ?? { kind: 'system' as const, job: 'make-letter' }
  const document = letterDocument({
    agency: await officeOf(tools, agency),
    procedure,
    dossier: record.dossier,
    letter,
    client,
    by,
    publicUrl: tools.publicUrl(agency),
    at: numberedAt,
  })
  const pdf = await tools.renderPdf(document)
  const kept = await tools.files.put(Readable.from([pdf]), { maxBytes: MAX_LETTER_BYTES })
  if (!kept.ok) throw new Error(kept.reason.en)
  const paper = {
    id: tools.newId(),
    paper: name,
    ...kept.value,
    mime: 'application/pdf',
    name: `${name} ${letter.number}.pdf`.replaceAll('/', '-'),
  }
  const command = { type: 'file-letter' as const, task, letter: name, paper }
  await tools.handle({
    agency,
    dossier: id,
    by: { kind: 'system', job: 'make-letter' },
    command,
    key: `file-letter:${id}:${letter.number}`,
  })
}

const tellFailure = async ({ handle }: JobTools, { agency, dossier, task }: Payload, tries: number): Promise<void> => {
  if (!task) return
  const command = {
    type: 'record-failure' as const,
    task,
    effect: 'make-letter',
    reason: COULD_NOT,
    final: tries >= TRIES,
  }
  await handle({
    agency,
    dossier,
    by: { kind: 'system', job: 'make-letter' },
    command,
    key: `letter-failure:${task}:${tries}:${dossier}`,
  })
}

const COULD_NOT: Sentence = sentence(
  'Surat belum dapat dibuat. Nomornya tetap tersimpan; sistem mencoba lagi.',
  'The letter could not be made yet. Its number is kept; the system tries again.',
)
