/** `npm run build`: a folder that any static host can serve. */
import { buildWeb, webFolder } from './web.ts'

const milliseconds = await buildWeb({ fresh: true })
process.stderr.write(`${webFolder}: built in ${(milliseconds / 1000).toFixed(1)} s\n`)
