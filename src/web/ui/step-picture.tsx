// The chain of steps as a picture: who, which state, standard time against time used.
import { Icon, type IconName } from './icon.tsx'
import { timeState } from './time-bar.tsx'

export type StepState = 'done' | 'current' | 'later' | 'returned' | 'skipped'

export type StepView = {
  key: string
  /** The number on the official sheet; none for a step that the office added. */
  number?: string | undefined
  title: string
  /** Who acts, by post. */
  who: string
  state: StepState
  /** In words: "10 menit"; none for a step without a clock. */
  standard?: string | undefined
  used?: string | undefined
  /** Working minutes, for the drawn share; both or none. */
  usedMinutes?: number | undefined
  standardMinutes?: number | undefined
}

export type StepPictureText = {
  /** The state in a word, e.g. "Selesai", "Sedang dikerjakan", "Menunggu giliran", "Dikembalikan", "Tidak dijalankan". */
  states: Record<StepState, string>
  /** "Standar" and "Terpakai". */
  standard: string
  used: string
}

export type StepPictureProps = { label: string; steps: readonly StepView[]; text: StepPictureText }

export const StepPicture = ({ label, steps, text }: StepPictureProps) => (
  <div class="fit">
    <ol class="step-picture" aria-label={label}>
      {steps.map((step) => (
        <li
          class={`step-node step-${step.state}${step.number === undefined ? ' step-policy' : ''}`}
          key={step.key}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span class="step-mark" aria-hidden="true">
            {isMarked(step) ? step.number : <Icon name={ICONS[step.state]} size={18} />}
          </span>
          <div class="step-words">
            <p class="step-title">
              {step.number && <span class={isMarked(step) ? 'visually-hidden' : 'step-number'}>{step.number}. </span>}
              {step.title}
            </p>
            <p class="step-who">{step.who}</p>
            <p class={step.state === 'later' ? 'visually-hidden' : 'step-state'}>{text.states[step.state]}</p>
            <StepTimes step={step} text={text} />
          </div>
        </li>
      ))}
    </ol>
  </div>
)

/** A step to come carries its number in the mark, so the words need not repeat it. */
const isMarked = ({ state, number }: StepView): boolean => state === 'later' && number !== undefined

const ICONS: Record<StepState, IconName> = {
  done: 'check',
  current: 'hourglass',
  later: 'circle-dashed',
  returned: 'arrow-back-up',
  skipped: 'player-skip-forward',
}

const StepTimes = ({ step, text }: { step: StepView; text: StepPictureText }) => {
  if (step.standard === undefined && step.used === undefined) return null
  return (
    <div class="step-times">
      {step.used !== undefined && <span class="step-used">{`${text.used} ${step.used}`}</span>}
      {step.standard !== undefined && <span class="step-standard">{`${text.standard} ${step.standard}`}</span>}
      <Share step={step} />
    </div>
  )
}

const Share = ({ step }: { step: StepView }) => {
  const { usedMinutes, standardMinutes } = step
  if (usedMinutes === undefined || standardMinutes === undefined || standardMinutes <= 0) return null
  const width = `${Math.min(100, Math.round((usedMinutes / standardMinutes) * 100))}%`
  return (
    <svg
      class={`step-share time-${timeState(usedMinutes, standardMinutes)}`}
      width="100%"
      height="4"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="time-bar-track" width="100%" height="4" rx="2" />
      <rect class="time-bar-used" width={width} height="4" rx="2" />
    </svg>
  )
}
