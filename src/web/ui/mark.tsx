// The mark of the product: a kawung flower, four petals that meet at one desk.
export const Mark = () => (
  <svg class="mark" width="36" height="36" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
    <rect class="mark-ground" width="36" height="36" rx="9" />
    {QUARTERS.map((turn) => (
      <g key={turn} transform={`rotate(${turn} 18 18)`}>
        <path class="mark-petal" d="M18 18C12.2 14.6 11.6 8.6 18 4.4C24.4 8.6 23.8 14.6 18 18Z" />
        <path class="mark-vein" d="M18 13.6L18 9" />
      </g>
    ))}
  </svg>
)

const QUARTERS = [45, 135, 225, 315] as const
