// Words of the outbox.
export const mail = {
  title: 'Outgoing mail',
  lead: 'Mail that this office has sent.',
  demoLead: 'Mail that this office would send to applicants and staff.',
  demoNotice: 'In the demo no mail really leaves. It can be read here.',
  empty: 'No mail yet',
  closed: '(Not shown: about a dossier that is not for you to see.)',
  again: 'Send again',
  sentAgain: 'This mail is being sent again.',
  notAgain: 'This mail cannot be sent again: it has left, it is waiting, or its text was not kept.',
  to: 'to',
  states: { waiting: 'Waiting to be sent', sent: 'Sent', failed: 'Not delivered' },
}
