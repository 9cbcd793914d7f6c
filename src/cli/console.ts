import { terminalStyle, type Style } from './text/style.ts'

/** Where a command writes. Results go to `out`, everything about them to `err`. */
export interface Console {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly style: Style
  readonly errStyle: Style
}

export function processConsole(): Console {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    style: terminalStyle(process.stdout),
    errStyle: terminalStyle(process.stderr),
  }
}
