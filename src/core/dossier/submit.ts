// A request comes in: by its applicant on line, or keyed in at the counter from a paper letter.
import { speakDate } from '../clock/speak.ts'
import { type Form, type FormValue, fieldsOf, formFaults, tidyForm } from '../procedure/form.ts'
import type { Procedure } from '../procedure/schema.ts'
import { begins, beginsFor } from '../procedure/who-begins.ts'
import { formText } from '../register/feed.ts'
import { closeStep, openStep } from './advance.ts'
import { type Command, type Context, type Facts, type NumberRequest, type Refusal, refuse } from './commands.ts'
import type { Fact, PaperRef } from './events.ts'
import { evolve } from './evolve.ts'
import { missingPaper } from './filled.ts'

type Submit = Extract<Command, { type: 'submit' }>

export const decideSubmit = (procedure: Procedure, command: Submit, context: Context): Facts => {
  const notAllowed = mayNotSubmit(procedure, command, context)
  if (notAllowed) return notAllowed
  if (context.office.closedClients?.includes(command.client)) return closedClient
  const form = tidyForm(procedure, command.form, context.agency.names)
  const { papers, client, applicant, channel, clientKind = 'agency', trackingCode } = command
  const wrong = beginningFault(procedure, { form, papers }, context)
  if (wrong) return wrong
  const number: NumberRequest = {
    token: context.newId(),
    series: 'dossier',
    year: Number(context.today.slice(0, 4)),
    pattern: context.agency.numbers.dossier,
  }
  const subject = subjectOf(procedure, form)
  const submitted: Fact = {
    type: 'submitted',
    number: number.token,
    trackingCode,
    client,
    applicant,
    channel,
    ...(clientKind === 'agency' ? {} : { asker: clientKind }),
    form,
    papers,
    subject,
    ...(procedure.policy.secrecy ? { secrecy: procedure.policy.secrecy } : {}),
  }
  return { ok: true, facts: [submitted, ...firstStep(procedure, submitted, context)], numbers: [number] }
}

/** The first step is the applicant's own: it is done by submitting, also when the counter types it in. */
const firstStep = (procedure: Procedure, submitted: Fact, context: Context): Fact[] => {
  const envelope = { at: context.now, by: context.by }
  const begun = evolve('', null, { ...submitted, ...envelope })
  const first = procedure.steps[0]
  if (!first) return []
  const opened = openStep(procedure, begun, first.step, context)
  const dossier = evolve('', begun, { ...opened, ...envelope })
  const task = dossier.tasks[0]
  return task ? [opened, ...closeStep(procedure, dossier, task, {}, context)] : [opened]
}

const closedClient = refuse(
  'not-allowed',
  'Perangkat daerah atau perusahaan ini sudah ditutup, jadi tidak ada permohonan baru atas namanya. Ajukan atas nama penerusnya, atau hubungi kantor.',
  'This agency or company is closed, so nothing new is asked for in its name. File in the name of its successor, or ask the office.',
)

const mayNotSubmit = (procedure: Procedure, command: Submit, context: Context): Facts | null =>
  mayBegin(procedure, command, context) ? null : notYours

/** The way in which it begins has to be one of the procedure's, and the person one who may begin that way. */
const mayBegin = (procedure: Procedure, command: Submit, { by }: Context): boolean => {
  const { channel, clientKind = 'agency' } = command
  switch (by.kind) {
    case 'client': {
      const isOwn = by.client === command.client && by.person === command.applicant
      return isOwn && channel === 'online' && beginsFor(procedure, clientKind)
    }
    case 'post':
      if (channel === 'counter') return procedure.policy.counter && beginsFor(procedure, clientKind)
      return channel === 'order' && begins(procedure, 'post') && firstPosts(procedure).includes(by.post)
    case 'public':
      return channel === 'public' && begins(procedure, 'public')
    case 'system':
      return (channel === 'schedule' || channel === 'monitor') && begins(procedure, channel)
  }
}

/** Posts that may give the order by which a dossier begins. */
export const firstPosts = ({ steps: [first], actors }: Procedure): string[] =>
  (first?.actor ?? []).flatMap((name) => actors[name]?.post ?? [])

const notYours = refuse(
  'not-allowed',
  'Layanan ini tidak dapat dimulai dengan cara ini atas nama yang dipilih. Pilih atas nama yang lain, atau hubungi kantor.',
  'This service cannot be begun in this way in the name you chose. Choose another name, or ask the office.',
)

/** A rule or a probe begins with what it knows: what nobody was asked is not missing, what stands there has to be right. */
const beginningFault = (procedure: Procedure, submission: Submission, context: Context): Refused | null => {
  if (context.by.kind !== 'system') return submissionFault(procedure, submission, context)
  const { form } = submission
  const [fault] = formFaults(procedure, form, context.agency.names).filter(
    ({ field }) => form[field.split('.')[0] ?? ''] !== undefined,
  )
  return fault ? refuse('invalid-answer', fault.sentence.id, fault.sentence.en) : null
}

type Refused = { ok: false; refusal: Refusal }
type Submission = { form: Form; papers: readonly PaperRef[] }

/**
 * Also used when a returned request comes back corrected, or brings what a later step asks for.
 *
 * @param step that asks; the first without it
 */
export const submissionFault = (
  procedure: Procedure,
  { form, papers }: Submission,
  context: Context,
  step?: string,
): Refused | null => {
  const [fault] = formFaults(procedure, form, context.agency.names, step)
  if (fault) return refuse('invalid-answer', fault.sentence.id, fault.sentence.en)
  return missingPaper(procedure, { form, papers }, step)
}

/** The line by which people call the dossier: `{field}` is filled from the form. */
export const subjectOf = (procedure: Procedure, form: Form): string => {
  const filled = procedure.subject.replaceAll(/\{([a-z0-9-]+)\}/g, (_, name: string) =>
    spoken(procedure, name, form[name]),
  )
  return (filled.trim() || procedure.title).slice(0, 300)
}

const spoken = (procedure: Procedure, name: string, value: FormValue | undefined): string => {
  const field = fieldsOf(procedure).find((one) => one.field === name)
  if (field?.type === 'choice') return field.options.find((option) => option.value === value)?.label.id ?? ''
  if (field?.type === 'date' && typeof value === 'string') return speakDate(value, 'id')
  return formText(value)
}
