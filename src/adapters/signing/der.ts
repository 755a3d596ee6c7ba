// The few DER structures that a signature consists of, written as bytes.

export const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body])
}

const lengthOf = (length: number): Buffer => {
  if (length < 0x80) return Buffer.from([length])
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return Buffer.from([0x80 | bytes.length, ...bytes])
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)

/** DER wants the members of a set in the order of their bytes. */
export const setOf = (...parts: readonly Uint8Array[]): Buffer => der(0x31, ...parts.toSorted(Buffer.compare))

export const octets = (bytes: Uint8Array): Buffer => der(0x04, bytes)

/** @param bytes of a positive number, the highest first */
export const integer = (bytes: Uint8Array): Buffer => {
  const first = bytes.findIndex((byte) => byte !== 0)
  const body = first < 0 ? Buffer.from([0]) : Buffer.from(bytes.subarray(first))
  return der(0x02, (body[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), body]) : body)
}

export const small = (value: number): Buffer => integer(Buffer.from([value]))

export const NULL = Buffer.from([0x05, 0x00])
export const TRUE = Buffer.from([0x01, 0x01, 0xff])

/** @param dotted e.g. 1.2.840.113549.1.7.2 */
export const oid = (dotted: string): Buffer => {
  const [one = 0, two = 0, ...rest] = dotted.split('.').map(Number)
  return der(0x06, Buffer.from([one * 40 + two, ...rest.flatMap(base128)]))
}

const base128 = (value: number): number[] => {
  const bytes = [value & 0x7f]
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return bytes
}
