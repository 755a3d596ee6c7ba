// Work in a team, through the pages and by programs: taking, handing over, sharing out, and disposing of many letters at once.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleOf, type Program, programOf } from '../../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { makePerson, signIn } from '../../../../test/support/people.ts'
import { type Answer, type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { post, type Walk } from '../../../../test/support/walk.ts'
import { address, aRequest, deed, entering, everybody, type People } from '../dossier/desk.fixture.ts'

let office: TestOffice
let at: People
let colleague: Visit
let colleagueId: string
let program: Program

beforeAll(async () => {
  office = await startOffice({ works: false })
  at = await everybody(office)
  const mandate = {
    mandate: randomUUID(),
    post: 'pelaksana',
    capacity: 'definitive',
    fromOn: '2026-01-01',
    decree: null,
  }
  const email = 'rekan@dinkominfo.example'
  colleagueId = await makePerson(office, { email, name: 'Rekan Pelaksana', mandate: mandate as never })
  colleague = office.visitor()
  await signIn(colleague, email)
  program = await programOf(office, { person: colleagueId })
})
afterAll(() => office.stop())

const choice = async (walk: Walk): Promise<string> => `${walk.id}.${(await walk.task()).task}`
const choices = (walks: readonly Walk[]): Promise<string[]> => Promise.all(walks.map(choice))
const choose = async (visit: Visit, walks: readonly Walk[], what: string): Promise<Answer> =>
  visit.post('/work/chosen', { task: await choices(walks), do: what, key: randomUUID(), back: '/work?view=basket' })
const takenBy = async (walk: Walk) => (await walk.task()).takenBy
const several = async (count: number): Promise<Walk[]> => {
  const walks: Walk[] = []
  for (let each = 0; each < count; each += 1) walks.push(await aRequest(office))
  return walks
}
/** Entered, so that they wait for the disposition of the head. */
const letters = async (count: number): Promise<Walk[]> => {
  const walks = await several(count)
  for (const walk of walks) await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-01-05' })
  return walks
}

describe('The basket of a team', () => {
  test('several tasks are taken at once, and given back at once', async () => {
    const walks = await several(3)
    const taken = await choose(colleague, walks, 'take')
    expect(taken.location).toBe('/work?view=basket')
    for (const walk of walks) expect(await takenBy(walk)).toBe(colleagueId)
    await choose(colleague, walks, 'release')
    for (const walk of walks) expect(await takenBy(walk)).toBeNull()
  })

  test('of what a colleague took meanwhile the reason is told, and the others are taken', async () => {
    const [free, lost] = await several(2)
    if (!free || !lost) throw new Error('two were made')
    await deed(at.pelaksana, lost, { do: 'take' })
    const answer = await choose(colleague, [free, lost], 'take')
    expect(wordsOf(answer.text)).toContain('1 dari 2 tugas dicatat')
    expect(wordsOf(answer.text)).toContain('Tugas ini sedang dikerjakan rekan Anda')
    expect(await takenBy(free)).toBe(colleagueId)
  })

  test('nothing ticked is told, not guessed', async () => {
    await colleague.post('/work/chosen', { do: 'take', key: randomUUID() })
    expect(wordsOf((await colleague.get('/work')).text)).toContain('Belum ada yang dipilih')
  })
})

describe('Sharing out', () => {
  test('deals several tasks out in turn among those who are ticked', async () => {
    const walks = await several(3)
    const form = await choose(at.pelaksana, walks, 'share')
    const options = [
      ...form.text.matchAll(/name="to"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="to"/g),
    ]
    const people = options.map((found) => found[1] ?? found[2] ?? '')
    expect(people).toContain(colleagueId)
    expect(people).toHaveLength(2)
    const task = await choices(walks)
    const shared = await at.pelaksana.post('/work/share', { task, to: people, note: 'Tolong', key: randomUUID() })
    expect(wordsOf(shared.text)).toContain('3 tugas selesai dicatat')
    expect(await Promise.all(walks.map(takenBy))).toEqual([people[0], people[1], people[0]])
  })

  test('by whoever stands above reaches into the hands of somebody below', async () => {
    const [walk] = await several(1)
    if (!walk) throw new Error('one was made')
    await deed(at.pelaksana, walk, { do: 'take' })
    const shared = await at.kabid.post('/work/share', {
      task: await choices([walk]),
      to: colleagueId,
      key: randomUUID(),
    })
    expect(wordsOf(shared.text)).toContain('Diserahkan kepada Rekan Pelaksana')
    expect(await takenBy(walk)).toBe(colleagueId)
    expect(wordsOf((await at.kabid.get(address(walk))).text)).toContain('Diserahkan kepada Rekan Pelaksana')
  })

  test('to somebody who does not hold the post is refused, and changes nothing', async () => {
    const [walk] = await several(1)
    if (!walk) throw new Error('one was made')
    const task = await choices([walk])
    const refused = await at.pelaksana.post('/work/share', { task, to: randomUUID(), key: randomUUID() })
    expect(wordsOf(refused.text)).toContain('tidak memegang jabatan yang mengerjakan tugas ini')
    expect(await takenBy(walk)).toBeNull()
    const none = await at.pelaksana.post('/work/share', { task, key: randomUUID() })
    expect(none.status).toBe(422)
  })

  test('is not for an officer who neither holds the post nor stands above it', async () => {
    const [walk] = await several(1)
    if (!walk) throw new Error('one was made')
    const task = await choices([walk])
    const refused = await at.kasubag.post('/work/share', { task, to: colleagueId, key: randomUUID() })
    expect(wordsOf(refused.text)).toContain('Anda tidak berwenang melakukan ini')
    expect(await takenBy(walk)).toBeNull()
  })
})

describe('Handing one task over', () => {
  test('on the page of the dossier, and by a program', async () => {
    const [walk] = await several(1)
    if (!walk) throw new Error('one was made')
    expect((await deed(at.pelaksana, walk, { do: 'hand-over', to: '' })).status).toBe(422)
    await deed(at.pelaksana, walk, { do: 'hand-over', to: colleagueId, note: 'Mohon dilanjutkan' })
    expect(await takenBy(walk)).toBe(colleagueId)
    const { task } = await walk.task()
    const path = `/dossiers/${walk.id}/tasks/${task}`
    const others = await program.get(`${path}/colleagues`)
    const [other] = others.json.colleagues
    const handed = await program.post(`${path}/hand-over`, {
      ...Object(exampleOf('handOverTask')),
      to: other?.person,
    })
    expect(handed.status).toBe(200)
    expect(await takenBy(walk)).toBe(other?.person)
    expect((await program.post(`${path}/hand-over`, { to: colleagueId })).status).toBe(409)
  })
})

describe('Many letters, one instruction', () => {
  const disposing = async (walks: readonly Walk[], more: Record<string, string | string[]> = {}) => ({
    task: await choices(walks),
    instructions: ['Proses lebih lanjut'],
    note: 'Mohon diproses',
    key: randomUUID(),
    back: '/work',
    ...more,
  })

  test('each is disposed of by itself, with its own record', async () => {
    const walks = await letters(3)
    const form = await choose(at.kadin, walks, 'dispose')
    expect(wordsOf(form.text)).toContain('Disposisi 3 surat ke Sekretaris')
    const answer = await at.kadin.post('/work/dispose', await disposing(walks))
    expect(wordsOf(answer.text)).toContain('3 tugas selesai dicatat')
    for (const walk of walks) {
      expect((await walk.task()).posts).toEqual(['sekretaris'])
      expect((await walk.see()).dispositions).toMatchObject([
        { to: ['sekretaris'], instructions: ['Proses lebih lanjut'], note: 'Mohon diproses' },
      ])
    }
  })

  test('a double press does each once and answers alike', async () => {
    const walks = await letters(2)
    const fields = await disposing(walks)
    const answers = await Promise.all([0, 1].map(() => at.kadin.post('/work/dispose', fields)))
    for (const answer of [...answers, await at.kadin.post('/work/dispose', fields)])
      expect(wordsOf(answer.text)).toContain('2 tugas selesai dicatat')
    for (const walk of walks) expect((await walk.see()).dispositions).toHaveLength(1)
  })

  test('what somebody else did meanwhile is told, the others go on, and what was typed is kept', async () => {
    const walks = await letters(2)
    const fields = await disposing(walks, { note: 'Catatan yang tidak hilang' })
    await walks[0]?.send(post('kepala-dinas'), {
      type: 'finish-step',
      task: (await walks[0].task()).task,
      answer: { note: 'lebih dahulu' },
    })
    const answer = await at.kadin.post('/work/dispose', fields)
    expect(wordsOf(answer.text)).toContain('1 dari 2 tugas dicatat')
    expect(wordsOf(answer.text)).toContain('Tugas ini sudah diselesaikan sebelumnya')
    expect(answer.text).toContain('value="Catatan yang tidak hilang"')
    expect((await walks[1]?.task())?.posts).toEqual(['sekretaris'])
  })

  test('what is no disposition is left out with its reason', async () => {
    const [letter] = await letters(1)
    const [fresh] = await several(1)
    if (!letter || !fresh) throw new Error('two were made')
    const form = await choose(at.kadin, [letter, fresh], 'dispose')
    expect(wordsOf(form.text)).toContain('Disposisi 1 surat ke Sekretaris')
    expect(wordsOf(form.text)).toContain('Tidak ikut didisposisi')
    await deed(at.pelaksana, fresh, entering)
  })

  test('whoever may not see a secret letter cannot tell it from one that is not there', async () => {
    const [walk] = await several(1)
    if (!walk) throw new Error('one was made')
    await walk.finish({ urgency: 'biasa', secrecy: 'rahasia', receivedOn: '2026-01-05' })
    const answer = await at.kasubag.post('/work/dispose', await disposing([walk]))
    expect(wordsOf(answer.text)).toContain('Tugas ini tidak ada, atau bukan untuk Anda')
    expect(answer.text).not.toContain((await walk.see()).number)
  })

  test('is for officers alone, and comes to nothing by its address', async () => {
    const fields = await disposing(await letters(1))
    expect((await at.pemohon.post('/work/dispose', fields)).status).toBe(404)
    for (const path of ['/work/dispose', '/work/share', '/work/chosen'])
      expect((await at.kadin.get(path)).location).toBe('/work')
  })

  test('letters that go to different desks are not mixed, and one touch parts them', async () => {
    const [first, second] = await letters(2)
    if (!first || !second) throw new Error('two were made')
    await second.finish({ note: 'Teruskan' })
    const visit = await withBothPosts()
    const mixed = await choose(visit, [first, second], 'dispose')
    expect(mixed.status).toBe(422)
    expect(wordsOf(mixed.text)).toContain('tidak dapat didisposisi bersama')
    expect(wordsOf(mixed.text)).toContain('1 surat ke Sekretaris')
    const fields = await disposing([first, second])
    expect((await visit.post('/work/dispose', fields)).status).toBe(422)
    for (const walk of [first, second]) expect((await walk.see()).dispositions.length).toBeLessThanOrEqual(1)
  })
})

/** Somebody who holds the post of the head and the one below. */
const withBothPosts = async (): Promise<Visit> => {
  const email = `${randomUUID()}@dinkominfo.example`
  const mandate = {
    mandate: randomUUID(),
    post: 'sekretaris',
    capacity: 'definitive',
    fromOn: '2026-01-01',
    decree: null,
  }
  const person = await makePerson(office, { email, name: 'Pejabat Rangkap', mandate: mandate as never })
  await office.office.store.inAgency('demak', (db) =>
    db
      .insertInto('mandate')
      .values({
        agency: 'demak',
        mandate: randomUUID(),
        person,
        post: 'kepala-dinas',
        capacity: 'definitive',
        from_on: '2026-01-01',
        to_on: null,
        decree: null,
      })
      .execute(),
  )
  const both = office.visitor()
  await signIn(both, email)
  return both
}
