// Where the reader is in a form of several pages.
import { Icon } from './icon.tsx'

export type WizardStep = {
  label: string
  state: 'done' | 'current' | 'later'
  /** Leads back to a page already filled. */
  href?: string | undefined
}

export type StepsProps = {
  label: string
  steps: readonly WizardStep[]
  /** The states in a word, for screen readers. */
  text: Record<WizardStep['state'], string>
  /** One of several on the page, so that none of them is a landmark. */
  isOneOfMany?: boolean | undefined
}

export const Steps = ({ label, steps, text, isOneOfMany }: StepsProps) => {
  const list = <StepList steps={steps} text={text} />
  return isOneOfMany ? (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    <div class="wizard" role="group" aria-label={label}>
      {list}
    </div>
  ) : (
    <nav class="wizard" aria-label={label}>
      {list}
    </nav>
  )
}

const StepList = ({ steps, text }: Pick<StepsProps, 'steps' | 'text'>) => (
  <ol class="wizard-steps">
    {steps.map((step, index) => (
      <li
        class={`wizard-step wizard-${step.state}`}
        key={step.label}
        aria-current={step.state === 'current' ? 'step' : undefined}
      >
        <span class="wizard-mark" aria-hidden="true">
          {step.state === 'done' ? <Icon name="check" size={16} /> : index + 1}
        </span>
        {step.href ? (
          <a class="wizard-label" href={step.href}>
            {step.label}
          </a>
        ) : (
          <span class="wizard-label">{step.label}</span>
        )}
        <span class="visually-hidden">{`(${text[step.state]})`}</span>
      </li>
    ))}
  </ol>
)
