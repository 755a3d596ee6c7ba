// mipp dossier events: everything that has happened to one dossier, payloads included.
import { eventsOf } from '../../store/dossier-records.ts'
import type { Command } from '../command.ts'
import { eventLines } from '../dossier-text.ts'
import { ONE_DOSSIER, withOneDossier } from '../one-dossier.ts'

const name = 'dossier events'

export const dossierEvents: Command = {
  name,
  usage: ONE_DOSSIER,
  about:
    "Menampilkan semua peristiwa satu berkas beserta isinya; memuat data pribadi dan yang rahasia, sebab baris perintah adalah milik pemilik instalasi. / Shows every event of a dossier with its payload; personal and secret data included, since the command line is the owner's.",
  run: (args, io) =>
    withOneDossier(io, { name, args }, { read: eventsOf, lines: (events) => events.flatMap(eventLines) }),
}
