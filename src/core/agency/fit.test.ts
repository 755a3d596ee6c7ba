import { describe, expect, test } from 'vitest'
import { procedureFrom } from '../dossier/trial.fixture.ts'
import { agencySchema } from './agency.ts'
import { agencyMisfits, procedureMisfits } from './fit.ts'

const parts = {
  agency: 'contoh',
  name: 'Dinas Kominfo',
  short: 'Kominfo',
  zone: 'Asia/Jakarta',
  contact: { email: 'layanan@kominfo.example', phone: '0', hours: 'Senin' },
  complaints: 'Telepon',
  privacy: ['Data dipakai untuk permohonan.'],
  letterhead: { government: 'Kabupaten', name: 'Dinas', address: 'Jalan', contact: 'Telepon', place: 'Kota' },
  numbers: { dossier: '{seq}', agenda: '{seq}', letter: '{seq}' },
  names: { zone: 'contoh.go.id', reserved: [] },
  units: [{ unit: 'dinas', name: 'Dinas' }],
  posts: [{ post: 'kepala', title: 'Kepala', unit: 'dinas' }],
  instructions: ['Untuk diproses'],
  clients: [{ client: 'dinas-arsip', name: 'Dinas Arsip', head: 'Kepala', address: 'Kota' }],
  'in-force': [{ procedure: 'alat', edition: '1', from: '2026-01-01' }],
  demo: [{ role: 'pemohon', name: 'Pemohon', email: 'a@arsip.example', client: 'dinas-arsip' }],
}

const misfits = (over: object): string[] =>
  agencyMisfits(agencySchema.parse({ ...parts, ...over })).map(({ at, sentence }) => `${at}: ${sentence.id}`)

describe("an agency's file", () => {
  test('fits together when everything it names exists once', () => {
    expect(misfits({})).toEqual([])
  })

  test('may list editions one after the other', () => {
    const older = { procedure: 'alat', edition: '0', from: '2024-01-01', to: '2026-01-01' }
    expect(misfits({ 'in-force': [...parts['in-force'], older] })).toEqual([])
  })

  test.each([
    [{ units: [{ unit: 'dinas', name: 'A', superior: 'pusat' }] }, 'units.dinas.superior: "pusat" tidak ada.'],
    [{ posts: [{ post: 'kepala', title: 'Kepala', unit: 'bidang' }] }, 'posts.kepala.unit: "bidang" tidak ada.'],
    [
      { posts: [{ post: 'kabid', title: 'Kabid', unit: 'dinas', superior: 'kepala' }] },
      'posts.kabid.superior: "kepala" tidak ada.',
    ],
    [{ posts: [...parts.posts, ...parts.posts] }, 'posts: "kepala" ditulis dua kali.'],
    [{ clients: [] }, 'demo.pemohon.client: "dinas-arsip" tidak ada.'],
    [{ demo: [{ ...parts.demo[0], posts: ['kabid'] }] }, 'demo.pemohon.posts: "kabid" tidak ada.'],
    [
      { 'in-force': [...parts['in-force'], { procedure: 'alat', edition: '2', from: '2026-02-01' }] },
      'in-force: "alat@2" dan edisi "1" berlaku pada hari yang sama. Beri yang lama hari berakhir (to).',
    ],
    [{ 'in-force': [...parts['in-force'], ...parts['in-force']] }, 'in-force: "alat@1" ditulis dua kali.'],
    [
      { 'in-force': [{ ...parts['in-force'][0], to: '2026-01-01' }] },
      'in-force: "alat@1": hari berakhir (to) harus sesudah hari mulai (from).',
    ],
  ])('is told where it does not: %j', (over, says) => {
    expect(misfits(over)).toEqual([says])
  })
})

test('a procedure does not fit an agency that lacks a post of its actors', () => {
  const procedure = procedureFrom(`
procedure: alat
edition: '1'
title: Alat
actors: { pemohon: { label: P, is: applicant }, kabid: { label: K, post: kabid } }
steps: [{ step: ajukan, actor: pemohon, act: submit, activity: A }, { step: buat, actor: kabid, act: do, activity: B }]
`)
  expect(procedureMisfits(procedure, { posts: [] })).toMatchObject([{ at: 'kabid' }])
  const kabid = { post: 'kabid', title: 'Kabid', unit: 'dinas', duties: [] }
  expect(procedureMisfits(procedure, { posts: [kabid] })).toEqual([])
})
