import './page.css'
import { createRoot } from 'react-dom/client'
import { type LoadSample, sampleBook } from './sample.ts'
import { Workbench } from './workbench.tsx'

const sample: LoadSample = async () => {
  const texts = await Promise.all([
    import('../../samples/accounts.csv'),
    import('../../samples/ledger.csv'),
    import('../../samples/fx.csv'),
    import('../../samples/crm.csv'),
    import('../../samples/quarters.csv'),
    import('../../models/sourcegraph.salus'),
  ])
  const [accounts, ledger, fx, crm, history, model] = texts.map((text) => text.default)
  return sampleBook({
    accounts: accounts!,
    ledger: ledger!,
    fx: fx!,
    crm: crm!,
    history: history!,
    model: model!,
  })
}

createRoot(document.getElementById('root')!).render(<Workbench sample={sample} />)
