import './page.css'
import accounts from '../../samples/accounts.csv'
import ledger from '../../samples/ledger.csv'
import { createRoot } from 'react-dom/client'
import { Workbench } from './workbench.tsx'

createRoot(document.getElementById('root')!).render(<Workbench sample={{ accounts, ledger }} />)
