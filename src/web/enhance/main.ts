// What makes a hand faster where scripts are on; every page is complete without it.

import { followConditions } from './conditions.ts'
import { copyTexts } from './copy.ts'
import { showCurrentTab } from './current-tab.ts'
import { keepDrafts } from './draft-keeper.ts'
import { editProcedures } from './editor.ts'
import { focusFirst } from './focus-first.ts'
import { listenToKeys } from './keyboard.ts'
import { previewLetters } from './letter-preview.ts'
import { refreshLists } from './live-list.ts'
import { checkNames } from './name-check.ts'
import { closePopovers } from './popover.ts'
import { submitOnce } from './submit-once.ts'
import { changeRows } from './table-rows.ts'
import { sendFilesAhead } from './uploads/uploads.ts'
import { readPapers } from './viewer.ts'

// Drafts first: what is restored is there before anything else looks at the fields.
keepDrafts(document)
sendFilesAhead(document)
followConditions(document)
changeRows(document)
focusFirst(document)
submitOnce(document)
checkNames(document)
listenToKeys(document)
closePopovers(document)
copyTexts(document)
refreshLists(document)
editProcedures(document)
previewLetters(document)
showCurrentTab(document)
readPapers(document)
