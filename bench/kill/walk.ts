// Takes one request through the machine interface from its filing to its end, as people and their programs would.
import { z } from 'zod'
import { type Random, randomOf } from '../fill/random.ts'
import type { Caller } from './caller.ts'
import { type Way, wayOf } from './cast.ts'
import { insist } from './contradiction.ts'

const PAUSE_MS = 60
/** Far more than any request needs: one that goes round in a ring is not at its end either. */
const MOST_LOOKS = 20_000

const CONTACT = { nama: 'Pengelola', jabatan: 'Pranata', email: 'laman@arsip.example', telepon: '0291 685000' }

const seen = z.object({
  status: z.string(),
  waits: z.array(
    z.object({ task: z.string(), step: z.string(), forApplicant: z.boolean(), effectSince: z.string().nullable() }),
  ),
  inside: z.object({
    tasks: z.array(
      z.object({ task: z.string(), kind: z.string(), closedAt: z.string().nullable(), outcome: z.string().nullable() }),
    ),
    letters: z.array(z.object({ letter: z.string(), initials: z.array(z.unknown()), paper: z.string().nullable() })),
  }),
})
type Seen = z.output<typeof seen>

type Walking = { caller: Caller; dossier: string; way: Way; chance: Random; done: Set<string> }

/** By the step that waits: who acts, what they answer, and which event that is. */
const ANSWERS: Record<string, { role: string; answer: object; makes: string }> = {
  catat: { role: 'pelaksana', answer: { act: 'enter', urgency: 'biasa', secrecy: 'biasa' }, makes: 'entered' },
  'disposisi-kadin': { role: 'kepala-dinas', answer: { act: 'dispose' }, makes: 'disposed' },
  'disposisi-sekretaris': { role: 'sekretaris', answer: { act: 'dispose' }, makes: 'disposed' },
  'disposisi-kabid': { role: 'kabid', answer: { act: 'dispose' }, makes: 'disposed' },
  buat: { role: 'pelaksana', answer: { act: 'fulfil', mode: 'system' }, makes: 'fulfilment-started' },
  terima: { role: 'pemohon', answer: { act: 'receive' }, makes: 'finished' },
}

/** @param place of the request in its run: with the seed it says all that is drawn */
export const walk = async (caller: Caller, seed: number, place: number): Promise<string> => {
  const chance = randomOf(seed, place, 2)
  const way = wayOf(chance)
  const { dossier } = await caller.command({
    role: 'pemohon',
    path: '/dossiers',
    body: filing(place),
    makes: 'submitted',
    chance,
  })
  const walking = { caller, dossier, way, chance, done: new Set<string>() }
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const now = seen.parse(await caller.read('pelaksana', `/dossiers/${dossier}`))
    if (now.status !== 'open') return finish(walking, now)
    if (!(await step(walking, now))) await new Promise((done) => setTimeout(done, PAUSE_MS))
  }
  throw new Error(`${dossier} does not come to its end`)
}

const finish = async ({ caller, dossier, way, chance }: Walking, { status }: Seen): Promise<string> => {
  insist(status === (way.end === 'returned' ? 'finished' : way.end), `${dossier} should be ${way.end} and is ${status}`)
  if (way.rates && status === 'finished') {
    const body = { score: 4, comment: 'Cepat' }
    await caller.command({ role: 'pemohon', path: `/dossiers/${dossier}/rating`, body, makes: 'rated', chance })
  }
  return dossier
}

/** @returns false when the system is at work and there is nothing for anybody to do */
const step = async (walking: Walking, now: Seen): Promise<boolean> => {
  const [wait] = now.waits
  if (!wait || wait.effectSince !== null) return false
  const { dossier, way, done } = walking
  const send = (role: string, path: string, body: unknown, makes: string) =>
    walking.caller.command({ role, path: `/dossiers/${dossier}${path}`, body, makes, chance: walking.chance })
  const once = (what: string): boolean => !done.has(what) && done.add(what).has(what)

  if (way.comments && wait.step === 'disposisi-kadin' && once('comment'))
    await send('pelaksana', '/comments', { text: 'Mohon segera', visibleToApplicant: true }, 'commented')
  if (way.end === 'withdrawn' && wait.step === 'catat') {
    await send('pemohon', '/withdraw', { reason: 'Tidak jadi' }, 'withdrawn')
  } else if (way.end === 'returned' && wait.step === 'catat' && once('return')) {
    await send('pelaksana', `/tasks/${wait.task}/return`, { reason: 'Nomor surat salah' }, 'returned')
  } else if (way.end === 'rejected' && wait.step === 'disposisi-kabid') {
    await send('kabid', `/tasks/${wait.task}/reject`, { reason: 'Sudah ada' }, 'rejected')
  } else if (wait.step === 'ajukan') {
    await send('pemohon', `/tasks/${wait.task}/correct`, { form: { 'nomor-surat': '045/99/2026' } }, 'corrected')
  } else if (wait.step === 'surat-akun') {
    await sendLetter(walking, now, wait.task)
  } else {
    const act = ANSWERS[wait.step]
    if (!act) throw new Error(`Nobody here knows the step ${wait.step}`)
    await send(act.role, `/tasks/${wait.task}/finish`, act.answer, act.makes)
  }
  return true
}

const sendLetter = async ({ caller, dossier, way, chance, done }: Walking, now: Seen, task: string): Promise<void> => {
  const finishing = (one: string) => `/dossiers/${dossier}/tasks/${one}/finish`
  const side = now.inside.tasks.find((one) => one.kind === 'initial' && one.closedAt === null)
  if (side) {
    const sendsBack = way.sendsBackDraft && !done.has('sent-back')
    done.add('sent-back')
    const body = sendsBack
      ? { act: 'initial', verdict: 'sent-back', note: 'Perbaiki' }
      : { act: 'initial', verdict: 'initialed' }
    const makes = sendsBack ? 'letter-sent-back' : 'letter-initialed'
    await caller.command({ role: 'kabid', path: finishing(side.task), body, makes, chance })
    return
  }
  const isInitialed = now.inside.letters.some((one) => one.initials.length > 0)
  const body = { act: 'send', phase: isInitialed ? 'send' : 'ask-initials', draft: 'Mohon dipakai' }
  const makes = isInitialed ? 'letter-numbered' : 'letter-drafted'
  await caller.command({ role: 'pelaksana', path: finishing(task), body, makes, chance })
}

const filing = (place: number) => ({
  procedure: 'subdomain-hosting',
  client: 'dinas-arsip',
  form: {
    jenis: 'baru',
    'nama-domain': nameOf(place),
    keperluan: 'Laman untuk masyarakat',
    tujuan: 'alamat-ip',
    'alamat-ip': addressOf(place),
    'pj-administratif': CONTACT,
    'pj-teknis': CONTACT,
    'nomor-surat': '045/12/2026',
    'tanggal-surat': '2026-11-19',
    persetujuan: 'ya',
  },
})

const nameOf = (place: number): string => `laman${place}.demakkab.go.id`
const addressOf = (place: number): string => `198.51.${Math.floor(place / 250) % 250}.${(place % 250) + 1}`
