// mipp dossier show: one dossier as it stands, with its tasks and papers.
import type { Command } from '../command.ts'
import { dossierLines } from '../dossier-text.ts'
import { ONE_DOSSIER, withOneDossier } from '../one-dossier.ts'

const name = 'dossier show'

export const dossierShow: Command = {
  name,
  usage: ONE_DOSSIER,
  about:
    "Menampilkan satu berkas dengan tugas dan suratnya; baris perintah adalah milik pemilik instalasi: yang rahasia pun tampak. / Shows one dossier with its tasks and papers; the command line is the owner's: what is secret shows too.",
  run: (args, io) => withOneDossier(io, { name, args }, { read: async (_, found) => found, lines: dossierLines }),
}
