// Answers that come no sooner for an address without an account than for one with it.
import type { Services } from '../../services.ts'

/** Well above what the writing takes, and short for whoever waits. */
export const EVEN_MS = 400

/** The work is done before the answer, and the answer waits for the pause: the time tells nothing of the work. */
export const inEvenTime = async ({ pause }: Pick<Services, 'pause'>, work: () => Promise<void>): Promise<void> => {
  await Promise.all([work(), pause(EVEN_MS)])
}
