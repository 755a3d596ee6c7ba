// Whether a wished name may be used: its form, the registers, other requests, and the name server.
import { isNameTaken } from '../../adapters/dns/is-taken.ts'
import type { AgencyData } from '../../core/agency/catalogue.ts'
import { fullName, nameFault } from '../../core/procedure/domain-name.ts'
import type { Field } from '../../core/procedure/field-schema.ts'
import { type Form, fieldsOf } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { holds } from '../../core/procedure/when.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { readDossier } from '../../store/dossiers.ts'
import { holderOfItem, openDossiersNaming } from '../../store/wanted-names.ts'
import type { Services } from '../services.ts'

export type NameField = Extract<Field, { type: 'domain-name' }>

/** `bad` keeps the form from being sent; `warning` is left to the office. */
export type NameVerdict = { tone: 'good' | 'warning' | 'bad'; sentence: Sentence }

export type NameQuestion = {
  agency: AgencyData
  procedure: Procedure
  field: NameField
  /** As typed, the label alone or the full name. */
  name: string
  /** Answers on which it depends whether the name must be free or must exist. */
  form: Form
  client: string
  /** The dossier that is being corrected wants the name itself. */
  except: string | null
}

type Judging = Pick<Services, 'store' | 'dns' | 'log'>

export const judgeName = async (services: Judging, question: NameQuestion): Promise<NameVerdict> => {
  const { names } = question.agency.agency
  const wrong = nameFault(question.name, names)
  if (wrong) return { tone: 'bad', sentence: wrong }
  const asked = { ...question, name: fullName(question.name, names) }
  const open = question.field.availability?.find((one) => question.form[one.field] === undefined)
  if (open) return undecided(question.procedure, open.field)
  return holds(question.field.availability, question.form) ? judgeFree(services, asked) : judgeExisting(services, asked)
}

const judgeFree = async (services: Judging, asked: NameQuestion): Promise<NameVerdict> => {
  const { name } = asked
  if ((await holderOf(services, asked)) !== null)
    return bad(`${name} sudah dipakai. Pilih nama lain.`, `${name} is already in use. Choose another name.`)
  const rival = await rivalOf(services, asked)
  if (rival) return rival
  const taken = await askServer(services, asked)
  if (taken === 'unknown') return unsure(name)
  return taken
    ? bad(
        `${name} sudah ada di server nama. Pilih nama lain.`,
        `${name} already exists on the name server. Choose another name.`,
      )
    : good(`${name} dapat dipakai.`, `${name} can be used.`)
}

/** A change or removal is for a name that is there, and by the one it belongs to. */
const judgeExisting = async (services: Judging, asked: NameQuestion): Promise<NameVerdict> => {
  const { name, client } = asked
  const holder = await holderOf(services, asked)
  if (holder === client) return good(`${name} tercatat atas nama Anda.`, `${name} is registered in your name.`)
  if (holder !== null)
    return bad(`${name} tercatat atas nama pemohon lain.`, `${name} is registered in the name of another applicant.`)
  const there = await askServer(services, asked)
  if (there === 'unknown') return unsure(name)
  return there
    ? good(`${name} ada di server nama.`, `${name} exists on the name server.`)
    : bad(
        `${name} belum ada, sehingga tidak dapat diubah atau dihapus. Periksa ejaannya.`,
        `${name} does not exist, so it cannot be changed or removed. Check the spelling.`,
      )
}

const holderOf = ({ store }: Judging, { agency, procedure, field, name }: NameQuestion): Promise<string | null> => {
  const registers = procedure.registers.filter((feed) => feed.key === field.field).map((feed) => feed.register)
  return holderOfItem(store, agency.agency.agency, registers, name)
}

/** Lists know words, not fields: so each dossier that speaks of the name is opened to see whether it asks for it. */
const rivalOf = async (
  { store }: Judging,
  { agency, name, client, except }: NameQuestion,
): Promise<NameVerdict | null> => {
  const office = agency.agency.agency
  for (const id of await openDossiersNaming(store, office, name)) {
    if (id === except) continue
    const dossier = (await readDossier(store, office, id))?.dossier
    if (!dossier || !Object.values(dossier.form).includes(name)) continue
    return dossier.client === client
      ? bad(
          `${name} sudah Anda minta dengan nomor ${dossier.number} yang masih diproses.`,
          `You have already asked for ${name}, number ${dossier.number}, still in progress.`,
        )
      : bad(
          `${name} sedang diminta pemohon lain. Pilih nama lain.`,
          `${name} is being asked for by another applicant. Choose another name.`,
        )
  }
  return null
}

/** Longer than a healthy server needs, short enough for somebody who waits before a form. */
const PATIENCE_MS = 4_000

/** The trouble itself names servers and addresses of the office: it goes to the log, not to the applicant. */
const askServer = async ({ dns, log }: Judging, { agency, name }: NameQuestion): Promise<boolean | 'unknown'> => {
  const server = dns(agency.agency.agency)
  if (!server) return 'unknown'
  const taken = await isNameTaken(server, name, AbortSignal.timeout(PATIENCE_MS))
  if (taken.ok) return taken.value
  log.warn({ agency: agency.agency.agency, name, reason: taken.reason.en }, 'availability unknown')
  return 'unknown'
}

const undecided = (procedure: Procedure, name: string): NameVerdict => {
  const label = fieldsOf(procedure).find((field) => field.field === name)?.label ?? { id: name, en: name }
  return {
    tone: 'warning',
    sentence: sentence(
      `Bentuk nama sudah benar. Isi dahulu "${label.id}" agar nama dapat diperiksa.`,
      `The name is well formed. Answer "${label.en}" first, so that it can be checked.`,
    ),
  }
}

const good = (id: string, en: string): NameVerdict => ({ tone: 'good', sentence: sentence(id, en) })
const bad = (id: string, en: string): NameVerdict => ({ tone: 'bad', sentence: sentence(id, en) })

const unsure = (name: string): NameVerdict => ({
  tone: 'warning',
  sentence: sentence(
    `Server nama sedang tidak dapat ditanya, sehingga ${name} belum dapat dipastikan. Anda tetap dapat mengirim; kantor memeriksanya lagi.`,
    `The name server cannot be asked just now, so ${name} is not yet certain. You may still send the request; the office checks again.`,
  ),
})
