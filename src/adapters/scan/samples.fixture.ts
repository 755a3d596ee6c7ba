// What scanners find in tests: the harmless test file of all of them, and a pattern of our own.

/** EICAR's test file; put together here, or a scanner would take this source away. */
export const TEST_VIRUS = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
)

export const OUR_SAMPLE = Buffer.from(['MIPP-CONTOH-', 'BERKAS-BERBAHAYA-0001'].join(''))
