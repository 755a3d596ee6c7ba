// A reason that stays in the record: given, and not longer than anybody reads.

export const MAX_TEXT = 2000

/** @returns null when it is missing or too long */
export const readReason = (typed: string): string | null => {
  const reason = typed.trim()
  return reason === '' || reason.length > MAX_TEXT ? null : reason
}
