// Forms that are sent twice, by two hands, from an old page or after the session has ended: done once, nothing typed is lost.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyFor, typed, upload } from './support/apply.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { makePerson, signIn } from './support/people.ts'
import { type Answer, type FormFields, fieldValue, type Visit, wordsOf } from './support/visit.ts'
import { letterPdf, post, subdomainForm, submitted, type Walk } from './support/walk.ts'

let office: TestOffice
let pemohon: Visit
let pelaksana: Visit
beforeAll(async () => {
  office = await startOffice()
  pemohon = await office.as('pemohon')
  pelaksana = await office.as('pelaksana')
})
afterAll(() => office.stop())

let count = 0
const aRequest = (): Promise<Walk> => submitted(office, subdomainForm(`ulang${++count}`))
const enter = async (walk: Walk, fields: FormFields, known?: string): Promise<Answer> =>
  pelaksana.post(`/dossiers/${walk.id}`, {
    do: 'finish',
    task: known ?? (await walk.task()).task,
    key: randomUUID(),
    urgency: 'biasa',
    secrecy: 'biasa',
    receivedOn: '2026-01-05',
    note: 'Lengkap',
    ...fields,
  })
const mine = (walk: Walk, act: string, fields: FormFields): Promise<Answer> =>
  pemohon.post(`/mine/${walk.id}/${act}`, { act, key: randomUUID(), ...fields }, [], `/mine/${walk.id}`)

describe('a form sent twice', () => {
  test('with two different texts under one key keeps both: going back and writing another message loses none', async () => {
    const walk = await aRequest()
    const key = randomUUID()
    expect((await mine(walk, 'comment', { key, text: 'Pesan pertama' })).status).toBe(303)
    expect((await mine(walk, 'comment', { key, text: 'Pesan pertama' })).status).toBe(303)
    expect((await mine(walk, 'comment', { key, text: 'Pesan kedua' })).status).toBe(303)
    expect((await walk.see()).comments.map((one) => one.text)).toEqual(['Pesan pertama', 'Pesan kedua'])
    const inside = { do: 'comment', task: '', key }
    await pelaksana.post(`/dossiers/${walk.id}`, { ...inside, text: 'Catatan satu' })
    await pelaksana.post(`/dossiers/${walk.id}`, { ...inside, text: 'Catatan dua' })
    expect((await walk.see()).comments).toHaveLength(4)
  })

  test('with another post under an old key gives both posts, and the same one once', async () => {
    const admin = await office.as('admin')
    const person = await makePerson(office, { email: 'dua-jabatan@dinkominfo.example' })
    const give = (postName: string) =>
      admin.post(`/people/${person}`, {
        do: 'give',
        key: '6f1c1d9e-7d1b-4a53-9d0e-0c8a5c1f2b11',
        post: postName,
        capacity: 'plt',
        fromOn: '2026-01-01',
        decree: '800/5/2026',
      })
    for (const one of ['sekretaris', 'sekretaris', 'kasubag-umum']) expect((await give(one)).status).toBe(303)
    const held = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('mandate').select('post').where('person', '=', person).orderBy('post').execute(),
    )
    expect(held.map((one) => one.post)).toEqual(['kasubag-umum', 'sekretaris'])
  })

  test('with other answers, from the page of a correction that was sent, is not told as sent', async () => {
    const walk = await applyFor(office, pemohon, 'perbaikan')
    const page = `/mine/${walk.id}/correct`
    await walk.send(post('pelaksana'), { type: 'return', task: (await walk.task()).task, reason: 'Perbaiki' })
    const form: FormFields = { do: 'send', key: randomUUID(), task: (await walk.task()).task, ...typed('perbaikan') }
    const told = async () => wordsOf((await pemohon.open((await pemohon.post(page, form)).location)).text)
    expect(await told()).toContain('dikirim')
    expect(await told()).not.toContain('tidak sedang menunggu isian')
    form.keperluan = 'Keperluan yang lain lagi'
    expect(await told()).toContain('tidak sedang menunggu isian')
  })

  test('with another letter in it, from the page of one filed at the counter, is not taken for the one filed', async () => {
    const page = '/counter/subdomain-hosting?client=dinas-kesehatan'
    const draft = fieldValue((await pelaksana.get(page)).text, 'draft') ?? ''
    const scan = [upload(await letterPdf())]
    const filed = await pelaksana.post(page, { do: 'file', draft, ...typed('suratsatu') }, scan)
    expect(filed.location).toBe(`/counter/receipts/${draft}`)
    const next = await pelaksana.post(page, { do: 'file', draft, ...typed('suratdua') }, scan)
    expect(next.status).toBe(409)
    expect(wordsOf(next.text)).toContain('Periksa isiannya sekali lagi')
    expect(fieldValue(next.text, 'nama-domain')).toBe('suratdua')
    const fresh = fieldValue(next.text, 'draft') ?? ''
    const sent = await pelaksana.post(page, { do: 'file', draft: fresh, ...typed('suratdua') })
    expect(sent.location).toBe(`/counter/receipts/${fresh}`)
  })

  test.each(['', 'x'.repeat(100_000), '__proto__', 'a\u0000b'])(
    'without a key of ours is done and told truly',
    async (key) => {
      const walk = await aRequest()
      expect((await mine(walk, 'comment', { key, text: 'Tanpa kunci' })).status).toBe(303)
      expect((await mine(walk, 'finish', { key, task: randomUUID() })).status).toBe(409)
      expect((await walk.see()).comments).toHaveLength(1)
    },
  )

  test('at the counter at the same moment files one letter, shows one receipt and leaves no draft', async () => {
    const page = '/counter/subdomain-hosting?client=dinas-pendidikan'
    for (let round = 0; round < 4; round += 1) {
      const draft = fieldValue((await pelaksana.get(page)).text, 'draft') ?? ''
      const fields = { do: 'file', draft, ...typed(`loket${round}`) }
      const scan = [upload(await letterPdf())]
      const answers = await Promise.all([1, 2, 3].map(() => pelaksana.post(page, fields, scan)))
      expect(answers.map((one) => one.location)).toEqual(Array(3).fill(`/counter/receipts/${draft}`))
    }
    const left = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('draft').select('draft').where('channel', '=', 'counter').execute(),
    )
    expect(left).toEqual([])
  })
})

describe('one task', () => {
  test('finished by two officers at the same moment is finished once; the other is told and keeps the note', async () => {
    await makePerson(office, {
      email: 'rekan@dinkominfo.example',
      mandate: { mandate: randomUUID(), post: 'pelaksana', capacity: 'definitive', fromOn: '2026-01-01', decree: '9' },
    })
    const colleague = office.visitor()
    await signIn(colleague, 'rekan@dinkominfo.example')
    const walk = await aRequest()
    const { task } = await walk.task()
    const send = (visit: Visit, note: string) =>
      visit.post(`/dossiers/${walk.id}`, {
        do: 'finish',
        task,
        key: randomUUID(),
        urgency: 'biasa',
        secrecy: 'biasa',
        receivedOn: '2026-01-05',
        note,
      })
    const answers = await Promise.all([send(pelaksana, 'Catatan satu'), send(colleague, 'Catatan dua')])
    expect(answers.map((one) => one.status).toSorted()).toEqual([303, 409])
    const late = answers.findIndex((one) => one.status === 409)
    expect(wordsOf(answers[late]?.text ?? '')).toContain('sudah diselesaikan sebelumnya')
    expect(wordsOf(answers[late]?.text ?? '')).toContain(late === 0 ? 'Catatan satu' : 'Catatan dua')
    expect((await walk.see()).tasks.filter((one) => one.step === 'disposisi-kadin')).toHaveLength(1)
  })

  test('withdrawn by its applicant while an officer finishes it ends in one of the two, and says which', async () => {
    for (let round = 0; round < 3; round += 1) {
      const walk = await aRequest()
      const { task } = await walk.task()
      const [withdrawn, entered] = await Promise.all([
        mine(walk, 'withdraw', { reason: 'Alasan mencabut' }),
        enter(walk, { note: 'Catatan petugas' }, task),
      ])
      // A request may be withdrawn after it was entered; entered after it was withdrawn it may not be.
      expect(withdrawn.status).toBe(303)
      expect((await walk.see()).status).toBe('withdrawn')
      if (entered.status !== 303) expect(wordsOf(entered.text)).toContain('Catatan petugas')
    }
  })
})

describe('a session that ends in the middle of a long form', () => {
  const expire = (visit: Visit): Promise<unknown> =>
    office.office.store.inAgency('demak', (db) =>
      db
        .updateTable('session')
        .set({ expires_at: '2020-01-01T00:00:00.000Z' })
        .where('csrf', '=', visit.csrf)
        .execute(),
    )
  /** Signs in again where the answer leads, and opens the form there. */
  const comeBack = async (visit: Visit, role: string, answer: Answer): Promise<Answer> => {
    expect(answer.location).toMatch(/^\/sign-in\?to=/)
    expect(wordsOf((await visit.get(answer.location)).text)).toContain('Isian Anda disimpan')
    const to = new URL(answer.location, 'http://local.invalid').searchParams.get('to') ?? ''
    return visit.get((await visit.post('/demo/sign-in', { role, to })).location)
  }

  test('gives back a paper letter keyed in at the counter, with its scan', async () => {
    const officer = await office.as('pelaksana')
    const page = '/counter/subdomain-hosting?client=bappeda'
    const draft = fieldValue((await officer.get(page)).text, 'draft') ?? ''
    await expire(officer)
    const scan = [upload(await letterPdf(), 'pindaian.pdf')]
    const answer = await officer.post(
      page,
      { do: 'file', draft, ...typed('diloket', { keperluan: 'Untuk peta daerah' }) },
      scan,
    )
    const back = await comeBack(officer, 'pelaksana', answer)
    expect(back.text).toContain('Untuk peta daerah')
    expect(wordsOf(back.text)).toContain('pindaian.pdf')
  })

  test('gives back a correction, with the new letter', async () => {
    const walk = await applyFor(office, pemohon, 'koreksi')
    const task = await walk.task()
    await walk.send(post('pelaksana'), { type: 'return', task: task.task, reason: 'Perbaiki keperluan' })
    const applicant = await office.as('pemohon')
    await expire(applicant)
    const fields = {
      do: 'send',
      task: (await walk.task()).task,
      key: randomUUID(),
      ...typed('koreksi', { keperluan: 'Keperluan yang sudah diperbaiki' }),
    }
    const answer = await applicant.post(`/mine/${walk.id}/correct`, fields, [upload(await letterPdf(), 'baru.pdf')])
    const back = await comeBack(applicant, 'pemohon', answer)
    expect(back.text).toContain('Keperluan yang sudah diperbaiki')
    expect(wordsOf(back.text)).toContain('baru.pdf')
  })
})

describe('a page of an old session', () => {
  test('whose fields have impossible names is parked and told, not broken', async () => {
    const stale = await office.as('pemohon')
    stale.csrf = 'kunci lama'
    const answer = await stale.post('/account', {
      do: 'profile',
      name: 'Nama baru',
      'a\u0000b': 'x',
      ['__proto__']: 'y',
    })
    expect(answer.status).toBe(303)
    expect(answer.location).toBe('/account?restore=1')
    expect((await stale.get(answer.location)).text).toContain('Nama baru')
  })

  test('never leads to another site, wherever it says it stood', async () => {
    const stale = await office.as('pemohon')
    stale.csrf = 'kunci lama'
    for (const from of ['//evil.example/a', '/\\evil.example', '//evil.example//']) {
      const answer = await stale.post('/account', { do: 'profile' }, [], from)
      expect(new URL(answer.location, `http://${stale.host}`).host).toBe(stale.host)
      expect(answer.location).not.toMatch(/^\/[/\\]/)
    }
  })
})
