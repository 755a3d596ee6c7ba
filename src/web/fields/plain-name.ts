// The name of a thing as people write it, where nobody gave it a title.

/** `surat-akun` becomes "Surat akun". */
export const plainName = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ')
