#!/usr/bin/env node
// In a checkout the sources run as they are; an installed package carries them built into dist.
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `salus needs Node 22.18 or newer, and this is ${process.versions.node}; in the project's folder, npx brings its own`,
  )
  process.exit(2)
}
// Without it every start would strip the types of every file again.
enableCompileCache()
const source = new URL('../src/cli/main.ts', import.meta.url)
const built = new URL('../dist/cli.js', import.meta.url)
const { main } = await import(existsSync(source) ? source.href : built.href)
process.exitCode = await main(process.argv.slice(2))
