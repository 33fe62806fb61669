// `npm start`: from a fresh clone to the running product. Node alone until the packages are there, and no syntax that an old Node
// cannot read, so that it can say what it lacks.
import { checkNode } from './start/node-version.mjs'

checkNode()
import('./start/main.mjs').then((main) => main.start(process.argv.slice(2)))
