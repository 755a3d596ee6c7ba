// Where an applicant is: filling in, looking over, holding the receipt.
import type { Text } from '../../text/text.ts'
import { Steps, type WizardStep } from '../../ui/steps.tsx'

export type ApplyStage = 'form' | 'summary' | 'receipt'

const STAGES: readonly ApplyStage[] = ['form', 'summary', 'receipt']

/** @param href the form, to go back to from the summary */
export const ApplySteps = ({ at, text, href }: { at: ApplyStage; text: Text['apply']; href?: string }) => {
  const here = STAGES.indexOf(at)
  const steps = STAGES.map((stage, index): WizardStep => {
    const state = index < here || at === 'receipt' ? 'done' : index === here ? 'current' : 'later'
    return { label: text.stages[stage], state, href: at === 'summary' && stage === 'form' ? href : undefined }
  })
  return <Steps label={text.stages.label} steps={steps} text={text.stages.states} />
}
