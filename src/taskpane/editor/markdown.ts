/** The little Markdown that hovers are written in, as elements; nothing in it is ever read as HTML. */
export function markdownElement(markdown: string): HTMLElement {
  const box = document.createElement('div')
  box.className = 'salus-said'
  for (const block of markdown.split(/\n{2,}(?=(?:[^`]|`(?!``))*(?:```[^]*?```(?:[^`]|`(?!``))*)*$)/))
    box.append(...elementsOf(block))
  return box
}

function elementsOf(block: string): readonly Node[] {
  if (block.trim() === '---') return [document.createElement('hr')]
  const fence = /^([^]*?)```\n([^]*?)\n?```$/.exec(block)
  if (fence !== null) {
    const pre = document.createElement('pre')
    pre.tabIndex = 0
    pre.textContent = fence[2]!
    return [...(fence[1]!.trim() === '' ? [] : elementsOf(fence[1]!.trim())), pre]
  }
  const lines = block.split('\n')
  if (lines.every((line) => line.startsWith('- '))) {
    const list = document.createElement('ul')
    for (const line of lines) list.append(filled('li', line.slice(2)))
    return [list]
  }
  return lines.filter((line) => line.trim() !== '').map((line) => filled('p', line.trim()))
}

function filled(tag: 'p' | 'li', text: string): HTMLElement {
  const element = document.createElement(tag)
  for (const piece of text.split(/(\*\*[^*]+\*\*|`[^`]+`)/)) {
    if (piece.startsWith('**')) element.append(named('strong', piece.slice(2, -2)))
    else if (piece.startsWith('`')) element.append(named('code', piece.slice(1, -1)))
    else element.append(piece)
  }
  return element
}

function named(tag: 'strong' | 'code', text: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
