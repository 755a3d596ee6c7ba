import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestOffice } from '../../../../test/support/office.ts'
import { type FormFields, fieldValue, type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { letterPdf, walkOf } from '../../../../test/support/walk.ts'
import { startOfficeOfWays } from '../../../../test/support/ways.ts'
import { tidyRows } from '../../../store/tidy.ts'

let office: TestOffice
let nowMs = Date.parse('2026-11-20T02:00:00.000Z')
const pass = (seconds: number): void => {
  nowMs += seconds * 1000
}

beforeAll(async () => {
  office = await startOfficeOfWays({ now: () => new Date(nowMs).toISOString() })
})
afterAll(() => office.stop())

const REPORT = '/report/lapor-konten'
const FILLED = {
  'alamat.0.url': 'https://contoh.example/judi-rahasia',
  'alamat.1.url': 'https://contoh.example/judi-kedua',
  kategori: 'judi',
}

/** Each from a place of its own hour, so that one test does not use up the rate of the next. */
const anHour = () => pass(3600)

const opened = async (visitor: Visit): Promise<FormFields> => {
  const form = await visitor.get(REPORT)
  pass(10)
  return { 'lapor.formulir': fieldValue(form.text, 'lapor.formulir') ?? '' }
}

const reports = async () =>
  office.office.store.inAgency('demak', (db) =>
    db
      .selectFrom('dossier')
      .select(['dossier', 'tracking_code', 'client'])
      .where('channel', '=', 'public')
      .orderBy('submitted_at')
      .execute(),
  )

const sent = async (visitor: Visit, fields: FormFields = {}): Promise<string> => {
  const before = (await reports()).map((one) => one.dossier)
  const answer = await visitor.post(REPORT, { ...(await opened(visitor)), ...FILLED, ...fields })
  expect([answer.status, answer.location]).toEqual([303, `${REPORT}/sent`])
  const fresh = (await reports()).filter((one) => !before.includes(one.dossier))
  expect(fresh).toHaveLength(1)
  return fresh[0]?.dossier ?? ''
}

const pdf = async (field = 'bukti', name = 'bukti.pdf') => ({
  field,
  name,
  type: 'application/pdf',
  bytes: await letterPdf(),
})

describe('a form without an account', () => {
  test('is there only for what the procedure opens to the public', async () => {
    for (const name of ['subdomain-hosting', 'uji-jaringan', 'rekomendasi-kabel', 'tidak-ada']) {
      const visitor = office.visitor()
      expect([name, (await visitor.get(`/report/${name}`)).status]).toEqual([name, 404])
      expect([name, (await visitor.post(`/report/${name}`, FILLED)).status]).toEqual([name, 404])
      expect([name, (await visitor.get(`/report/${name}/sent`)).status]).toEqual([name, 404])
    }
  })

  test('is not sent by another site, nor with a form made up, of another browser, or older than six hours', async () => {
    anHour()
    const visitor = office.visitor()
    const before = await reports()
    const own = await opened(visitor)
    const foreign = await visitor.send(
      'POST',
      REPORT,
      { origin: 'https://jahat.example', 'content-type': 'application/x-www-form-urlencoded' },
      Buffer.from(new URLSearchParams({ ...own, ...FILLED } as Record<string, string>).toString()),
    )
    expect(foreign.status).toBe(403)
    const tries: [Visit, FormFields][] = [
      [visitor, { 'lapor.formulir': 'karangan' }],
      [visitor, {}],
      [office.visitor(), own],
    ]
    for (const [who, fields] of tries) {
      const answer = await who.post(REPORT, { ...FILLED, ...fields })
      expect(answer.status).toBe(422)
      expect(wordsOf(answer.text)).toContain('Formulir ini sudah lama terbuka')
      expect(answer.text).toContain('judi-rahasia')
    }
    pass(7 * 3600)
    const old = await visitor.post(REPORT, { ...FILLED, ...own })
    expect(old.status).toBe(422)
    expect(await reports()).toEqual(before)
    pass(10)
    const again = { 'lapor.formulir': fieldValue(old.text, 'lapor.formulir') ?? '' }
    expect((await visitor.post(REPORT, { ...FILLED, ...again })).location).toBe(`${REPORT}/sent`)
  })

  test('comes back with its faults, with what was typed and with the files that were good', async () => {
    anHour()
    const visitor = office.visitor()
    const faulty = await visitor.post(REPORT, { ...(await opened(visitor)), 'alamat.0.url': 'bukan alamat' }, [
      await pdf(),
    ])
    expect(faulty.status).toBe(422)
    expect(wordsOf(faulty.text)).toContain('Kategori belum diisi.')
    expect(faulty.text).toContain('bukan alamat')
    expect(faulty.text).toContain('bukti.pdf')
    const again = { 'lapor.formulir': fieldValue(faulty.text, 'lapor.formulir') ?? '' }
    expect((await visitor.post(REPORT, { ...again, ...FILLED })).status).toBe(303)
    const [last] = (await reports()).slice(-1)
    const dossier = await walkOf(office, 'demak', last?.dossier ?? '').see()
    expect(dossier.papers.map((paper) => paper.name)).toEqual(['bukti.pdf'])
  })

  test('shows one more row where asked, also without scripts, and sends nothing', async () => {
    anHour()
    const visitor = office.visitor()
    const before = await reports()
    const answer = await visitor.post(REPORT, { ...(await opened(visitor)), ...FILLED, row: 'add:alamat' })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('name="alamat.2.url"')
    expect(await reports()).toEqual(before)
  })

  test('keeps no file of whoever was given no form, none above five megabytes, and no more than five', async () => {
    anHour()
    const stranger = await office.visitor().post(REPORT, FILLED, [await pdf()])
    expect(wordsOf(stranger.text)).toContain('Berkas ini belum disimpan')
    const visitor = office.visitor()
    const big = { ...(await pdf()), bytes: Buffer.concat([await letterPdf(), Buffer.alloc(5 * 1024 * 1024)]) }
    const tooBig = await visitor.post(REPORT, { ...(await opened(visitor)), ...FILLED }, [big])
    expect(tooBig.status).toBe(422)
    expect(wordsOf(tooBig.text)).toMatch(/5 MB/)
    const six = await Promise.all(Array.from({ length: 6 }, (_, at) => pdf('bukti', `bukti-${at}.pdf`)))
    const tooMany = await visitor.post(REPORT, { ...(await opened(visitor)), ...FILLED }, six)
    expect(wordsOf(tooMany.text)).toContain('Terlalu banyak berkas dikirim tanpa akun')
  })

  test('looks into files as into all others', async () => {
    anHour()
    const visitor = office.visitor()
    const answer = await visitor.post(REPORT, { ...(await opened(visitor)), ...FILLED }, [
      { ...(await pdf()), bytes: Buffer.from('MZ program') },
    ])
    expect(answer.status).toBe(422)
    expect(answer.text).not.toContain('bukti.pdf</')
  })

  test('shows the files of one browser to no other, whose report it cannot become', async () => {
    anHour()
    const visitor = office.visitor()
    const own = await opened(visitor)
    await visitor.post(REPORT, { ...own, kategori: 'judi' }, [await pdf('bukti', 'milik-pelapor.pdf')])
    const other = office.visitor()
    await other.get(REPORT)
    const answer = await other.post(REPORT, { ...own, ...FILLED })
    expect(answer.status).toBe(422)
    expect(answer.text).not.toContain('milik-pelapor.pdf')
  })
})

describe('robots', () => {
  test('that send at once are told politely, and nothing typed is lost', async () => {
    anHour()
    const visitor = office.visitor()
    const form = await visitor.get(REPORT)
    const token = { 'lapor.formulir': fieldValue(form.text, 'lapor.formulir') ?? '' }
    const fast = await visitor.post(REPORT, { ...token, ...FILLED })
    expect(fast.status).toBe(422)
    expect(wordsOf(fast.text)).toContain('lebih cepat daripada orang dapat mengisinya')
    expect(fast.text).toContain('judi-rahasia')
    pass(10)
    expect((await visitor.post(REPORT, { ...token, ...FILLED })).status).toBe(303)
  })

  test('that fill in every field are asked a question, which nobody answers for another report', async () => {
    anHour()
    const visitor = office.visitor()
    const before = await reports()
    const token = await opened(visitor)
    const asked = await visitor.post(REPORT, { ...token, ...FILLED, 'lapor.situs': 'https://iklan.example' })
    expect(asked.status).toBe(422)
    const question = fieldValue(asked.text, 'lapor.pertanyaan') ?? ''
    expect(question).not.toBe('')
    const trapped = { ...FILLED, 'lapor.situs': 'https://iklan.example', 'lapor.pertanyaan': question }
    expect((await visitor.post(REPORT, { ...token, ...trapped, 'lapor.jawaban': 'entah' })).status).toBe(422)
    const other = await opened(visitor)
    const right = answerTo(wordsOf(asked.text))
    expect((await visitor.post(REPORT, { ...other, ...trapped, 'lapor.jawaban': right })).status).toBe(422)
    expect(await reports()).toEqual(before)
    expect((await visitor.post(REPORT, { ...token, ...trapped, 'lapor.jawaban': ` ${right}. ` })).status).toBe(303)
  })

  test('that send report after report are asked from the sixth on, and stopped after thirty', async () => {
    anHour()
    const visitor = office.visitor()
    for (let count = 0; count < 5; count += 1) await sent(visitor)
    const token = await opened(visitor)
    const asked = await visitor.post(REPORT, { ...token, ...FILLED })
    expect(asked.status).toBe(422)
    expect(wordsOf(asked.text)).toContain('Jawab satu pertanyaan singkat')
    for (let count = 6; count < 30; count += 1) await visitor.post(REPORT, { ...token, ...FILLED })
    const stopped = await visitor.post(REPORT, { ...token, ...FILLED })
    expect(stopped.status).toBe(429)
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0)
    expect(stopped.text).toContain('judi-rahasia')
    anHour()
    await sent(visitor)
  })
})

/** What anybody would answer. */
const answerTo = (words: string): string => {
  const known: [string, string][] = [
    ['tiga ditambah empat', 'tujuh'],
    ['sepuluh dikurangi dua', '8'],
    ['dua kali tiga', 'Enam'],
    ['lima ditambah lima', 'sepuluh'],
    ['sembilan dikurangi enam', '3'],
    ['hari dalam seminggu', '7'],
    ['bulan dalam setahun', 'dua belas'],
    ['sesudah hari Senin', 'Selasa'],
    ['sebelum hari Minggu', 'Hari Sabtu'],
    ['sesudah bulan Maret', 'april'],
    ['lebih besar: dua puluh', 'dua puluh'],
  ]
  return known.find(([question]) => words.includes(question))?.[1] ?? `no answer known in: ${words}`
}

describe('a report', () => {
  test('sent twice is one, and its code is shown once, to its sender alone', async () => {
    anHour()
    const visitor = office.visitor()
    const token = await opened(visitor)
    const before = (await reports()).length
    const one = await visitor.post(REPORT, { ...token, ...FILLED })
    const two = await visitor.post(REPORT, { ...token, ...FILLED })
    expect([one.location, two.location]).toEqual([`${REPORT}/sent`, `${REPORT}/sent`])
    const all = await reports()
    expect(all).toHaveLength(before + 1)
    const code = all.at(-1)?.tracking_code ?? 'none'
    const shown = `${code.slice(0, 5)}-${code.slice(5)}`
    expect((await office.visitor().get(`${REPORT}/sent`)).text).not.toContain(shown)
    const first = await visitor.get(`${REPORT}/sent`)
    expect(first.text).toContain(shown)
    expect(first.headers['cache-control']).toContain('no-store')
    expect((await visitor.get(`${REPORT}/sent`)).text).not.toContain(shown)
  })

  test('belongs to the public, names nobody, and waits on the desk of the next post', async () => {
    anHour()
    const id = await sent(office.visitor())
    const dossier = await walkOf(office, 'demak', id).see()
    expect(dossier).toMatchObject({ channel: 'public', client: '_public', applicant: null, asker: 'public' })
    expect((await eventsOf(id))[0]).toContain('"by": {"kind": "public"}')
    expect(dossier.tasks.map((task) => [task.step, task.closedAt === null])).toEqual([
      ['lapor', false],
      ['kategori', true],
    ])
  })

  test('sent by somebody who is signed in names them no more than anybody else', async () => {
    anHour()
    const pemohon = await office.as('pemohon')
    const id = await sent(pemohon)
    expect((await pemohon.get(`/mine/${id}`)).status).toBe(404)
    expect((await pemohon.get('/mine')).text).not.toContain(id)
    const found = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('person').select('person').where('demo_role', '=', 'pemohon').executeTakeFirstOrThrow(),
    )
    expect((await eventsOf(id)).join('\n')).not.toContain(found.person)
  })

  test('is followed by its code without a word of what is in it', async () => {
    anHour()
    const id = await sent(office.visitor(), { 'surel-pelapor': 'pelapor@warga.example' })
    const { trackingCode } = await walkOf(office, 'demak', id).see()
    const page = await office.visitor().get(`/track/${trackingCode}`)
    expect(page.status).toBe(200)
    const words = wordsOf(page.text.slice(page.text.indexOf('<main')))
    expect(words).toContain('Dalam proses')
    for (const word of ['judi', 'Judi', 'contoh.example', 'pelapor@', 'Tim Teknis', 'bukti'])
      expect([word, words.includes(word)]).toEqual([word, false])
  })

  test('is told of by mail only to the address it gave, which stands in no book, and without its content', async () => {
    anHour()
    await office.jobsDone()
    const silent = await sent(office.visitor())
    const spoken = await sent(office.visitor(), { 'surel-pelapor': 'pelapor@warga.example' })
    await office.jobsDone()
    const mails = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('mail').selectAll().where('dossier', 'in', [silent, spoken]).execute(),
    )
    expect(mails.map((mail) => [mail.dossier, mail.to_address, mail.state])).toEqual([
      [spoken, '(pelapor / reporter)', 'sent'],
    ])
    const text = JSON.stringify(mails)
    for (const word of ['pelapor@warga', 'judi', 'contoh.example', 'Laporan konten']) expect(text).not.toContain(word)
    const { trackingCode } = await walkOf(office, 'demak', spoken).see()
    expect(mails[0]?.body).toContain(`/track/${trackingCode}`)
  })
})

const eventsOf = async (id: string): Promise<string[]> => {
  const rows = await office.office.store.inAgency('demak', (db) =>
    db.selectFrom('event').selectAll().where('dossier', '=', id).orderBy('seq').execute(),
  )
  return rows.map((row) => row.payload ?? '')
}

test('files of a report that is never sent are forgotten after a day, and kept until then', async () => {
  anHour()
  const visitor = office.visitor()
  await visitor.post(REPORT, { ...(await opened(visitor)), kategori: 'judi' }, [await pdf()])
  const at = (hours: number) => new Date(nowMs + hours * 3_600_000).toISOString()
  expect((await tidyRows(office.office.tools.store, 'demak', at(1))).reports).toBe(0)
  expect((await tidyRows(office.office.tools.store, 'demak', at(25))).reports).toBeGreaterThan(0)
})
