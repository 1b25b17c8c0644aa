import type { MotifName } from '../schemas/motifs.ts'
import type { Motif } from './motif.ts'
import { apron } from './motifs/apron.ts'
import { bamboo } from './motifs/bamboo.ts'
import { batik } from './motifs/batik.ts'
import { brick } from './motifs/brick.ts'
import { ceramic } from './motifs/ceramic.ts'
import { cradle } from './motifs/cradle.ts'
import { denim } from './motifs/denim.ts'
import { door } from './motifs/door.ts'
import { electric } from './motifs/electric.ts'
import { embroidery } from './motifs/embroidery.ts'
import { guitar } from './motifs/guitar.ts'
import { jars } from './motifs/jars.ts'
import { kettle } from './motifs/kettle.ts'
import { mifen } from './motifs/mifen.ts'
import { noodle } from './motifs/noodle.ts'
import { redtea } from './motifs/redtea.ts'
import { silver } from './motifs/silver.ts'
import { spice } from './motifs/spice.ts'
import { tea } from './motifs/tea.ts'
import { tools } from './motifs/tools.ts'
import { warp } from './motifs/warp.ts'
import { weld } from './motifs/weld.ts'
import { window } from './motifs/window.ts'

/** Every motif by the name that front matter uses. */
export const motifs: Readonly<Record<MotifName, Motif>> = {
  apron,
  bamboo,
  batik,
  brick,
  ceramic,
  cradle,
  denim,
  door,
  electric,
  embroidery,
  guitar,
  jars,
  kettle,
  mifen,
  noodle,
  redtea,
  silver,
  spice,
  tea,
  tools,
  warp,
  weld,
  window,
}
