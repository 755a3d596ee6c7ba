// Words of this part in English.
export const apply = {}
