// The applicant's own step: corrected and sent again on the applicant's page, so there is nothing to fill in here.
import type { ActView } from './act.tsx'

export const submit: ActView = {
  Body: ({ desk }) => <p>{desk.visitor.text.office.acts.submit.lead}</p>,
  read: (_, { desk }) => ({ ok: false, faults: [{ message: desk.visitor.text.office.acts.submit.lead }] }),
}
