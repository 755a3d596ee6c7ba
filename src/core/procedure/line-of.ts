// Where in a file of YAML a thing stands.
import { type Document, isMap, isNode, isScalar, type LineCounter, type Node } from 'yaml'
import type { LineOf, Path } from './fault.ts'

/** The deepest part of the path that the file really has: a missing key is shown where its parent stands. */
export const lineFinder =
  (document: Document.Parsed, lines: LineCounter): LineOf =>
  (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const part = path.slice(0, length)
      const offset = keyOffset(document, part) ?? startOf(document.getIn(part, true))
      if (offset !== undefined) return lines.linePos(offset).line
    }
    return 1
  }

const keyOffset = (document: Document.Parsed, path: Path): number | undefined => {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return undefined
  const wanted = String(path.at(-1))
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === wanted)
  return startOf(pair?.key)
}

/** Offset of its first letter; undefined where it stands nowhere. */
export const startOf = (node: unknown): number | undefined => (isNode(node) ? rangeOf(node)?.[0] : undefined)

const rangeOf = (node: Node): readonly number[] | null | undefined => node.range
