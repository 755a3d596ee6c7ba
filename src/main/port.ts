// Whether the port that the pages shall be served on is free, asked before anything else is started.

import { createServer } from 'node:net'
import { OperatorError } from './operator-error.ts'

/** @throws OperatorError that says what to do when the port is taken or may not be used */
export function checkPortIsFree(at: { host: string; port: number }): Promise<void> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => reject(explain(fault, at)))
    server.listen(at, () => server.close(() => resolve()))
  })
}

function explain(fault: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  if (fault.code === 'EADDRINUSE') {
    return new OperatorError(
      `Port ${port} sudah dipakai program lain (mungkin MIPP yang masih berjalan). Hentikan program itu, atau pilih port lain: MIPP_PORT=${port + 1} npm start`,
      `Port ${port} is taken by another program (perhaps a MIPP that still runs). Stop it, or choose another port: MIPP_PORT=${port + 1} npm start`,
    )
  }
  if (fault.code === 'EACCES') {
    return new OperatorError(
      `Port ${port} hanya boleh dipakai root. Pilih port di atas 1023 dengan MIPP_PORT.`,
      `Port ${port} is for root alone. Choose one above 1023 with MIPP_PORT.`,
    )
  }
  if (fault.code === 'EADDRNOTAVAIL' || fault.code === 'ENOTFOUND') {
    return new OperatorError(
      `Alamat ${host} (MIPP_HOST) bukan alamat mesin ini.`,
      `The address ${host} (MIPP_HOST) is not one of this machine.`,
    )
  }
  return fault
}
