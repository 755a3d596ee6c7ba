// Renders a letter that has its number, seals it or freezes its page for a hand, keeps it, and files it with its dossier.
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { StoredFile } from '../adapters/files/store.ts'
import type { Command } from '../core/dossier/commands.ts'
import { unsignedLetter } from '../core/dossier/letters/signing.ts'
import type { SigningMethod } from '../core/paper/signing.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { letterDocument } from '../letters/from-dossier.ts'
import type { TemplateFault } from '../letters/language/template.ts'
import { readClient } from '../store/clients.ts'
import { readDossier } from '../store/dossiers.ts'
import { NotYet, sealLetter } from './seal-letter.ts'
import { type JobRun, type JobTools, officeOf, TRIES } from './tools.ts'

const shape = z.object({ agency: z.string(), dossier: z.string(), task: z.string().nullable(), letter: z.string() })
type Payload = z.infer<typeof shape>

/** A letter as it is rendered: `taken` is the moment of its number, of the last time it was numbered. */
type Numbered = Payload & { number: string; taken: string; method: SigningMethod; pdf: Uint8Array; attachments: number }

const MAX_LETTER_BYTES = 50 * 1024 * 1024

export const makeLetter: JobRun = async (tools, payload, tries) => {
  const job = shape.parse(payload)
  try {
    const made = await render(tools, job)
    if (made) await bring(tools, made)
  } catch (error) {
    await tellFailure(tools, job, { tries, error })
    // A letter of no task, such as a refusal, has nobody who could press "try again": the queue goes on trying for days.
    if (tries < TRIES || job.task === null) throw error
    tools.log.error({ err: error, ...job }, 'letter could not be made')
  }
}

/** @returns null when it has no number, or has its bytes, or lies there and waits for a hand */
const render = async (tools: JobTools, job: Payload): Promise<Numbered | null> => {
  const { agency, dossier: id } = job
  const record = await readDossier(tools.store, agency, id)
  const letter = record ? unsignedLetter(record.dossier, job) : null
  if (!record || !letter || letter.signing?.prepared) return null
  const procedure = await tools.procedureOf(agency, record.procedure, record.edition)
  const client = await readClient(tools.store, agency, record.dossier.client)
  const numberings = record.events.filter((event) => event.type === 'letter-numbered' && event.number === letter.number)
  const printed = letterDocument({
    agency: await officeOf(tools, agency),
    procedure,
    dossier: record.dossier,
    letter,
    client,
    by: letter.by ?? { kind: 'system' as const, job: 'make-letter' },
    publicUrl: tools.publicUrl(agency),
    at: numberings[0]?.at ?? tools.now(),
  })
  if (!printed.ok) throw new NotYet(notPrintable(printed.faults))
  const pdf = await tools.renderPdf(printed.document)
  const method = letter.signing?.method ?? 'none'
  return {
    ...job,
    number: letter.number,
    taken: numberings.at(-1)?.at ?? '',
    method,
    pdf,
    attachments: printed.attachments,
  }
}

const bring = async (tools: JobTools, letter: Numbered): Promise<void> => {
  const { task, letter: name, number, pdf, attachments } = letter
  switch (letter.method) {
    case 'none':
      return send(tools, letter, {
        type: 'file-letter',
        task,
        letter: name,
        number,
        attachments,
        paper: await keep(tools, letter, pdf),
      })
    case 'wet':
    case 'bsre':
      return send(tools, letter, {
        type: 'prepare-letter',
        ...{ task, letter: name, number, attachments },
        paper: await keep(tools, letter, pdf),
      })
    case 'seal': {
      const sealed = await sealLetter(tools, letter.agency, pdf)
      if ('failed' in sealed) {
        const failed = { type: 'record-signing', attempt: null, outcome: 'failed', reason: sealed.failed } as const
        await send(tools, letter, { ...failed, task, letter: name })
        if (task === null) throw new NotYet(sealed.failed)
        return
      }
      const paper = await keep(tools, letter, sealed.pdf)
      const { signature } = sealed
      return send(tools, letter, { type: 'file-letter', task, letter: name, number, attachments, paper, signature })
    }
  }
}

const keep = async (tools: JobTools, { letter, number }: Numbered, pdf: Uint8Array) => {
  const kept = await tools.files.put(Readable.from([pdf]), { maxBytes: MAX_LETTER_BYTES })
  if (!kept.ok) throw new NotYet(kept.reason)
  const stored: StoredFile = kept.value
  const name = `${letter} ${number}.pdf`.replaceAll('/', '-')
  return { id: tools.newId(), paper: letter, ...stored, mime: 'application/pdf', name }
}

const send = async (tools: JobTools, letter: Numbered, command: Command): Promise<void> => {
  const { agency, dossier, number, taken } = letter
  // Filed once under a number, however often it was tried.
  const key =
    command.type === 'file-letter'
      ? `file-letter:${dossier}:${number}`
      : `${command.type}:${dossier}:${number}:${taken}`
  await tools.handle({ agency, dossier, by: BY, command, key })
}

type Failure = { tries: number; error: unknown }

const tellFailure = async (
  { handle, now }: JobTools,
  { agency, dossier, task }: Payload,
  { tries, error }: Failure,
): Promise<void> => {
  if (!task) return
  const reason = error instanceof NotYet ? error.reason : COULD_NOT
  const command = { type: 'record-failure', task, effect: 'make-letter', reason, final: tries >= TRIES } as const
  // A letter that is asked for once more fails once more, and is told of again.
  await handle({ agency, dossier, by: BY, command, key: `letter-failure:${task}:${tries}:${dossier}:${now()}` })
}

const BY = { kind: 'system', job: 'make-letter' } as const

/** Its number is kept: the text of the office is mended, and the letter made again. */
const notPrintable = ([fault]: readonly TemplateFault[]): Sentence =>
  sentence(
    `Surat belum dapat dicetak. Baris ${fault?.line ?? 1}: ${fault?.sentence.id ?? ''}`,
    `The letter cannot be printed yet. Line ${fault?.line ?? 1}: ${fault?.sentence.en ?? ''}`,
  )

const COULD_NOT: Sentence = sentence(
  'Surat belum dapat dibuat. Nomornya tetap tersimpan; sistem mencoba lagi.',
  'The letter could not be made yet. Its number is kept; the system tries again.',
)
