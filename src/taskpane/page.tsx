import './page.css'
import { createRoot } from 'react-dom/client'
import { onCommands, showPane } from '../host/office/commands.ts'
import { officeDesk } from '../host/office/desk.ts'
import { officeLook } from '../host/office/look.ts'
import { previewDesk } from './preview/preview-desk.ts'
import { Pane } from './shell/pane.tsx'

/** The page Excel opens; in a browser by itself it shows the sample. */
const root = createRoot(document.getElementById('root')!)
const desk = await officeDesk()

if (desk === null) {
  root.render(<Pane desk={await previewDesk()} />)
} else {
  const show = (): void => root.render(<Pane desk={desk} look={officeLook()} />)
  show()
  onCommands({
    explainAccount: async () => {
      location.hash = 'account'
      await showPane()
    },
    recalculate: async () => {
      await desk.reload()
      await desk.workbook.recalculate()
    },
  })
  // What another person has stored is noticed when somebody comes back to the pane.
  window.addEventListener('focus', () => void desk.reload())
}
