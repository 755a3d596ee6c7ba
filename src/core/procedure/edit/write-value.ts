// Writes one value into the text of a procedure and leaves the rest, comments too, as it stands.
import { type Document, isCollection, isMap, isScalar, isSeq, type Node, type Pair, visit, YAMLMap } from 'yaml'
import type { Path } from '../fault.ts'
import { keysAt } from '../file-shape.ts'
import { unpadded } from '../write.ts'

/** @param value nothing takes it away, and with it what is empty then */
export const writeValue = (document: Document, path: Path, value: unknown): void => {
  if (value === undefined) {
    takeAway(document, path)
    return
  }
  const before = document.getIn(path, true)
  if (isScalar(before) && typeof before.value === 'string' && typeof value === 'string') {
    before.value = value
    return
  }
  const node = nodeOf(document, value)
  if (isScalar(before) || isCollection(before)) keepComments(before, node)
  document.setIn(path, node)
  if (before === undefined) inItsPlace(document, path)
}

export const nodeOf = (document: Document, value: unknown): Node => {
  const node = document.createNode(value, { aliasDuplicateObjects: false })
  flowed(node)
  return node
}

/** An empty list or map would only be in the way, but the things of a list keep their place. */
const takeAway = (document: Document, path: Path): void => {
  if (!document.hasIn(path)) return
  document.deleteIn(path)
  for (let above = path.slice(0, -1); above.length > 0; above = above.slice(0, -1)) {
    const parent = document.getIn(above)
    if (!isCollection(parent) || parent.items.length > 0 || typeof above.at(-1) === 'number') return
    document.deleteIn(above)
  }
}

const keepComments = (before: Node, node: Node): void => {
  if (before.comment) node.comment = before.comment
  if (before.commentBefore) node.commentBefore = before.commentBefore
  if (before.spaceBefore) node.spaceBefore = true
}

/** Every key that is new stands where the order of the schema puts it, also those above it that came with it. */
const inItsPlace = (document: Document, path: Path): void => {
  const data: unknown = document.toJS()
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    if (isMap(parent)) moveKey(parent.items, String(path[length - 1]), keysAt(data, path.slice(0, length - 1)))
  }
}

const moveKey = (items: Pair<unknown, unknown>[], key: string, order: readonly string[]): void => {
  const at = items.findIndex((pair) => nameOf(pair) === key)
  const rank = order.indexOf(key)
  // Only what has just been put at the end may stand out of its place.
  if (rank < 0 || at !== items.length - 1) return
  const [pair] = items.splice(at, 1)
  const next = items.findIndex((other) => order.indexOf(nameOf(other)) > rank)
  if (pair) items.splice(next < 0 ? items.length : next, 0, pair)
}

export const nameOf = ({ key }: Pair<unknown, unknown>): string => (isScalar(key) ? String(key.value) : String(key))

/** Short things stand in one line, as officers write them. */
const MOST = 3

const flowed = (node: unknown): void => {
  if (isSeq(node)) {
    if (node.items.every(isScalar)) node.flow = true
    else node.items.forEach(flowed)
  }
  if (!isMap(node)) return
  const values = node.items.map((pair) => pair.value)
  if (values.length > 0 && values.length <= MOST && values.every((value) => isScalar(value))) node.flow = true
  else values.forEach(flowed)
}

/** The text of the whole procedure, each line as long as it is. */
export const textOfDocument = (document: Document): string => {
  visit(document, {
    Seq: (_, list) => {
      if (list.flow) unpadded(list)
    },
    Map: (_, map) => {
      if (map.flow) padded(map)
    },
  })
  return document.toString({ lineWidth: 0, singleQuote: true, nullStr: '~' })
}

/** `{ a: b }` also inside a list in one line. */
const padded = (map: YAMLMap): void => {
  map.toString = (context, ...rest) =>
    YAMLMap.prototype.toString.call(map, context && { ...context, flowCollectionPadding: ' ' }, ...rest)
}
