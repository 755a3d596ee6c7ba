// Words about the time of a dossier: its limits and how they came to be, pauses, the extension, and who was waited for.
export const clocks = {
  extended: (length: string): string => `The promise was extended by ${length}`,
}
