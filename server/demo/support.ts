/** What helps each child of the class, as it would be agreed with them. */
export const demoSupport: readonly {
  readonly child: string
  readonly helps: string
  readonly avoid: string | null
  readonly goTo: string | null
}[] = [
  {
    child: 'Teasel Otterby',
    helps: 'Told the day before when something changes. Sits by the window, near the door.',
    avoid: 'Being called on first in front of everybody.',
    goTo: 'Ms Teal, in the library at break.',
  },
  {
    child: 'Clover Thistledown',
    helps: 'A job to do on arrival: the register, the plants. Instructions one at a time.',
    avoid: null,
    goTo: 'Mr Heron, before registration.',
  },
  {
    child: 'Heather Toadflax',
    helps: 'Five quiet minutes after lunch before work begins. A card on the desk to say “I need a break”.',
    avoid: 'A raised voice, also when it is meant for somebody else.',
    goTo: 'Mrs Plover, in the rainbow room.',
  },
  {
    child: 'Perry Burdock',
    helps: 'Clear ends: a timer, and what comes after it. Praise said quietly.',
    avoid: 'Losing playtime.',
    goTo: null,
  },
]
