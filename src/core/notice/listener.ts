// The name under which pages of a person hear of news, beside the posts; no post has such a name.
export const listenerOf = (person: string): string => `@${person}`
