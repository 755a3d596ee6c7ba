import { expect, test } from 'vitest'
import { sopSheet } from '../../letters/sop-sheet.ts'
import { catalogueEntries } from '../procedure/sheet/catalogue.fixture.ts'
import { layOut } from '../procedure/sheet/layout.ts'
import { withPath } from '../procedure/sheet/walked.ts'
import { trialOf } from './trial.fixture.ts'
import { complete, submitWith } from './walk.fixture.ts'
import { walkedWays } from './walked-ways.ts'

const entry = catalogueEntries().find(({ procedure }) => procedure.procedure === 'pengajuan-subdomain-hosting')
if (!entry) throw new Error('The catalogue has no such procedure')
const { procedure, agency } = entry

const begun = () => {
  const trial = trialOf(procedure, { posts: agency.posts.map(({ post }) => post), zone: agency.names.zone })
  submitWith(trial, {})
  return trial
}

test('The path is what was walked: the loop that was taken and nothing that was only possible', () => {
  const trial = begun()
  complete(trial, trial.task('periksa-pengajuan'), {}, 'tidak')
  complete(trial, trial.task('perbaiki-pengajuan'), {})
  expect(walkedWays(procedure, trial.events)).toEqual(
    new Set([
      'isi-form>periksa-pengajuan',
      'periksa-pengajuan>perbaiki-pengajuan',
      'perbaiki-pengajuan>periksa-pengajuan',
    ]),
  )
})

test('Both strands of a fork are on the path, over the pages of the sheet', () => {
  const trial = begun()
  const exits: Record<string, string> = { 'periksa-pengajuan': 'ya', 'periksa-hasil': 'tidak' }
  for (let open = trial.open(); !open.includes('kirim-email'); open = trial.open())
    complete(trial, trial.task(open[0] ?? ''), {}, exits[open[0] ?? ''])
  const ways = walkedWays(procedure, trial.events)
  for (const way of ['periksa-hasil>kirim-email', 'periksa-hasil>periksa-konsep', 'disposisi-kasi>tambah-ubah'])
    expect(ways).toContain(way)

  const marks = new Map([['kirim-email', { state: 'current', rounds: 2 } as const]])
  const { pages } = withPath(layOut(sopSheet(procedure, agency)), { marks, ways })
  const symbols = pages.flatMap((page) => page.symbols)
  expect(symbols.filter(({ mark }) => mark).map(({ key, mark }) => ({ key, mark }))).toEqual([
    { key: 'kirim-email', mark: { state: 'current', rounds: 2 } },
  ])
  const walked = pages.flatMap(({ connectors }) => connectors.filter((one) => one.walked))
  // The way from row 8 to row 9 goes over two pages: both of its halves are drawn as walked.
  expect(walked.map(({ from, to }) => `${from}>${to}`)).toEqual(
    expect.arrayContaining(['disposisi-kasi>out-A', 'in-A>tambah-ubah']),
  )
  expect(walked).toHaveLength(ways.size + 1)
})
