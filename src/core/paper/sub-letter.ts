// The letter behind the number of a late entry: 15.a, 15.b ... 15.z, 15.aa.

/** @param place from 1; the database does the same in `sub_letter` */
export const subLetter = (place: number): string => {
  let left = place
  let letters = ''
  while (left > 0) {
    left -= 1
    letters = String.fromCharCode(97 + (left % 26)) + letters
    left = Math.floor(left / 26)
  }
  return letters
}
