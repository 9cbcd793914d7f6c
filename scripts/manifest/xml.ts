import { type Addin, BUTTON_SIZES, type Command, functionUrls, pages } from './addin.ts'

/**
 * The add-in only manifest: what every Excel with add-ins can read. The runtime, the page of the functions and the file of
 * the commands are one page (`Taskpane.Url`), or Office does not start the shared runtime.
 */
export function manifestXml(addin: Addin): string {
  const at = (page: string): string => `${addin.url}/${page}`
  const urls: [string, string][] = [
    ['Taskpane.Url', at(pages.taskpane)],
    ['Functions.Script.Url', functionUrls(addin).script],
    ['Functions.Metadata.Url', functionUrls(addin).metadata],
    ['GetStarted.LearnMoreUrl', at(pages.help)],
  ]
  const short: [string, string][] = [
    ['Group.Label', addin.name],
    ['GetStarted.Title', 'Salus is ready'],
    ...addin.commands.flatMap(({ id, label, title }): [string, string][] => [
      [`${id}.Label`, label],
      [`${id}.Title`, title],
    ]),
    ...(addin.namespace === null ? [] : [['Functions.Namespace', addin.namespace] as [string, string]]),
  ]
  const long: [string, string][] = [
    ['GetStarted.Description', 'Choose Salus on the Home tab, then insert the sample or choose a model.'],
    ...addin.commands.map(({ id, tip }): [string, string] => [`${id}.Tip`, tip]),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Written by scripts/manifest: change it there. -->
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>${addin.id}</Id>
  <Version>${addin.version}</Version>
  <ProviderName>${escape(addin.provider)}</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="${escape(addin.name)}" />
  <Description DefaultValue="${escape(addin.description)}" />
  <IconUrl DefaultValue="${escape(at(pages.icon(32)))}" />
  <HighResolutionIconUrl DefaultValue="${escape(at(pages.icon(64)))}" />
  <SupportUrl DefaultValue="${escape(at(pages.support))}" />
  <AppDomains>
    <AppDomain>${escape(new URL(addin.url).origin)}</AppDomain>
  </AppDomains>
  <Hosts>
    <Host Name="Workbook" />
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="1.1">
      <Set Name="SharedRuntime" MinVersion="1.1" />
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${escape(at(pages.taskpane))}" />
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <Runtimes>
          <Runtime resid="Taskpane.Url" lifetime="long" />
        </Runtimes>
        <AllFormFactors>
          <ExtensionPoint xsi:type="CustomFunctions">
            <Script>
              <SourceLocation resid="Functions.Script.Url" />
            </Script>
            <Page>
              <SourceLocation resid="Taskpane.Url" />
            </Page>
            <Metadata>
              <SourceLocation resid="Functions.Metadata.Url" />
            </Metadata>${addin.namespace === null ? '' : '\n            <Namespace resid="Functions.Namespace" />'}
          </ExtensionPoint>
        </AllFormFactors>
        <DesktopFormFactor>
          <GetStarted>
            <Title resid="GetStarted.Title" />
            <Description resid="GetStarted.Description" />
            <LearnMoreUrl resid="GetStarted.LearnMoreUrl" />
          </GetStarted>
          <FunctionFile resid="Taskpane.Url" />
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabHome">
              <Group id="Salus.Group">
                <Label resid="Group.Label" />
                ${icons()}
${addin.commands.map(button).join('\n')}
              </Group>
            </OfficeTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
${BUTTON_SIZES.map((size) => `        <bt:Image id="Icon.${size}" DefaultValue="${escape(at(pages.icon(size)))}" />`).join('\n')}
      </bt:Images>
      <bt:Urls>
${resources('Url', urls)}
      </bt:Urls>
      <bt:ShortStrings>
${resources('String', short)}
      </bt:ShortStrings>
      <bt:LongStrings>
${resources('String', long)}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`
}

function button({ id, does }: Command): string {
  const action =
    does === 'opens the pane'
      ? `<Action xsi:type="ShowTaskpane">
                    <SourceLocation resid="Taskpane.Url" />
                  </Action>`
      : `<Action xsi:type="ExecuteFunction">
                    <FunctionName>${id}</FunctionName>
                  </Action>`
  return `                <Control xsi:type="Button" id="Salus.${id}">
                  <Label resid="${id}.Label" />
                  <Supertip>
                    <Title resid="${id}.Title" />
                    <Description resid="${id}.Tip" />
                  </Supertip>
                  ${icons('  ')}
                  ${action}
                </Control>`
}

function icons(indent = ''): string {
  const images = BUTTON_SIZES.map(
    (size) => `                  ${indent}<bt:Image size="${size}" resid="Icon.${size}" />`,
  )
  return `<Icon>\n${images.join('\n')}\n                ${indent}</Icon>`
}

function resources(element: 'Url' | 'String', entries: readonly [string, string][]): string {
  return entries.map(([id, value]) => `        <bt:${element} id="${id}" DefaultValue="${escape(value)}" />`).join('\n')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
