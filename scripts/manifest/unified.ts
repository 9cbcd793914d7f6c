import { type Addin, BUTTON_SIZES, type Command, functionUrls, pages } from './addin.ts'

/** The version of Microsoft's schema that the unified manifest is written to; the first with custom functions is 1.25. */
export const UNIFIED_VERSION = '1.30'

/**
 * The unified manifest, for tenants that deploy apps for Microsoft 365 as packages. Install one of the two manifests in a
 * client, never both: Office takes them for two add-ins with the same functions.
 */
export function unifiedManifest(addin: Addin): Readonly<Record<string, unknown>> {
  const at = (page: string): string => `${addin.url}/${page}`
  const icons = BUTTON_SIZES.map((size) => ({ size, url: at(pages.icon(size)) }))
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${UNIFIED_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: UNIFIED_VERSION,
    id: addin.id,
    version: addin.version.split('.').slice(0, 3).join('.'),
    name: { short: addin.name, full: 'Salus: customer health scores' },
    description: {
      short: addin.description,
      full: 'Scores customer accounts with a health model written as text, in cells and in a pane, and says why each account has its score.',
    },
    developer: {
      name: addin.provider,
      websiteUrl: at(pages.help),
      privacyUrl: at(pages.privacy),
      termsOfUseUrl: at(pages.terms),
    },
    icons: { color: 'assets/icon-192.png', outline: 'assets/icon-outline-32.png' },
    accentColor: '#1F6F5C',
    validDomains: [new URL(addin.url).host],
    authorization: { permissions: { resourceSpecific: [{ name: 'Document.ReadWrite.User', type: 'Delegated' }] } },
    extensions: [
      {
        requirements: {
          scopes: ['workbook'],
          capabilities: [{ name: 'SharedRuntime', minVersion: '1.1' }],
        },
        runtimes: [
          {
            id: 'SalusRuntime',
            type: 'general',
            lifetime: 'long',
            code: { page: at(pages.taskpane), script: functionUrls(addin).script },
            actions: addin.commands.map(({ id, does }) =>
              does === 'opens the pane' ? { id, type: 'openPage', view: 'taskpane' } : { id, type: 'executeFunction' },
            ),
            customFunctions: {
              metadataUrl: functionUrls(addin).metadata,
              allowCustomDataForDataTypeAny: true,
              ...(addin.namespace === null ? {} : { namespace: { id: addin.namespace, name: addin.namespace } }),
            },
          },
        ],
        ribbons: [
          {
            contexts: ['default'],
            tabs: [
              {
                builtInTabId: 'TabHome',
                groups: [
                  {
                    id: 'salusGroup',
                    label: addin.name,
                    icons,
                    controls: addin.commands.map((command) => control(command, icons)),
                  },
                ],
              },
            ],
          },
        ],
        getStartedMessages: [
          {
            title: 'Salus is ready',
            description: 'Choose Salus on the Home tab, then insert the sample or choose a model.',
            learnMoreUrl: at(pages.help),
          },
        ],
      },
    ],
  }
}

function control({ id, label, title, tip }: Command, icons: readonly unknown[]): Readonly<Record<string, unknown>> {
  return { id: `${id}Button`, type: 'button', label, icons, supertip: { title, description: tip }, actionId: id }
}
