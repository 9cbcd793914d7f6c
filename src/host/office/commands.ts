/// <reference types="office-js" />

/** What the buttons of the ribbon do, by the names the manifest gives them. */
export type CommandName = 'explainAccount' | 'recalculate'

/**
 * Ties the ribbon's buttons to what they do. A button that shows the pane first brings it up; Excel waits for a command
 * to end, however it ends.
 */
export function onCommands(commands: Readonly<Record<CommandName, () => Promise<void> | void>>): void {
  for (const [name, does] of Object.entries(commands)) {
    Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
      try {
        await does()
      } finally {
        event.completed()
      }
    })
  }
}

export function showPane(): Promise<void> {
  return Office.addin.showAsTaskpane()
}
