// Makes the short name of a thing from the words an officer typed for it.

/** Longer than any name of the catalogue, short enough for an address. */
const LONGEST = 40

/** @param taken names that stand there already; the new one differs from them, from the end and from what programs own */
export const slugFrom = (words: string, taken: Iterable<string>, otherwise: string): string => {
  const plain = slugOf(words) || otherwise
  const used = new Set([...taken, 'end', 'constructor'])
  if (!used.has(plain)) return plain
  let count = 2
  while (used.has(`${plain}-${count}`)) count += 1
  return `${plain}-${count}`
}

/** Empty where the words have no letter or digit. */
export const slugOf = (words: string): string => {
  const plain = words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  if (plain.length <= LONGEST) return plain
  const cut = plain.slice(0, LONGEST + 1)
  return (cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, LONGEST)).replaceAll(/-+$/g, '')
}
