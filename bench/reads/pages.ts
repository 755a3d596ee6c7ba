// Which pages are asked for, as whom, and at which addresses: drawn from what is stored, so that no cache is flattered.
import pg from 'pg'
import type { FilledOffice } from '../support/filled-office.ts'
import { type Visitor, visitorOf } from '../support/visitor.ts'

export type Kind = {
  name: string
  visitor: Visitor /** Address of the so-manieth request. */
  path: (turn: number) => string
}

const SAMPLE = 200

export const kindsOf = async (
  office: FilledOffice,
  port: number,
  tokenOf: (role: string) => string,
): Promise<Kind[]> => {
  const found = await sample(office)
  const [officer, head, applicant, stranger] = ['pelaksana', 'kepala-dinas', 'pemohon', ''].map((role) =>
    visitorOf(port, role && tokenOf(role)),
  )
  if (!officer || !head || !applicant || !stranger) throw new Error('Nobody asks')
  const year = new Date().getUTCFullYear()
  const of = (list: readonly string[], make: (one: string) => string) => (turn: number) =>
    make(list[turn % list.length] ?? '')
  const search = (list: readonly string[], more = '') =>
    of(list, (one) => `/search?q=${encodeURIComponent(one)}${more}`)
  const kind = (name: string, visitor: Visitor, path: Kind['path'] | string): Kind => ({
    name,
    visitor,
    path: typeof path === 'string' ? () => path : path,
  })
  return [
    kind('work list, 50 rows', officer, '/work'),
    kind('work: overdue', officer, '/work?view=overdue'),
    kind('work: the most urgent first', officer, '/work?sort=urgent'),
    kind('work: a word that few have', officer, '/work?text=posyandu'),
    kind('work: a word that none has', officer, '/work?text=tidakada'),
    kind('work: waiting for others, head', head, '/work?view=elsewhere'),
    kind('work: team and below, head', head, '/work?view=team'),
    kind('work: of one client, head', head, '/work?view=elsewhere&client=dinas-arsip'),
    kind(
      'dossier, open',
      officer,
      of(found.open, (id) => `/dossiers/${id}`),
    ),
    kind(
      'dossier, finished',
      officer,
      of(found.ended, (id) => `/dossiers/${id}`),
    ),
    kind("applicant's list", applicant, '/mine'),
    kind(
      "applicant's request",
      applicant,
      of(found.mine, (id) => `/mine/${id}`),
    ),
    kind(
      'tracking',
      stranger,
      of(found.codes, (code) => `/track/${code}`),
    ),
    kind('search: a number', officer, search(found.numbers)),
    kind('search: a subdomain', officer, search(found.names)),
    kind('search: in every dossier', officer, search(['subdomain', 'pengelola laman', 'demakkab'])),
    kind('search: a client', officer, search(['puskesmas sayung', 'dinas sosial', 'kecamatan guntur'])),
    kind('search: a client and a year', officer, search([`puskesmas sayung ${year - 2}`, `dinas sosial ${year - 3}`])),
    kind('search: nothing', officer, search(['tidakada', 'zzzz', 'subdomain tidakada'])),
    kind('search: as applicant', applicant, search(['subdomain', 'posyandu', 'puskesmas sayung'])),
    kind('papers: a word of most', officer, search(['anggaran', 'ditindaklanjuti', 'kiranya'])),
    kind('papers: a word of some', officer, search(found.words)),
    kind('papers: three words', officer, search(found.triples)),
    kind('papers: a number', officer, search(found.quoted)),
    kind('papers: of one year', officer, search(found.words, `&year=${year - 2}`)),
    kind('papers: of one client', officer, search(found.words, '&client=dinas-arsip')),
    kind('papers: as applicant', applicant, search(found.words)),
    kind('agenda, this year', officer, '/agenda'),
    kind('agenda, an older year', officer, `/agenda?year=${year - 2}`),
    kind('registers', officer, '/registers'),
    kind(
      'register of subdomains',
      officer,
      of(found.names, (name) => `/registers/subdomain?after=${name}`),
    ),
    kind('services, signed out', stranger, '/'),
    kind('services, applicant', applicant, '/'),
  ]
}

const sample = async ({ url }: FilledOffice) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const list = async (query: string): Promise<string[]> =>
    (await client.query<{ one: string }>(`select one from (${query}) as found(one) limit ${SAMPLE}`)).rows.map(
      ({ one }) => one,
    )
  // Spread over all years without reading all rows: identities are random, so their order is chance.
  const some = (what: string, where: string) =>
    list(`select ${what} from dossier where agency = 'demak' and ${where} order by dossier limit ${SAMPLE}`)
  const ofLetters = (what: string) => `select ${what} from paper_text where agency = 'demak' order by dossier`
  try {
    return {
      open: await some('dossier::text', "status = 'open' and coalesce(secrecy, 'biasa') = 'biasa'"),
      ended: await some('dossier::text', "status <> 'open' and coalesce(secrecy, 'biasa') = 'biasa'"),
      mine: await some('dossier::text', "client = 'dinas-arsip'"),
      codes: await some('tracking_code', 'true'),
      numbers: await some('number', "coalesce(secrecy, 'biasa') = 'biasa'"),
      words: await list(ofLetters('split_part(text, $$ $$, 40 + mod(hashtext(dossier::text), 30))')),
      triples: await list(
        ofLetters(
          'concat_ws($$ $$, split_part(text, $$ $$, 45), split_part(text, $$ $$, 60), split_part(text, $$ $$, 70))',
        ),
      ),
      quoted: await list(ofLetters('split_part(text, $$ $$, 2)')),
      names: await list(
        "select key from register_item where agency = 'demak' and register = 'subdomain' order by dossier",
      ),
    }
  } finally {
    await client.end()
  }
}
