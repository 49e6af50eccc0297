/**
 * The secret of a link stands after `#`, where no server and no log sees it. It leaves the address, and so the
 * history, before anything else is done, and is kept nowhere but here.
 */
const isWelcome = location.pathname === '/welcome'

/** What stood after `#` of a link's address; null on every other page. */
export const welcomeLink: string | null = isWelcome ? location.hash.slice(1) : null

if (isWelcome) history.replaceState(null, '', '/welcome')
