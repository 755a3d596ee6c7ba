// A procedure as an officer reads it on a terminal: head, steps with their standard, policy, remarks. In Indonesian.
import { END, stepNamed, targetsOf } from '../core/procedure/flow.ts'
import type { Procedure, Step } from '../core/procedure/schema.ts'

export const procedureText = (procedure: Procedure): string[] => [
  procedure.title,
  ...head(procedure),
  '',
  'Langkah',
  ...procedure.steps.flatMap((step) => stepLines(procedure, step)),
  ...section('Kebijakan kantor (tidak tercetak)', policyLines(procedure)),
  ...section('Catatan', remarkLines(procedure)),
]

const head = ({ number, edition, created, revised, effective, promise, actors }: Procedure): string[] =>
  table([
    ['Nomor', number ?? '-'],
    ['Edisi', edition],
    ['Dibuat', created ?? '-'],
    ['Direvisi', revised ?? '-'],
    ['Efektif', effective ?? '-'],
    ['Batas waktu', promise ?? '-'],
    [
      'Pelaksana',
      Object.values(actors)
        .map((actor) => actor.label)
        .join(', '),
    ],
  ])

const stepLines = (procedure: Procedure, step: Step): string[] => {
  const actors = step.actor.map((name) => procedure.actors[name]?.label ?? name).join(' / ')
  const lines = [
    ...table([
      ['Pelaksana', actors],
      ['Waktu', step.time || '-'],
      ['Kelengkapan', (step.printed?.needs ?? step.needs).join(', ') || '-'],
      ['Output', (step.printed?.makes ?? step.makes).join(', ') || '-'],
    ]),
    ...ways(procedure, step),
  ]
  const number = numberOf(procedure, step)
  return [`${(number === '' ? '+' : number).padStart(3)}. ${step.activity}`, ...lines.map((line) => `     ${line}`)]
}

/** On the official sheet only its own steps are counted. */
const numberOf = ({ steps }: Procedure, step: Step): string =>
  step.policy ? '' : String(steps.filter((one) => !one.policy).indexOf(step) + 1)

/** Said only where the path does not simply go on to the next row. */
const ways = (procedure: Procedure, step: Step): string[] => [
  ...(step.join ? ['Menunggu semua cabang selesai'] : []),
  ...(step.decides ? [step.decides.question.id] : []),
  ...(step.decides?.exits ?? []).map(({ label, to }) => `  ${label.id} -> ${places(procedure, to)}`),
  ...(step.then ? [`Lanjut ke ${places(procedure, targetsOf(procedure, step))}`] : []),
]

const places = (procedure: Procedure, targets: readonly string[]): string =>
  targets
    .map((target) => {
      const step = stepNamed(procedure, target)
      if (!step) return target === END ? 'selesai' : target
      return step.policy ? `"${step.activity}"` : `langkah ${numberOf(procedure, step)}`
    })
    .join(' dan ')

const policyLines = ({ policy }: Procedure): string[] => [
  ...(policy.return ? [`Dikembalikan dari ${policy.return.from.join(', ')} ke ${policy.return.to}`] : []),
  ...(policy.reject ? [`Ditolak pada ${policy.reject.by.join(', ')}, dengan alasan`] : []),
  ...(policy.withdraw
    ? [`Dicabut pemohon${policy.withdraw.before ? ` sebelum ${policy.withdraw.before} dimulai` : ''}`]
    : []),
  ...Object.entries(policy.initials).map(([letter, actors]) => `Surat ${letter} diparaf ${actors.join(', ')}`),
]

const remarkLines = ({ remarks }: Procedure): string[] =>
  remarks.map(({ step, about, says }) => [step ?? about, says].filter((part) => part !== undefined).join(': '))

const section = (title: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  - ${line}`)]

const table = (rows: [name: string, value: string][]): string[] => {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `${name.padEnd(width)} : ${value}`)
}
