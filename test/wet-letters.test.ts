// Letters that are signed by hand: the page is frozen and printed, its scan comes back and is matched before it is sent.
import { createHash, randomUUID } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atSending } from './support/at-sending.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { type Visit, wordsOf } from './support/visit.ts'
import { letterPdf, type Walk } from './support/walk.ts'

let office: TestOffice
let pelaksana: Visit
beforeAll(async () => {
  office = await startOffice()
  pelaksana = await office.as('pelaksana')
})
afterAll(() => office.stop())

const begun = async (name: string): Promise<Walk> => {
  const walk = await atSending(office, name)
  await walk.finish({ phase: 'send', draft: '', signing: 'wet' })
  await office.jobsDone()
  return walk
}

const letterOf = async (walk: Walk) => {
  const letter = (await walk.see()).letters[0]
  if (!letter) throw new Error('no letter')
  return letter
}

/** What a printer and a scanner make of the frozen page: other bytes, the same look. */
const scanOf = async (walk: Walk, pages = 1): Promise<Uint8Array> => {
  const frozen = (await letterOf(walk)).signing?.prepared?.sha256 ?? ''
  const page = await office.office.tools.files.read(frozen)
  const scan = await PDFDocument.create()
  const [embedded] = await scan.embedPdf(page ?? new Uint8Array())
  for (let count = 0; count < pages; count += 1) if (embedded) scan.addPage([595, 842]).drawPage(embedded)
  return scan.save()
}

/** What the public is told, on the page and over the interface, of a code or of a number. */
const toldOf = async (typed: string): Promise<string> => {
  const visit = office.visitor()
  const [page, api] = [`/check/${encodeURIComponent(typed)}`, `/api/v1/letters/${encodeURIComponent(typed)}`]
  const [shown, said] = [await visit.get(page), await visit.get(api)]
  return `${shown.status} ${wordsOf(shown.text.slice(shown.text.indexOf('<main')))} ${said.text}`
}

const scanFile = (bytes: Uint8Array) => ({ field: 'file', name: 'pindaian.pdf', type: 'application/pdf', bytes })

const fileScan = async (walk: Walk, scan: Uint8Array, eye = '') => {
  const { task, letter } = await letterOf(walk)
  const values = { do: 'file-scan', task: task ?? '', letter, eye, key: randomUUID() }
  return pelaksana.post(`/dossiers/${walk.id}`, values, [scanFile(scan)])
}

describe('A letter that is signed by hand', () => {
  test('is frozen under its number, shown with what to do, and sent when its own scan comes back', async () => {
    const walk = await begun('basah-satu')
    const { number, checkCode, signing } = await letterOf(walk)
    const shown = await pelaksana.get(`/dossiers/${walk.id}`)
    expect(wordsOf(shown.text)).toContain(`Surat ${number} menunggu tanda tangan`)
    const [work, other] = await Promise.all(
      [pelaksana, await office.as('staf-jaringan')].map((one) => one.get('/work')),
    )
    const said = `Surat ${number}`
    expect(wordsOf(work?.text ?? '')).toMatch(
      /Surat menunggu tangan Anda \(1\)[\s\S]*menunggu pindaian bertanda tangan/,
    )
    expect([wordsOf(work?.text ?? ''), wordsOf(other?.text ?? '')].map((text) => text.includes(said))).toEqual([
      true,
      false,
    ])
    const frozen = await pelaksana.get(`/dossiers/${walk.id}/unsigned/${checkCode}.pdf`)
    expect(createHash('sha256').update(frozen.bytes).digest('hex')).toBe(signing?.prepared?.sha256)
    const picture = await pelaksana.get(`/dossiers/${walk.id}/unsigned/${checkCode}/1.png`)
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png'])
    const step = (await walk.task()).step
    for (const typed of [checkCode ?? '?', number ?? '?']) {
      const told = await toldOf(typed)
      for (const words of ['belum ditandatangani', number ?? '?', '"unsigned"']) expect(told).toContain(words)
      expect(told).not.toMatch(/basah-satu|Dinas Arsip/)
    }

    const scan = await scanOf(walk)
    const filed = await fileScan(walk, scan)
    expect(filed.status).toBe(303)
    const letter = await letterOf(walk)
    expect(letter.paper?.sha256).toBe(createHash('sha256').update(scan).digest('hex'))
    expect(letter.signing?.signature).toMatchObject({
      method: 'wet',
      level: null,
      preparedSha256: signing?.prepared?.sha256,
      match: { by: 'code' },
    })
    expect((await walk.task()).step).not.toBe(step)
    expect(wordsOf((await pelaksana.get('/work')).text)).not.toContain(said)
    expect(await toldOf(checkCode ?? '?')).toContain('"valid"')
    // A number alone proves nothing: it answers like one that was never given.
    expect(await toldOf(number ?? '?')).toMatch(/^404/)
    expect(wordsOf((await pelaksana.get(`/dossiers/${walk.id}`)).text)).toContain('dicocokkan dari kode QR')
    const checked = wordsOf((await office.visitor().get(`/check/${checkCode}`)).text)
    expect(checked).toContain('Surat ini dikeluarkan oleh kantor kami')
    expect(checked).not.toContain('peragaan; bukan surat resmi')
  })

  test('is not sent with the scan of another letter, which is named', async () => {
    const [one, other] = [await begun('basah-dua'), await begun('basah-tiga')]
    const strange = await scanOf(other)
    const refused = await fileScan(one, strange, 'Saya yakin')
    expect(refused.status).toBe(422)
    expect(wordsOf(refused.text)).toContain('bukan kode surat yang menunggu di sini')
    expect((await fileScan(other, strange)).status).toBe(303)
    const named = await fileScan(one, strange, 'Saya yakin')
    expect(wordsOf(named.text)).toContain(`Pindaian ini adalah surat nomor ${(await letterOf(other)).number}`)
    expect((await letterOf(one)).paper).toBeNull()
  })

  test('whose code cannot be read goes out by the eyes of the officer, with the reason', async () => {
    const walk = await begun('basah-empat')
    const blurred = await letterPdf('Surat tanpa kode')
    const asked = await fileScan(walk, blurred)
    expect([asked.status, wordsOf(asked.text).includes('Kode QR pada pindaian tidak terbaca')]).toEqual([422, true])
    expect((await fileScan(walk, blurred, 'Kode tertutup cap basah')).status).toBe(303)
    expect((await letterOf(walk)).signing?.signature?.match).toEqual({ by: 'eye', reason: 'Kode tertutup cap basah' })
    expect(wordsOf((await pelaksana.get(`/dossiers/${walk.id}`)).text)).toContain('Kode tertutup cap basah')
  })

  test('is not sent with a scan of other pages, of 500 pages, locked, broken, or none at all', async () => {
    const walk = await begun('basah-lima')
    const says = async (scan: Uint8Array, eye = '') => {
      const answer = await fileScan(walk, scan, eye)
      return [answer.status, wordsOf(answer.text)] as const
    }
    expect((await says(await scanOf(walk, 2)))[1]).toContain('Pindaian ini 2 halaman, suratnya 1 halaman')
    expect((await says(await scanOf(walk, 500), 'Yakin'))[1]).toContain('Pindaian ini 500 halaman')
    expect((await says(Buffer.from('%PDF-1.7 rusak')))[1]).toContain('rusak')
    expect((await says(Buffer.from('bukan pdf')))[1]).toContain('bukan PDF')
    expect((await letterOf(walk)).paper).toBeNull()
  })

  test('is given up with a reason; its number stays void and the text is a draft again', async () => {
    const walk = await begun('basah-enam')
    const { task, letter, number, checkCode } = await letterOf(walk)
    const deed = { do: 'void-letter', task: task ?? '', letter, key: randomUUID() }
    expect((await pelaksana.post(`/dossiers/${walk.id}`, { ...deed, reason: '' })).status).toBe(422)
    expect((await pelaksana.post(`/dossiers/${walk.id}`, { ...deed, reason: 'Salah alamat' })).status).toBe(303)
    expect(await letterOf(walk)).toMatchObject({ number: null, voided: [{ number, reason: 'Salah alamat' }] })
    expect(wordsOf((await pelaksana.get(`/dossiers/${walk.id}`)).text)).toContain(`Nomor ${number} dibatalkan`)
    for (const typed of [checkCode ?? '?', number ?? '?']) {
      const told = await toldOf(typed)
      for (const words of ['Nomor surat ini batal', 'Tidak ada surat yang diterbitkan', number ?? '?', '"void"'])
        expect(told).toContain(words)
      expect(told).not.toMatch(/Salah alamat|basah-enam/)
    }
  })

  test('may be sealed instead, under the same number', async () => {
    const walk = await begun('basah-tujuh')
    const { number } = await letterOf(walk)
    const { task } = await walk.task()
    const deed = { do: 'retry-letter', task, signing: 'seal', key: randomUUID() }
    expect((await pelaksana.post(`/dossiers/${walk.id}`, deed)).status).toBe(303)
    await office.jobsDone()
    expect(await letterOf(walk)).toMatchObject({ number, signing: { signature: { method: 'seal' } } })
  })

  test('is nobody else’s: whoever does not see the dossier sees no frozen page, and no other post files its scan', async () => {
    const walk = await begun('basah-delapan')
    const { checkCode, task, letter } = await letterOf(walk)
    for (const visit of [office.visitor(), await office.as('pemohon')])
      expect((await visit.get(`/dossiers/${walk.id}/unsigned/${checkCode}.pdf`)).status).not.toBe(200)
    const other = await office.as('staf-jaringan')
    const values = { do: 'file-scan', task: task ?? '', letter, eye: '', key: randomUUID() }
    expect((await other.post(`/dossiers/${walk.id}`, values, [scanFile(await scanOf(walk))])).status).not.toBe(303)
    expect((await letterOf(walk)).paper).toBeNull()
  })
})
