/**
 * `npm test`: all that must hold, in two rows side by side. Browser tests wait half of their time for pages; the rest uses
 * that time.
 */
import { spawn } from 'node:child_process'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'

const ROWS = [['test:browser'], ['types', 'lint', 'format:check', 'test:node']]

const failed = (await Promise.all(ROWS.map(runAll))).flat()
if (failed.length > 0) process.stderr.write(`\nfailed: ${failed.map((script) => `npm run ${script}`).join(', ')}\n`)
process.exit(failed.length > 0 ? 1 : 0)

/** One after the other, whatever fails. Gives those that did. */
async function runAll(scripts: readonly string[]): Promise<readonly string[]> {
  const failing: string[] = []
  for (const script of scripts) if (!(await passes(script))) failing.push(script)
  return failing
}

/** What a script says is shown when it has ended: two that speak at once cannot be read. */
async function passes(script: string): Promise<boolean> {
  const began = performance.now()
  const child = spawn(`npm run --silent ${script} 2>&1`, {
    shell: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...colors(), ...report(script) },
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const said = await text(child.stdout)
  const isFine = (await ended) === 0
  const seconds = Math.round((performance.now() - began) / 1000)
  process.stdout.write(`== npm run ${script}: ${isFine ? 'passed' : 'FAILED'} after ${seconds} s\n${said}`)
  return isFine
}

function colors(): NodeJS.ProcessEnv {
  return process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
}

/** Every script that writes a report writes one of its own. */
function report(script: string): NodeJS.ProcessEnv {
  const path = process.env['SALUS_REPORT']
  return path ? { SALUS_REPORT: join(dirname(path), `${script.replace(':', '-')}-${basename(path)}`) } : {}
}
