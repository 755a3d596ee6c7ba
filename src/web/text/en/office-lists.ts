// Words of search, registers and the agenda.
/** Counted no further than this. */
const MOST = 1000
const spoken = (count: number): string => count.toLocaleString('en')
const upTo = (count: number): string => (count > MOST ? `more than ${spoken(MOST)}` : spoken(count))

export const search = {
  title: 'Find a dossier',
  lead: 'Search by dossier number, tracking code, agenda number, letter number, wanted name, applicant, or words in papers and answers.',
  found: (query: string): string => `Dossiers that match "${query}"`,
  /** `isMore`: there are, or may be, more than were counted. */
  counted: (count: number, isMore: boolean): string =>
    count >= MOST
      ? `More than ${spoken(MOST - 1)} dossiers, the newest first.`
      : `${isMore ? 'At least ' : ''}${spoken(count)} ${count === 1 ? 'dossier' : 'dossiers'}, the newest first.`,
  in: (name: string): string => `In ${name}:`,
  inAnswers: 'In the answers of the form:',
  inOther: 'Matches a number, a name or another answer of this dossier.',
  narrow: 'Narrow down',
  narrowed: (count: number): string => `Narrowed down (${count})`,
  every: 'All',
  year: 'Year received',
  procedure: 'Service',
  status: 'State',
  client: 'Applicant',
  apply: 'Apply',
  clear: 'Remove all',
  reading: (done: number, total: number): string =>
    `The papers of old dossiers are being read: ${spoken(done)} of ${spoken(total)} dossiers. Until that is done, words inside older papers may not be found; numbers and names are.`,
  agenda: (number: string): string => `agenda ${number}`,
  exact: 'exact number',
  noneTitle: (query: string): string => `No dossier matches "${query}"`,
  none: 'Check the spelling, or search for another part: a piece of a number, name or applicant will do. Secret dossiers are found only by the posts that handle them.',
  noneNarrowed: 'Remove or change the filters, or search for other words.',
  noneApplicant: 'Check the spelling, or search for another part. Here you find the requests of your own unit.',
  next: 'Next dossiers',
  first: 'Back to the first',
  pages: 'Pages of results',
}

export const registers = {
  title: 'Registers',
  lead: 'The things this office looks after. They fill by themselves as dossiers finish.',
  back: 'Registers',
  counts: (active: number, retired: number): string => `${upTo(active)} active, ${upTo(retired)} retired`,
  emptyTitle: 'No register yet',
  empty: 'A register fills when its first dossier finishes.',
  emptyItems: 'This register is still empty',
  emptyItemsLead: 'It fills as dossiers finish.',
  states: { active: 'Active', retired: 'Retired' },
  owner: 'Owner',
  since: 'Since',
  dossier: 'Last dossier',
  hidden: (count: number): string =>
    `${count} ${count === 1 ? 'item comes' : 'items come'} from restricted or secret dossiers and ${count === 1 ? 'is' : 'are'} not shown to your posts on this page.`,
  next: 'Next',
  first: 'Back to the first',
  pages: 'Pages of the register',
}
