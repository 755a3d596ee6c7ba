import { expect, test } from 'vitest'
import { waitingAt } from '../dossier/office.fixture.ts'
import { system } from '../dossier/trial.fixture.ts'
import { cloudEvent } from './cloud-event.ts'

test('that the time of a step runs out is told with the rung and the step, and without a name', () => {
  const trial = waitingAt('catat')
  const { task } = trial.task('catat')
  trial.tick(4)
  const [event] = trial.must(system('ring'), { type: 'ring', clock: task, rung: 'peringatan' })
  if (!event) throw new Error('nothing rang')
  const dossier = trial.dossier()
  const told = cloudEvent({
    agency: 'demak',
    publicUrl: 'https://mipp.example',
    procedure: 'nama-situs',
    edition: '1',
    clientName: 'Dinas Arsip',
    tells: [],
    dossier,
    event,
    seq: dossier.version,
  })
  expect(told).toMatchObject({
    type: 'mipp.dossier.rung-reached',
    subject: dossier.number,
    data: { step: 'catat', rung: 'peringatan', clock: 'step' },
  })
  expect(JSON.stringify(told)).not.toContain('Dinas Arsip')
})
