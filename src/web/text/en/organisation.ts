// Words of the pages of the organisation in English.
export const organisation = {
  closedClient: {
    title: 'This agency is closed',
    message: 'Nothing new is asked for in its name. File in the name of its successor, or ask the office.',
  },
}
