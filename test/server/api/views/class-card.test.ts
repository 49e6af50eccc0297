import { expect, it } from 'vitest'
import { placeOf, SESSIONS_STORED } from '../../../../server/calendar/academic-year.ts'
