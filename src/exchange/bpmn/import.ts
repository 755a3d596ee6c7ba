// A BPMN file of ours comes back: words and lanes that were changed in a modeller are taken over, any other change is refused by name.
import type { ModdleElement } from 'bpmn-moddle'
import { type Fault, faultAt } from '../../core/procedure/fault.ts'
import { type ProcedureFile, readData, readProcedure } from '../../core/procedure/read.ts'
import { procedureYaml } from '../../core/procedure/write.ts'
import { createModdle } from './descriptor.ts'
import { changesOf } from './differences.ts'
import { definitionsOf } from './export.ts'
import { elementsIn, factsOf, kept, oursOf, squashed, textIn } from './facts.ts'
import { exitId, gatewayId } from './graph.ts'

type ReadBpmn = { ok: true; file: ProcedureFile; source: string } | { ok: false; faults: Fault[] }

/** Drawings take more room than words: a procedure of thirty steps has 120 kB. */
export const MAX_BPMN_BYTES = 2 * 1024 * 1024
const MAX_TAGS = 40_000

export const readBpmn = async (xml: string): Promise<ReadBpmn> => {
  const bar = barsReading(xml)
  if (bar) return refused(bar)
  const parsed = await createModdle()
    .fromXML(xml)
    .catch((error: unknown) => String(error instanceof Error ? error.message : error))
  if (typeof parsed === 'string') return refused(noBpmn(xml, parsed))
  const process = elementsIn(parsed.rootElement, 'rootElements').find(({ $type }) => $type === 'bpmn:Process')
  const [ours] = process ? oursOf(process, 'mipp:Procedure') : []
  if (!process || !ours) return refused(foreign())
  const data = dataOf(process, ours)
  if (typeof data === 'string') return refused(damaged(data))
  const read = readData(data, () => 1)
  if (!read.ok) return read
  const source = procedureYaml(read.file)
  const again = readProcedure(source)
  if (!again.ok) return again
  const agency = textIn(ours, 'agency')
  const changes = [
    ...elementsIn(process, 'flowElements').flatMap(twiceChanged),
    ...changesOf(definitionsOf({ file: read.file, procedure: again.procedure, agency }), parsed.rootElement),
  ]
  return changes.length > 0 ? { ok: false, faults: changes } : { ok: true, file: read.file, source }
}

/** @returns the data of the procedure file, or the name of what is damaged */
const dataOf = (process: ModdleElement, ours: ModdleElement): object | string => {
  const whole = factsOf(ours)
  if (!whole || !Array.isArray(whole.steps)) return 'Process'
  const lanes = elementsIn(process, 'laneSets').flatMap((set) => elementsIn(set, 'lanes'))
  const elements = elementsIn(process, 'flowElements')
  const actors = lanes.flatMap((lane) => actorOf(lane))
  const steps = elements.flatMap((element) => stepOf(element, { lanes, elements }))
  const broken = [...actors, ...steps].find((one) => typeof one === 'string')
  if (typeof broken === 'string') return broken
  const order: unknown[] = whole.steps
  const sorted = steps.flatMap((step) => (typeof step === 'string' ? [] : [step])).toSorted(byOrder(order))
  return {
    ...whole,
    title: kept(textIn(process, 'name'), whole.title),
    actors: Object.fromEntries(actors.flatMap((one) => (typeof one === 'string' ? [] : [one]))),
    steps: sorted,
  }
}

const byOrder =
  (order: readonly unknown[]) =>
  (one: { step: string }, other: { step: string }): number =>
    order.indexOf(one.step) - order.indexOf(other.step)

const actorOf = (lane: ModdleElement): ([string, object] | string)[] =>
  oursOf(lane, 'mipp:Actor').map((ours) => {
    const facts = factsOf(ours)
    return facts ? [textIn(ours, 'key'), { ...facts, label: kept(textIn(lane, 'name'), facts.label) }] : idOf(lane)
  })

const idOf = ({ id }: ModdleElement): string => id ?? '?'

type Around = { lanes: readonly ModdleElement[]; elements: readonly ModdleElement[] }

const stepOf = (element: ModdleElement, around: Around): ({ step: string } | string)[] =>
  oursOf(element, 'mipp:Step').map((ours) => {
    const facts = factsOf(ours)
    if (!facts) return idOf(element)
    const step = textIn(ours, 'key')
    return {
      ...facts,
      step,
      activity: activityOf(element, facts.activity),
      actor: actorsOf(element, facts.actor, around.lanes),
      ...('decides' in facts ? { decides: decisionOf(step, facts.decides, around.elements) } : {}),
    }
  })

/** The name on the task and its documentation are the same text; whichever was changed counts. */
const activityOf = (element: ModdleElement, was: unknown): string => {
  const name = kept(textIn(element, 'name'), was)
  const [documentation] = elementsIn(element, 'documentation')
  const text = kept(textIn(documentation, 'text'), was)
  return name === was && squashed(text) !== '' ? text : name
}

const twiceChanged = (element: ModdleElement): Fault[] =>
  oursOf(element, 'mipp:Step').flatMap((ours) => {
    const was = factsOf(ours)?.activity
    const [name, text] = [textIn(element, 'name'), textIn(elementsIn(element, 'documentation')[0], 'text')].map(
      squashed,
    )
    const before = squashed(typeof was === 'string' ? was : '')
    return name === text || name === before || text === before || text === '' ? [] : [twoTexts(name ?? '')]
  })

/** A task in another lane has another actor; of several the first is the one in whose lane it stands. */
const actorsOf = (element: ModdleElement, was: unknown, lanes: readonly ModdleElement[]): unknown => {
  const lane = lanes.find((one) => elementsIn(one, 'flowNodeRef').includes(element))
  const [ours] = lane ? oursOf(lane, 'mipp:Actor') : []
  const now = ours ? textIn(ours, 'key') : ''
  const names: unknown[] = Array.isArray(was) ? was : [was]
  if (now === '' || names[0] === now) return was
  return names.length === 1 && !Array.isArray(was) ? now : [now, ...names.slice(1).filter((one) => one !== now)]
}

type Decides = { question: unknown; exits: { answer: string; label: unknown }[] }

const decisionOf = (step: string, was: unknown, elements: readonly ModdleElement[]): unknown => {
  if (!isDecision(was)) return was
  const shown = (id: string): string =>
    textIn(
      elements.find((one) => one.id === id),
      'name',
    )
  return {
    ...was,
    question: spokenAs(shown(gatewayId(step)), was.question),
    exits: was.exits.map((exit) => ({ ...exit, label: spokenAs(shown(exitId(step, exit.answer)), exit.label) })),
  }
}

const isDecision = (value: unknown): value is Decides =>
  typeof value === 'object' && value !== null && 'exits' in value && Array.isArray(value.exits) && 'question' in value

/** A diagram shows the Indonesian words; the English ones stay as they are. */
const spokenAs = (shown: string, was: unknown): unknown => {
  if (typeof was !== 'object' || was === null || !('id' in was)) return kept(shown, was)
  return { ...was, id: kept(shown, was.id) }
}

/** Before the reader sees it: size, and what XML can do besides holding data. */
const barsReading = (xml: string): Fault | null => {
  const declared = /<!(DOCTYPE|ENTITY)/i.exec(xml)
  if (declared) return notData(xml.slice(0, declared.index).split('\n').length)
  return xml.split('<').length > MAX_TAGS ? tooMany() : null
}

const refused = (fault: Fault): ReadBpmn => ({ ok: false, faults: [fault] })

const notData = (line: number): Fault =>
  faultAt(
    line,
    'Berkas memuat deklarasi DOCTYPE atau ENTITY, yang tidak dipakai BPMN. Simpan ulang dari editor BPMN.',
    'The file holds a DOCTYPE or ENTITY declaration, which BPMN does not use. Save it again from a BPMN editor.',
  )

const tooMany = (): Fault =>
  faultAt(
    1,
    'Diagram memuat terlalu banyak unsur untuk satu prosedur.',
    'The diagram holds too many elements for one procedure.',
  )

const noBpmn = (xml: string, message: string): Fault => {
  const line = Number(/line: (\d+)/.exec(message)?.[1] ?? 0) + 1
  return faultAt(
    Math.min(line, xml.split('\n').length),
    'Berkas bukan BPMN 2.0 yang benar. Ekspor ulang dari editor BPMN.',
    'Not valid BPMN 2.0. Export it again from the BPMN editor.',
  )
}

const foreign = (): Fault =>
  faultAt(
    1,
    'Diagram BPMN ini tidak dibuat oleh MIPP, sehingga jabatan, waktu, dan dokumennya tidak diketahui. Buat prosedurnya di MIPP dengan diagram ini sebagai acuan.',
    'This BPMN diagram was not made by MIPP, so its posts, times and papers are not known. Write the procedure in MIPP with this diagram beside it.',
  )

const twoTexts = (name: string): Fault =>
  faultAt(
    1,
    `Nama dan dokumentasi unsur "${name}" diubah menjadi dua teks yang berbeda. Samakan keduanya.`,
    `Name and documentation of the element "${name}" were changed into two different texts. Make them the same.`,
  )

const damaged = (id: string): Fault =>
  faultAt(
    1,
    `Keterangan MIPP pada unsur "${id}" rusak. Ekspor ulang diagramnya dari MIPP.`,
    `What MIPP keeps at the element "${id}" is damaged. Export the diagram from MIPP again.`,
  )
