// Notes that the bytes of a paper are gone or damaged, and tells the administrators: by a mail a day, and on their page.
import type { FileTrouble } from '../adapters/files/checked.ts'
import type { Catalogue } from '../core/agency/catalogue.ts'
import { sentence } from '../core/sentence.ts'
import { noteTrouble, STORAGE_PATH } from '../store/file-troubles.ts'
import type { JobTools } from './tools.ts'

export type TroubleTools = Pick<JobTools, 'store' | 'now' | 'newId' | 'publicUrl' | 'log'> & { catalogue: Catalogue }

type Trouble = { sha256: string; what: FileTrouble }

/** The storage is one for all agencies: each that has such a paper is told. */
export const tellOfTrouble = async (tools: TroubleTools, trouble: Trouble): Promise<void> => {
  for (const { agency } of tools.catalogue.agencies) {
    const { agency: office } = agency
    const isNews = await noteTrouble(tools.store, office, {
      ...trouble,
      now: tools.now(),
      newId: tools.newId,
      letterToAdministrator: (language) => letterIn(language, tools.publicUrl(office)),
    })
    if (isNews) tools.log.error({ ...trouble, agency: office }, 'the bytes of a paper are not as they were kept')
  }
}

const letterIn = (language: string, publicUrl: string) => {
  const speak = (one: { id: string; en: string }): string => (language === 'en' ? one.en : one.id)
  return { subject: speak(SUBJECT), body: `${speak(BODY)}\n\n${publicUrl}${STORAGE_PATH}\n` }
}

const SUBJECT = sentence('Ada dokumen yang rusak atau hilang', 'A paper is damaged or missing')

const BODY = sentence(
  'Isi sebuah dokumen di penyimpanan tidak ada, atau tidak lagi sama dengan yang dahulu disimpan. MIPP tidak memberikannya kepada siapa pun. Kembalikan berkasnya dari cadangan, lalu jalankan "mipp files verify". Surel ini paling banyak satu kali sehari; daftar lengkapnya ada di halaman ini:',
  'The bytes of a paper are gone from the storage, or are no longer what was kept. MIPP hands them to nobody. Put the file back from a backup, then run "mipp files verify". This mail comes once a day at most; the whole list is on this page:',
)
