// `mipp procedure publish`: a file without faults becomes a ratified edition of the running office, in force from a day.
import { parseArgs } from 'node:util'
import { headPost } from '../../core/agency/agency.ts'
import { isDay } from '../../core/clock/instant.ts'
import { readProcedure } from '../../core/procedure/read.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { publishSource } from '../../store/edition-acts.ts'
import { withAppStore } from '../app-database.ts'
import type { Command, ExitCode, Io } from '../command.ts'
import { type EditionFile, readEditionFile } from '../edition-file.ts'
import { todayAt } from '../office-day.ts'
import { say, wrongUse } from '../say.ts'

const name = 'procedure publish'
const usage = 'FILE [--from YYYY-MM-DD] [--decree TEXT] [--post POST] [--agency A] [--json]'

export const procedurePublish: Command = {
  name,
  usage,
  about:
    'Mengesahkan berkas prosedur sebagai edisi kantor yang berjalan dan memberlakukannya (mulai hari ini bila --from tidak disebut); edisi sebelumnya berakhir pada hari itu. / Ratifies a procedure file as an edition of the running office and puts it in force (from today without --from); the one before ends that day.',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) return wrongUse(io, name, usage)
    const read = await readEditionFile(io, { file, agency: values.agency })
    if ('id' in read) return say(io, 1, read)
    const from = values.from ?? todayAt(read.office.agency)
    if (!isDay(from)) return say(io, 2, badDay(from))
    const post = values.post ?? headPost(read.office.agency)
    if (!read.office.agency.posts.some((one) => one.post === post)) return say(io, 2, badPost(post))
    return publish(io, read, { from, post, decree: values.decree, json: values.json })
  },
}

const options = {
  from: { type: 'string' },
  decree: { type: 'string', default: '' },
  post: { type: 'string' },
  agency: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

type Asked = { from: string; post: string; decree: string; json: boolean }

const publish = async (io: Io, file: EditionFile, { from, post, decree, json }: Asked): Promise<ExitCode> => {
  const { office, source, faults, now } = file
  const { agency } = office.agency
  const procedure = readProcedure(source)
  if (!procedure.ok || faults.some((fault) => fault.severity === 'error')) return say(io, 1, notSound())
  const named = { procedure: procedure.procedure.procedure, edition: procedure.procedure.edition }
  const name = `${agency}/${named.procedure}@${named.edition}`
  const published = { ...named, source, post, decree, from, reason: decree, today: todayAt(office.agency) }
  const done = await withAppStore(io, (store) => publishSource(store, agency, published, { person: null, now }))
  if (!done.ok) return say(io, 1, 'sentence' in done ? done.sentence : differs(name))
  const told = { agency, ...named, from, post, decree }
  io.out(json ? JSON.stringify(told, null, 2) : `${name} berlaku mulai ${from}. / ${name} is in force from ${from}.`)
  return 0
}

const badDay = (from: string): Sentence =>
  sentence(`"${from}" bukan tanggal. Tulis misalnya 2027-01-31.`, `"${from}" is no day. Write for example 2027-01-31.`)

const badPost = (post: string): Sentence =>
  sentence(`Jabatan "${post}" tidak ada di agency.yaml.`, `There is no post "${post}" in agency.yaml.`)

const notSound = (): Sentence =>
  sentence(
    'Tidak disahkan: perbaiki kesalahan di atas lebih dahulu.',
    'Not ratified: put the faults above right first.',
  )

const differs = (name: string): Sentence =>
  sentence(
    `Edisi ${name} sudah disahkan dengan isi lain. Beri berkas ini nama edisi yang baru.`,
    `The edition ${name} is ratified with another text. Give this file a new edition name.`,
  )
