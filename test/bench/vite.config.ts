import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { modulesOf } from '../../web/vite.config.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The benchmarks with the program as it is built: what only tests run by would be measured with it otherwise. */
export default defineConfig({
  root,
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/bench',
    emptyOutDir: true,
    minify: false,
    target: 'node20',
    rolldownOptions: {
      input: Object.fromEntries([
        ...modulesOf('server'),
        ...modulesOf('db'),
        ['test/bench/run', `${root}/test/bench/run.ts`] as const,
      ]),
      output: { preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js' },
    },
  },
})
