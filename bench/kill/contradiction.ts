// What must never be seen after a crash.

export class Contradiction extends Error {
  override name = 'Contradiction'
}

/** @throws Contradiction */
export const insist = (isSo: boolean, what: string): void => {
  if (!isSo) throw new Contradiction(what)
}
