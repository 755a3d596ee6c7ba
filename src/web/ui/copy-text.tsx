// A long code to take along: selected whole by one click, and copied by a button where scripts are on.
import { Icon } from './icon.tsx'

export type CopyTextProps = {
  id: string
  text: string
  /** Takes the focus when the page opens: what it was made for. */
  first?: boolean | undefined
  words: { label: string; copy: string; copied: string; copyByHand: string }
}

/** The button is hidden until a script shows it: without one it could do nothing. */
export const CopyText = ({ id, text, first, words }: CopyTextProps) => (
  <div class="copy-text">
    {/* biome-ignore lint/a11y/useSemanticElements: a group that can take the focus, so that its text is read out */}
    <div class="code copy-code" id={id} role="group" aria-label={words.label} tabindex={-1} data-focus-first={first}>
      {text}
    </div>
    <button
      class="button button-primary"
      type="button"
      hidden
      data-copy={id}
      data-copied={words.copied}
      data-copy-by-hand={words.copyByHand}
    >
      <Icon name="copy" />
      <span class="button-words">{words.copy}</span>
    </button>
  </div>
)
