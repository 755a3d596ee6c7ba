// A time shown to a person, with the machine's form beside it.
import type { Instant } from '../../core/clock/instant.ts'

/** The text is already in the agency's zone and the reader's language. */
export type Moment = { iso: Instant; text: string }

export const When = ({ at }: { at: Moment }) => (
  <time class="when" datetime={at.iso}>
    {at.text}
  </time>
)
