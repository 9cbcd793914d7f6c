/** Hands a text to the browser as a file to keep. */
export function saveText(file: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = address
  link.download = file
  link.click()
  URL.revokeObjectURL(address)
}

/** Asks for a file and gives its text; null where none was chosen. */
export function openText(): Promise<string | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.salus,.md,.txt'
    input.addEventListener('change', () => void (input.files?.[0]?.text() ?? Promise.resolve(null)).then(resolve))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}
