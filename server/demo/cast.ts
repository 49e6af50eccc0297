import type { CareEpisodeTable } from '../../db/tables/care-episode.ts'

type Status = CareEpisodeTable['status']

/** How a child's PEPs went: kept in every window; the last one late, missed, or held and never finished. */
export type PepStory = 'kept' | 'late' | 'missed' | 'unfinished' | 'red' | 'without-views'

/** School days back from today, length in half days, and how well people were told. */
export interface SuspensionStory {
  back: number
  halfDays: number
  kind?: 'suspension' | 'lunchtime'
  telling: 'as-it-should' | 'virtual-school-after' | 'virtual-school-never' | 'social-worker-never' | 'late'
}

export interface DemoChild {
  forename: string
  surname: string
  yearGroup: string
  /** Statuses with the days ago they began and, where they ended, the days ago they did. */
  statuses: readonly {
    status: Status
    began: number | { workingDays: number }
    ended?: number
    detail?: string
    elsewhere?: boolean
  }[]
  /** Sessions missed, of a hundred; and how the missing ones are marked. */
  missed: number
  /** `unexplained-still`: an absence of nine school days ago has no reason yet either. */
  marks?: 'illness' | 'unauthorised-lately' | 'unexplained' | 'unexplained-still'
  peps?: PepStory
  suspensions?: readonly SuspensionStory[]
  words?: string
  sayName?: string
}

const year = 365

const cla = (began: number | { workingDays: number }, elsewhere = false, detail = 's.20') =>
  ({ status: 'cla', began, detail, elsewhere }) as const
const cin = (began: number, ended?: number) =>
  ({
    status: 'cin-plan',
    began,
    detail: 's.17 assessment',
    ...(ended === undefined ? {} : { ended }),
  }) as const
const cp = (began: number, ended?: number) =>
  ({ status: 'cp-plan', began, detail: 'neglect', ...(ended === undefined ? {} : { ended }) }) as const
const pla = (began: number) => ({ status: 'previously-cla', began, detail: 'special guardianship' }) as const

/**
 * The children of the demonstration. Names are taken from hedgerows and pond life, so that nobody takes them
 * for children; each one shows something the product must notice.
 */
export const cast: readonly DemoChild[] = [
  {
    forename: 'Bramble',
    surname: 'Otterby',
    yearGroup: '6',
    statuses: [cla(3 * year, false, 's.31 care order')],
    missed: 4,
    peps: 'kept',
    words: 'I like it when Mr Heron checks in before maths, not after.',
  },
  {
    forename: 'Teasel',
    surname: 'Otterby',
    yearGroup: '4',
    statuses: [cla(3 * year, false, 's.31 care order')],
    missed: 6,
    peps: 'late',
    words: 'Please tell me the day before if something changes.',
  },
  {
    forename: 'Sorrel',
    surname: 'Quillfeather',
    yearGroup: '5',
    statuses: [cla(2 * year, true, 's.31 care order')],
    missed: 14,
    peps: 'missed',
    words: 'I do better when someone tells me the plan first.',
    suspensions: [
      { back: 44, halfDays: 4, telling: 'as-it-should' },
      { back: 21, halfDays: 5, telling: 'virtual-school-after' },
      { back: 6, halfDays: 4, telling: 'virtual-school-never' },
    ],
  },
  {
    forename: 'Linnet',
    surname: 'Marshgate',
    yearGroup: '2',
    statuses: [cin(90, 20), cla({ workingDays: 6 })],
    missed: 7,
  },
  {
    forename: 'Fennel',
    surname: 'Puddock',
    yearGroup: '3',
    statuses: [cp(200, 22), cla({ workingDays: 13 })],
    missed: 9,
  },
  {
    forename: 'Moss',
    surname: 'Wagtail',
    yearGroup: '1',
    statuses: [cla({ workingDays: 18 }, true)],
    missed: 5,
    peps: 'unfinished',
  },
  {
    forename: 'Wren',
    surname: 'Alderbrook',
    yearGroup: '6',
    statuses: [cla(year + 40)],
    missed: 9,
    marks: 'unexplained',
    peps: 'red',
    words: 'My carer should be asked to come, she knows how my week went.',
  },
  {
    forename: 'Rush',
    surname: 'Alderbrook',
    yearGroup: 'R',
    statuses: [cla(year + 40)],
    missed: 3,
    peps: 'kept',
  },
  {
    forename: 'Clover',
    surname: 'Thistledown',
    yearGroup: '4',
    statuses: [cla(500)],
    missed: 8,
    marks: 'unauthorised-lately',
    peps: 'without-views',
  },
  {
    forename: 'Damson',
    surname: 'Ferrybank',
    yearGroup: '6',
    statuses: [cla(4 * year)],
    missed: 5,
    peps: 'kept',
    suspensions: [
      { back: 250, halfDays: 3, telling: 'virtual-school-never' },
      { back: 7, halfDays: 2, telling: 'as-it-should' },
    ],
    words: 'Football on Thursday is what I look forward to.',
  },
  {
    forename: 'Juniper',
    surname: 'Reedling',
    yearGroup: '3',
    statuses: [cla(800, true)],
    missed: 12,
    peps: 'unfinished',
    sayName: 'JOO-nip-uh',
  },
  {
    forename: 'Hazel',
    surname: 'Millstream',
    yearGroup: '5',
    statuses: [cp(300), cla(150)],
    missed: 19,
    peps: 'kept',
  },
  {
    forename: 'Tansy',
    surname: 'Coppergate',
    yearGroup: '6',
    statuses: [cin(210)],
    missed: 17,
    suspensions: [
      { back: 34, halfDays: 10, telling: 'as-it-should' },
      { back: 13, halfDays: 1, telling: 'social-worker-never' },
    ],
  },
  {
    forename: 'Rowan',
    surname: 'Harebell',
    yearGroup: '2',
    statuses: [cp(120)],
    missed: 11,
    marks: 'unexplained-still',
  },
  {
    forename: 'Heather',
    surname: 'Toadflax',
    yearGroup: '4',
    statuses: [cp(400)],
    missed: 23,
    suspensions: [{ back: 1, halfDays: 4, telling: 'late' }],
  },
  { forename: 'Aspen', surname: 'Waterbutt', yearGroup: '1', statuses: [cin(60)], missed: 6 },
  {
    forename: 'Larch',
    surname: 'Newtpond',
    yearGroup: '3',
    statuses: [cin(430), { ...cp(50), detail: 'emotional abuse' }],
    missed: 8,
  },
  { forename: 'Willow', surname: 'Snipe', yearGroup: '5', statuses: [cin(800)], missed: 53 },
  {
    forename: 'Bryony',
    surname: 'Catkin',
    yearGroup: '6',
    statuses: [cp(95)],
    missed: 9,
    marks: 'unauthorised-lately',
  },
  {
    forename: 'Perry',
    surname: 'Burdock',
    yearGroup: '4',
    statuses: [cin(33)],
    missed: 4,
    suspensions: [{ back: 8, halfDays: 12, telling: 'as-it-should' }],
  },
  { forename: 'Robin', surname: 'Kingcup', yearGroup: 'N', statuses: [cin(150)], missed: 10 },
  { forename: 'Lark', surname: 'Kingcup', yearGroup: '2', statuses: [cin(150)], missed: 10 },
  { forename: 'Myrtle', surname: 'Sallow', yearGroup: '3', statuses: [pla(900)], missed: 3 },
  {
    forename: 'Sage',
    surname: 'Dabchick',
    yearGroup: '6',
    statuses: [pla(2000)],
    missed: 5,
    suspensions: [{ back: 28, halfDays: 5, kind: 'lunchtime', telling: 'as-it-should' }],
  },
  { forename: 'Basil', surname: 'Dabchick', yearGroup: '4', statuses: [pla(2000)], missed: 6 },
  {
    forename: 'Ivy',
    surname: 'Mudlark',
    yearGroup: '1',
    statuses: [
      { ...cla(700), ended: 260 },
      { ...pla(259), detail: 'adopted' },
    ],
    missed: 4,
  },
  { forename: 'Holly', surname: 'Pipistrelle', yearGroup: '5', statuses: [pla(1200)], missed: 8 },
  { forename: 'Poppy', surname: 'Oxlip', yearGroup: '2', statuses: [cin(700, 300)], missed: 5 },
  { forename: 'Cicely', surname: 'Oxlip', yearGroup: '5', statuses: [cin(700, 300)], missed: 7 },
  { forename: 'Alder', surname: 'Fieldfare', yearGroup: '6', statuses: [cp(2100, 1500)], missed: 13 },
  { forename: 'Elder', surname: 'Bullrush', yearGroup: '3', statuses: [cin(500, 210)], missed: 6 },
  {
    forename: 'Nettle',
    surname: 'Greenfinch',
    yearGroup: '4',
    statuses: [cp(1400, 900)],
    missed: 9,
    marks: 'unexplained',
  },
  { forename: 'Primrose', surname: 'Stickleback', yearGroup: 'R', statuses: [cin(400, 40)], missed: 8 },
  {
    forename: 'Ash',
    surname: 'Lapwing',
    yearGroup: '1',
    statuses: [{ status: 'kinship', began: 600, detail: 'informal' }],
    missed: 5,
  },
  {
    forename: 'Olive',
    surname: 'Hornbeam',
    yearGroup: '2',
    statuses: [{ status: 'kinship', began: 90, detail: 'special guardianship' }],
    missed: 4,
  },
  { forename: 'Bay', surname: 'Waterrail', yearGroup: '3', statuses: [], missed: 3 },
  { forename: 'Cedar', surname: 'Yarrow', yearGroup: '4', statuses: [], missed: 6 },
  { forename: 'Flax', surname: 'Chiffchaff', yearGroup: '5', statuses: [], missed: 5 },
  { forename: 'Maple', surname: 'Duckweed', yearGroup: '6', statuses: [], missed: 7 },
  { forename: 'Violet', surname: 'Woodlouse', yearGroup: '1', statuses: [], missed: 2 },
]
