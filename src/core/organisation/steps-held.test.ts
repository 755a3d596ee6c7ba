// Who gets each step on a day, and where the office is thin.
import { expect, test } from 'vitest'
import { procedureFrom } from '../dossier/trial.fixture.ts'
import { office, told } from '../person/people.fixture.ts'
import { stepsHeld, weakPoints } from './steps-held.ts'

const PROCEDURE = procedureFrom(`
procedure: alat
edition: '1'
title: Alat
actors:
  opd: { label: OPD, is: applicant }
  loket: { label: Loket, post: pelaksana }
  kabid: { label: Kabid, post: kabid }
  tim: { label: Tim, post: ketua-tim }
steps:
  - { step: ajukan, actor: opd, act: submit, activity: Mengajukan }
  - { step: catat, actor: loket, act: do, activity: Mencatat }
  - { step: putus, actor: [kabid, tim], act: do, activity: Memutus }
  - { step: kerja, actor: tim, act: do, activity: Mengerjakan }
`)

const seen = (people: ReturnType<typeof office>, day: string) =>
  stepsHeld(people, PROCEDURE, day).map(({ step, state, holders }) => `${step} ${state} ${told(holders)}`.trim())

test('each step names whoever would get it on that day, and whether that is one person or nobody', () => {
  const people = office(
    [
      'L definitive pelaksana',
      'L2 definitive pelaksana',
      'A definitive kabid',
      'T definitive ketua-tim 2020-01-01 2026-03-10',
    ],
    ['L for A at kabid 2026-03-16 2026-03-20 alat'],
  )
  expect(seen(people, '2026-03-02')).toEqual([
    'ajukan applicant',
    'catat held L definitive, L2 definitive',
    'putus held A definitive, T definitive',
    'kerja single T definitive',
  ])
  // The team has no leader any more: its work falls to whoever does the work of the division.
  expect(seen(people, '2026-03-16')).toEqual([
    'ajukan applicant',
    'catat held L definitive, L2 definitive',
    'putus single L substitute>A',
    'kerja single L superior>A',
  ])
})

test('an office where nobody is left says so at each step', () => {
  expect(seen(office([]), '2026-03-02').slice(1)).toEqual(['catat nobody', 'putus nobody', 'kerja nobody'])
})

test('weak points: nobody, one person alone, posts without a holder, mandates that end within thirty days', () => {
  const people = office(['L definitive pelaksana 2020-01-01 2026-04-01', 'A definitive kabid 2020-01-01 2026-04-02'])
  const weak = weakPoints(people, [PROCEDURE], '2026-03-02')
  expect(weak.nobody).toEqual([])
  expect(weak.single).toEqual([
    { person: 'A', name: 'A', steps: 2 },
    { person: 'L', name: 'L', steps: 1 },
  ])
  expect(weak.vacant.map(({ post, cover }) => [post, told(cover.holders)])).toEqual([
    ['kepala', ''],
    ['sekretaris', ''],
    ['ketua-tim', 'A superior'],
  ])
  expect(weak.ending.map(({ person }) => person)).toEqual(['L'])
  expect(weakPoints(office([]), [PROCEDURE], '2026-03-02').nobody.map(({ step }) => step)).toEqual([
    'catat',
    'putus',
    'kerja',
  ])
})
