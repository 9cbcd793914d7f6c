import './page.css'
import { createRoot } from 'react-dom/client'
import { type LoadSample, sampleBook } from './sample.ts'
import { Workbench } from './workbench.tsx'

const sample: LoadSample = async () => {
  const [{ default: accounts }, { default: ledger }, { default: fx }, { default: model }] = await Promise.all([
    import('../../samples/accounts.csv'),
    import('../../samples/ledger.csv'),
    import('../../samples/fx.csv'),
    import('../../models/sourcegraph.salus'),
  ])
  return sampleBook({ accounts, ledger, fx, model })
}

createRoot(document.getElementById('root')!).render(<Workbench sample={sample} />)
