import { readData } from './data.ts'

/** From worst to best. */
export const BANDS = ['red', 'yellow', 'green'] as const

export interface TelcoAccount {
  readonly account: string
  readonly score: number
  readonly band: (typeof BANDS)[number]
  readonly churned: boolean
  /** Months since the start. */
  readonly tenure: number
  /** Twelve monthly charges, in cents. */
  readonly arr: number
}

/** The accounts of telco-ibm with the toy score that reference_stats.R gives them. */
export function telco(): readonly TelcoAccount[] {
  const [header = '', ...lines] = readData('telco-ibm/telco_customer_churn.csv').trim().split(/\r?\n/)
  const names = header.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    const cell = (name: string): string => cells[names.indexOf(name)]!
    const tenure = Number(cell('tenure'))
    const score =
      100 -
      (cell('Contract') === 'Month-to-month' ? 40 : cell('Contract') === 'One year' ? 10 : 0) -
      (tenure < 12 ? 20 : tenure < 36 ? 10 : 0) -
      (cell('InternetService') === 'Fiber optic' ? 15 : 0) -
      (cell('TechSupport') === 'No' ? 10 : 0) -
      (cell('PaymentMethod') === 'Electronic check' ? 10 : 0)
    return {
      account: cell('customerID'),
      score,
      band: score < 40 ? 'red' : score < 70 ? 'yellow' : 'green',
      churned: cell('Churn') === 'Yes',
      tenure,
      arr: Math.round(Number(cell('MonthlyCharges')) * 1200),
    }
  })
}
