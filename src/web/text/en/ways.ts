// The words about the ways to begin: orders inside the office, reports without an account, and company accounts.
export const ways = {
  order: {
    title: 'New order',
    lead: 'Work that your post begins, without a letter from outside.',
    formTitle: (service: string): string => `Order: ${service}`,
    formLead: 'What you type is kept as a draft. The order goes out once you have looked it over and sent it.',
    back: 'Work',
    draft: (when: string): string => `draft kept ${when}`,
    afterwards: 'Once it is given',
    whatFollows: (promise: string): string =>
      `The order reaches the next desk at once and is recorded under your post. ${promise === '' ? '' : `Time of the service: ${promise} from then on. `}As long as nobody has begun the work you can take it back, with a reason.`,
    send: 'Give the order',
    sending: 'Sending…',
    noDraft: 'No draft of an order is waiting to be sent. If you have given it already, find its dossier by Search.',
    given: (number: string): string => `The order was given under the dossier number ${number}.`,
    from: (post: string, service: string): string => `Ordered by ${post}, ${service}`,
    event: 'Order given',
    form: 'What was ordered',
    ended: 'This order was taken back by the post that gave it.',
    withdrawn: 'Order taken back',
    withdraw: {
      open: 'Take the order back',
      lead: 'Work on an order that was taken back ends. The tasks that wait on other desks are closed with it.',
      reason: 'Reason',
      reasonHint: 'Read by those who have received this order.',
      send: 'Yes, take this order back',
    },
    doneWithdrawn: (subject: string): string => `${subject}: the order was taken back.`,
  },
  report: {
    event: 'Reported without an account',
    title: (service: string): string => `Report: ${service}`,
    lead: 'Without an account. The office keeps what you type only once you press Send the report.',
    whoReads: 'Who reads this report',
    noName:
      'You are not asked for your name. The address of your connection is only counted, to hold off floods of reports, apart from the report; it is forgotten within two days.',
    isSecret: 'The report is secret from the moment it is sent: only the posts that handle it read it.',
    confidential:
      'Contacts that you fill in are seen only by the posts that handle the report, and never shown to the public.',
    oneCode: 'After sending you get a tracking code. It shows how the report stands, and nothing of what is in it.',
    files: 'At most 5 files of 5 MB each. Files of a report that is not sent are deleted.',
    trap: 'Leave this field empty',
    questionHint: 'Answer in words or digits. This is to make sure that a person is sending.',
    send: 'Send the report',
    sending: 'Sending…',
    stale:
      'This form had been open for long, or cookies are switched off in your browser. What you typed is still here: look it over, choose your files again if there are any, and send once more.',
    tooFast:
      'The form was sent faster than anybody can fill it in. What you typed is still here: look it over, then send once more.',
    tooMany:
      'Too many reports are coming in from this connection or to this office. What you typed is still on this page: send again later, or telephone the office.',
    asks: 'Many reports are coming in at once. Answer one short question below the form, then send once more.',
    sentTitle: 'Your report has been received',
    sent: 'Thank you. Your report has reached the office.',
    code: 'Tracking code',
    codeHint:
      'Write it down or copy it now: this code is shown only once. With it you can see how the report stands, without an account.',
    copy: 'Copy the code',
    copied: 'The code was copied.',
    copyByHand: 'The code is selected; copy it with the keyboard.',
    track: 'Tracking page',
    shownTitle: 'The tracking code has been shown',
    shown:
      'The tracking code is shown only once, right after a report was sent. If you wrote it down, type it on the tracking page.',
  },
  wrongKind: {
    title: 'This service is not for your account',
    company:
      'Only companies can ask for this service. Sign in with the account of a company, or register your company first.',
    client: 'Only agencies can ask for this service. The account of a company cannot.',
    public:
      'This service is open to anybody without an account. Use the button to report without an account on its page.',
    office: 'This service is begun by the office itself and cannot be asked for from outside.',
  },
  offer: {
    company: 'Apply as a company',
    public: 'Report without an account',
    order: 'Give an order',
    office: 'Begun by the office, not asked for from outside.',
    reports: 'Report without an account',
    reportsLead: 'You need not sign in, nor give your name.',
    whoTitle: 'Who may begin',
    who: {
      client: 'Agencies, with their account',
      company: 'Companies, with their account',
      public: 'Anybody, without an account',
      post: 'The office, by order of a post of the first step',
      schedule: 'The office, by its calendar',
      monitor: 'The office, when monitoring has found something',
      counter: 'Paper letters at the counter',
    },
  },
}
