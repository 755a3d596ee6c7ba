// Words of the page that gathers what is opened rarely: setting up the office and looking after its system.
import type { manage as id } from '../id/manage.ts'
import type { Widened } from '../text.ts'

export const manage: Widened<typeof id> = {
  title: 'Manage',
  lead: 'What is set now and then: rules of the work, people, and the state of the system.',
  about: {
    procedures: 'Editions of SOPs: drafting, ratifying, putting into force.',
    letters: 'Texts of letters: writing, seeing them printed, putting into force.',
    people: 'Accounts of people, and the agencies that may ask.',
    retention: 'Dossiers that have ended: how long they are kept, and their destruction.',
    outbox: 'Mail that was sent and that waits.',
    webhooks: 'Other programs that are told.',
    storage: 'Stored documents and whether they are whole.',
    quarantine: 'Documents held back because they look dangerous.',
    access: 'Who opened secret dossiers.',
  },
}
