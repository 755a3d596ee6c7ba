// Is this scan that very letter? By the code in its pictures and by its pages; else by the eyes of whoever files it.
import { inspectLargePdf } from '../../adapters/files/inspect.ts'
import type { Letter } from '../../core/dossier/dossier.ts'
import type { PaperRef } from '../../core/dossier/events.ts'
import { readCode, showCode } from '../../core/paper/code.ts'
import type { ScanMatch } from '../../core/paper/signing.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { letterOfCheckCode } from '../../store/letter-check.ts'
import { drawPage } from '../draw-page.ts'
import type { Services } from '../services.ts'

export type Matched = { ok: true; match: ScanMatch } | { ok: false; reason: Sentence; field: 'file' | 'eye' }

type Scan = {
  agency: string
  letter: Letter
  scan: PaperRef /** Why it is this letter, by eye; empty where nobody says so. */
  eye: string
}

type Matching = Pick<Services, 'files' | 'pictures' | 'readQr' | 'store'>

export const matchScan = async (services: Matching, { agency, letter, scan, eye }: Scan): Promise<Matched> => {
  const [frozen, pages] = await Promise.all([
    pagesOf(services, letter.signing?.prepared?.sha256 ?? ''),
    pagesOf(services, scan.sha256),
  ])
  if (pages === null) return no(isGone)
  if (pages > MOST_PAGES) return no(areTooMany(pages, frozen ?? 0))
  const codes = await codesOf(services, scan, pages)
  const strange = codes.find((code) => code !== letter.checkCode)
  if (strange !== undefined) return no(await isAnother(services, agency, strange))
  const isRead = codes.length > 0
  if (isRead && pages === frozen) return { ok: true, match: { by: 'code' } }
  if (eye.trim() !== '') return { ok: true, match: { by: 'eye', reason: eye.trim() } }
  return { ok: false, reason: isRead ? countsOtherwise(pages, frozen ?? 0) : cannotBeRead, field: 'eye' }
}

/** More than any letter has; what is longer is no scan of one. */
const MOST_PAGES = 50
/** Pages whose pictures are looked into; the code stands at the foot of each. */
const MOST_LOOKED = 10
const WIDTH_PX = 1600

/** Without holding all of it; a picture is one page. Null when it is gone. */
const pagesOf = ({ files }: Matching, sha256: string): Promise<number | null> =>
  files.within(sha256, (sight) => {
    const found = inspectLargePdf(sight)
    if (!found) return 1
    return found.ok ? (found.pages ?? 1) : 0
  })

const codesOf = async (services: Matching, scan: PaperRef, pages: number): Promise<string[]> => {
  const { files, readQr } = services
  if (scan.mime !== 'application/pdf') {
    const picture = await files.read(scan.sha256)
    return picture ? codesIn(await readQr(picture)) : []
  }
  const codes: string[] = []
  for (let page = 1; page <= Math.min(pages, MOST_LOOKED); page += 1) {
    const drawn = await drawPage(services, scan, { page, widthPx: WIDTH_PX })
    if (drawn?.ok) codes.push(...codesIn(await readQr(drawn.value.png)))
  }
  return codes
}

/** Other codes may stand on a page as well: only addresses of check pages are looked at. */
const codesIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => readCode(/\/check\/([^/?#]+)$/.exec(text)?.[1] ?? '') ?? [])

const no = (reason: Sentence): Matched => ({ ok: false, reason, field: 'file' })

const isAnother = async ({ store }: Matching, agency: string, code: string): Promise<Sentence> => {
  const found = await letterOfCheckCode(store, agency, code)
  return found?.number
    ? sentence(
        `Pindaian ini adalah surat nomor ${found.number}, bukan surat yang menunggu di sini. Pilih pindaian yang benar.`,
        `This scan is letter number ${found.number}, not the letter that waits here. Choose the right scan.`,
      )
    : sentence(
        `Kode pada pindaian ini (${showCode(code)}) bukan kode surat yang menunggu di sini. Pilih pindaian yang benar.`,
        `The code on this scan (${showCode(code)}) is not that of the letter that waits here. Choose the right scan.`,
      )
}

const countsOtherwise = (pages: number, frozen: number): Sentence =>
  sentence(
    `Pindaian ini ${pages} halaman, suratnya ${frozen} halaman. Pindai lagi semua halamannya, atau tulis mengapa pindaian ini tetap surat itu.`,
    `This scan has ${pages} pages, the letter ${frozen}. Scan all of its pages again, or write why this scan is that letter nevertheless.`,
  )

const areTooMany = (pages: number, frozen: number): Sentence =>
  sentence(
    `Pindaian ini ${pages} halaman, suratnya hanya ${frozen} halaman. Pindai surat itu saja.`,
    `This scan has ${pages} pages, the letter only ${frozen}. Scan that letter alone.`,
  )

const cannotBeRead = sentence(
  'Kode QR pada pindaian tidak terbaca. Pindai lagi lebih jelas, atau cocokkan sendiri dengan naskahnya dan tulis alasannya.',
  'The QR code on the scan cannot be read. Scan it again more clearly, or compare it with the page yourself and write why it is that letter.',
)
const isGone = sentence(
  'Berkas ini tidak sampai ke penyimpanan. Unggah lagi.',
  'This file did not reach the storage. Upload it again.',
)
