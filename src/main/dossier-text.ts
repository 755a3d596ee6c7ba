// Dossiers and their events as lines for a terminal.
import { stringify } from 'yaml'
import type { DossierDetail, DossierRow, DossierTask, EventRow } from '../store/dossier-records.ts'

export const dossierLine = ({ agency, number, status, procedure, submittedAt, client, subject }: DossierRow): string =>
  plain([`${agency}/${number}`, status, procedure, submittedAt, client, subject].join('  '))

export const dossierLines = (one: DossierDetail): string[] =>
  [
    `${one.number}: ${one.subject}`,
    ...table([
      ['Kantor / agency', one.agency],
      ['Identitas / id', one.dossier],
      ['Prosedur / procedure', `${one.procedure}@${one.edition}`],
      ['Keadaan / status', one.status],
      ['Pemohon / client', `${one.client} (${one.channel})`],
      ['Sifat / secrecy', one.secrecy ?? '-'],
      ['Nomor agenda / agenda number', one.agendaNumber ?? '-'],
      ['Masuk / submitted', one.submittedAt],
      ['Batas / due', one.dueAt ?? '-'],
      ['Berakhir / ended', one.endedAt ?? '-'],
      ['Kepala rantai / head', `${one.version} ${one.headHash}`],
    ]),
    'Tugas / tasks',
    ...one.tasks.map(taskLine),
    'Surat / papers',
    ...one.papers.map(({ kind, name, number, sha256 }) => `  ${[kind, number ?? '-', name, sha256].join('  ')}`),
  ].map(plain)

const taskLine = ({ step, kind, posts, forApplicant, openedAt, dueAt, closedAt, outcome }: DossierTask): string => {
  const who = forApplicant ? 'pemohon / applicant' : posts.join(', ')
  const end = closedAt === null ? `terbuka / open, batas / due ${dueAt ?? '-'}` : `${outcome ?? '-'} ${closedAt}`
  return `  ${[step, kind, who, openedAt, end].join('  ')}`
}

export const eventLines = ({ seq, at, type, payload, hash }: EventRow): string[] => [
  plain(`${String(seq).padStart(3)}  ${at}  ${type}  ${hash.slice(0, 12)}`),
  ...(payload === null ? ['     (isi dimusnahkan / payload destroyed)'] : payloadLines(payload)),
]

/** What stands in the line above is not said twice. */
const payloadLines = (payload: unknown): string[] => {
  const facts =
    typeof payload === 'object' && payload !== null
      ? Object.fromEntries(Object.entries(payload).filter(([key]) => key !== 'type' && key !== 'at'))
      : payload
  return stringify(facts)
    .trimEnd()
    .split('\n')
    .map((line) => plain(`     ${line}`))
}

const table = (rows: [name: string, value: string][]): string[] => {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${name.padEnd(width)} : ${value}`)
}

/** Applicants write what stands here: nothing that moves the cursor of a terminal. */
const plain = (text: string): string => text.replaceAll(/\p{C}/gu, ' ')
