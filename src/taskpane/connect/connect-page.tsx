export function ConnectPage() {
  return <p>Connect</p>
}
