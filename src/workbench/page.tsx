import './page.css'
import { createRoot } from 'react-dom/client'
import model from '../../models/sourcegraph.salus'
import accounts from '../../samples/accounts.csv'
import ledger from '../../samples/ledger.csv'
import { Workbench } from './workbench.tsx'

const sample = { accounts, ledger, model }

createRoot(document.getElementById('root')!).render(<Workbench sample={sample} />)
