// The two doors to a step with fields: whoever may write them down on a page may by a program, and nobody else by either.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programOf } from './support/api.ts'
import type { Someone } from './support/doors.ts'
import { askedForFieldWork, type FieldOffice, photo, startFieldOffice } from './support/field-work.ts'
import { uploaded } from './support/filing.ts'
import type { Walk } from './support/walk.ts'

let field: FieldOffice
const people: Someone[] = []
beforeAll(async () => {
  field = await startFieldOffice()
  for (const who of ['pemohon', 'pelaksana', 'kabid', 'kepala-dinas', 'sekretaris', 'admin'])
    people.push({ who, visit: await field.office.as(who), program: await programOf(field.office, who) })
  people.push({
    who: 'a stranger',
    visit: field.office.visitor(),
    program: await programOf(field.office, null),
    isStranger: true,
  })
})
afterAll(() => field.stop())

const atMeasuring = async (): Promise<Walk> => {
  const walk = await askedForFieldWork(field.office)
  await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-11-20' })
  await walk.finish({ note: 'Kabel cukup' })
  return walk
}

const atTesting = async (): Promise<Walk> => {
  const walk = await atMeasuring()
  const pelaksana = people.find(({ who }) => who === 'pelaksana')
  if (!pelaksana) throw new Error('nobody measures')
  await onPage(pelaksana, walk)
  await walk.finish({ note: 'Sudah' })
  await walk.finish({ exit: 'cukup', note: 'Silakan diuji' })
  return walk
}

const onPage = async ({ visit }: Someone, walk: Walk): Promise<void> => {
  const { task } = await walk.task()
  const common = { task, key: randomUUID(), note: '' }
  const measured = { ...common, do: 'finish', latensi: '12', pukul: '09:30', 'titik-ukur.0.nama': 'Loket' }
  await visit.post(`/dossiers/${walk.id}`, measured, [photo('foto')])
  await visit.post(`/mine/${walk.id}/correct`, { ...common, do: 'send', hasil: 'baik' }, [photo('bukti')])
}

const byProgram = async ({ program, isStranger }: Someone, walk: Walk): Promise<void> => {
  const { task, step } = await walk.task()
  const upload = isStranger ? randomUUID() : await uploaded(program)
  const body =
    step === 'ukur'
      ? {
          act: 'measure',
          form: { latensi: '12', pukul: '09:30', 'titik-ukur': [{ nama: 'Loket' }] },
          files: { foto: upload },
        }
      : { act: 'do', form: { hasil: 'baik' }, files: { bukti: upload } }
  await program.post(`/dossiers/${walk.id}/tasks/${task}/finish`, body)
}

test.each([
  ['a measurement', atMeasuring, ['pelaksana']],
  ['a test by the applicant', atTesting, ['pemohon']],
] as const)('%s is written down by those it waits for, by either door', async (_, make, may) => {
  for (const door of [onPage, byProgram]) {
    const done: string[] = []
    let walk = await make()
    for (const someone of people) {
      const { task } = await walk.task()
      await door(someone, walk)
      if ((await walk.see()).tasks.find((one) => one.task === task)?.closedAt) {
        done.push(someone.who)
        walk = await make()
      }
    }
    expect(done, door.name).toEqual(may)
  }
})
