import '../page.css'
import { createRoot } from 'react-dom/client'
import { Pane } from '../shell/pane.tsx'
import { previewDesk } from './preview-desk.ts'

const desk = await previewDesk()
// The second person of a test publishes through it.
Object.assign(globalThis, { salusPreview: desk })
createRoot(document.getElementById('root')!).render(<Pane desk={desk} />)
