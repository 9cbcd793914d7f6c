import { useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { openDesk } from '../../src/host/desk/desk.ts'
import { encodeDocument, newDocument } from '../../src/host/document/text.ts'
import { memoryWorkbook } from '../../src/host/memory/workbook.ts'
import { type EditorHandle, ModelEditor } from '../../src/taskpane/editor/model-editor.tsx'
import { useDraft } from '../../src/taskpane/model/use-draft.ts'
import { DeskProvider } from '../../src/taskpane/shell/desk-context.tsx'

declare global {
  interface Window {
    /** Shows the editor of a model with the caret behind that place; until then nothing stands on the page. */
    openEditor: (text: string, place: number) => Promise<void>
  }
}

const FILE = 'long.salus'

/** The editor as the pane has it: what is typed is kept, read and checked in the pauses, and marked. */
function Editor({ place }: { readonly place: number }) {
  const { text, write, model, examined, load } = useDraft(FILE, '')
  const handle = useRef<EditorHandle>(null)
  return (
    <>
      <button onClick={() => handle.current!.goTo(place, place)}>go</button>
      <output>{model === null ? '' : `${examined.length} read`}</output>
      <div style={{ height: 600 }}>
        <ModelEditor
          file={FILE}
          text={text}
          onChange={write}
          findings={model?.findings ?? []}
          examined={examined}
          context={{}}
          load={load}
          handle={handle}
        />
      </div>
    </>
  )
}

window.openEditor = async (text, place) => {
  const desk = openDesk(memoryWorkbook({ part: encodeDocument(newDocument([{ file: FILE, text }])) }))
  await desk.load()
  const host = document.createElement('div')
  document.body.replaceChildren(host)
  createRoot(host).render(
    <DeskProvider desk={desk}>
      <Editor place={place} />
    </DeskProvider>,
  )
}
