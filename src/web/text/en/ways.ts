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
  report: { event: 'Reported without an account' },
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
