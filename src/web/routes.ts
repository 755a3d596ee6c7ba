// Every page by its noun; each adds its own addresses.
import { archiveRoutes } from './archive/send-archive.ts'
import { accessRoutes } from './pages/access/access-pages.tsx'
import { demoRoutes } from './pages/account/demo-sign-in.ts'
import { hatRoutes } from './pages/account/hat.ts'
import { mineRoutes } from './pages/account/mine.tsx'
import { passwordLinkRoutes } from './pages/account/password-link.tsx'
import { preferenceRoutes } from './pages/account/preferences.ts'
import { registerRoutes } from './pages/account/register.tsx'
import { resetRoutes } from './pages/account/reset.tsx'
import { signInRoutes } from './pages/account/sign-in.tsx'
import { signerRoutes } from './pages/account/signer.tsx'
import { tokenRoutes } from './pages/account/tokens.tsx'
import { agendaRoutes } from './pages/agenda/agenda.tsx'
import { referenceRoute } from './pages/api/reference.tsx'
import { checkNameRoute } from './pages/apply/check-name.tsx'
import { draftPaperRoutes } from './pages/apply/draft-papers.ts'
import { formRoutes } from './pages/apply/form-page.tsx'
import { summaryRoutes } from './pages/apply/summary-page.tsx'
import { boardRoutes } from './pages/board/board.tsx'
import { calendarRoutes } from './pages/calendar/routes.ts'
import { counterFormRoutes } from './pages/counter/form-page.tsx'
import { counterReceiptRoutes } from './pages/counter/receipt-page.tsx'
import { counterStartRoute } from './pages/counter/start-page.tsx'
import { dossierRoutes } from './pages/dossier/dossier.tsx'
import { toldRoutes } from './pages/dossier/told-page.tsx'
import { galleryRoutes } from './pages/gallery.tsx'
import { letterTemplateRoutes } from './pages/letter-templates/routes.ts'
import { manageRoutes } from './pages/manage/manage-page.tsx'
import { correctRoutes } from './pages/mine/correct-page.tsx'
import { requestRoutes } from './pages/mine/dossier-page.tsx'
import { requestListRoute } from './pages/mine/list-page.tsx'
import { requestPaperRoute } from './pages/mine/papers.tsx'
import { receiptRoutes } from './pages/mine/receipt-page.tsx'
import { secretRoute } from './pages/mine/secrets.tsx'
import { noticeChoiceRoutes } from './pages/notices/choices-page.tsx'
import { noticeListRoutes } from './pages/notices/list-page.tsx'
import { switchOffRoutes } from './pages/notices/off-page.tsx'
import { noticeTextRoutes } from './pages/notices/texts-page.tsx'
import { organisationRoutes } from './pages/organisation/routes.ts'
import { outboxRoutes } from './pages/outbox/outbox.tsx'
import { viewerRoutes } from './pages/papers/viewer-routes.tsx'
import { inviteRoutes } from './pages/people/invite.tsx'
import { peopleRoutes } from './pages/people/list.tsx'
import { personRoutes } from './pages/people/person.tsx'
import { procedureEditorRoutes } from './pages/procedure-editor/routes.tsx'
import { procedureListRoute } from './pages/procedures/list-page.tsx'
import { procedureRoutes } from './pages/procedures/procedure-page.tsx'
import { letterCheckRoutes } from './pages/public/check-page.tsx'
import { privacyRoute } from './pages/public/privacy-page.tsx'
import { trackRoutes } from './pages/public/track-page.tsx'
import { quarantineRoutes } from './pages/quarantine/quarantine-page.tsx'
import { automaticRoute } from './pages/register/automatic.tsx'
import { registersRoutes } from './pages/register/registers.tsx'
import { reportRoutes } from './pages/report/report-page.tsx'
import { retentionRoutes } from './pages/retention/routes.ts'
import { searchRoutes } from './pages/search/search.tsx'
import { catalogueRoute } from './pages/service/catalogue-page.tsx'
import { compareRoute } from './pages/service/compare-page.tsx'
import { editionFileRoutes } from './pages/service/edition-files.ts'
import { editionRoutes } from './pages/service/editions-page.tsx'
import { homeRoute } from './pages/service/home-page.tsx'
import { serviceRoute } from './pages/service/service-page.tsx'
import { sopPathRoutes } from './pages/sop/path-page.tsx'
import { sopSheetRoutes } from './pages/sop/sheet-page.tsx'
import { storageRoutes } from './pages/storage/storage-page.tsx'
import { timeRoutes } from './pages/time/time-page.tsx'
import { uploadRoutes } from './pages/upload/upload-routes.ts'
import { webhookRoutes } from './pages/webhooks/routes.tsx'
import { workRoutes } from './pages/work/work.tsx'
import type { Services } from './services.ts'
import type { App } from './visitor.ts'

export const routes: readonly ((app: App, services: Services) => void)[] = [
  homeRoute,
  catalogueRoute,
  serviceRoute,
  sopSheetRoutes,
  sopPathRoutes,
  timeRoutes,
  compareRoute,
  editionFileRoutes,
  editionRoutes,
  formRoutes,
  summaryRoutes,
  checkNameRoute,
  draftPaperRoutes,
  uploadRoutes,
  quarantineRoutes,
  requestListRoute,
  requestRoutes,
  correctRoutes,
  receiptRoutes,
  requestPaperRoute,
  secretRoute,
  reportRoutes,
  trackRoutes,
  letterCheckRoutes,
  privacyRoute,
  noticeListRoutes,
  noticeChoiceRoutes,
  switchOffRoutes,
  noticeTextRoutes,
  manageRoutes,
  outboxRoutes,
  webhookRoutes,
  storageRoutes,
  retentionRoutes,
  workRoutes,
  boardRoutes,
  toldRoutes,
  dossierRoutes,
  archiveRoutes,
  viewerRoutes,
  accessRoutes,
  counterStartRoute,
  counterReceiptRoutes,
  counterFormRoutes,
  searchRoutes,
  registersRoutes,
  automaticRoute,
  agendaRoutes,
  calendarRoutes,
  galleryRoutes,
  referenceRoute,
  demoRoutes,
  hatRoutes,
  mineRoutes,
  signerRoutes,
  tokenRoutes,
  passwordLinkRoutes,
  preferenceRoutes,
  registerRoutes,
  resetRoutes,
  signInRoutes,
  inviteRoutes,
  procedureListRoute,
  procedureRoutes,
  procedureEditorRoutes,
  letterTemplateRoutes,
  peopleRoutes,
  personRoutes,
  organisationRoutes,
]
