// What the demo office answered when a test took one request through: shown as examples, and compared by that test.
import recorded from './answers.json' with { type: 'json' }

const ANSWERS: Readonly<Record<string, unknown>> = recorded

/** @returns undefined where the walk does not pass */
export const answerExample = (operationId: string): unknown => ANSWERS[operationId]
