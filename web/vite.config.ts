import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Every module of a folder is an input, so that what is found by reading folders survives the build. */
export const modulesOf = (folder: string) =>
  readdirSync(at(`../${folder}`), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map(
      (file) => [`${folder}/${file.replaceAll('\\', '/').slice(0, -3)}`, at(`../${folder}/${file}`)] as const,
    )

/** What nearly every page needs comes as one file: each answer's head alone is most of a kilobyte. */
const firstView = [
  { name: 'lit', test: /node_modules[\\/](lit|@lit)/ },
  {
    name: 'parts',
    test: /web[\\/](components[\\/](element|icon|status-mark|child-name|vs-toast|vs-search-box|preferences|page-head|modal|place-popover|day-line|navigation|school-mark|field)\.ts|(api|asking|access|signed-in|router|route-path|format|days|idle|set-aside|shell-frame)\.ts|pages[\\/]data-page\.ts)/,
  },
]

export default defineConfig({
  root: at('.'),
  publicDir: false,
  builder: {},
  environments: {
    client: {
      build: {
        outDir: '../dist/web',
        emptyOutDir: true,
        assetsInlineLimit: 0,
        target: 'es2022',
        rolldownOptions: { output: { codeSplitting: { groups: firstView } } },
      },
    },
    server: {
      consumer: 'server',
      build: {
        outDir: '../dist/app',
        emptyOutDir: true,
        sourcemap: true,
        minify: false,
        target: 'node20',
        copyPublicDir: false,
        rolldownOptions: {
          input: Object.fromEntries([...modulesOf('server'), ...modulesOf('db')]),
          output: {
            preserveModules: true,
            preserveModulesRoot: at('..'),
            entryFileNames: '[name].js',
          },
        },
      },
    },
  },
})
