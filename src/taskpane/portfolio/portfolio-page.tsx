export function PortfolioPage() {
  return <p>Portfolio</p>
}
