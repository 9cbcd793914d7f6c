/// <reference types="office-js" />

/** Whether Excel is light or dark, where it says; undefined leaves it to the system. */
export function officeLook(): 'light' | 'dark' | undefined {
  const background = Office.context.officeTheme?.bodyBackgroundColor
  const found = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(background ?? '')
  if (found === null) return undefined
  const [red, green, blue] = found.slice(1).map((part) => Number.parseInt(part, 16))
  return 0.299 * red! + 0.587 * green! + 0.114 * blue! < 128 ? 'dark' : 'light'
}
