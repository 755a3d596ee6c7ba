// A procedure as BPMN 2.0 with its drawing, for any modeller; every fact goes along, so that the file can come back.
import type { ModdleElement } from 'bpmn-moddle'
import type { ProcedureFile } from '../../core/procedure/read.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { createModdle } from './descriptor.ts'
import { type Graph, type GraphNode, graphOf } from './graph.ts'
import { type Box, type Layout, layoutOf, type Point } from './layout.ts'

/** A sound procedure: every name that it speaks of exists. */
export type Exported = { file: ProcedureFile; procedure: Procedure; agency: string }

export const procedureBpmn = async (given: Exported): Promise<string> => {
  const { xml } = await createModdle().toXML(definitionsOf(given), { format: true })
  return xml
}

type Create = (type: string, facts?: Record<string, unknown>) => ModdleElement

export const definitionsOf = ({ file, procedure, agency }: Exported): ModdleElement => {
  const moddle = createModdle()
  const create: Create = (type, facts) => moddle.create(type, facts)
  const graph = graphOf(procedure)
  const elements = elementsOf(create, graph, file)
  const lanes = lanesOf(create, { graph, file, elements })
  const process = create('bpmn:Process', {
    id: 'Process',
    name: procedure.title,
    isExecutable: false,
    extensionElements: extension(create, 'mipp:Procedure', { agency }, processFacts(file)),
    laneSets: [create('bpmn:LaneSet', { id: 'Lanes', lanes: [...lanes.values()] })],
    flowElements: [...elements.values()],
  })
  const pool = create('bpmn:Participant', { id: 'Pool', name: agency, processRef: process })
  const collaboration = create('bpmn:Collaboration', { id: 'Collaboration', participants: [pool] })
  const layout = layoutOf(graph, Object.keys(procedure.actors))
  return create('bpmn:Definitions', {
    id: 'Definitions',
    targetNamespace: 'urn:mipp:procedure:1',
    exporter: 'MIPP',
    rootElements: [collaboration, process],
    diagrams: [diagramOf(create, { layout, pool, collaboration, lanes, elements })],
  })
}

/** Everything that no element of BPMN stands for; the order of the steps is that of the file. */
const processFacts = ({ steps, actors, ...rest }: ProcedureFile): object => ({
  ...rest,
  steps: steps.map(({ step }) => step),
})

const extension = (create: Create, type: string, head: Record<string, unknown>, facts: object): ModdleElement =>
  create('bpmn:ExtensionElements', {
    values: [
      create(type, {
        ...head,
        facts: Object.entries(facts)
          .filter(([, value]) => value !== undefined)
          .map(([key, value]) => create('mipp:Fact', { key, value: JSON.stringify(value) })),
      }),
    ],
  })

const elementsOf = (create: Create, { nodes, flows }: Graph, file: ProcedureFile): Map<string, ModdleElement> => {
  const hasForks = nodes.some(({ id }) => id.startsWith('Fork_'))
  const elements = new Map(nodes.map((node) => [node.id, nodeElement(create, node, file, hasForks)]))
  for (const { id, from, to, name } of flows) {
    const [sourceRef, targetRef] = [elements.get(from), elements.get(to)]
    if (!sourceRef || !targetRef) continue
    const element = create('bpmn:SequenceFlow', { id, sourceRef, targetRef, ...(name === '' ? {} : { name }) })
    elements.set(id, element)
    joined(sourceRef, 'outgoing', element)
    joined(targetRef, 'incoming', element)
  }
  return elements
}

const joined = (element: ModdleElement, side: 'incoming' | 'outgoing', flow: ModdleElement): void => {
  const there = element[side]
  element[side] = Array.isArray(there) ? [...there, flow] : [flow]
}

const nodeElement = (create: Create, node: GraphNode, file: ProcedureFile, hasForks: boolean): ModdleElement => {
  const { id, type, name } = node
  const facts: Record<string, unknown> = { id, ...(name === '' ? {} : { name }) }
  const step = file.steps.find((one) => one.step === node.step)
  if (step) {
    const { step: key, ...rest } = step
    facts.documentation = [create('bpmn:Documentation', { text: step.activity })]
    const time = step.time === undefined || step.time === null ? {} : { time: String(step.time) }
    facts.extensionElements = extension(create, 'mipp:Step', { key, act: step.act, ...time }, rest)
  }
  // An end closes every strand; where there is only one, a plain end says the same.
  if (type === 'endEvent' && hasForks) {
    facts.eventDefinitions = [create('bpmn:TerminateEventDefinition', { id: `${id}_all` })]
  }
  return create(`bpmn:${type.charAt(0).toUpperCase()}${type.slice(1)}`, facts)
}

type Drawn = { graph: Graph; file: ProcedureFile; elements: ReadonlyMap<string, ModdleElement> }

const lanesOf = (create: Create, { graph, file, elements }: Drawn): Map<string, ModdleElement> =>
  new Map(
    Object.entries(file.actors).map(([key, actor]) => [
      key,
      create('bpmn:Lane', {
        id: `Lane_${key}`,
        name: actor.label,
        extensionElements: extension(create, 'mipp:Actor', { key }, actor),
        flowNodeRef: graph.nodes.filter(({ lane }) => lane === key).flatMap(({ id }) => elements.get(id) ?? []),
      }),
    ]),
  )

type Parts = {
  layout: Layout
  pool: ModdleElement
  collaboration: ModdleElement
  lanes: ReadonlyMap<string, ModdleElement>
  elements: ReadonlyMap<string, ModdleElement>
}

const diagramOf = (create: Create, { layout, pool, collaboration, lanes, elements }: Parts): ModdleElement => {
  const bounds = (box: Box) => create('dc:Bounds', box)
  const label = (id: string) => {
    const box = layout.labels.get(id)
    return box ? { label: create('bpmndi:BPMNLabel', { bounds: bounds(box) }) } : {}
  }
  const shape = (id: string, element: ModdleElement, box: Box, more: object = {}) =>
    create('bpmndi:BPMNShape', { id: `${id}_di`, bpmnElement: element, bounds: bounds(box), ...more, ...label(id) })
  const edge = (id: string, element: ModdleElement, points: readonly Point[]) =>
    create('bpmndi:BPMNEdge', {
      id: `${id}_di`,
      bpmnElement: element,
      waypoint: points.map((point) => create('dc:Point', point)),
      ...label(id),
    })
  const planeElement = [
    shape('Pool', pool, layout.pool, { isHorizontal: true }),
    ...[...layout.lanes].flatMap(([key, box]) => {
      const lane = lanes.get(key)
      return lane ? [shape(`Lane_${key}`, lane, box, { isHorizontal: true })] : []
    }),
    ...[...elements].flatMap(([id, element]) => {
      const [box, points] = [layout.nodes.get(id), layout.flows.get(id)]
      return box ? [shape(id, element, box)] : points ? [edge(id, element, points)] : []
    }),
  ]
  return create('bpmndi:BPMNDiagram', {
    id: 'Diagram',
    plane: create('bpmndi:BPMNPlane', { id: 'Plane', bpmnElement: collaboration, planeElement }),
  })
}
