import { all, down, readXml, type Element } from './xml-tree.ts'

/**
 * What Office would refuse in an add-in only manifest, or accept and then not start, one sentence each; none for a sound
 * one. Microsoft's own validator works only over the network, and its schema file knows nothing of the shared runtime.
 */
export function checkManifest(text: string): readonly string[] {
  const app = readXml(text)
  if (typeof app === 'string') return [`the manifest is not XML: ${app}`]
  return [
    ...checkHead(app),
    ...checkOrder(app),
    ...checkResources(app),
    ...checkRuntime(app),
    ...checkUrls(app),
    ...checkControls(app),
  ]
}

/** Where files are looked up, and how wide a picture is. */
export interface Site {
  /** Of the page at a path below the add-in's address; null where there is none. */
  readonly file: (path: string) => Uint8Array | null
  /** The add-in's address. */
  readonly url: string
}

/** That every address of the manifest leads to a file of the folder that is to be served, and icons are as large as they claim. */
export function checkSite(text: string, site: Site): readonly string[] {
  const app = readXml(text)
  if (typeof app === 'string') return [`the manifest is not XML: ${app}`]
  const sizes = new Map(
    all(app, 'Image').flatMap(({ attributes: { resid, size } }) => (resid && size ? [[resid, Number(size)]] : [])),
  )
  const icons = [...all(app, 'Image')].flatMap(({ attributes: { id, DefaultValue: url } }) =>
    id && url ? [{ url, size: sizes.get(id) ?? null }] : [],
  )
  const own = [
    { url: down(app, 'IconUrl')?.attributes['DefaultValue'] ?? '', size: 32 },
    { url: down(app, 'HighResolutionIconUrl')?.attributes['DefaultValue'] ?? '', size: 64 },
  ]
  const others = urlsOf(app).map((url) => ({ url, size: null }))
  return [...own, ...icons, ...others].flatMap(({ url, size }) => {
    if (!url.startsWith(`${site.url}/`))
      return url === new URL(site.url).origin ? [] : [`${url} is not below ${site.url}`]
    const path = new URL(url).pathname.slice(new URL(site.url).pathname.replace(/\/$/, '').length + 1)
    const bytes = site.file(path)
    if (bytes === null) return [`there is no file ${path}`]
    if (size === null) return []
    const found = pngSize(bytes)
    if (found === null) return [`${path} is not a PNG picture`]
    return found.width === size && found.height === size
      ? []
      : [`${path} is ${found.width} by ${found.height}, not ${size}`]
  })
}

function checkHead(app: Element): readonly string[] {
  const problems: string[] = []
  const text = (name: string): string => down(app, name)?.text ?? ''
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text('Id'))) problems.push(`Id is no GUID: ${text('Id')}`)
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(text('Version'))) problems.push(`Version has to be four numbers: ${text('Version')}`)
  const sets = all(app, 'Set').map(({ attributes }) => `${attributes['Name']} ${attributes['MinVersion']}`)
  if (sets.join() !== 'SharedRuntime 1.1') {
    problems.push(
      `Requirements names ${sets.join(', ')}: only SharedRuntime 1.1, or Excel hides the add-in where the rest is missing`,
    )
  }
  const name = down(app, 'DisplayName')?.attributes['DefaultValue'] ?? ''
  if (name.length === 0 || name.length > 125) problems.push('DisplayName has to have 1 to 125 letters')
  const description = down(app, 'Description')?.attributes['DefaultValue'] ?? ''
  if (description.length === 0 || description.length > 250) problems.push('Description has to have 1 to 250 letters')
  return problems
}

/** Office reads some elements by their order. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: ['Id', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl'].concat(
    ['HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions'],
    ['VersionOverrides'],
  ),
  VersionOverrides: ['Hosts', 'Resources'],
  AllFormFactors: ['ExtensionPoint'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
  'Host:Workbook': ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  'ExtensionPoint:CustomFunctions': ['Script', 'Page', 'Metadata', 'Namespace'],
}

function checkOrder(element: Element): readonly string[] {
  const type = element.attributes['xsi:type']
  const order = ORDER[`${element.name}:${type}`] ?? ORDER[element.name]
  const places = order === undefined ? [] : element.children.map(({ name }) => order.indexOf(name))
  const unknown = element.children.filter((_, k) => places[k] === -1).map(({ name }) => name)
  const problems = unknown.map((name) => `${name} cannot stand in ${element.name}`)
  if (unknown.length === 0 && places.some((place, k) => k > 0 && place < places[k - 1]!)) {
    problems.push(`${element.name} has to hold, in this order: ${order!.join(', ')}`)
  }
  return [...problems, ...element.children.flatMap(checkOrder)]
}

const LONGEST: Readonly<Record<string, number>> = { ShortStrings: 125, LongStrings: 250 }

function checkResources(app: Element): readonly string[] {
  const resources = down(app, 'VersionOverrides', 'Resources')
  if (resources === undefined) return ['there are no Resources']
  const defined = resources.children.flatMap((group) =>
    group.children.map((one) => ({ group: group.name, ...one.attributes })),
  )
  const ids = defined.map((one) => (one as { id?: string }).id ?? '')
  const overrides = down(app, 'VersionOverrides', 'Hosts')!
  const used = new Set(residsOf(overrides))
  return [
    ...ids.filter((id, k) => ids.indexOf(id) !== k).map((id) => `the resource ${id} is defined twice`),
    ...[...used].filter((id) => !ids.includes(id)).map((id) => `nothing defines the resource ${id}`),
    ...ids.filter((id) => !used.has(id)).map((id) => `nothing uses the resource ${id}`),
    ...ids.filter((id) => id.length > 32).map((id) => `the resource name ${id} is longer than 32 letters`),
    ...resources.children.flatMap(({ name, children }) =>
      children
        .filter(({ attributes }) => (attributes['DefaultValue'] ?? '').length > (LONGEST[name] ?? 2048))
        .map(({ attributes }) => `${attributes['id']} is longer than ${LONGEST[name]} letters`),
    ),
  ]
}

function residsOf(element: Element): readonly string[] {
  const own = element.attributes['resid']
  return [...(own === undefined ? [] : [own]), ...element.children.flatMap(residsOf)]
}

function checkRuntime(app: Element): readonly string[] {
  const problems: string[] = []
  const runtime = all(app, 'Runtime')[0]
  if (runtime?.attributes['lifetime'] !== 'long')
    problems.push('the Runtime has to live long, or functions and pane do not share it')
  const page = all(app, 'Page')[0]?.children[0]?.attributes['resid']
  const commands = all(app, 'FunctionFile')[0]?.attributes['resid']
  const panes = all(app, 'Action').flatMap(({ children }) => children.filter(({ name }) => name === 'SourceLocation'))
  const resids = [runtime?.attributes['resid'], page, commands, ...panes.map(({ attributes }) => attributes['resid'])]
  if (new Set(resids).size !== 1) {
    problems.push(
      `Runtime, Page, FunctionFile and the panes have to name one resource, not ${[...new Set(resids)].join(', ')}`,
    )
  }
  if (all(app, 'TaskpaneId').length > 0) problems.push('TaskpaneId is not allowed with a shared runtime')
  return problems
}

function urlsOf(app: Element): readonly string[] {
  const head = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl'].flatMap(
    (name) => down(app, name)?.attributes['DefaultValue'] ?? [],
  )
  const page = down(app, 'DefaultSettings', 'SourceLocation')?.attributes['DefaultValue'] ?? []
  const resources = down(app, 'VersionOverrides', 'Resources')
  const groups = resources?.children.filter(({ name }) => name === 'Urls' || name === 'Images') ?? []
  const named = groups.flatMap(({ children }) => children.flatMap(({ attributes }) => attributes['DefaultValue'] ?? []))
  return [...head, ...[page].flat(), ...named, ...all(app, 'AppDomain').map(({ text }) => text)]
}

function checkUrls(app: Element): readonly string[] {
  const urls = urlsOf(app)
  const bad = urls.filter((url) => !url.startsWith('https://')).map((url) => `${url} has to begin with https://`)
  const hosts = new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).host))
  return hosts.size > 1 ? [...bad, `all pages have to come from one host, not from ${[...hosts].join(' and ')}`] : bad
}

function checkControls(app: Element): readonly string[] {
  const controls = all(app, 'Control')
  const ids = controls.map(({ attributes }) => attributes['id'] ?? '')
  const iconless = [...controls, ...all(app, 'Group')].filter((one) => {
    const sizes = down(one, 'Icon')?.children.map(({ attributes }) => Number(attributes['size'])) ?? []
    return ![16, 32, 80].every((size) => sizes.includes(size))
  })
  return [
    ...ids.filter((id, k) => ids.indexOf(id) !== k).map((id) => `two controls have the id ${id}`),
    ...iconless.map(({ attributes }) => `${attributes['id']} needs icons of 16, 32 and 80 pixels`),
  ]
}

/** From the header of the file. */
function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  if (bytes.length < 24 || signature.some((byte, k) => bytes[k] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
