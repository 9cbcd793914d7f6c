import '../page.css'
import { createRoot } from 'react-dom/client'
import { Pane } from '../shell/pane.tsx'
import { previewDesk } from './preview-desk.ts'

createRoot(document.getElementById('root')!).render(<Pane desk={await previewDesk()} />)
