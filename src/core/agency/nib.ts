// The business number of a company (Nomor Induk Berusaha): thirteen digits, and the client that it makes.

/** Its shape alone is judged: nobody is asked whether it was ever given out. Signs that people write between digits are taken out. */
export const nibOf = (typed: string): string | null => {
  const digits = typed.replaceAll(/[\s.-]/g, '')
  return /^[0-9]{13}$/.test(digits) ? digits : null
}

export const clientOfNib = (nib: string): string => `nib-${nib}`
