// Chance that can be repeated: the same seed and place give the same numbers, in whatever order they are asked for.

export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number
  below: (limit: number) => number
  pick: <T>(list: readonly [T, ...T[]]) => T
  isOnce: (chance: number) => boolean
  /** Random hexadecimal digits, eight at a time. */
  hex8: () => string
  uuid: () => string
}

/** @param stream tells apart the chances of one place, so that a new question does not change older answers */
export const randomOf = (seed: number, place: number, stream = 0): Random => {
  // As they are: mixed first, some of a million places would fall together.
  let [a, b, c] = [seed | 0, place | 0, stream | 0]
  let count = 1
  // sfc32: its state is wide enough that a million dossiers never draw the same key twice.
  const bits = (): number => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 12; round += 1) bits()
  const next = () => bits() / 4_294_967_296
  const below = (limit: number) => Math.floor(next() * limit)
  const hex8 = () => {
    const value = bits()
    return (HEX4[value >>> 16] ?? '') + (HEX4[value & 0xffff] ?? '')
  }
  return {
    next,
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    isOnce: (chance) => next() < chance,
    hex8,
    uuid: () => {
      const [a, b, c, d] = [hex8(), hex8(), hex8(), hex8()]
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`
    },
  }
}

/** Looked up, because a million dossiers ask for a billion digits. */
const HEX4 = Array.from({ length: 0x10000 }, (_, value) => value.toString(16).padStart(4, '0'))
