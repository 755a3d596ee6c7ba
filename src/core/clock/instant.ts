/** A moment, as ISO 8601 text in UTC with milliseconds and `Z`, so that text order is time order. */
export type Instant = string

/** A calendar day, `YYYY-MM-DD`, in the zone of the agency. */
export type Day = string
