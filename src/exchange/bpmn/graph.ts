// A procedure as BPMN draws it: a lane per actor, an event, task or gateway per thing that happens, a flow per way between them.
import { END, targetsOf } from '../../core/procedure/flow.ts'
import type { Act, Procedure, Step } from '../../core/procedure/schema.ts'

type TaskType = 'userTask' | 'serviceTask' | 'sendTask' | 'receiveTask' | 'manualTask'
export type NodeType = TaskType | 'startEvent' | 'endEvent' | 'exclusiveGateway' | 'parallelGateway'

export type GraphNode = {
  id: string
  type: NodeType
  /** Key of the actor in whose lane it stands. */
  lane: string
  name: string
  /** The step that it is, for tasks alone. */
  step: string | null
}

export type GraphFlow = { id: string; from: string; to: string; name: string }

/** Nodes stand in the order in which they are drawn from left to right. */
export type Graph = { nodes: GraphNode[]; flows: GraphFlow[] }

export const graphOf = (procedure: Procedure): Graph => {
  const [first] = procedure.steps
  const parts = procedure.steps.map((step) => partOf(procedure, step))
  const start: GraphNode = { id: 'Start', type: 'startEvent', lane: laneOf(first), name: 'Mulai', step: null }
  return {
    nodes: [start, ...parts.flatMap(({ nodes }) => nodes)],
    flows: [...(first ? [flow('Start', entryOf(procedure, first.step))] : []), ...parts.flatMap(({ flows }) => flows)],
  }
}

export const taskId = (step: string): string => `Step_${step}`
export const gatewayId = (step: string): string => `Decision_${step}`
export const exitId = (step: string, answer: string): string => `Exit_${step}__${answer}`

const laneOf = (step: Step | undefined): string => step?.actor[0] ?? ''

/** A join waits before its step. */
const entryOf = (procedure: Procedure, name: string): string => {
  const step = procedure.steps.find((one) => one.step === name)
  return step?.join ? `Join_${name}` : taskId(name)
}

const flow = (from: string, to: string, name = '', id = `Flow_${from}__${to}`): GraphFlow => ({ id, from, to, name })

const partOf = (procedure: Procedure, step: Step): Graph => {
  const node = (id: string, type: NodeType, name = ''): GraphNode => ({
    id,
    type,
    lane: laneOf(step),
    name,
    step: null,
  })
  const task = { ...node(taskId(step.step), TASKS[step.act], step.activity), step: step.step }
  const join = step.join ? [node(`Join_${step.step}`, 'parallelGateway')] : []
  const after = step.decides
    ? decisionPart(procedure, step, node)
    : waysFrom(
        procedure,
        { from: task.id, targets: targetsOf(procedure, step), key: step.step, name: '', id: null },
        node,
      )
  return {
    nodes: [...join, task, ...after.nodes],
    flows: [...join.map(({ id }) => flow(id, task.id)), ...after.flows],
  }
}

type MakeNode = (id: string, type: NodeType, name?: string) => GraphNode

const decisionPart = (procedure: Procedure, step: Step, node: MakeNode): Graph => {
  const gateway = node(gatewayId(step.step), 'exclusiveGateway', step.decides?.question.id)
  const exits = (step.decides?.exits ?? []).map(({ answer, label, to }) =>
    waysFrom(
      procedure,
      { from: gateway.id, targets: to, key: `${step.step}__${answer}`, name: label.id, id: exitId(step.step, answer) },
      node,
    ),
  )
  return {
    nodes: [gateway, ...exits.flatMap(({ nodes }) => nodes)],
    flows: [flow(taskId(step.step), gateway.id), ...exits.flatMap(({ flows }) => flows)],
  }
}

type Ways = { from: string; targets: readonly string[]; key: string; name: string; id: string | null }

/** Several targets at once are a fork; every end is an event of its own, so that no line crosses the sheet. */
const waysFrom = (procedure: Procedure, { from, targets, key, name, id }: Ways, node: MakeNode): Graph => {
  const isFork = targets.length > 1
  const fork = isFork ? [node(`Fork_${key}`, 'parallelGateway')] : []
  const ends = targets.includes(END) ? [node(`End_${key}`, 'endEvent', procedure.terminal ?? 'Selesai')] : []
  const source = isFork ? `Fork_${key}` : from
  const wayIn = (to: string): GraphFlow => flow(from, to, name, id ?? undefined)
  const placeOf = (target: string): string => (target === END ? `End_${key}` : entryOf(procedure, target))
  return {
    nodes: [...fork, ...ends],
    flows: isFork
      ? [wayIn(source), ...targets.map((target) => flow(source, placeOf(target)))]
      : targets.map((target) => wayIn(placeOf(target))),
  }
}

/** What a modeller knows of who does it: a person, a program, or hands outside any system. */
const TASKS: Record<Act, TaskType> = {
  submit: 'userTask',
  enter: 'userTask',
  dispose: 'userTask',
  check: 'userTask',
  analyse: 'userTask',
  do: 'manualTask',
  fulfil: 'serviceTask',
  measure: 'userTask',
  report: 'userTask',
  draft: 'userTask',
  initial: 'userTask',
  sign: 'userTask',
  send: 'sendTask',
  receive: 'receiveTask',
}
