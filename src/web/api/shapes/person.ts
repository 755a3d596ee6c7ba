// A person as an administrator sees them, and what inviting one or giving a post takes.
import { z } from 'zod'
import { isMailAddress } from '../../../adapters/mail/address.ts'
import { isDay } from '../../../core/clock/instant.ts'
import { oneLine } from '../../../core/person/one-line.ts'
import { bareNip, isNip, NO_NIP, RANK_MAX } from '../../../core/person/service.ts'
import { sentence } from '../../../core/sentence.ts'
import type { Account } from '../../../store/people.ts'
import { says } from '../says.ts'
import { saying } from '../shape-faults.ts'
import { day, id, moment } from './common.ts'

const MAIL_ADDRESS = sentence(
  'Di sini diharapkan alamat surel seperti nama@instansi.go.id.',
  'Expected here: a mail address such as name@agency.go.id.',
)
const CAPACITY = z.enum(['definitive', 'plt', 'plh', 'an'])
const words = (least: number, most: number) => z.string().overwrite(oneLine).min(least).max(most)

export const newMandate = z
  .strictObject({
    post: z.string().max(100),
    capacity: CAPACITY,
    fromOn: day.refine(isDay),
    toOn: day
      .refine(isDay)
      .nullable()
      .default(null)
      .meta(says('hari terakhir; null bila belum ditentukan', 'the last day; null where it is not decided')),
    decree: words(3, 120),
  })
  .meta({ id: 'NewMandate' })

export const invitation = z
  .strictObject({
    name: words(2, 120),
    email: z.string().overwrite(oneLine).max(254).refine(isMailAddress, saying(MAIL_ADDRESS)),
    isAdministrator: z.boolean().default(false),
    mandate: newMandate.nullable().default(null).meta(says('jabatan seorang petugas', 'the post of an officer')),
    membership: z
      .strictObject({ client: z.string().max(100), jobTitle: words(2, 120) })
      .nullable()
      .default(null)
      .meta(says('perangkat daerah yang diwakili seorang pemohon', 'the client an applicant asks for')),
  })
  .meta({ id: 'Invitation' })

export const service = z
  .strictObject({
    rank: z.string().overwrite(oneLine).max(RANK_MAX),
    nip: z.string().overwrite(bareNip).refine(isNip, saying(NO_NIP)),
  })
  .meta({ id: 'Service' })

export const ending = z.strictObject({ toOn: day.refine(isDay), reason: words(3, 300).optional() })
export const refusing = z.strictObject({ reason: words(5, 500) })

const company = z
  .strictObject({
    nib: z.string().meta(says('13 angka; tidak dicocokkan ke mana pun', '13 digits; compared with nothing')),
    isNew: z
      .boolean()
      .meta(
        says(
          'belum diterima kantor; menyetujui orang ini juga mendaftarkan perusahaannya',
          'not admitted by the office; approving this person also admits the company',
        ),
      ),
    address: z.string(),
    typed: z
      .strictObject({ name: z.string(), address: z.string() })
      .nullable()
      .meta(says('seperti ditulis orang ini saat mendaftar', 'as this person typed it when registering')),
  })
  .meta({ id: 'MemberCompany' })

export const person = z
  .strictObject({
    person: id,
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    rank: z
      .string()
      .meta(says('pangkat dan golongan, seperti dicetak pada surat', 'rank and grade, as printed on letters')),
    nip: z.string().meta(says('18 angka, atau kosong', '18 digits, or empty')),
    language: z.enum(['id', 'en']),
    isAdministrator: z.boolean(),
    state: z.enum(['invited', 'awaiting-approval', 'active', 'closed']),
    createdAt: moment,
    mandates: z.array(
      z.strictObject({
        mandate: id,
        post: z.string(),
        title: z.string(),
        capacity: CAPACITY,
        fromOn: day,
        toOn: day.nullable(),
        decree: z.string().nullable(),
      }),
    ),
    clients: z.array(
      z.strictObject({ client: z.string(), name: z.string(), jobTitle: z.string(), company: company.nullable() }),
    ),
  })
  .meta({ id: 'Person' })

export const personOfAccount = ({ mandates, clients, ...account }: Account): z.output<typeof person> => ({
  ...account,
  mandates: mandates.map(({ mandate, post, title, capacity, fromOn, toOn, decree }) => ({
    mandate,
    post,
    title,
    capacity,
    fromOn,
    toOn,
    decree,
  })),
  clients: clients.map(({ client, name, jobTitle, company: own }) => ({ client, name, jobTitle, company: own })),
})
