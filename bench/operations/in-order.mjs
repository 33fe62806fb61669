// In this order: what leaves the demonstration as it was comes first, what fills it comes last.
import { area, areaCity } from './area.mjs'
import { attempt } from './attempt.mjs'
import { certificate } from './certificate.mjs'
import { door } from './door.mjs'
import { exportXlsx } from './export-xlsx.mjs'
import { healthz } from './healthz.mjs'
import { importRoster } from './import.mjs'
import { labs, recount, restand } from './in-process.mjs'
import { learnHome } from './learn-home.mjs'
import { lesson } from './lesson.mjs'
import { list } from './list.mjs'
import { memory } from './memory.mjs'
import { openLink } from './open-link.mjs'
import { saveAnswer } from './save-answer.mjs'
import { signIn } from './sign-in.mjs'
import { signInPage } from './sign-in-page.mjs'
import { weight } from './weight.mjs'

export const operations = [
  weight,
  healthz,
  signInPage,
  signIn,
  learnHome,
  lesson,
  area,
  areaCity,
  list,
  certificate,
  ...labs,
  recount,
  openLink,
  saveAnswer,
  attempt,
  door,
  restand,
  importRoster,
  exportXlsx,
  memory,
]
