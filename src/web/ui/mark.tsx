// The mark of the product: a kawung flower, four petals that meet at one desk.

/** Where the browser looks for the small picture of the tab. */
export const FAVICON_PATH = '/favicon.svg'

const PETAL = 'M18 18C12.2 14.6 11.6 8.6 18 4.4C24.4 8.6 23.8 14.6 18 18Z'
const VEIN = 'M18 13.6L18 9'
const QUARTERS = [45, 135, 225, 315] as const

export const Mark = () => (
  <svg class="mark" width="36" height="36" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
    <rect class="mark-ground" width="36" height="36" rx="9" />
    {QUARTERS.map((turn) => (
      <g key={turn} transform={`rotate(${turn} 18 18)`}>
        <path class="mark-petal" d={PETAL} />
        <path class="mark-vein" d={VEIN} />
      </g>
    ))}
  </svg>
)

/** The same as a file of its own; it has no style sheet, so it carries its colours (masthead and its ink). */
export const FAVICON = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="9" fill="#16284f"/>',
  ...QUARTERS.map((turn) => `<g transform="rotate(${turn} 18 18)"><path d="${PETAL}" fill="#faf7f1"/></g>`),
  '</svg>',
].join('')
