// Where a form leads back to: a path of this site, whatever somebody wrote into the address.

/** @returns `fallback` for anything that is not a plain path of ours: other hosts, schemes, control signs, backslashes */
export const localPath = (wanted: string | undefined, fallback: string): string => {
  // Browsers read `\` as `/` and drop tabs and line ends: `/\evil.example` would lead away.
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || /[\\\p{Cc}]/u.test(wanted)) return fallback
  const url = URL.parse(wanted, 'http://local.invalid')
  if (url?.host !== 'local.invalid' || url.pathname.startsWith('//')) return fallback
  return `${url.pathname}${url.search}${url.hash}`
}
