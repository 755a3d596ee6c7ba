// May the organisation be changed so? One door for pages, programs and imported files.
import type { Change, Facts, Judged } from './change.ts'
import { judgeClient, judgeMembership, judgePerson } from './client-rules.ts'
import { judgeDropMandate, judgeEndMandate, judgeMandate } from './mandate-rules.ts'
import type { Organisation } from './organisation.ts'
import { judgePost } from './post-rules.ts'
import { judgeDropSubstitute, judgeEndSubstitute, judgeSubstitute } from './substitute-rules.ts'
import { judgeUnit } from './unit-rules.ts'

export const judge = (office: Organisation, change: Change, facts: Facts): Judged => {
  switch (change.type) {
    case 'unit':
      return judgeUnit({ office, change, facts })
    case 'post':
      return judgePost({ office, change, facts })
    case 'client':
      return judgeClient({ office, change, facts })
    case 'person':
      return judgePerson({ office, change, facts })
    case 'mandate':
      return judgeMandate({ office, change, facts })
    case 'end-mandate':
      return judgeEndMandate({ office, change, facts })
    case 'drop-mandate':
      return judgeDropMandate({ office, change, facts })
    case 'substitute':
      return judgeSubstitute({ office, change, facts })
    case 'end-substitute':
      return judgeEndSubstitute({ office, change, facts })
    case 'drop-substitute':
      return judgeDropSubstitute({ office, change, facts })
    case 'membership':
    case 'drop-membership':
      return judgeMembership({ office, change, facts })
  }
}
