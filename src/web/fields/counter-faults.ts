// What is asked at the counter besides the form: a scan in place of every letter, and an account that is the client's own.
import type { FieldFault } from '../../core/procedure/form.ts'
import { sentence } from '../../core/sentence.ts'
import type { Store } from '../../store/connect.ts'
import { membersOf } from '../../store/members.ts'
import type { JudgedForm } from './judge-form.ts'

/** The control that names the account to be told of the request; no field of a form can have this name. */
export const APPLICANT = 'counter.applicant'

type AtCounter = { office: string; client: string; applicant: string; judged: Pick<JudgedForm, 'toMake'> }

/** @param applicant empty where nobody is to be told */
export const counterFaults = async (
  store: Store,
  { office, client, applicant, judged }: AtCounter,
): Promise<FieldFault[]> => {
  const scans = judged.toMake.map(({ field }) => ({ field, sentence: SCAN_MISSING }))
  if (applicant === '') return scans
  const members = await membersOf(store, office, client)
  const isKnown = members.some((one) => one.person === applicant)
  return isKnown ? scans : [...scans, { field: APPLICANT, sentence: APPLICANT_WRONG }]
}

/** A paper letter is scanned: nothing is made from the form in its place. */
const SCAN_MISSING = sentence('Unggah hasil pindai surat kertasnya.', 'Upload the scan of the paper letter.')
const APPLICANT_WRONG = sentence('Pilih akun dari daftar.', 'Choose an account from the list.')
