// Writes a procedure's plain data as the file that an officer reads: keys in the order of the schema, short things in one line.
import { Document, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, visit, YAMLSeq } from 'yaml'
import { inOrder } from './file-shape.ts'
import type { ProcedureFile } from './read.ts'

/** Canonical YAML: the same data always make the same text. Comments live in files alone and are not in the data. */
export const procedureYaml = (file: ProcedureFile): string => {
  // The same list in two places stays two lists: officers know no anchors.
  const document = new Document(inOrder(file), { aliasDuplicateObjects: false })
  visit(document, { Scalar: (_, node) => quoted(node) })
  if (isMap(document.contents)) document.contents.items.forEach(laidOut)
  return document.toString({ lineWidth: 0, singleQuote: true, nullStr: '~' })
}

export const procedureJson = (file: ProcedureFile): string => `${JSON.stringify(inOrder(file), null, 2)}\n`

/** Spaces around the ends of lines are lost in a block of text, so those stand in quotes. */
const quoted = (node: Scalar): void => {
  if (typeof node.value === 'string' && /\n/.test(node.value) && !/^(\S(.*\S)?(\n|$))+$/.test(node.value)) {
    node.type = 'QUOTE_DOUBLE'
  }
}

/** Where a reader takes a breath. */
const CHAPTERS = ['service', 'actors', 'form', 'subject', 'steps', 'terminal', 'policy', 'registers', 'remarks']

const laidOut = ({ key, value }: Pair): void => {
  const name = isScalar(key) ? String(key.value) : ''
  if (isScalar(key) && CHAPTERS.includes(name)) key.spaceBefore = true
  if (isSeq(value) && value.items.every(isScalar)) flattened(value)
  // Steps and groups of the form are read as paragraphs.
  else if (PARAGRAPHS.includes(name)) childrenOf(value).flatMap(childrenOf).forEach(flattened)
  else childrenOf(value).forEach(flattened)
}

const PARAGRAPHS = ['steps', 'form']

/** The length up to which a list or a map stays in one line. */
const MAX_LINE = 110

const flattened = (node: unknown): void => {
  if (!isMap(node) && !isSeq(node)) return
  if (oneLine(node) <= MAX_LINE && !hasLongList(node)) inOneLine(node)
  else childrenOf(node).forEach(flattened)
}

const childrenOf = (node: unknown): unknown[] => {
  if (isSeq(node)) return node.items
  return isMap(node) ? node.items.map(({ value }) => value) : []
}

/** Exits, options and fields stand below each other, however short. */
const hasLongList = (node: Node): boolean => {
  if (isSeq(node)) return node.items.length > 1 && node.items.some(isMap)
  return isMap(node) && node.items.some(({ value }) => (isMap(value) || isSeq(value)) && hasLongList(value))
}

/** How many letters the thing takes in one line, roughly; a text of several lines takes too many. */
const oneLine = (node: unknown): number => {
  if (isScalar(node)) return String(node.value).includes('\n') ? MAX_LINE + 1 : String(node.value).length + 2
  if (isSeq(node)) return node.items.reduce((sum: number, item) => sum + oneLine(item) + 2, 2)
  if (isMap(node)) return node.items.reduce((sum, { key, value }) => sum + oneLine(key) + oneLine(value) + 4, 4)
  return 0
}

const inOneLine = (node: unknown): void => {
  if (!isMap(node) && !isSeq(node)) return
  node.flow = true
  childrenOf(node).forEach(inOneLine)
  if (isSeq(node)) unpadded(node)
}

/** `[a, b]` beside `{ a: b }`, as people write them. */
export const unpadded = (list: YAMLSeq): void => {
  list.toString = (context, ...rest) =>
    YAMLSeq.prototype.toString.call(list, context && { ...context, flowCollectionPadding: '' }, ...rest)
}
