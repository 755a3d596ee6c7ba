// As much of a PDF as a signature has to know: its catalogue and first page, found by its table of references.

export type Part = { number: number; body: string }
export type PdfParts = { size: number; root: Part; page: Part; kept: string; start: number }

/** @param text one letter for each byte. @returns null for a file that is made in another way than by our own press */
export const readParts = (text: string): PdfParts | null => {
  const [, entries, start] = /trailer\s*<<([\s\S]*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-TAIL)) ?? []
  if (entries === undefined || start === undefined) return null
  const objectOf = reader(text, Number(start))
  const root = objectOf(refIn(entries, 'Root'))
  const page = root && firstPage(objectOf, refIn(root.body, 'Pages'))
  const size = Number(/\/Size\s+(\d+)/.exec(entries)?.[1] ?? 0)
  if (size === 0 || !root || !page || /\/AcroForm\b|\/Encrypt\b/.test(root.body + entries)) return null
  const kept = [/\/Info\s+\d+\s+0\s+R/, /\/ID\s+\[[\s\S]*?\]/].flatMap((entry) => entry.exec(entries)?.[0] ?? [])
  return { size, root, page, kept: kept.join(' '), start: Number(start) }
}

const TAIL = 4096
const DEEPEST = 50

type ObjectOf = (number: number) => Part | null

/** Objects stand where the table says, one line of twenty bytes for each. */
const reader = (text: string, start: number): ObjectOf => {
  const head = /^xref\s+0\s+(\d+)\s*?\r?\n/.exec(text.slice(start, start + 60))
  const first = start + (head?.[0].length ?? 0)
  const count = Number(head?.[1] ?? 0)
  return (number) => {
    if (number < 1 || number >= count) return null
    const offset = Number(text.slice(first + number * 20, first + number * 20 + 10))
    const found = new RegExp(`^${number}\\s+0\\s+obj\\s*(<<[\\s\\S]*?)\\s*endobj`).exec(
      text.slice(offset, offset + MOST),
    )
    return found?.[1] === undefined ? null : { number, body: found[1] }
  }
}

/** More than any catalogue or page of ours. */
const MOST = 500_000

const refIn = (body: string, key: string): number =>
  Number(new RegExp(`/${key}\\s+(\\d+)\\s+0\\s+R`).exec(body)?.[1] ?? 0)

const firstPage = (objectOf: ObjectOf, root: number): Part | null => {
  let node = objectOf(root)
  for (let depth = 0; node !== null && depth < DEEPEST; depth += 1) {
    if (/\/Type\s*\/Page\b/.test(node.body)) return node
    node = objectOf(Number(/\/Kids\s*\[\s*(\d+)\s+0\s+R/.exec(node.body)?.[1] ?? 0))
  }
  return null
}
