import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { agencySchema } from '../../core/agency/agency.ts'
import { type AgencyData, officeOfFiles } from '../../core/agency/catalogue.ts'
import { agencyRules } from '../../core/agency/rules.ts'
import { inZone } from '../../core/clock/instant.ts'
import { office, wib } from '../../core/clock/office.fixture.ts'
import type { Command } from '../../core/dossier/commands.ts'
import { decide } from '../../core/dossier/decide.ts'
import { type Dossier, openMainTasks } from '../../core/dossier/dossier.ts'
import type { By } from '../../core/dossier/events.ts'
import { evolve } from '../../core/dossier/evolve.ts'
import { readProcedure } from '../../core/procedure/read.ts'
import { projectRoot } from '../../main/root.ts'
import { stepStory } from './steps.ts'
import { positionSentence, waitingNow } from './waiting.ts'

const read = (path: string): string => readFileSync(join(projectRoot(), 'catalogue/demak', path), 'utf8')
const reading = readProcedure(read('procedures/subdomain-hosting.yaml'))
if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
const { procedure } = reading
const agency: AgencyData = {
  ...officeOfFiles({ agency: agencySchema.parse(parse(read('agency.yaml'))), calendar: office }),
  editions: [],
  letters: {},
  today: '2026-11-20',
}

const pelaksana: By = { kind: 'post', person: 'p', post: 'pelaksana', capacity: 'definitive' }
const kadin: By = { kind: 'post', person: 'k', post: 'kepala-dinas', capacity: 'plt' }
const pemohon: By = { kind: 'client', person: 'a', client: 'dinas-arsip' }
const orang = { nama: 'Pengelola', jabatan: 'Pengelola Laman', email: 'a@arsip.example', telepon: '0291000000' }
const form = {
  jenis: 'baru',
  'nama-domain': 'arsip.demakkab.go.id',
  keperluan: 'Laman arsip',
  tujuan: 'hosting',
  'pj-administratif': orang,
  'pj-teknis': orang,
  'nomor-surat': '045/1',
  'tanggal-surat': '2026-11-19',
  persetujuan: 'ya',
}
const surat = {
  id: 'x',
  paper: 'surat-permohonan',
  sha256: 'a'.repeat(64),
  bytes: 1,
  mime: 'application/pdf',
  name: 'surat.pdf',
}

/** Walks a dossier: each command at its time by its actor. */
const walk = (turns: [at: string, by: By, command: Command | ((dossier: Dossier) => Command)][]): Dossier => {
  let ids = 0
  let dossier: Dossier | null = null
  for (const [clock, by, wanted] of turns) {
    const now = wib(clock)
    const today = inZone(now, 'Asia/Jakarta').toPlainDate()
    const command: Command = typeof wanted === 'function' ? wanted(dossier as unknown as Dossier) : wanted
    const decided = decide(procedure, dossier, command, {
      now,
      today: today.toString(),
      by,
      newId: () => `id-${++ids}`,
      agency: agencyRules(agency.agency, today),
      office: agency,
    })
    if (!decided.ok) throw new Error(decided.refusal.sentence.en)
    for (const event of decided.events) dossier = evolve('d', dossier, event)
  }
  if (!dossier) throw new Error('nothing happened')
  return dossier
}

const submit: Command = {
  type: 'submit',
  form,
  papers: [surat],
  client: 'dinas-arsip',
  applicant: 'a',
  channel: 'online',
  trackingCode: 'T',
}
const finish =
  (answer: unknown) =>
  (dossier: Dossier): Command => ({ type: 'finish-step', task: openMainTasks(dossier)[0]?.task ?? '', answer })
const enter = finish({ urgency: 'biasa', secrecy: 'biasa' })
const dispose = finish({ instructions: ['Proses lebih lanjut'] })

const storyAt = (clock: string, dossier: Dossier) =>
  stepStory({ procedure, dossier, agency, now: wib(clock), language: 'id' })
const waitsAt = (clock: string, dossier: Dossier) =>
  waitingNow({ procedure, dossier, agency, now: wib(clock), language: 'id' })

describe('The chain of steps', () => {
  const entered = walk([
    ['2026-11-23 09.00', pemohon, submit],
    ['2026-11-23 09.04', pelaksana, enter],
  ])

  test('numbers the steps of the official sheet and leaves the step of the office without a number', () => {
    expect(storyAt('2026-11-23 09.10', entered).map((step) => step.number)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      undefined,
    ])
  })

  test('says what is done, where the dossier lies and what is still to come', () => {
    const states = storyAt('2026-11-23 09.10', entered).map((step) => step.state)
    expect(states).toEqual(['done', 'done', 'current', 'later', 'later', 'later', 'later', 'later'])
  })

  test('measures the used working time against the standard time of the step', () => {
    const [, catat, kadinStep] = storyAt('2026-11-23 09.20', entered)
    expect(catat).toMatchObject({
      usedMinutes: 4,
      standardMinutes: 5,
      standing: 'in-time',
      used: '4 menit',
      standard: '5 menit',
      printed: '5 Menit',
    })
    expect(kadinStep).toMatchObject({
      usedMinutes: 16,
      standardMinutes: 10,
      standing: 'overdue',
      dueAt: wib('2026-11-23 09.14'),
    })
  })

  test('names posts and never persons, with the capacity in which somebody acted', () => {
    const disposed = walk([
      ['2026-11-23 09.00', pemohon, submit],
      ['2026-11-23 09.04', pelaksana, enter],
      ['2026-11-23 09.06', kadin, dispose],
    ])
    const who = storyAt('2026-11-23 09.10', disposed).map((step) => step.who)
    expect(who.slice(0, 4)).toEqual(['OPD', 'Pelaksana / Pranata Komputer', 'Plt. Kepala Dinas', 'Sekretaris'])
  })

  test('shows a returned step as returned, books the waiting to the applicant, and takes the step up again in a second round', () => {
    const returned = walk([
      ['2026-11-23 09.00', pemohon, submit],
      [
        '2026-11-23 09.04',
        pelaksana,
        (dossier) => ({
          type: 'return',
          task: openMainTasks(dossier)[0]?.task ?? '',
          reason: 'Surat belum ditandatangani',
        }),
      ],
    ])
    const [ajukan, catat] = storyAt('2026-11-23 10.04', returned)
    expect(ajukan).toMatchObject({ state: 'current', rounds: 2, totalMinutes: 60 })
    expect(catat).toMatchObject({ state: 'returned', totalMinutes: 4 })
    expect(waitsAt('2026-11-23 10.04', returned)).toMatchObject([
      { who: 'OPD', isApplicant: true, dueAt: null, standing: 'untimed' },
    ])
  })

  test('says of a withdrawn request that the later steps are not run', () => {
    const withdrawn = walk([
      ['2026-11-23 09.00', pemohon, submit],
      ['2026-11-23 09.04', pemohon, { type: 'withdraw', reason: '' }],
    ])
    const states = storyAt('2026-11-23 09.10', withdrawn).map((step) => step.state)
    expect(states).toEqual(['done', ...Array(7).fill('skipped')])
    expect(waitsAt('2026-11-23 09.10', withdrawn)).toEqual([])
  })
})

describe('Where the dossier stands, in one sentence', () => {
  const entered = walk([
    ['2026-11-23 09.00', pemohon, submit],
    ['2026-11-23 09.04', pelaksana, enter],
  ])
  const say = (language: 'id' | 'en', clock: string, dossier: Dossier) =>
    positionSentence({
      waits: waitsAt(clock, dossier),
      status: dossier.status,
      language,
      zone: 'Asia/Jakarta',
      now: wib(clock),
    })

  test('names the step, the desk, since when and until when', () => {
    expect(say('id', '2026-11-23 09.10', entered)).toBe(
      'Langkah 3 dari 8, di meja Kepala Dinas sejak hari ini 09.04, batas hari ini 09.14',
    )
    expect(say('en', '2026-11-23 09.10', entered)).toBe(
      'Step 3 of 8, on the desk of Kepala Dinas since today 09:04, due today 09:14',
    )
  })
})
