// A procedure goes out as BPMN, is drawn whole, and comes back without loss; changes in a modeller are taken over or refused by name.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ModdleElement } from 'bpmn-moddle'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedDrawing } from '../../core/procedure/invented.fixture.ts'
import { type ProcedureFile, readData, readProcedure } from '../../core/procedure/read.ts'
import { readProcedureFile } from '../read-file.ts'
import { createModdle } from './descriptor.ts'
import { procedureBpmn } from './export.ts'
import { elementIn, elementsIn } from './facts.ts'

const catalogue = join(import.meta.dirname, '../../../catalogue')
const files = readdirSync(catalogue, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /procedures\/.*\.yaml$/.test(file),
)
const TULUNGAGUNG = 'tulungagung/procedures/pengajuan-subdomain-hosting.yaml'

const bpmnOf = async (source: string): Promise<string> => {
  const read = readProcedure(source)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return procedureBpmn({ ...read, agency: 'Dinas Kominfo & Statistik' })
}
const xmlOf = (file: string) => bpmnOf(readFileSync(join(catalogue, file), 'utf8'))
const back = (xml: string) => readProcedureFile({ name: 'a.bpmn', bytes: new TextEncoder().encode(xml) })
const fileOf = async (xml: string): Promise<ProcedureFile> => {
  const read = await back(xml)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.file
}
const faultsOf = async (xml: string): Promise<string> => {
  const read = await back(xml)
  if (read.ok) throw new Error('was taken')
  expect(read.faults.every(({ sentence }) => sentence.en !== '')).toBe(true)
  return read.faults.map(({ sentence }) => sentence.id).join('\n')
}
const changed = (xml: string, from: string | RegExp, to: string): string => {
  const now = xml.replace(from, to)
  if (now === xml) throw new Error(`There is no ${from}`)
  return now
}

/** Keys that no procedure of the catalogue has so far. */
const NEW_KEYS = (source: string): string =>
  source.replace(
    /^policy:$/m,
    'policy:\n  pauses: [{ step: catat, for: third-party, label: { id: Penyedia, en: Supplier } }]\n  extension: { most: 3 hari, by: [catat] }',
  )

const SEED = Number(process.env.FORMAT_SEED ?? Date.now() % 2 ** 31)

describe('from YAML to BPMN to YAML', () => {
  test('pauses and extension of the promise go along', async () => {
    const source = NEW_KEYS(readFileSync(join(catalogue, 'demak/procedures/subdomain-hosting.yaml'), 'utf8'))
    const read = readProcedure(source)
    const file = await fileOf(await bpmnOf(source))
    expect(file).toEqual(read.ok && read.file)
    expect(file.policy).toMatchObject({ extension: { most: '3 hari', by: ['catat'] }, pauses: [{ step: 'catat' }] })
  })

  test.each(files)('%s keeps everything', async (name) => {
    const source = readFileSync(join(catalogue, name), 'utf8')
    const read = readProcedure(source)
    expect(await fileOf(await bpmnOf(source))).toEqual(read.ok && read.file)
  })

  test(`whatever chance invents is kept too (FORMAT_SEED=${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(inventedDrawing, async (file) => {
        const read = readData(file, () => 1)
        if (!read.ok) throw new Error(JSON.stringify(read.faults))
        expect(await fileOf(await procedureBpmn({ ...read, agency: 'A' }))).toEqual(file)
      }),
      { seed: SEED, numRuns: Number(process.env.FORMAT_ROUNDS ?? 15), endOnFailure: true },
    )
  })
})

type Box = { x: number; y: number; width: number; height: number }
const boxOf = (shape: ModdleElement): Box => {
  const bounds = elementIn(shape, 'bounds')
  return {
    x: Number(bounds?.x),
    y: Number(bounds?.y),
    width: Number(bounds?.width),
    height: Number(bounds?.height),
  }
}
const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
const overlaps = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

describe('the drawing', () => {
  test.each(files)('of %s has a place for everything, inside its lane', async (name) => {
    const { rootElement, warnings } = await createModdle().fromXML(await xmlOf(name))
    expect(warnings).toEqual([])
    const process = elementsIn(rootElement, 'rootElements').find(({ $type }) => $type === 'bpmn:Process')
    const lanes = elementsIn(process, 'laneSets').flatMap((set) => elementsIn(set, 'lanes'))
    const drawn = elementsIn(elementIn(elementsIn(rootElement, 'diagrams')[0], 'plane'), 'planeElement')
    const shapeOf = (element: ModdleElement) => {
      const shape = drawn.find((one) => one.bpmnElement === element)
      if (!shape) throw new Error(`${element.id} is not drawn`)
      return shape
    }
    const nodes = lanes.flatMap((lane) => elementsIn(lane, 'flowNodeRef').map((node) => ({ lane, node })))
    const flows = elementsIn(process, 'flowElements').filter(({ $type }) => $type === 'bpmn:SequenceFlow')
    expect(nodes.length + flows.length).toBe(elementsIn(process, 'flowElements').length)
    for (const { lane, node } of nodes) expect(isInside(boxOf(shapeOf(node)), boxOf(shapeOf(lane)))).toBe(true)
    for (const lane of lanes) expect(shapeOf(lane).isHorizontal).toBe(true)
    const boxes = nodes.map(({ node }) => boxOf(shapeOf(node)))
    expect(boxes.filter((one, at) => boxes.some((other, also) => also > at && overlaps(one, other)))).toEqual([])
    for (const flow of flows) expect(elementsIn(shapeOf(flow), 'waypoint').length).toBeGreaterThan(1)
    for (const named of [...flows, ...nodes.map(({ node }) => node)].filter(
      ({ name: said, documentation }) => said && !documentation,
    )) {
      expect(elementIn(elementIn(shapeOf(named), 'label'), 'bounds')).toBeDefined()
    }
  })

  test('has a gateway with its question, its labelled exits, and both strands of a fork', async () => {
    const xml = await xmlOf(TULUNGAGUNG)
    expect(xml.match(/<bpmn:exclusiveGateway [^>]*name="[^"]+\?"/g)).toHaveLength(3)
    expect(xml.match(/<bpmn:parallelGateway /g)).toHaveLength(2)
    expect(xml.match(/<bpmn:terminateEventDefinition /g)).toHaveLength(1)
    expect(xml).toMatch(/<bpmn:sequenceFlow id="Exit_[^"]+" name="Ya/)
  })
})

describe('a diagram that was changed in a modeller', () => {
  test('gives back new words: of tasks, their documentation, lanes, questions and exits', async () => {
    const xml = await xmlOf(TULUNGAGUNG)
    const before = await fileOf(xml)
    const [first] = before.steps
    const named = await fileOf(changed(xml, `name="${first?.activity}"`, 'name="Mengisi formulir baru"'))
    expect(named.steps[0]?.activity).toBe('Mengisi formulir baru')
    const told = await fileOf(
      changed(xml, `<bpmn:documentation>${first?.activity}<`, '<bpmn:documentation>Mengisi saja<'),
    )
    expect(told.steps[0]?.activity).toBe('Mengisi saja')
    const lane = await fileOf(changed(xml, 'name="Kasi. Peng. Aplikasi"', 'name="Ketua Tim"'))
    expect(lane.actors.kasi).toEqual({ ...before.actors.kasi, label: 'Ketua Tim' })
    const asked = await fileOf(
      changed(xml, /(<bpmn:exclusiveGateway id="Decision_periksa-pengajuan" name=")[^"]+/, '$1Layak?'),
    )
    expect(JSON.stringify(asked.steps[1]?.decides?.question)).toContain('Layak?')
  })

  test('gives a step to the lane into which its task was drawn', async () => {
    const xml = await xmlOf(TULUNGAGUNG)
    const task = '<bpmn:flowNodeRef>Step_periksa-pengajuan</bpmn:flowNodeRef>'
    const moved = changed(
      changed(xml, task, ''),
      /(<bpmn:lane id="Lane_kasi"[\s\S]*?<\/bpmn:extensionElements>)/,
      `$1${task}`,
    )
    expect((await fileOf(moved)).steps[1]).toMatchObject({ step: 'periksa-pengajuan', actor: 'kasi' })
  })

  test.each<[title: string, from: string | RegExp, to: string, says: string]>([
    [
      'a task that was added',
      '</bpmn:process>',
      '<bpmn:task id="x" name="Baru" /></bpmn:process>',
      '"Baru" ditambahkan di luar MIPP',
    ],
    [
      'a note that was added',
      '</bpmn:collaboration>',
      '<bpmn:textAnnotation id="x"><bpmn:text>Hai</bpmn:text></bpmn:textAnnotation></bpmn:collaboration>',
      'ditambahkan di luar MIPP',
    ],
    [
      'a way that leads elsewhere',
      /(<bpmn:sequenceFlow id="Flow_Start__[^>]*targetRef=")[^"]+/,
      '$1Step_buat',
      'diubah di luar MIPP (targetRef)',
    ],
    ['a way that is gone', /<bpmn:sequenceFlow id="Flow_Start__[^>]*\/>/, '', 'dihapus di luar MIPP'],
    [
      'another kind of task',
      /<bpmn:serviceTask ([\s\S]*?)<\/bpmn:serviceTask>/,
      '<bpmn:userTask $1</bpmn:userTask>',
      'diubah di luar MIPP (type)',
    ],
    ['the name of the office', 'name="Dinas Kominfo &#38; Statistik"', 'name="Lain"', 'diubah di luar MIPP (name)'],
    [
      'a mark of another program',
      '<bpmn:sendTask ',
      '<bpmn:sendTask xmlns:c="urn:c" c:async="true" ',
      'diubah di luar MIPP (c:async)',
    ],
    [
      'the name and the documentation, into two texts',
      /name="Membuat subdomain dan hosting">([\s\S]*?)<bpmn:documentation>[^<]*/,
      'name="A">$1<bpmn:documentation>B',
      'dua teks yang berbeda',
    ],
    ['our own words', /(<mipp:fact key="form">)[^<]*/, '$1{', 'rusak'],
    ['our own words into what no procedure has', /(<mipp:fact key="promise">)[^<]*/, '$17', 'promise harus teks'],
  ])('is refused by name: %s', async (_, from, to, says) => {
    const xml = (await xmlOf('demak/procedures/subdomain-hosting.yaml')).replace('&amp; Statistik', '&#38; Statistik')
    expect(await faultsOf(changed(xml, from, to))).toContain(says)
  })

  test('may be drawn otherwise: places and colours are not the procedure', async () => {
    const xml = await xmlOf(TULUNGAGUNG)
    const redrawn = xml
      .replaceAll(/<dc:Bounds x="\d+/g, '<dc:Bounds x="7')
      .replaceAll(
        '<bpmndi:BPMNShape ',
        '<bpmndi:BPMNShape xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" bioc:stroke="#831311" ',
      )
    expect(await fileOf(redrawn)).toEqual(await fileOf(xml))
  })
})

describe('a file that is no diagram of ours', () => {
  const EMPTY = '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">'
  test.each<[title: string, xml: string, says: string]>([
    ['a diagram of somebody else', `${EMPTY}<bpmn:process id="p" /></bpmn:definitions>`, 'tidak dibuat oleh MIPP'],
    ['no BPMN at all', '<html><body>Halo</body></html>', 'bukan BPMN 2.0'],
    ['a diagram that breaks off', `${EMPTY}<bpmn:process id="p"`, 'bukan BPMN 2.0'],
    [
      'entities that multiply',
      `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${EMPTY}</bpmn:definitions>`,
      'DOCTYPE',
    ],
    ['a hundred thousand elements', `${EMPTY}${'<bpmn:process>'.repeat(100_000)}`, 'terlalu banyak unsur'],
    ['ten megabytes', `${EMPTY}${' '.repeat(10_000_000)}</bpmn:definitions>`, 'lebih besar dari 2048 kB'],
    ['nothing', '', 'bukan BPMN 2.0'],
  ])('is told so: %s', async (_, xml, says) => {
    expect(await faultsOf(xml)).toContain(says)
  })
})
