// The editor of a draft over HTTP, without scripts: every part is saved, two editors lose nothing, strangers see nothing.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { formOf } from '../../../../test/support/page-form.ts'
import { type Answer, fieldValue, type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { readProcedure } from '../../../core/procedure/read.ts'
import { aProcedure } from '../../../store/editions.fixture.ts'
import { createProcedureDraft, readProcedureDraft } from '../../../store/procedure-drafts.ts'

const NOW = '2026-11-20T02:12:00.000Z'

let office: TestOffice
let admin: Visit
let other: Visit
let draft: string
let address: string

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => NOW })
  admin = await office.as('admin')
  other = await office.as('admin')
})
afterAll(() => office.stop())
beforeEach(() => begin(aProcedure('1')))

const begin = async (source: string) => {
  draft = randomUUID()
  address = `/procedures/pinjam-alat/drafts/${draft}`
  const named = { draft, procedure: 'pinjam-alat', edition: '1', base: null, source, isImport: false }
  await createProcedureDraft(office.office.store, 'demak', named, { person: null, now: NOW })
}

const stored = async () => {
  const found = await readProcedureDraft(office.office.store, 'demak', draft)
  if (!found) throw new Error('the draft is gone')
  return found
}

const data = async () => {
  const read = readProcedure((await stored()).source)
  if (!read.ok) throw new Error(read.faults.map((one) => one.sentence.id).join(' '))
  return read.procedure
}

const save = async (
  part: string,
  answers: Record<string, string | string[]>,
  item?: string,
  visit = admin,
): Promise<Answer> => {
  const place = `${address}?part=${part}${item === undefined ? '' : `&at=${item}`}`
  const shown = await visit.get(place)
  return visit.post(place, { ...formOf(shown.text), ...answers })
}

describe('a part of a draft', () => {
  test.each(['identity', 'actors', 'steps', 'form', 'policy', 'starts', 'registers', 'service', 'remarks', 'file'])(
    'is shown, and saving it as it stands changes nothing: %s',
    async (part) => {
      const before = await stored()
      const shown = await admin.get(`${address}?part=${part}`)
      expect(shown.status).toBe(200)
      const form = formOf(shown.text)
      if (Object.keys(form).length === 0) return
      expect((await admin.post(`${address}?part=${part}`, form)).status).toBe(303)
      expect(await stored()).toEqual(before)
    },
  )

  test('is saved in the words of an officer, and the rest of the text stays', async () => {
    expect(
      (await save('identity', { 'f.title': 'Peminjaman Alat Kantor', 'f.legalBasis': 'UU 25/2009\nPerbup 1/2025' }))
        .status,
    ).toBe(303)
    expect(await data()).toMatchObject({
      title: 'Peminjaman Alat Kantor',
      legalBasis: ['UU 25/2009', 'Perbup 1/2025'],
      subject: '{alat}',
    })
    expect(await stored()).toMatchObject({ version: 2, changedBy: { name: 'Pengelola Sistem' } })
  })

  test('a step gets a question with two answers, and what they lead to', async () => {
    await save(
      'steps',
      {
        'f.activity': 'Memeriksa lalu menyerahkan',
        'f.act': 'check',
        'f.decides.question.id': 'Lengkap?',
        'f.decides.exits.0.label.id': 'Ya',
        'f.decides.exits.0.to': 'end',
      },
      'serahkan',
    )
    await save('steps', { 'f.decides.exits.1.label.id': 'Tidak', 'f.decides.exits.1.to': 'ajukan' }, 'serahkan')
    expect((await data()).steps[1]).toMatchObject({
      step: 'serahkan',
      act: 'check',
      decides: {
        question: { id: 'Lengkap?' },
        exits: [
          { answer: 'ya', to: ['end'] },
          { answer: 'tidak', to: ['ajukan'] },
        ],
      },
    })
  })

  test('policy, starts, registers, standard and remarks are kept where the file wants them', async () => {
    await save('policy', {
      'f.policy.return.from': 'serahkan',
      'f.policy.return.to': 'ajukan',
      'f.policy.reject.by': 'serahkan',
      'f.policy.withdraw': 'serahkan',
      'f.policy.rating': 'yes',
      'f.policy.pauses.0.step': 'serahkan',
      'f.policy.pauses.0.for': 'third-party',
      'f.policy.extension.most': '2 hari',
      'f.policy.extension.by': 'serahkan',
    })
    await save('starts', { 'f.starts.0.by': 'client' })
    await save('starts', { 'f.starts.1.by': 'company' })
    await save('registers', {
      'f.records': 'Alat kantor',
      'f.registers.0.register': 'Alat kantor',
      'f.registers.0.key': 'alat',
      'f.registers.0.columns': 'alat',
    })
    await save('service', {
      'f.service.cost.id': 'Gratis',
      'f.service.cost.en': 'Free',
      'f.service.requirements.0.id': 'Surat permohonan',
    })
    await save('remarks', { 'f.remarks.0.says': 'Waktu tidak tercetak.', 'f.remarks.0.step': 'serahkan' })
    expect(await data()).toMatchObject({
      policy: {
        return: { from: ['serahkan'], to: 'ajukan', pauses: true },
        reject: { by: ['serahkan'], reason: 'required' },
        withdraw: { by: 'applicant', before: 'serahkan' },
        rating: true,
        pauses: [{ step: 'serahkan', for: 'third-party' }],
        extension: { most: '2 hari', by: ['serahkan'] },
      },
      starts: [{ by: 'client' }, { by: 'company' }],
      records: ['alat-kantor'],
      registers: [{ register: 'alat-kantor', key: 'alat', columns: ['alat'] }],
      service: { cost: { id: 'Gratis', en: 'Free' }, requirements: [{ id: 'Surat permohonan' }] },
      remarks: [{ step: 'serahkan', says: 'Waktu tidak tercetak.' }],
    })
  })

  test('a row is taken away, and a kind that changes leaves nothing behind', async () => {
    await save('starts', { 'f.starts.0.by': 'schedule' })
    await save('starts', { 'f.starts.0.rule': 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1', 'f.starts.0.form.alat': 'Laptop' })
    expect((await data()).starts).toEqual([
      { by: 'schedule', rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1', form: { alat: 'Laptop' } },
    ])
    await save('starts', { 'f.starts.0.by': 'client' })
    expect((await data()).starts).toEqual([{ by: 'client' }])
    await save('remarks', { 'f.remarks.0.says': 'Satu' })
    await save('remarks', { 'f.remarks.0.gone': 'yes' })
    expect((await data()).remarks).toEqual([])
  })

  test('a field gets options by their words, and another type takes away what it does not know', async () => {
    await save('form', { 'f.type': 'choice' }, '0.0')
    await save('form', { 'f.options.0.label.id': 'Laptop kerja' }, '0.0')
    expect((await data()).form[0]?.fields[0]).toMatchObject({
      type: 'choice',
      options: [{ value: 'laptop-kerja', label: { id: 'Laptop kerja' } }],
    })
    await save('form', { 'f.type': 'date' }, '0.0')
    expect((await data()).form[0]?.fields[0]).toEqual({
      field: 'alat',
      label: { id: 'Alat', en: 'Tool' },
      type: 'date',
      required: false,
      confidential: false,
    })
  })
})

describe('lists', () => {
  const press = (part: string, fields: Record<string, string>) => admin.post(`${address}?part=${part}`, fields)

  test('a step is added where it is wanted, named by its words, and opened', async () => {
    const added = await press('steps', {
      do: 'add-step',
      'n.activity': 'Mencatat peminjaman alat kantor',
      'n.actor': 'loket',
      'n.act': 'do',
      after: 'ajukan',
    })
    expect(added.location).toContain('at=mencatat-peminjaman-alat-kantor')
    expect((await data()).steps.map((one) => one.step)).toEqual([
      'ajukan',
      'mencatat-peminjaman-alat-kantor',
      'serahkan',
    ])
    await press('steps', { do: 'down', item: 'mencatat-peminjaman-alat-kantor' })
    await press('steps', { do: 'copy', item: 'serahkan' })
    expect((await data()).steps.map((one) => one.step)).toEqual([
      'ajukan',
      'serahkan',
      'serahkan-2',
      'mencatat-peminjaman-alat-kantor',
    ])
    await press('steps', { do: 'remove', item: 'serahkan-2' })
    expect((await data()).steps).toHaveLength(3)
  })

  test('a name that was made from words follows them, and one that was chosen does not', async () => {
    await press('steps', { do: 'add-step', 'n.activity': 'Mencatat', 'n.actor': 'loket', 'n.act': 'do' })
    const renamed = await save('steps', { 'f.activity': 'Mengarsipkan' }, 'mencatat')
    expect(renamed.location).toContain('at=mengarsipkan')
    await save('steps', { 'f.activity': 'Menyerahkan alat kepada pemohon' }, 'serahkan')
    expect((await data()).steps.map((one) => one.step)).toEqual(['ajukan', 'serahkan', 'mengarsipkan'])
    await save('steps', { 'short-name': 'Serah terima' }, 'serahkan')
    expect((await data()).steps[1]?.step).toBe('serah-terima')
  })

  test('actors, groups and fields are added, moved and removed', async () => {
    await press('actors', { do: 'add-actor', 'n.label': 'Kepala Dinas', 'n.post': 'kepala-dinas' })
    await press('actors', { do: 'up', item: 'kepala-dinas' })
    expect(Object.keys((await data()).actors)).toEqual(['pemohon', 'kepala-dinas', 'loket'])
    await press('form', { do: 'add-group', 'n.label.id': 'Waktu pinjam' })
    await press('form', { do: 'add-field', group: '1', 'n.label.id': 'Mulai', 'n.type': 'date', 'n.required': 'yes' })
    expect((await data()).form[1]).toMatchObject({
      group: 'waktu-pinjam',
      fields: [{ field: 'mulai', type: 'date', required: true }],
    })
    await press('form', { do: 'remove', item: '1' })
    expect((await data()).form).toHaveLength(1)
  })

  test('nothing is added without a word for it', async () => {
    const answer = await press('steps', { do: 'add-step', 'n.activity': ' ', 'n.act': 'do' })
    expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining('Tuliskan dulu uraiannya')])
  })
})

describe('two who edit at the same time', () => {
  test('different parts go together', async () => {
    const mine = formOf((await admin.get(`${address}?part=identity`)).text)
    await save('steps', { 'f.time': '2 jam' }, 'serahkan', other)
    expect((await admin.post(`${address}?part=identity`, { ...mine, 'f.number': 'X/7' })).status).toBe(303)
    expect(await data()).toMatchObject({ number: 'X/7', steps: [{}, { time: '2 jam' }] })
  })

  test('the same part is shown in both forms, and the officer chooses', async () => {
    const place = `${address}?part=identity`
    const mine = { ...formOf((await admin.get(place)).text), 'f.title': 'Judul saya' }
    await save('identity', { 'f.title': 'Judul rekan' }, undefined, other)
    const answer = await admin.post(place, mine)
    expect(answer.status).toBe(409)
    expect(wordsOf(answer.text)).toMatch(/Judul saya.*Judul rekan/)
    expect((await data()).title).toBe('Judul rekan')
    expect(fieldValue(answer.text, 'f.title')).toBe('Judul saya')
    expect((await admin.post(place, formOf(answer.text))).status).toBe(303)
    expect((await data()).title).toBe('Judul saya')
  })

  test('the whole text too', async () => {
    const place = `${address}?part=file`
    const mine = { ...formOf((await admin.get(place)).text), source: aProcedure('1', { title: 'Naskah saya' }) }
    await save('identity', { 'f.title': 'Judul rekan' }, undefined, other)
    const answer = await admin.post(place, mine)
    expect([answer.status, wordsOf(answer.text)]).toEqual([409, expect.stringMatching(/Naskah saya.*Judul rekan/)])
    expect((await data()).title).toBe('Judul rekan')
  })

  test('what the other removed is said, and what was typed is shown', async () => {
    const place = `${address}?part=steps&at=serahkan`
    const mine = { ...formOf((await admin.get(place)).text), 'f.activity': 'Menyerahkan dengan tanda terima' }
    await other.post(`${address}?part=steps`, { do: 'remove', item: 'serahkan' })
    const answer = await admin.post(place, mine)
    expect(answer.status).toBe(409)
    expect(wordsOf(answer.text)).toContain('Menyerahkan dengan tanda terima')
  })
})

describe('faults', () => {
  test('a draft with faults is saved, and each is told with the part that it is about', async () => {
    await save('steps', { 'f.time': 'kapan-kapan' }, 'serahkan')
    const shown = await admin.get(address)
    expect(wordsOf(shown.text)).toContain('Waktu "kapan-kapan" tidak terbaca.')
    expect(shown.text).toContain('?part=steps&amp;at=serahkan#item-serahkan')
  })

  test('a text that is no procedure is kept, and only the text can be edited until it can be read', async () => {
    expect((await save('file', { source: 'judul: [salah\n  lagi: x' })).status).toBe(303)
    const shown = await admin.get(`${address}?part=steps`)
    expect(wordsOf(shown.text)).toContain('belum dapat dibaca')
    expect(shown.text).toContain('judul: [salah')
  })

  test('a post that the office does not have is told at the actor', async () => {
    await save('file', { source: aProcedure('1').replace('post: pelaksana', 'post: juru-ketik') })
    const shown = await admin.get(address)
    expect(wordsOf(shown.text)).toContain('juru-ketik')
    expect(shown.text).toContain('?part=actors&amp;at=loket')
  })

  test('a time is read aloud while it is typed', async () => {
    const reading = async (value: string) =>
      wordsOf((await admin.get(`${address}/reading?value=${encodeURIComponent(value)}`)).text)
    expect(await reading('5 menit')).toContain('5 menit')
    expect(await reading('2 hari')).toContain('2 hari kerja')
    expect(await reading('kapan-kapan')).toContain('tidak terbaca')
  })
})

describe('files', () => {
  test('the draft is taken away as the file that it is', async () => {
    const file = await admin.get(`${address}/file`)
    expect(file.text).toBe((await stored()).source)
    expect(file.headers['content-disposition']).toContain('pinjam-alat%401.yaml')
  })

  test('another file takes its place after a yes, and only over what was looked at', async () => {
    const bytes = Buffer.from(aProcedure('1', { title: 'Dari berkas' }))
    const file = [{ field: 'file', name: 'lain.yaml', type: 'application/yaml', bytes }]
    const place = `${address}?part=file`
    expect((await admin.post(place, { do: 'replace', version: '1' }, file)).status).toBe(422)
    await save('identity', { 'f.number': 'X/1' })
    expect((await admin.post(place, { do: 'replace', version: '1', sure: 'yes' }, file)).status).toBe(409)
    expect((await admin.post(place, { do: 'replace', version: '2', sure: 'yes' }, file)).status).toBe(303)
    expect((await data()).title).toBe('Dari berkas')
  })

  test('the sheet is drawn as soon as the text is a procedure', async () => {
    const sheet = await admin.get(`${address}/sheet.svg`)
    expect([sheet.status, sheet.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8'])
  })

  test('a draft is deleted with a reason, and is gone for whoever still edits it', async () => {
    expect((await admin.post(`${address}?part=file`, { do: 'delete', reason: '' })).status).toBe(422)
    const form = formOf((await other.get(address)).text)
    expect((await admin.post(`${address}?part=file`, { do: 'delete', reason: 'Salah mulai' })).status).toBe(303)
    const late = await other.post(`${address}?part=identity`, form)
    expect([late.status, wordsOf(late.text)]).toEqual([409, expect.stringContaining('sudah disahkan atau dihapus')])
  })
})

describe('who may', () => {
  test.each(['pemohon', 'pelaksana', 'kepala-dinas'])('%s finds no draft, and changes none', async (role) => {
    const visit = await office.as(role)
    for (const path of ['', '/file', '/sheet.svg', '/reading?value=1'])
      expect((await visit.get(address + path)).status).toBe(404)
    const before = await stored()
    expect((await visit.post(`${address}?part=identity`, { do: 'save', 'f.title': 'X' })).status).toBe(404)
    expect(await stored()).toEqual(before)
  })

  test('a form without the key of the session changes nothing', async () => {
    const before = await stored()
    await admin.post(`${address}?part=identity`, {
      ...formOf((await admin.get(address)).text),
      'f.title': 'X',
      csrf: 'lain',
    })
    expect(await stored()).toEqual(before)
  })

  test('what officers type is text on every page, whatever it looks like', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'&{}'
    await save('steps', { 'f.activity': evil }, 'serahkan')
    await save('actors', { 'f.label': evil }, 'loket')
    for (const part of ['identity', 'actors', 'steps', 'form', 'policy', 'remarks', 'file'])
      expect((await admin.get(`${address}?part=${part}`)).text).not.toContain('<img src=x')
    expect((await admin.get(`${address}/sheet.svg`)).text).not.toContain('<img')
  })
})
