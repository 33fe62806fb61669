// Bundles a module of this folder and runs it in a process of its own, or to its end.
import { fork, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { build, stop } from 'esbuild'
import { dataFolder, root } from '../../scripts/start/places.mjs'

const folder = join(dataFolder, 'in-process')

/** @returns the path of the bundle, in which packages stay outside as in the worker's */
async function bundled(name) {
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, `${name}.mjs`)
  await build({
    entryPoints: [join(root, 'bench/in-process', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    tsconfig: join(root, 'tsconfig.json'),
    plugins: [ownPaths],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  await stop()
  return outfile
}

/** What scripts/bundle.mjs does: `@/x` is ours, every other name a package; "server-only" is emptied. */
const ownPaths = {
  name: 'own-paths',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^@\// }, ({ path, kind }) => resolve(`./${path.slice(2)}`, { kind, resolveDir: root }))
    onResolve({ filter: /^server-only$/ }, () => ({ path: join(root, 'tests/support/nothing.ts') }))
    onResolve({ filter: /^[a-z@]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path === 'server-only' ? undefined : { path, external: true },
    )
  },
}

/** Starts bench/in-process/<name>.ts. @returns its id, what it says about itself, how to make it work, how to end it */
export async function startRunner(name, env, args) {
  const child = fork(await bundled(name), args, { cwd: root, env, execArgv: [] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const told = () =>
    new Promise((resolve, reject) => {
      const broken = (code) => reject(new Error(`${name} ended with ${code}.`))
      child.once('exit', broken)
      child.once('message', (message) => {
        child.off('exit', broken)
        resolve(message)
      })
    })
  return {
    about: await told(),
    pid: child.pid,
    batch(asked) {
      child.send(asked)
      return told()
    },
    stop() {
      child.disconnect()
      return ended
    },
  }
}

/** Runs bench/in-process/<name>.ts to its end. @returns what it printed, as bytes */
export async function runToEnd(name, env, args) {
  const child = spawn(process.execPath, [await bundled(name), ...args.map(String)], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const printed = await buffer(child.stdout)
  const code = await ended
  if (code !== 0) throw new Error(`${name} ended with ${code}.`)
  return printed
}

const bundles = new Map()

/** Runs bench/in-process/<name>.ts to its end, bundled once however many run at a time; `heard` is told what it says meanwhile. */
export async function runModule(name, env, args, heard = () => {}) {
  if (!bundles.has(name)) bundles.set(name, bundled(name))
  const child = fork(await bundles.get(name), args, { cwd: root, env, execArgv: [] })
  child.on('message', heard)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`${name} ended with ${code}.`)
}

/** A workbook with invented enterprises of one county. */
export const inventedRoster = (env, { rows, county, first }) => runToEnd('roster-workbook', env, [rows, county, first])
