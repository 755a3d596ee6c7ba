// Semua kata halaman dalam Bahasa Indonesia, satu berkas per bagian.
import { access } from './id/access.ts'
import { account } from './id/account.ts'
import { acting } from './id/acting.ts'
import { api } from './id/api.ts'
import { apply } from './id/apply.ts'
import { archive } from './id/archive.ts'
import { attach } from './id/attach.ts'
import { calendar } from './id/calendar.ts'
import { clocks } from './id/clocks.ts'
import { common } from './id/common.ts'
import { compare } from './id/compare.ts'
import { dispositions } from './id/dispositions.ts'
import { editions } from './id/editions.ts'
import { editor } from './id/editor.ts'
import { late } from './id/late.ts'
import { letterTemplates } from './id/letter-templates.ts'
import { letters } from './id/letters.ts'
import { mail } from './id/mail.ts'
import { manage } from './id/manage.ts'
import { notices } from './id/notices.ts'
import { office } from './id/office.ts'
import { organisation } from './id/organisation.ts'
import { publicPages } from './id/public.ts'
import { quarantine } from './id/quarantine.ts'
import { retention } from './id/retention.ts'
import { signing } from './id/signing.ts'
import { storage } from './id/storage.ts'
import { trial } from './id/trial.ts'
import { upload } from './id/upload.ts'
import { viewer } from './id/viewer.ts'
import { ways } from './id/ways.ts'
import { webhooks } from './id/webhooks.ts'

export const id = {
  common,
  calendar,
  access,
  account,
  acting,
  api,
  apply,
  archive,
  attach,
  clocks,
  dispositions,
  office,
  organisation,
  late,
  letters,
  publicPages,
  letterTemplates,
  mail,
  manage,
  notices,
  viewer,
  ways,
  storage,
  webhooks,
  editions,
  compare,
  editor,
  retention,
  trial,
  signing,
  upload,
  quarantine,
}
