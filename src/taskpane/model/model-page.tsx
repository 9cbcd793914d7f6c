export function ModelPage() {
  return <p>Model</p>
}
