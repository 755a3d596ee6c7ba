// Kata-kata bagian ini dalam Bahasa Indonesia.
export const publicPages = {}
