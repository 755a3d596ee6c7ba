// Buttons, and links that look like them; one primary per screen.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet'

type Look = {
  /** `secondary` unless told. */
  kind?: ButtonKind | undefined
  icon?: IconName | undefined
  /** Icon behind the words: for "next". */
  iconAfter?: IconName | undefined
  /** Fills the width on a telephone. */
  wide?: boolean | undefined
  children: ComponentChildren
}

export type ButtonProps = Look & {
  /** `submit` unless told. */
  type?: 'submit' | 'button' | undefined
  name?: string | undefined
  value?: string | undefined
  /** Id of the form, where the button stands outside it. */
  form?: string | undefined
  formaction?: string | undefined
  disabled?: boolean | undefined
  /** The words while the form is being sent, e.g. "Mengirim…". */
  busy?: string | undefined
  /** What it answers opens in a new tab; the words should say so. */
  newTab?: boolean | undefined
  /** Ids of what explains the button. */
  describedBy?: string | undefined
}

export type LinkButtonProps = Look & {
  href: string
  download?: boolean | undefined
  /** Opens in a new tab; the words should say so. */
  newTab?: boolean | undefined
}

export const Button = ({
  type,
  name,
  value,
  form,
  formaction,
  disabled,
  busy,
  newTab,
  describedBy,
  ...look
}: ButtonProps) => (
  <button
    class={classOf(look)}
    type={type ?? 'submit'}
    name={name}
    value={value}
    form={form}
    formaction={formaction}
    formtarget={newTab ? '_blank' : undefined}
    disabled={disabled}
    data-busy={busy}
    aria-describedby={describedBy}
  >
    <Face {...look} />
  </button>
)

export const LinkButton = ({ href, download, newTab, ...look }: LinkButtonProps) => (
  <a
    class={classOf(look)}
    href={href}
    download={download}
    target={newTab ? '_blank' : undefined}
    rel={newTab ? 'noopener noreferrer' : undefined}
  >
    <Face {...look} />
  </a>
)

export type ButtonRowProps = {
  /** On a telephone it stays at the foot of the screen while its form is in sight: for one short deed. */
  atHand?: boolean | undefined
  children: ComponentChildren
}

/** Buttons side by side; under one another on a telephone. The primary one comes first. */
export const ButtonRow = ({ atHand, children }: ButtonRowProps) => (
  <div class={atHand ? 'button-row button-row-at-hand' : 'button-row'}>{children}</div>
)

const Face = ({ icon, iconAfter, children }: Look) => (
  <>
    {icon && <Icon name={icon} />}
    <span class="button-words">{children}</span>
    {iconAfter && <Icon name={iconAfter} />}
  </>
)

const classOf = ({ kind, wide }: Pick<Look, 'kind' | 'wide'>): string =>
  `button button-${kind ?? 'secondary'}${wide ? ' button-wide' : ''}`
