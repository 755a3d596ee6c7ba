// The work behind the steps, with the worker running: names and sites that really answer, letters, mail, registers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outbox } from '../src/store/outbox.ts'
import { secretsOf } from '../src/store/secrets.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { post, sideTasks, subdomainForm, submitted, toTechnician, type Walk } from './support/walk.ts'

let office: TestOffice
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.stop())

const initialAndSend = async (walk: Walk): Promise<void> => {
  await walk.finish({ phase: 'ask-initials', draft: 'Mohon segera dipakai.' })
  const [initial] = await sideTasks(walk)
  await walk.send(post('kabid-aptika'), {
    type: 'finish-step',
    task: initial?.task ?? '',
    answer: { verdict: 'initialed' },
  })
  await walk.finish({ phase: 'send', draft: 'Mohon segera dipakai.' })
  await office.jobsDone()
}

describe('the work behind the steps', () => {
  test('a new subdomain with hosting is made, proven, told by letter and kept in both registers', async () => {
    const walk = await submitted(office, subdomainForm('arsip'))
    await toTechnician(walk)
    await walk.finish({ mode: 'system' })
    await office.jobsDone()

    const made = await walk.see()
    const fulfilled = made.tasks.find((task) => task.step === 'buat')
    expect(fulfilled?.outcome).toBe('finished')
    expect(fulfilled?.proofs.map((proof) => [proof.fulfil, proof.passed])).toEqual([
      ['hosting-space', true],
      ['dns-record', true],
    ])
    const answer = await office.office.tools.dns('demak')?.ask('arsip.demakkab.go.id', 'A')
    expect(answer).toMatchObject({ ok: true, value: { authoritative: true, records: [{ value: '127.0.0.1' }] } })

    await initialAndSend(walk)
    const lettered = await walk.see()
    expect(lettered.letters[0]?.number).toMatch(/^500\.12\/1\/DINKOMINFO\/[IVX]+\/\d{4}$/)
    const paper = lettered.papers.find((one) => one.paper === 'surat-akun')
    const bytes = await office.office.tools.files.read(paper?.sha256 ?? '')
    expect(
      Buffer.from(bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')

    await walk.finish({})
    await office.jobsDone()
    expect((await walk.see()).status).toBe('finished')
    const items = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('register_item').select(['register', 'key', 'state']).orderBy('register').execute(),
    )
    expect(items).toEqual([
      { register: 'hosting', key: 'arsip.demakkab.go.id', state: 'active' },
      { register: 'subdomain', key: 'arsip.demakkab.go.id', state: 'active' },
    ])
  })

  test('the applicant hears of every turn, and no mail carries the initial password', async () => {
    const mails = await outbox(office.office.store, 'demak', 50)
    // Turns that follow each other within a blink are written by several hands at once, in any order.
    expect(mails.map((mail) => mail.subject.replace(/^\[.*\] /, '')).toSorted()).toEqual([
      'Permohonan diagendakan',
      'Permohonan diterima',
      'Permohonan selesai',
      'Surat untuk Anda tersedia',
    ])
    expect(mails.every((mail) => mail.state === 'sent')).toBe(true)
    const dossiers = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('dossier').select('dossier').execute(),
    )
    const secrets = await secretsOf(office.office.store, 'demak', dossiers[0]?.dossier ?? '')
    expect(secrets).toHaveLength(1)
    expect(secrets[0]?.openedAt).toBeNull()
  })

  test('a name that somebody else holds meanwhile is not overwritten, and the technician is told so', async () => {
    const dns = office.office.tools.dns('demak')
    if (!dns?.automatic) throw new Error('the demo keeps its names itself')
    await dns.put({ name: 'bentrok.demakkab.go.id', type: 'A', value: '192.0.2.99', ttlSeconds: 60 })
    const walk = await submitted(office, subdomainForm('bentrok', { tujuan: 'alamat-ip', 'alamat-ip': '192.0.2.10' }))
    await toTechnician(walk)
    await walk.finish({ mode: 'system' })
    await office.jobsDone()
    const task = await walk.task('buat')
    expect(task.effectSince).toBeNull()
    expect(task.failure?.reason.id).toContain('sudah dipakai')
    // The officer frees the name, then tries again: nothing has to be typed anew.
    await dns.remove('bentrok.demakkab.go.id')
    await walk.finish({ mode: 'system' })
    await office.jobsDone()
    expect((await walk.task()).step).toBe('surat-akun')
  })

  test('work done by hand is looked at from outside, and does not pass before it is there', async () => {
    const walk = await submitted(office, subdomainForm('manual', { tujuan: 'alamat-ip', 'alamat-ip': '192.0.2.20' }))
    await toTechnician(walk)
    await walk.finish({ mode: 'by-hand' })
    await office.jobsDone()
    expect((await walk.task('buat')).failure?.reason.id).toContain('belum dikenal')
    const dns = office.office.tools.dns('demak')
    if (dns?.automatic) await dns.put({ name: 'manual.demakkab.go.id', type: 'A', value: '192.0.2.20', ttlSeconds: 60 })
  })

  test('a removal takes the name away and retires it in the register', async () => {
    const walk = await submitted(office, subdomainForm('arsip', { jenis: 'hapus' }))
    await toTechnician(walk)
    await walk.finish({ mode: 'system' })
    await office.jobsDone()
    await initialAndSend(walk)
    await walk.finish({})
    await office.jobsDone()
    expect((await walk.see()).status).toBe('finished')
    const answer = await office.office.tools.dns('demak')?.ask('arsip.demakkab.go.id', 'A')
    expect(answer).toMatchObject({ ok: true, value: { code: 'NXDOMAIN' } })
    const states = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('register_item').select('state').execute(),
    )
    expect(states.map((one) => one.state)).toEqual(['retired', 'retired'])
  })

  test('a refusal reaches the applicant in writing, with a number and a check code', async () => {
    const walk = await submitted(office, subdomainForm('tolak'))
    await walk.finish({ urgency: 'biasa', secrecy: 'biasa' })
    await walk.finish({})
    await walk.finish({})
    const task = await walk.task()
    await walk.send(post('kabid-aptika'), {
      type: 'reject',
      task: task.task,
      reason: 'Layanan serupa sudah ada di laman utama.',
    })
    await office.jobsDone()
    const dossier = await walk.see()
    expect(dossier.status).toBe('rejected')
    expect(dossier.letters[0]).toMatchObject({
      letter: 'surat-penolakan',
      reason: 'Layanan serupa sudah ada di laman utama.',
    })
    expect(dossier.papers.some((paper) => paper.paper === 'surat-penolakan')).toBe(true)
    const [mail] = await outbox(office.office.store, 'demak', 1)
    expect(mail?.body).toContain('Layanan serupa sudah ada')
  })
})
