// A thread that turns SVG into PNG: the font of ten megabytes is read once, and drawing never holds up the web server.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const modules = join(process.cwd(), 'node_modules')
const fontPath = join(modules, '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
const ready = Promise.all([
  readFile(fontPath),
  readFile(join(modules, '@resvg/resvg-wasm/index_bg.wasm')).then((bytes) => initWasm(bytes)),
])

parentPort?.on('message', async ({ id, svg }) => {
  try {
    const [font] = await ready
    const resvg = new Resvg(svg, {
      font: { fontBuffers: [new Uint8Array(font)], loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' },
    })
    const image = resvg.render()
    parentPort?.postMessage({ id, png: image.asPng() })
    image.free()
    resvg.free()
  } catch (error) {
    parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : String(error) })
  }
})
