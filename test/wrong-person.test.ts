// Whoever asks for what is not theirs finds nothing: by address, in lists, in mails, with somebody else's key or cookie.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outbox } from '../src/store/outbox.ts'
import { secretsOf } from '../src/store/secrets.ts'
import { applyFor, fillIn, SERVICE, typed, upload } from './support/apply.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { makePerson, signIn } from './support/people.ts'
import { fieldValue, Visit, wordsOf } from './support/visit.ts'
import { letterPdf, post, sideTasks, subdomainForm, submitted, type Walk } from './support/walk.ts'

let office: TestOffice
let pemohon: Visit
let pelaksana: Visit
const others: Record<string, Visit> = {}

const someone = async (email: string, more: Omit<Parameters<typeof makePerson>[1], 'email'>): Promise<Visit> => {
  await makePerson(office, { email, ...more })
  const visit = office.visitor()
  await signIn(visit, email)
  return visit
}
const mandate = (postName: string) => ({
  mandate: randomUUID(),
  post: postName,
  capacity: 'definitive' as const,
  fromOn: '2026-01-01',
  decree: '800/1/2026',
})

beforeAll(async () => {
  office = await startOffice()
  pemohon = await office.as('pemohon')
  pelaksana = await office.as('pelaksana')
  others['a stranger'] = office.visitor()
  others['an applicant of another agency'] = await someone('staf@dinkes.example', {
    membership: { client: 'dinas-kesehatan', jobTitle: 'Staf' },
  })
  others['an administrator without a post'] = await someone('pengelola@dinkominfo.example', { isAdministrator: true })
  others['somebody with neither post nor agency'] = await someone('siapa@dinkominfo.example', {})
})
afterAll(() => office.stop())

/** Letter sent, secret waiting, receipt, papers: everything that could be asked for by its address. */
const finishedWalk = async (name: string, secrecy: 'biasa' | 'terbatas' | 'rahasia'): Promise<Walk> => {
  const walk = await applyFor(office, pemohon, name)
  await walk.finish({ urgency: 'biasa', secrecy, receivedOn: '2026-01-05' })
  await walk.finish({ note: 'Mohon diproses' })
  await walk.finish({})
  await walk.finish({})
  await walk.finish({ mode: 'system' })
  await office.jobsDone()
  await walk.finish({ phase: 'ask-initials', draft: '' })
  const [initial] = await sideTasks(walk)
  await walk.send(post('kabid-aptika'), {
    type: 'finish-step',
    task: initial?.task ?? '',
    answer: { verdict: 'initialed' },
  })
  await walk.finish({ phase: 'send', draft: '' })
  await office.jobsDone()
  return walk
}

const addressesOf = async (walk: Walk): Promise<string[]> => {
  const { papers, tasks } = await walk.see()
  return [
    ...['', '/receipt', '/receipt.pdf', '/correct'].map((page) => `/mine/${walk.id}${page}`),
    ...papers.map((paper) => `/mine/${walk.id}/papers/${paper.id}`),
    ...['', '/disposition-sheet.pdf'].map((page) => `/dossiers/${walk.id}${page}`),
    ...papers.flatMap((paper) => ['', '/pages/1.png'].map((page) => `/dossiers/${walk.id}/papers/${paper.id}${page}`)),
    ...tasks.flatMap(({ task }) =>
      ['', '/draft.pdf', '/draft/1.png'].map((page) => `/dossiers/${walk.id}/tasks/${task}${page}`),
    ),
    `/counter/receipts/${walk.id}`,
    `/counter/receipts/${walk.id}.pdf`,
  ]
}

const deedsOn = async (walk: Walk): Promise<[string, Record<string, string>][]> => {
  const { tasks } = await walk.see()
  const task = tasks.at(-1)?.task ?? ''
  return [
    ...['finish', 'withdraw', 'comment', 'rate', 'attach'].map((act): [string, Record<string, string>] => [
      `/mine/${walk.id}/${act}`,
      { act, task, text: 'x', reason: 'x', score: '1' },
    ]),
    [`/mine/${walk.id}/correct`, { do: 'send', task, ...typed('direbut') }],
    [`/mine/${walk.id}/draft`, typed('direbut')],
    ...['finish', 'take', 'return', 'reject', 'override', 'comment', 'attach', 'retry-letter'].map(
      (act): [string, Record<string, string>] => [
        `/dossiers/${walk.id}`,
        { do: act, task: act === 'comment' || act === 'attach' ? '' : task, text: 'x', reason: 'x' },
      ],
    ),
  ]
}

describe('a dossier of an agency', () => {
  let walk: Walk
  let secret: string
  beforeAll(async () => {
    walk = await finishedWalk('milik', 'biasa')
    secret = (await secretsOf(office.office.store, 'demak', walk.id))[0]?.secret ?? ''
  })

  test('is for nobody else: no page, no paper, no draft, no receipt under any of its addresses', async () => {
    for (const [who, visit] of Object.entries(others)) {
      for (const address of await addressesOf(walk)) {
        const answer = await visit.get(address)
        expect([404, 303], `${who} at ${address}`).toContain(answer.status)
        if (answer.status === 303) expect(answer.location).toMatch(/^\/sign-in\?to=/)
        expect(answer.text).not.toContain('milik')
      }
    }
  })

  test('is moved by nobody else, and its password opened by nobody else, officers of the office included', async () => {
    const before = (await walk.see()).version
    for (const [who, visit] of Object.entries({ ...others, 'an officer': pelaksana })) {
      const opened = await visit.post(`/mine/${walk.id}/secrets/${secret}`, {}, [], `/mine/${walk.id}`)
      expect([404, 303], who).toContain(opened.status)
    }
    for (const [who, visit] of Object.entries(others)) {
      for (const [path, fields] of await deedsOn(walk)) {
        const answer = await visit.post(path, { key: randomUUID(), ...fields })
        expect([404, 303], `${who} to ${path}`).toContain(answer.status)
      }
    }
    expect((await walk.see()).version).toBe(before)
    expect((await secretsOf(office.office.store, 'demak', walk.id))[0]?.openedAt).toBeNull()
  })

  test('leaves no picture of its papers for the next person at the same computer', async () => {
    const paper = (await walk.see()).papers[0]?.id
    const path = `/dossiers/${walk.id}/papers/${paper}/pages/1.png`
    const seen = await pelaksana.get(path)
    expect(seen.status).toBe(200)
    expect(seen.headers['cache-control']).toBe('private, no-cache')
    const known = { 'if-none-match': String(seen.headers.etag) }
    const again = await pelaksana.get(path, known)
    expect([again.status, again.bytes.length]).toEqual([304, 0])
    for (const visit of Object.values(others)) expect((await visit.get(path, known)).status).toBe(404)
  })

  test('opens no password and no paper of another dossier through its own address', async () => {
    const own = await submitted(office, subdomainForm('punyasendiri'))
    const paper = (await walk.see()).papers[0]?.id
    expect((await pemohon.post(`/mine/${own.id}/secrets/${secret}`, {}, [], `/mine/${own.id}`)).status).toBe(404)
    expect((await pemohon.get(`/mine/${own.id}/papers/${paper}`)).status).toBe(404)
    expect((await pelaksana.get(`/dossiers/${own.id}/papers/${paper}`)).status).toBe(404)
    const task = (await walk.see()).tasks[1]?.task ?? ''
    const crossed = await pelaksana.post(`/dossiers/${own.id}`, {
      do: 'finish',
      task,
      key: randomUUID(),
      urgency: 'biasa',
      secrecy: 'biasa',
      receivedOn: '2026-01-05',
    })
    expect(crossed.status).toBe(409)
    expect((await own.task()).step).toBe('catat')
  })
})

describe('a form in work', () => {
  test('is seen and sent by nobody but its writer, a colleague of the same agency included', async () => {
    const colleague = await someone('rekan@arsip.example', { membership: { client: 'dinas-arsip', jobTitle: 'Staf' } })
    await fillIn(pemohon, typed('drafku'), [upload(await letterPdf(), 'rahasia-kami.pdf')])
    const summary = await pemohon.get(`${SERVICE}/summary`)
    const draft = fieldValue(summary.text, 'draft') ?? ''
    const seen = fieldValue(summary.text, 'seen') ?? ''
    for (const visit of [colleague, ...Object.values(others)]) {
      expect((await visit.open(`${SERVICE}/apply`)).text).not.toContain('drafku')
      expect([404, 303]).toContain((await visit.get(`${SERVICE}/upload/surat-permohonan`)).status)
      const sent = await visit.post(`${SERVICE}/summary`, { draft, seen })
      expect(sent.location).not.toContain('/mine/')
    }
    expect((await pemohon.get(`${SERVICE}/summary`)).text).toContain('drafku')
  })
})

describe.each(['terbatas', 'rahasia'] as const)('a dossier entered as "%s"', (secrecy) => {
  const name = `senyap${secrecy}`
  let walk: Walk
  beforeAll(async () => {
    walk = await finishedWalk(name, secrecy)
  })

  test('does not exist for an officer who has nothing to do with it', async () => {
    const kasubag = await office.as('admin')
    for (const address of await addressesOf(walk)) expect((await kasubag.get(address)).status, address).toBe(404)
    for (const [path, fields] of await deedsOn(walk))
      expect((await kasubag.post(path, { key: randomUUID(), ...fields })).status, path).toBe(404)
  })

  test('is named in none of the lists of such an officer, finished or not', async () => {
    const kasubag = await office.as('admin')
    const { number } = await walk.see()
    for (const page of [
      '/',
      '/work',
      '/agenda',
      '/registers',
      '/registers/subdomain',
      '/registers/hosting',
      '/people',
    ]) {
      const { text } = await kasubag.open(page)
      expect(text, page).not.toContain(name)
      expect(text, page).not.toContain(walk.id)
    }
    for (const query of [name, number, (await walk.see()).trackingCode]) {
      const { text } = await kasubag.get(`/search?q=${encodeURIComponent(query)}`)
      expect(text).not.toContain(walk.id)
      expect(text).not.toContain(`${name}.demakkab`)
    }
  })

  test('stays with those through whose hands it went, and with its applicant', async () => {
    for (const role of ['pelaksana', 'kepala-dinas', 'sekretaris', 'kabid'])
      expect((await (await office.as(role)).get(`/dossiers/${walk.id}`)).status, role).toBe(200)
    expect((await pemohon.get(`/mine/${walk.id}`)).status).toBe(200)
  })

  test('tells the public nothing of what it is about', async () => {
    const dossier = await walk.see()
    const tracked = await office.visitor().get(`/track/${dossier.trackingCode}`)
    expect(tracked.status).toBe(200)
    expect(tracked.text).not.toContain(name)
    const checked = await office.visitor().get(`/check/${dossier.letters[0]?.checkCode}`)
    expect(checked.status).toBe(200)
    expect(checked.text).not.toContain(name)
  })
})

describe('mails about a secret dossier', () => {
  test('say that something happened and where to read it, and nothing of what it is about', async () => {
    const walk = await applyFor(office, pemohon, 'bungkam')
    await walk.finish({ urgency: 'biasa', secrecy: 'rahasia', receivedOn: '2026-01-05' })
    await walk.finish({})
    await walk.finish({})
    const task = await walk.task()
    await walk.send(post('kabid-aptika'), { type: 'reject', task: task.task, reason: 'Alasan yang hanya untuk Anda.' })
    await office.jobsDone()
    const mails = (await outbox(office.office.store, 'demak', 200)).filter((mail) => mail.body.includes(walk.id))
    const after = mails.filter((mail) => !mail.subject.includes('diterima'))
    expect(after).toHaveLength(2)
    for (const mail of after) {
      expect(`${mail.subject} ${mail.body}`).not.toContain('bungkam')
      expect(mail.body).not.toContain('Alasan yang hanya untuk Anda')
      expect(mail.body).toContain('hanya dapat dibaca di MIPP')
    }
    expect(wordsOf((await pemohon.get(`/mine/${walk.id}`)).text)).toContain('Alasan yang hanya untuk Anda')
  })
})

describe('a session', () => {
  test('of one office is worth nothing at another, whatever its cookie', async () => {
    const walk = await applyFor(office, pemohon, 'tetangga')
    const host = pelaksana.host.replace('demak', 'tulungagung')
    const token = pelaksana.cookies.get('mipp_session') ?? ''
    const carried = new Visit(office.port, host, { token, csrf: pelaksana.csrf })
    expect((await carried.get('/work')).location).toContain('/sign-in')
    const neighbour = await office.as('pelaksana', 'tulungagung')
    expect((await neighbour.get('/work')).status).toBe(200)
    const { papers, trackingCode } = await walk.see()
    for (const address of [`/dossiers/${walk.id}`, `/dossiers/${walk.id}/papers/${papers[0]?.id}`])
      expect((await neighbour.get(address)).status).toBe(404)
    expect(
      (await neighbour.post(`/dossiers/${walk.id}`, { do: 'take', task: (await walk.task()).task, key: randomUUID() }))
        .status,
    ).toBe(404)
    expect((await neighbour.get(`/track/${trackingCode}`)).status).toBe(404)
    expect((await neighbour.get('/search?q=tetangga')).text).not.toContain(walk.id)
  })

  test('of an account closed meanwhile, or of a post given back, ends or loses its power at once', async () => {
    const person = await makePerson(office, { email: 'pergi@dinkominfo.example', mandate: mandate('pelaksana') })
    const leaving = office.visitor()
    await signIn(leaving, 'pergi@dinkominfo.example')
    const walk = await submitted(office, subdomainForm('pergi'))
    expect((await leaving.get(`/dossiers/${walk.id}`)).status).toBe(200)
    const { store } = office.office
    await store.inAgency('demak', (db) =>
      db.updateTable('mandate').set({ to_on: '2026-01-02' }).where('person', '=', person).execute(),
    )
    expect((await leaving.get(`/dossiers/${walk.id}`)).status).toBe(404)
    expect((await leaving.get('/work')).status).toBe(404)
    const take = { do: 'take', task: (await walk.task()).task, key: randomUUID() }
    expect((await leaving.post(`/dossiers/${walk.id}`, take)).status).toBe(404)
    await store.inAgency('demak', (db) =>
      db.updateTable('person').set({ state: 'closed' }).where('person', '=', person).execute(),
    )
    expect((await leaving.get('/account')).location).toContain('/sign-in')
    expect((await leaving.post(`/dossiers/${walk.id}`, take)).location).toContain('/sign-in')
    expect((await walk.task()).takenBy).toBeNull()
  })

  test('of an agency’s person who was taken off that agency sees its requests no more', async () => {
    const person = await makePerson(office, {
      email: 'pindah@arsip.example',
      membership: { client: 'dinas-arsip', jobTitle: 'Staf' },
    })
    const moved = office.visitor()
    await signIn(moved, 'pindah@arsip.example')
    const walk = await submitted(office, subdomainForm('pindah'))
    expect((await moved.get(`/mine/${walk.id}`)).status).toBe(200)
    await office.office.store.inAgency('demak', (db) =>
      db.updateTable('membership').set({ client: 'bappeda' }).where('person', '=', person).execute(),
    )
    expect((await moved.get(`/mine/${walk.id}`)).status).toBe(404)
    expect(wordsOf((await moved.get('/mine')).text)).not.toContain('pindah.demakkab')
  })
})

describe('the key of somebody else’s form', () => {
  test('does nothing in their name and hides nothing that one sends oneself', async () => {
    const walk = await submitted(office, subdomainForm('kuncinya'))
    const key = randomUUID()
    const colleague = await someone('teman@arsip.example', { membership: { client: 'dinas-arsip', jobTitle: 'Staf' } })
    for (const visit of [pemohon, colleague])
      expect(
        (await visit.post(`/mine/${walk.id}/comment`, { act: 'comment', key, text: 'Sama' }, [], `/mine/${walk.id}`))
          .status,
      ).toBe(303)
    const { comments } = await walk.see()
    expect(new Set(comments.map(({ by }) => by.kind === 'client' && by.person)).size).toBe(2)
  })
})

describe('the book of mails outside the demo', () => {
  test('shows an administrator no words of a dossier that is not for their eyes', async () => {
    const real = await startOffice({ isDemo: false })
    try {
      const person = await makePerson(real, {
        email: 'pemohon@nyata.example',
        membership: { client: 'dinas-arsip', jobTitle: 'Staf' },
      })
      const applicant = real.visitor()
      await signIn(applicant, 'pemohon@nyata.example')
      const walk = await applyFor(real, applicant, 'takterlihat')
      await walk.finish({ urgency: 'biasa', secrecy: 'rahasia', receivedOn: '2026-01-05' })
      await real.jobsDone()
      expect(person).toBeTruthy()
      await makePerson(real, { email: 'admin@nyata.example', isAdministrator: true })
      const admin = real.visitor()
      await signIn(admin, 'admin@nyata.example')
      const book = await admin.get('/outbox')
      expect(book.status).toBe(200)
      expect(book.text).toContain('pemohon@nyata.example')
      expect(book.text).not.toContain('takterlihat')
    } finally {
      await real.stop()
    }
  })
})
