// The order of the addresses on the reference page, by the way of work: read, then the common acts, the rare ones last.
import type { Doc } from '../../api/endpoint.ts'

export const ORDER: Readonly<Record<Doc['tag'], readonly string[]>> = {
  service: [
    'listServices',
    'getServiceStandard',
    'listProcedures',
    'getProcedure',
    'listEditions',
    'getEditionFile',
    'compareEditions',
    'track',
    'listProcedureDrafts',
    'createProcedureDraft',
    'getProcedureDraft',
    'saveProcedureDraft',
    'deleteProcedureDraft',
    'ratifyDraft',
    'putInForce',
    'withdrawEdition',
  ],
  dossier: [
    'listDossiers',
    'getDossier',
    'listEvents',
    'checkDossier',
    'fileDossier',
    'commentDossier',
    'correctDossier',
    'withdrawDossier',
    'rateDossier',
    'getEditionPlan',
    'moveEdition',
    'getClocks',
    'extendDossier',
  ],
  task: [
    'listTasks',
    'getTask',
    'finishTask',
    'takeTask',
    'releaseTask',
    'returnTask',
    'rejectTask',
    'retryLetter',
    'overrideProof',
  ],
  paper: ['listPapers', 'getPaper', 'uploadFile', 'attachToDossier', 'checkLetter', 'openSecret'],
  register: ['listRegisters', 'readRegister', 'readAgenda', 'listAutomatic'],
  people: [
    'listPosts',
    'listClients',
    'listPeople',
    'getPerson',
    'invitePerson',
    'approvePerson',
    'addMandate',
    'endMandate',
    'inviteAgain',
    'refusePerson',
    'closePerson',
  ],
  access: ['getMe', 'listTokens', 'createToken', 'revokeToken', 'listMails', 'sendMailAgain', 'listAccess'],
}

/** What is not named here stands last. */
export const inOrder = (tag: Doc['tag'], docs: readonly Doc[]): readonly Doc[] => {
  const place = ({ id }: Doc): number => ORDER[tag].indexOf(id) + 1 || ORDER[tag].length + 1
  return docs.toSorted((a, b) => place(a) - place(b))
}
