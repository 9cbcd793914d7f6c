/**
 * What Excel for Windows puts into an add-in's page, as far as office.js asks for it. Runs in the page before any script
 * of the page does, so it must not refer to anything outside itself: `install` is handed over as text.
 */
export interface HostWindow extends Window {
  /** Set by Playwright: sends one rich API request to the workbook and gives the body of the response. */
  excelHostExecute: (body: string, flags: number) => Promise<Reply>
  excelHostLog: (line: string) => Promise<void>
  /** For the workbook: hands messages to office.js as Excel does. */
  excelHostDeliver: (entries: readonly unknown[]) => void
  /** Milliseconds at which the client got invocations and gave results, for the bench. */
  excelHostTimes: { delivered: number[]; answered: number[] }
}

export interface Reply {
  /** 0, or one of Office's error numbers. */
  readonly status: number
  readonly body: string
}

export interface Identity {
  /** Requirement sets and versions: `{"ExcelApi": "1.15"}`. */
  readonly sets: Readonly<Record<string, string>>
  readonly locale: string
  readonly theme: Readonly<Record<string, string>>
}

export function install(identity: Identity): void {
  const own = window as unknown as HostWindow
  const safeArray = (values: readonly unknown[]) => ({ toArray: () => values.slice() })
  const settings = { keys: [] as string[], values: [] as string[] }
  let listener: ((event: number, payload: unknown) => void) | null = null
  const early: (readonly unknown[])[] = []
  own.excelHostTimes = { delivered: [], answered: [] }

  const deliver = (entries: readonly unknown[]): void => {
    if (listener === null) {
      early.push(entries)
      return
    }
    own.excelHostTimes.delivered.push(performance.now())
    const rows = entries.map((entry) => safeArray(entry as readonly unknown[]))
    listener(33, safeArray(rows))
  }
  own.excelHostDeliver = deliver

  const context = {
    GetAppType: () => 8,
    GetSolutionRef: () => 'salus-in-a-simulated-excel',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => identity.locale,
    GetAppDataLocale: () => identity.locale,
    GetDocUrl: () => 'C:\\Books\\Accounts.xlsx',
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'correlation',
    GetInstanceId: () => 'instance',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(identity.sets),
    GetHostFullVersion: () => '16.0.15407.10000',
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(identity.theme),
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        keys.push(...settings.keys)
        values.push(...settings.values)
      },
      Write: (keys: string[], values: string[]) => {
        settings.keys = keys
        settings.values = values
      },
    }),
  }

  const external = {
    GetHostInfo: () => `excel|win32|16.01|${identity.locale}|correlation|||3`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (id: number, parameters: readonly unknown[], done: (reply: unknown) => void) => {
      if (id !== 93) {
        void own.excelHostLog(`Execute ${id}`)
        done(safeArray([7000]))
        return
      }
      const message = parameters[0] as readonly unknown[]
      const body = message[4] as string
      if (body.includes('SetInvocationArrayResults')) own.excelHostTimes.answered.push(performance.now())
      void own
        .excelHostExecute(body, message[6] as number)
        .then((reply) =>
          done(reply.status === 0 ? safeArray([0, 200, safeArray([]), reply.body]) : safeArray([reply.status])),
        )
    },
    RegisterEvent: (
      id: number,
      _target: string,
      handler: (event: number, payload: unknown) => void,
      done: (status: number) => void,
    ) => {
      if (id === 33) listener = handler
      done(0)
      if (id === 33) for (const entries of early.splice(0)) deliver(entries)
    },
    UnregisterEvent: (_id: number, _target: string, done: (status: number) => void) => done(0),
    MessageParent: () => undefined,
  }
  Object.defineProperty(window, 'external', { value: external, configurable: true })
}
