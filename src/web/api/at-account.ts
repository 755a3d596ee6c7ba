// An act of an administrator on one account; the answer is the account as it then stands.
import type { z } from 'zod'
import { mayOffice } from '../../core/person/may.ts'
import { sentence } from '../../core/sentence.ts'
import { type Account, readAccount } from '../../store/people.ts'
import { type Asked, bad, type Call, type Caller, good, type Reply } from './endpoint.ts'
import type { ValueFault } from './problem.ts'
import { type person, personOfAccount } from './shapes/person.ts'

type PersonCall = Call<{ person: string }, unknown, unknown, Caller>
type Refused = Extract<Reply<never>, { ok: false }>

/** Only administrators know who there is. */
export const atAccount = async (
  call: PersonCall,
  change: (account: Account) => Promise<Refused | null>,
): Promise<Reply<z.output<typeof person>>> => {
  const { services, office, caller } = call
  if (!mayOffice(caller.actor, 'manage-people')) return bad('not-allowed')
  const account = await readAccount(services.store, office, call.params.person)
  if (!account) return bad('not-found')
  const refused = await change(account)
  if (refused) return refused
  const after = await readAccount(services.store, office, account.person)
  return after ? good(personOfAccount(after)) : bad('not-found')
}

export const unknownPost = ({ agency }: Pick<Asked, 'agency'>, post: string, path: string): ValueFault | null =>
  agency.agency.posts.some((one) => one.post === post)
    ? null
    : { in: 'body', path, sentence: sentence('Tidak ada jabatan dengan kode ini.', 'There is no post of this key.') }
