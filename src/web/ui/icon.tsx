// An icon drawn into the page itself, read once from the Tabler set; only the names listed here can be used.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export const ICON_NAMES = [
  'adjustments',
  'alert-circle',
  'alert-triangle',
  'arrow-back-up',
  'arrow-down',
  'arrow-left',
  'arrow-right',
  'arrow-up',
  'ban',
  'bell',
  'building',
  'calendar',
  'check',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'circle-check',
  'circle-dashed',
  'circle-dot',
  'circle-x',
  'clipboard-check',
  'clipboard-text',
  'clock',
  'clock-pause',
  'copy',
  'device-desktop',
  'download',
  'external-link',
  'eye',
  'file-text',
  'flask',
  'help-circle',
  'history',
  'home',
  'hourglass',
  'id-badge-2',
  'inbox',
  'info-circle',
  'key',
  'keyboard',
  'language',
  'link',
  'list-check',
  'lock',
  'login',
  'logout',
  'mail',
  'message',
  'mood-happy',
  'mood-empty',
  'mood-sad',
  'mood-smile',
  'moon',
  'paperclip',
  'pencil',
  'phone',
  'player-skip-forward',
  'plus',
  'printer',
  'refresh',
  'route',
  'rubber-stamp',
  'search',
  'send',
  'server',
  'settings',
  'shield-check',
  'sun',
  'trash',
  'upload',
  'user',
  'users',
  'world',
  'writing-sign',
  'x',
  'zoom-in',
] as const

export type IconName = (typeof ICON_NAMES)[number]

export type IconProps = {
  name: IconName
  /** Edge in pixels; 20 unless told. */
  size?: number | undefined
  /** Spoken name, only where no word stands beside the icon. */
  label?: string | undefined
}

export const Icon = ({ name, size = 20, label }: IconProps) => (
  <svg
    class={`icon icon-${name}`}
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    role={label === undefined ? undefined : 'img'}
    aria-label={label}
    aria-hidden={label === undefined ? 'true' : undefined}
    focusable="false"
  >
    {strokesOf(name).map((d) => (
      <path key={d} d={d} />
    ))}
  </svg>
)

const require = createRequire(import.meta.url)
const known = new Map<IconName, readonly string[]>()

/** The lines of an icon; the set draws every outline icon with `path` alone. */
export const strokesOf = (name: IconName): readonly string[] => {
  const before = known.get(name)
  if (before) return before
  const svg = readFileSync(require.resolve(`@tabler/icons/outline/${name}.svg`), 'utf8')
  const strokes = [...svg.matchAll(/<path d="([^"]+)"/g)].map((found) => found[1] ?? '')
  known.set(name, strokes)
  return strokes
}
