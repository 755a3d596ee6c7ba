import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import { sideTasks, subdomainForm, submitted, toTechnician, type Walk } from '../../../../test/support/walk.ts'
import { deed, everybody, type People } from '../dossier/desk.fixture.ts'

let office: TestOffice
let at: People
let walk: Walk

/** The whole way, so that the registers are fed. */
const finished = async (name: string, secrecy: string): Promise<Walk> => {
  const one = await submitted(office, subdomainForm(name))
  if (secrecy === 'biasa') await toTechnician(one)
  else {
    await one.finish({ urgency: 'biasa', secrecy })
    for (let desk = 0; desk < 3; desk += 1) await one.finish({})
  }
  await deed(at.pelaksana, one, { do: 'finish', mode: 'system' })
  await office.jobsDone()
  await deed(at.pelaksana, one, { do: 'finish', phase: 'ask-initials', draft: '' })
  const [side] = await sideTasks(one)
  await deed(at.kabid, one, { do: 'finish', task: side?.task ?? '', verdict: 'initialed' })
  await deed(at.pelaksana, one, { do: 'finish', phase: 'send', draft: '' })
  await office.jobsDone()
  await one.finish({})
  return one
}

beforeAll(async () => {
  office = await startOffice()
  at = await everybody(office)
  walk = await finished('laman-arsip', 'biasa')
})
afterAll(() => office.stop())

describe('The registers', () => {
  test('are listed with how much they hold', async () => {
    const list = wordsOf((await at.kasubag.get('/registers')).text)
    expect(list).toContain('Subdomain 1 aktif, 0 tidak aktif')
    expect(list).toContain('Hosting 1 aktif, 0 tidak aktif')
  })

  test('show an item with its facts by the labels of the form, its state and its last dossier', async () => {
    const { text } = await at.kasubag.get('/registers/subdomain')
    const words = wordsOf(text)
    expect(words).toContain('laman-arsip.demakkab.go.id')
    expect(words).toContain('Hosting di server Dinkominfo')
    expect(words).toContain('Penanggung jawab teknis')
    expect(words).toContain('Aktif')
    expect(text).toContain(`/dossiers/${walk.id}`)
  })

  test('leave out what comes from a secret dossier, and say so', async () => {
    await finished('tertutup', 'rahasia')
    const outside = wordsOf((await at.kasubag.get('/registers/subdomain')).text)
    expect(outside).not.toContain('tertutup.demakkab.go.id')
    expect(outside).toContain('1 isian berasal dari berkas terbatas atau rahasia')
    expect(wordsOf((await at.kadin.get('/registers/subdomain')).text)).toContain('tertutup.demakkab.go.id')
  })

  test('are not for applicants, and one that does not exist is not found', async () => {
    expect((await at.pemohon.get('/registers')).status).toBe(404)
    expect((await at.pemohon.get('/registers/subdomain')).status).toBe(404)
    expect((await at.kasubag.get('/registers/tidak-ada')).status).toBe(404)
  })
})
