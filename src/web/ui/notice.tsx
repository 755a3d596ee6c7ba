// A message to the reader: a word, an icon, a colour, and the sentence.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { TONE_ICON, type Tone } from './tone.ts'

export type NoticeTone = Exclude<Tone, 'neutral'>

/** A notice as plain data, e.g. kept over a redirect. */
export type NoticeData = {
  tone: NoticeTone
  /** The state in a word: "Berhasil", "Perhatian", "Gagal", "Informasi". */
  word: string
  message: string
}

export type NoticeProps = {
  tone: NoticeTone
  word: string
  icon?: IconName | undefined
  /** Read out when it appears: only for the answer to what was just done. */
  spoken?: boolean | undefined
  children: ComponentChildren
  /** Buttons or links under the sentence. */
  actions?: ComponentChildren
}

export const Notice = ({ tone, word, icon, spoken, children, actions }: NoticeProps) => (
  <div class={`notice tone-${tone}`} role={spoken ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
    <Icon name={icon ?? TONE_ICON[tone]} size={22} />
    <div class="notice-body">
      <p class="notice-word">{word}</p>
      <div class="notice-message">{children}</div>
      {actions && <div class="notice-actions">{actions}</div>}
    </div>
  </div>
)
