import { FIELDS, SERIES } from '../schemas/brand.ts'
import { CLAIM_KINDS, CLAIM_TOPICS } from '../schemas/claim.ts'
import { EVENT_TYPES } from '../schemas/event.ts'
import { FIGURE_ROLES } from '../schemas/figure.ts'
import type { Kind } from '../schemas/index.ts'
import { MOTIFS } from '../schemas/motifs.ts'
import { ORGANISATION_KINDS } from '../schemas/organisation.ts'
import { PLACE_KINDS } from '../schemas/place.ts'
import { REGION_LEVELS } from '../schemas/region.ts'
import { SOURCE_CONFIDENCE, SOURCE_KINDS } from '../schemas/source.ts'
import { STORY_AXES, STORY_COLUMNS, STORY_KINDS } from '../schemas/story.ts'
import { CODE_STATUS } from '../schemas/training.ts'

/** Chinese words for the keys of a vocabulary. */
export type Words = Readonly<Record<string, string>>

/** The vocabularies behind the fields of a row, by field. */
export const WORDS: Readonly<Partial<Record<Kind | 'claim', Readonly<Record<string, Words>>>>> = {
  brand: { field: FIELDS, motif: MOTIFS, series: SERIES },
  claim: { kind: CLAIM_KINDS, topic: CLAIM_TOPICS },
  event: { type: EVENT_TYPES },
  figure: { roles: FIGURE_ROLES },
  organisation: { kind: ORGANISATION_KINDS },
  place: { kind: PLACE_KINDS },
  region: { level: REGION_LEVELS },
  source: { confidence: SOURCE_CONFIDENCE, kind: SOURCE_KINDS },
  story: { axis: STORY_AXES, column: STORY_COLUMNS, kind: STORY_KINDS },
  trade: { codeStatus: CODE_STATUS },
}
