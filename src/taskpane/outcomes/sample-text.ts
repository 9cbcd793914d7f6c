/** How much so many events can show. */
export function sampleText(events: number): string {
  if (events < 10) return `Only ${events} churned: too few for a rate to mean much.`
  if (events < 100) return `${events} churned: indicative, not proof.`
  return ''
}
