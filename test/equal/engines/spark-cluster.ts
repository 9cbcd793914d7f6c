import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { pythonWith } from './python.ts'

/** A master of Spark and some workers, each a process of its own, on this machine. */
export interface Cluster {
  /** `spark://host:port`. */
  readonly address: string
  readonly stop: () => Promise<void>
}

const START = `
import os, sys, pyspark
home = os.path.dirname(pyspark.__file__)
os.environ["SPARK_HOME"] = home
os.execv(os.path.join(home, "bin", "spark-class"), ["spark-class"] + sys.argv[1:])
`

/** Starts a master and so many workers of one core and 1 GB each; their logs and work lie in `folder`. */
export async function startWorkers(workers: number, folder: string): Promise<Cluster> {
  const python = await pythonWith(['pyspark'])
  const processes: ChildProcess[] = []
  const start = (args: readonly string[], until: RegExp): Promise<RegExpExecArray> =>
    new Promise((found, failed) => {
      const child = spawn(python, ['-c', START, ...args], {
        cwd: folder,
        env: { ...process.env, SPARK_LOCAL_IP: '127.0.0.1', PYSPARK_PYTHON: python },
      })
      processes.push(child)
      child.once('error', failed)
      child.once('exit', () => failed(new Error(`${args[0]} ended before it was ready`)))
      child.stdout.resume()
      // Read to the end, or it would wait for a reader.
      createInterface({ input: child.stderr }).on('line', (line) => {
        const match = until.exec(line)
        if (match !== null) found(match)
      })
    })
  const stop = async (): Promise<void> => {
    await Promise.all(
      processes.map(
        (child) =>
          new Promise<void>((ended) =>
            child.exitCode === null && child.kill() ? child.once('close', () => ended()) : ended(),
          ),
      ),
    )
  }
  try {
    const master = ['org.apache.spark.deploy.master.Master', '--host', '127.0.0.1', '--port', '0', '--webui-port', '0']
    const [address] = await start(master, /spark:\/\/[\d.]+:\d+/)
    const worker = [
      'org.apache.spark.deploy.worker.Worker',
      '--cores',
      '1',
      '--memory',
      '1g',
      '--host',
      '127.0.0.1',
      '--webui-port',
      '0',
      '--work-dir',
      folder,
      address,
    ]
    await Promise.all(Array.from({ length: workers }, () => start(worker, /Successfully registered with master/)))
    return { address, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
