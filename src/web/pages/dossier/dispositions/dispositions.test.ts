// A disposition passed on beside the path: by the forms of the page and by programs, seen by whoever asked, and taken back in time.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, programOf } from '../../../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../../../test/support/office.ts'
import { type Visit, wordsOf } from '../../../../../test/support/visit.ts'
import { sideTasks, type Walk } from '../../../../../test/support/walk.ts'
import { address, aRequest, deed, disposing, entering, everybody, type People } from '../desk.fixture.ts'

let office: TestOffice
let at: People
let secretary: Visit
let programs: Record<'kadin' | 'kasubag' | 'sekretariat' | 'pelaksana', Program>

beforeAll(async () => {
  office = await startOffice({ works: false })
  at = await everybody(office)
  secretary = await office.as('sekretariat')
  programs = {
    kadin: await programOf(office, 'kepala-dinas'),
    kasubag: await programOf(office, 'admin'),
    sekretariat: await programOf(office, 'sekretariat'),
    pelaksana: await programOf(office, 'pelaksana'),
  }
})
afterAll(() => office.stop())

const disposed = async (alsoTo: string[] = ['kasubag-umum'], grade = 'biasa'): Promise<Walk> => {
  const walk = await aRequest(office)
  await deed(at.pelaksana, walk, { ...entering, secrecy: grade })
  await deed(at.kadin, walk, { ...disposing, alsoTo })
  return walk
}

const sideOf = async (walk: Walk, post: string): Promise<string> =>
  (await sideTasks(walk)).find((one) => one.posts.includes(post))?.task ?? ''

const rootOf = async (walk: Walk): Promise<string> => (await walk.see()).dispositions[0]?.task ?? ''

const onward = (task: string, more: object = {}) => ({
  do: 'dispose-onward',
  task,
  to: ['sekretariat'],
  instructions: ['Untuk diketahui'],
  note: 'Mohon dicek di arsip',
  dueOn: '2099-12-31',
  ...more,
})

const seen = async (visit: Visit, walk: Walk): Promise<string> => wordsOf((await visit.get(address(walk))).text)

describe('A recipient beside the path', () => {
  test('passes it on; the next one sees what is asked, answers, and the answer climbs to all above', async () => {
    const walk = await disposed()
    const side = await sideOf(walk, 'kasubag-umum')
    const sent = await deed(at.kasubag, walk, onward(side))
    expect([sent.status, sent.location]).toEqual([303, address(walk)])
    expect((await walk.task()).step).toBe('disposisi-sekretaris')
    expect(wordsOf((await secretary.get('/work')).text)).toContain('Tanggapi disposisi')
    const page = await seen(secretary, walk)
    expect(page).toContain('Kepala Subbagian Umum dan Kepegawaian meneruskan berkas ini juga kepada Anda')
    expect(page).toContain('Mohon dicek di arsip')
    const below = await sideOf(walk, 'sekretariat')
    await deed(secretary, walk, { do: 'finish', task: below, note: 'Arsip lengkap' })
    for (const visit of [at.kasubag, at.kadin]) expect(await seen(visit, walk)).toContain('Arsip lengkap')
    const closed = await deed(at.kasubag, walk, { do: 'close-disposition', task: side, note: 'Tidak ada keberatan' })
    expect(closed.status).toBe(303)
    expect(await seen(at.kadin, walk)).toContain('Tidak ada keberatan')
    expect(await sideTasks(walk)).toEqual([])
  })

  test('stands in the work list with the day it has to be answered by', async () => {
    const walk = await disposed()
    await deed(at.kasubag, walk, onward(await sideOf(walk, 'kasubag-umum'), { dueOn: '2099-12-31' }))
    const task = await sideOf(walk, 'sekretariat')
    const row = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('task').select('due_at').where('agency', '=', 'demak').where('task', '=', task).executeTakeFirst(),
    )
    expect(new Date(row?.due_at ?? 0).toISOString()).toMatch(/^2099-12-31T/)
  })

  test('is told beside the field that nobody was chosen, and keeps what was typed', async () => {
    const walk = await disposed()
    const answer = await deed(at.kasubag, walk, onward(await sideOf(walk, 'kasubag-umum'), { to: [], note: 'Ketikan' }))
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('Pilih paling sedikit satu penerima.')
    expect(answer.text).toContain('Ketikan')
  })

  test('sees a secret dossier from then on, and nobody else does', async () => {
    const walk = await disposed(['kasubag-umum'], 'rahasia')
    expect((await secretary.get(address(walk))).status).toBe(404)
    await deed(at.kasubag, walk, onward(await sideOf(walk, 'kasubag-umum')))
    expect((await secretary.get(address(walk))).status).toBe(200)
    expect((await at.kabid.get(address(walk))).status).toBe(404)
  })

  test('two at once: both pass it on and answer, and nothing of either is lost', async () => {
    const walk = await disposed(['kasubag-umum', 'ketua-tim-aplikasi'])
    const team = await office.as('ketua-tim-aplikasi')
    const [one, two] = [await sideOf(walk, 'kasubag-umum'), await sideOf(walk, 'ketua-tim-aplikasi')]
    const sent = await Promise.all([
      deed(at.kasubag, walk, onward(one)),
      deed(team, walk, onward(two, { to: ['tim-teknis', 'ketua-tim-jaringan'] })),
    ])
    expect(sent.map(({ status }) => status)).toEqual([303, 303])
    expect((await sideTasks(walk)).flatMap(({ posts }) => posts).toSorted()).toEqual(
      ['kasubag-umum', 'ketua-tim-aplikasi', 'ketua-tim-jaringan', 'sekretariat', 'tim-teknis'].toSorted(),
    )
  })

  test('prints the whole tree on the disposition sheet, also on half folios', async () => {
    const walk = await disposed()
    await deed(at.kasubag, walk, onward(await sideOf(walk, 'kasubag-umum')))
    for (const wish of ['', '?paper=half-folio', '?paper=kuarto']) {
      const pdf = await at.kadin.get(`${address(walk)}/disposition-sheet.pdf${wish}`)
      expect([wish, pdf.status, pdf.headers['content-type']]).toEqual([wish, 200, 'application/pdf'])
    }
  })
})

describe('A disposition is recalled', () => {
  const recall = async (visit: Visit, walk: Walk, task: string) =>
    deed(visit, walk, { do: 'recall-disposition', task, reason: 'Salah penerima' })

  test('from the path while nobody has opened it: the step is back on the desk of who disposed', async () => {
    const walk = await disposed()
    expect(await seen(at.kadin, walk)).toContain('belum dibuka')
    expect((await recall(at.kadin, walk, await rootOf(walk))).status).toBe(303)
    expect((await walk.task()).step).toBe('disposisi-kadin')
    expect(await sideTasks(walk)).toEqual([])
    expect(await seen(at.kadin, walk)).toContain('Disposisi ditarik kembali')
    await deed(at.kadin, walk, { ...disposing, alsoTo: [] })
    expect((await walk.task()).step).toBe('disposisi-sekretaris')
  })

  test('not after a recipient has opened the page, and a sentence says who has', async () => {
    const walk = await disposed([])
    expect(await seen(at.sekretaris, walk)).toContain('giliran Anda')
    const refused = await recall(at.kadin, walk, await rootOf(walk))
    expect(refused.status).toBe(409)
    expect(wordsOf(refused.text)).toContain('Sekretaris sudah membukanya')
    expect((await walk.task()).step).toBe('disposisi-sekretaris')
  })

  test('not after a program of the recipient has read the task', async () => {
    const walk = await disposed()
    const side = await sideOf(walk, 'kasubag-umum')
    const told = await programs.kasubag.get(`/dossiers/${walk.id}/tasks/${side}`)
    expect(told.json.may).toContain('dispose-onward')
    const path = `/dossiers/${walk.id}/tasks/${side}/recall-disposition`
    expect((await programs.kadin.post(path, { reason: '' })).json.code).toBe('not-allowed')
  })

  test('or opened, never both, however close they come', async () => {
    for (let round = 0; round < 12; round += 1) {
      const walk = await disposed([])
      const next = (await walk.task()).task
      const [answer, page] = await Promise.all([
        recall(at.kadin, walk, await rootOf(walk)),
        at.sekretaris.get(address(walk)),
      ])
      const after = (await walk.see()).tasks.find((one) => one.task === next)
      const isRecalled = answer.status === 303
      expect([isRecalled, after?.recalled !== null, after?.read === null]).toEqual([isRecalled, isRecalled, isRecalled])
      expect(wordsOf(page.text).includes('giliran Anda')).toBe(!isRecalled)
      if (!isRecalled) expect(wordsOf(answer.text)).toContain('sudah membukanya')
    }
  })
})

describe('Programs do what the pages do', () => {
  const taskPath = (walk: Walk, task: string, what: string) => `/dossiers/${walk.id}/tasks/${task}/${what}`

  test('pass on, answer, ask again, close out, and read the tree', async () => {
    const walk = await disposed()
    const side = await sideOf(walk, 'kasubag-umum')
    const body = { to: ['sekretariat'], note: 'Mohon dicek' }
    expect((await programs.kasubag.post(taskPath(walk, side, 'dispose-onward'), body)).status).toBe(200)
    const below = await sideOf(walk, 'sekretariat')
    const answer = { act: 'attention', note: 'Lengkap' }
    expect((await programs.sekretariat.post(taskPath(walk, below, 'finish'), answer)).status).toBe(200)
    const again = { note: 'Tahun berapa?', dueOn: '2099-01-05' }
    expect((await programs.kasubag.post(taskPath(walk, below, 'ask-again'), again)).status).toBe(200)
    const closed = await programs.kasubag.post(taskPath(walk, side, 'close-disposition'), { note: 'Cukup' })
    expect(closed.status).toBe(200)
    const { dispositions } = (await programs.kadin.get(`/dossiers/${walk.id}/dispositions`)).json
    expect(dispositions.map((one: { depth: number; again: string | null }) => [one.depth, one.again])).toEqual([
      [0, null],
      [1, null],
      [1, below],
    ])
    expect(dispositions[1].recipients[0]).toMatchObject({ state: 'done', answer: 'Lengkap' })
    expect(dispositions[2].recipients[0]).toMatchObject({ state: 'dropped' })
  })

  test('and are refused what is not theirs', async () => {
    const walk = await disposed()
    const side = await sideOf(walk, 'kasubag-umum')
    const body = { to: ['sekretariat'], note: 'x' }
    for (const [what, sent] of Object.entries({
      'dispose-onward': body,
      'ask-again': { note: 'x' },
      'close-disposition': { note: 'x' },
      'recall-disposition': { reason: '' },
    })) {
      const answer = await programs.pelaksana.post(taskPath(walk, side, what), sent)
      expect([what, answer.json.code]).toEqual([what, 'not-yours'])
      const page = await deed(at.pelaksana, walk, { ...onward(side), do: what, note: 'x' })
      expect(page.status).toBe(409)
    }
    const applicant = await programOf(office, 'pemohon')
    expect((await applicant.get(`/dossiers/${walk.id}/dispositions`)).status).toBe(403)
    expect((await walk.see()).dispositions).toHaveLength(1)
  })
})
