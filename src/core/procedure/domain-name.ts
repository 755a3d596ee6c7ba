// Which subdomain names an office may give out: form, reserved names, and the zone they stand in.
import { type Sentence, sentence } from '../sentence.ts'

/** `zone` e.g. demakkab.go.id; `reserved` labels that are never given out, `ns*` stands for all that begin so. */
/** `today` is the agency's own day, for dates that have to lie before or after it; without it they are not judged. */
export type NameRules = { zone: string; reserved: readonly string[]; today?: string }

/** The full name in lower case; what an applicant typed may be the label alone or already the full name. */
export const fullName = (typed: string, { zone }: NameRules): string => {
  const name = typed.toLowerCase().replace(/\.$/, '')
  return zone === '' || name.endsWith(`.${zone}`) ? name : `${name}.${zone}`
}

export const labelOf = (name: string, { zone }: NameRules): string => {
  const full = name.toLowerCase().replace(/\.$/, '')
  return full.endsWith(`.${zone}`) ? full.slice(0, -zone.length - 1) : full
}

/** What is wrong with the form of the name (RFC 1123 label, domain.md section 5), or null. */
export const nameFault = (name: string, rules: NameRules): Sentence | null => {
  const label = labelOf(name, rules)
  if (label.length > 63)
    return sentence('Nama subdomain paling panjang 63 huruf.', 'A subdomain may have 63 characters.')
  if (!/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label) || label.startsWith('xn--')) {
    return sentence(
      'Nama subdomain hanya boleh huruf kecil a-z, angka, dan tanda hubung di tengah, tanpa titik atau spasi.',
      'A subdomain may only have the letters a-z, digits and hyphens inside, without dots or spaces.',
    )
  }
  if (isReserved(label, rules)) {
    return sentence(
      `Nama "${label}" dicadangkan untuk keperluan kantor. Pilih nama lain.`,
      `The name "${label}" is reserved by the office. Choose another one.`,
    )
  }
  return null
}

const isReserved = (label: string, { reserved }: NameRules): boolean =>
  reserved.some((entry) => (entry.endsWith('*') ? isNumbered(label, entry.slice(0, -1)) : entry === label))

/** `ns*` reserves ns, ns1, ns2 ... but not nsawit. */
const isNumbered = (label: string, prefix: string): boolean =>
  label.startsWith(prefix) && /^\d*$/.test(label.slice(prefix.length))
