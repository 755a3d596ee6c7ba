// Once a day: tells the administrators by mail that the seal of their office ends, while there is time to ask for another one.
import { type SealWatch, sealTelling, watchSeal } from '../adapters/signing/seal-watch.ts'
import { sentence } from '../core/sentence.ts'
import { STORAGE_PATH } from '../store/file-troubles.ts'
import { tellAdministrators } from '../store/quarantine.ts'
import { type JobRun, type JobTools, officeOf } from './tools.ts'

export const watchSeals: JobRun = async (tools) => {
  for (const { agency } of tools.catalogue.agencies) await watchOne(tools, agency.agency)
}

const watchOne = async (tools: JobTools, office: string): Promise<void> => {
  const { agency } = await officeOf(tools, office)
  const seal = await watchSeal(tools, agency)
  const occasion = sealTelling(seal)
  if (seal === null || occasion === null) return
  tools.log.warn({ agency: office, state: seal.state }, 'the seal of the office ends')
  await tellAdministrators(tools.store, office, {
    about: 'seal-ends',
    occasion,
    now: tools.now(),
    newId: tools.newId,
    letter: (language) => letterOf(seal, language, tools.publicUrl(office)),
  })
}

const letterOf = (seal: SealWatch, language: string, publicUrl: string) => {
  const { subject, body } = seal.state === 'ending' ? ends(seal.days) : ENDED
  const speak = (one: { id: string; en: string }): string => (language === 'en' ? one.en : one.id)
  return { subject: speak(subject), body: `${speak(body)}\n\n${publicUrl}${STORAGE_PATH}\n` }
}

const ends = (days: number) => ({
  subject: sentence(
    `Sertifikat segel kantor berakhir dalam ${days} hari`,
    `The certificate of the office seal ends in ${days} days`,
  ),
  body: sentence(
    'Sesudah berakhir, surat menunggu di bawah nomornya tanpa segel. Mintakan sertifikat baru kepada penerbitnya, lalu pasang dengan "mipp seal import"; segel baru langsung dipakai. Keadaannya ada di halaman ini:',
    'Once it has ended, letters wait under their numbers without a seal. Ask its issuer for another certificate and install it with "mipp seal import"; it is used at once. How it stands is on this page:',
  ),
})

const ENDED = {
  subject: sentence('Sertifikat segel kantor sudah berakhir', 'The certificate of the office seal has ended'),
  body: sentence(
    'Surat yang disegel menunggu di bawah nomornya. Pasang sertifikat baru dengan "mipp seal import"; segel baru langsung dipakai. Keadaannya ada di halaman ini:',
    'Letters that are to be sealed wait under their numbers. Install another certificate with "mipp seal import"; it is used at once. How it stands is on this page:',
  ),
}
